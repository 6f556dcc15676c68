using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Tests.Fixture;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>Hourly points: one a coin and hour, what was measured wins.</summary>
public sealed class PremiumHistoryTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly Instant s_hour = Instant.FromUtc(2026, 11, 24, 10, 0);

    private NpgsqlDataSource _source = null!;

    private PremiumHistory History => new(_source);

    public async ValueTask InitializeAsync()
    {
        var builder = new NpgsqlDataSourceBuilder(database.ConnectionString);
        builder.UseNodaTime();
        _source = builder.Build();
        await using var command = _source.CreateCommand(new PremiumHistorySchema().Sql + "truncate crypto.premium_history");
        await command.ExecuteNonQueryAsync(Ct);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static PremiumPoint Point(
        decimal? percent,
        int minute = 0,
        int hours = 0,
        string method = PremiumPoint.Venues,
        string coin = "bitcoin"
    ) =>
        new(
            coin,
            s_hour + Duration.FromHours(hours),
            s_hour + Duration.FromHours(hours) + Duration.FromMinutes(minute),
            140_000_000,
            100_000,
            99_000,
            1_400,
            percent,
            1,
            5,
            null,
            method
        );

    [Fact]
    public async Task The_latest_measurement_of_an_hour_stays_and_an_earlier_one_does_not_take_its_place()
    {
        Assert.Equal(1, await History.WriteMeasuredAsync([Point(1, minute: 10)], Ct));
        Assert.Equal(1, await History.WriteMeasuredAsync([Point(2, minute: 50)], Ct));
        Assert.Equal(0, await History.WriteMeasuredAsync([Point(3, minute: 30)], Ct));
        Assert.Equal([Point(2, minute: 50)], await History.ReadAsync("bitcoin", s_hour, Ct));
    }

    [Fact]
    public async Task Filling_leaves_what_was_measured_and_filling_twice_changes_nothing()
    {
        await History.WriteMeasuredAsync([Point(2, minute: 50)], Ct);
        PremiumPoint[] month = [Point(9, method: PremiumPoint.MarketChart), Point(8, hours: -1, method: PremiumPoint.MarketChart)];
        Assert.Equal(1, await History.FillAsync(month, Ct));
        Assert.Equal(0, await History.FillAsync(month, Ct));
        Assert.Equal([8m, 2m], (await History.ReadAsync("bitcoin", s_hour - Duration.FromHours(5), Ct)).Select(p => p.PremiumPercent));
    }

    [Fact]
    public async Task A_measurement_takes_the_place_of_a_filled_hour()
    {
        await History.FillAsync([Point(9, minute: 59, method: PremiumPoint.MarketChart)], Ct);
        await History.WriteMeasuredAsync([Point(2, minute: 10)], Ct);
        Assert.Equal(PremiumPoint.Venues, Assert.Single(await History.ReadAsync("bitcoin", s_hour, Ct)).Method);
    }

    [Fact]
    public async Task The_latest_is_the_newest_that_has_a_premium_and_coins_are_kept_apart()
    {
        await History.WriteMeasuredAsync([Point(2), Point(null, hours: 1), Point(7, hours: 2, coin: "ethereum")], Ct);
        Assert.Equal(2m, (await History.LatestAsync("bitcoin", Ct))!.PremiumPercent);
        Assert.Null(await History.LatestAsync("solana", Ct));
        Assert.Equal(2, (await History.ReadAsync("bitcoin", s_hour, Ct)).Count);
    }

    [Fact]
    public async Task What_is_too_old_is_forgotten()
    {
        await History.WriteMeasuredAsync([Point(2), Point(3, hours: -1)], Ct);
        Assert.Equal(1, await History.ForgetAsync(s_hour, Ct));
        Assert.Equal([2m], (await History.ReadAsync("bitcoin", s_hour - Duration.FromDays(1), Ct)).Select(p => p.PremiumPercent));
    }
}
