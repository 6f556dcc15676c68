using System.Net;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>Details of coins: whose turn it is, and what a failure costs.</summary>
public sealed class CoinDetailsJobTests(LocalServices services) : CoinJobsTestBase(services)
{
    [Fact]
    public async Task Details_are_asked_for_once_a_week_and_an_unknown_coin_once_a_month()
    {
        await HaveCoinsAsync();
        Answer = path =>
            path.Contains("ethereum", StringComparison.Ordinal) ? (HttpStatusCode.NotFound, "") : (HttpStatusCode.OK, DetailsOf(path));
        var first = await DetailsAsync();
        Assert.Equal((2, true), (first.Rows, first.Complete));
        Assert.NotNull(first.Note);
        Assert.Equal(0, (await DetailsAsync()).Rows);
        Assert.Equal(3, Asked.Count);
        Clock.AdvanceDays(8);
        await DetailsAsync();
        Assert.Equal(5, Asked.Count);
        Clock.AdvanceDays(23);
        await DetailsAsync();
        Assert.Equal(8, Asked.Count);
        Assert.Equal(2, (await AllAsync<CoinDetails>()).Count);
    }

    [Fact]
    public async Task A_run_killed_in_the_middle_goes_on_where_it_stopped_and_ends_the_same()
    {
        await HaveCoinsAsync();
        using var killed = new CancellationTokenSource();
        Answer = path =>
        {
            if (path.Contains("ethereum", StringComparison.Ordinal))
                killed.Cancel();
            return (HttpStatusCode.OK, DetailsOf(path));
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Details.RunAsync(new JobContext(_ => { }), killed.Token));
        Assert.Equal(["bitcoin"], (await AllAsync<CoinDetails>()).Select(d => d.Id));
        Asked.Clear();
        Answer = path => (HttpStatusCode.OK, DetailsOf(path));
        Assert.Equal(2, (await DetailsAsync()).Rows);
        Assert.Equal(["ethereum", "tether"], Asked.Select(IdIn));
        Assert.Equal(3, (await AllAsync<CoinDetails>()).Count);
    }

    [Fact]
    public async Task A_limit_ends_the_run_cleanly_and_the_rest_comes_next()
    {
        await HaveCoinsAsync();
        var calls = 0;
        Answer = path => ++calls > 2 ? (HttpStatusCode.TooManyRequests, "") : (HttpStatusCode.OK, DetailsOf(path));
        var part = await DetailsAsync();
        Assert.Equal((2, false), (part.Rows, part.Complete));
        Answer = path => (HttpStatusCode.OK, DetailsOf(path));
        Assert.Equal(1, (await DetailsAsync()).Rows);
    }

    [Fact]
    public async Task A_coin_that_fails_does_not_keep_the_others_away_and_its_turn_comes_again()
    {
        await HaveCoinsAsync();
        Answer = path =>
            path.Contains("bitcoin", StringComparison.Ordinal)
                ? (HttpStatusCode.InternalServerError, "")
                : (HttpStatusCode.OK, DetailsOf(path));
        var outcome = await DetailsAsync();
        Assert.Equal((2, false), (outcome.Rows, outcome.Complete));
        Asked.Clear();
        Clock.AdvanceMinutes(60);
        await DetailsAsync();
        Assert.Equal(["bitcoin"], Asked.Select(IdIn));
        Clock.AdvanceMinutes(60); // a second failure: an hour is not enough any more
        await DetailsAsync();
        Assert.Single(Asked);
    }

    [Fact]
    public async Task Another_coins_details_are_refused()
    {
        await HaveCoinsAsync();
        Answer = _ => (HttpStatusCode.OK, DetailsOf("/coins/somebody-else"));
        Assert.Equal(0, (await DetailsAsync()).Rows);
        Assert.Empty(await AllAsync<CoinDetails>());
    }
}
