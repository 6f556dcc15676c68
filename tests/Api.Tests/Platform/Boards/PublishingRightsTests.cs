using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Platform.Boards;

/// <summary>Two publishers of one board, one of which does not know whether it still may.</summary>
public sealed class PublishingRightsTests(LocalServices services)
{
    private sealed class Right(bool isCertain) : IPublishingRight
    {
        public bool IsCertain => isCertain;

        public bool IsGivenUp { get; private set; }

        public void Yield() => IsGivenUp = true;
    }

    [Fact]
    public async Task A_publisher_in_doubt_goes_on_until_another_publishes_and_never_takes_the_board_back()
    {
        await using var redis = await services.NewRedisAsync();
        await using var doubtful = await StreamHost.StartAsync(redis);
        var right = new Right(isCertain: false);
        doubtful.Services.GetRequiredService<PublishingRights>().Claim(["crypto"], right);
        await doubtful.PublishAndSeeAsync("BTC", 1);
        Assert.False(right.IsGivenUp);

        await using var other = await StreamHost.StartAsync(redis);
        await other.PublishAndSeeAsync("BTC", 2);
        var epoch = other.Crypto.Snapshot().Epoch;
        await doubtful.PublishAsync(("BTC", 3));

        Assert.True(right.IsGivenUp);
        await other.PublishAndSeeAsync("ETH", 4);
        Assert.Equal((epoch, 2m), (other.Crypto.Snapshot().Epoch, other.Crypto.Find("KRW-BTC")!.TradePrice));
    }

    [Fact]
    public async Task A_publisher_that_is_certain_takes_the_board_back()
    {
        await using var redis = await services.NewRedisAsync();
        await using var one = await StreamHost.StartAsync(redis);
        var right = new Right(isCertain: true);
        one.Services.GetRequiredService<PublishingRights>().Claim(["crypto"], right);
        await using var other = await StreamHost.StartAsync(redis);
        await other.PublishAndSeeAsync("BTC", 2);

        await one.PublishAndSeeAsync("BTC", 3);

        Assert.False(right.IsGivenUp);
        await Wait.Until(() => other.Crypto.Find("KRW-BTC")?.TradePrice == 3);
    }
}
