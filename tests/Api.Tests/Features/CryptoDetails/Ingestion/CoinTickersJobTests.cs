using System.Net;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>Tickers of coins: turns, failures and the state of each day.</summary>
public sealed class CoinTickersJobTests(LocalServices services) : CoinJobsTestBase(services)
{
    private static CoinMapping MappingOf(string id) =>
        new()
        {
            Id = "KRW-" + id,
            Symbol = id,
            CoinId = id,
            Method = "name",
            Candidates = 1,
            MappedAt = Start,
        };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task P2_five_coins_whose_tickers_are_malformed_fail_alone_and_wait_a_growing_turn(bool isMalformed)
    {
        await HaveCoinsAsync();
        string[] bad = [.. Enumerable.Range(0, 5).Select(i => $"a-bad-{i}")];
        string[] good = [.. Enumerable.Range(0, 5).Select(i => $"b-good-{i}")];
        await using (var session = Documents.LightweightSession())
        {
            session.Store<CoinListing>(bad.Concat(good).Select((id, i) => Sample.Listing(id, id.ToUpperInvariant(), 60 + i)));
            session.Store<CoinMapping>(bad.Concat(good).Select(MappingOf));
            await session.SaveChangesAsync(Ct);
        }
        Answer = path =>
            path.Contains("a-bad-", StringComparison.Ordinal)
                ? isMalformed
                    ? (HttpStatusCode.OK, """{"tickers":[{"ba""")
                    : (HttpStatusCode.InternalServerError, "")
                : (HttpStatusCode.OK, Ticker("binance", "USDT", 1, 1));

        var first = await TickersAsync();
        // Rank 1 to 3, the five and the five behind them: all had their turn in one run.
        Assert.Equal((8, false), (first.Rows, first.Complete));
        Assert.Equal(["tether", "bitcoin", "ethereum", .. bad, .. good], Asked.Select(IdIn));
        Assert.Superset(good.ToHashSet(), (await AllAsync<CoinTickers>()).Select(t => t.Id).ToHashSet());

        Asked.Clear();
        Clock.AdvanceMinutes(10);
        await TickersAsync();
        Assert.Equal(["tether", "bitcoin", "ethereum", .. good], Asked.Select(IdIn));
        Clock.AdvanceMinutes(10); // twice their turn of ten minutes
        await TickersAsync();
        Assert.Equal(bad, Asked.Select(IdIn).Where(id => bad.Contains(id)).Order(StringComparer.Ordinal));
        Asked.Clear();
        Clock.AdvanceMinutes(20); // four times now
        await TickersAsync();
        Assert.DoesNotContain(Asked.Select(IdIn), id => bad.Contains(id));
    }

    [Fact]
    public async Task P2_a_provider_that_is_down_ends_the_run_and_makes_no_coin_wait_longer()
    {
        await HaveCoinsAsync();
        await using (var session = Documents.LightweightSession())
        {
            var ids = Enumerable.Range(0, 20).Select(i => $"coin-{i:00}").ToList();
            session.Store<CoinListing>(ids.Select((id, i) => Sample.Listing(id, id.ToUpperInvariant(), 60 + i)));
            session.Store<CoinMapping>(ids.Select(MappingOf));
            await session.SaveChangesAsync(Ct);
        }
        Answer = _ => (HttpStatusCode.InternalServerError, "");
        Assert.Equal(ProviderFailure.ServerError, (await Assert.ThrowsAsync<ProviderException>(TickersAsync)).Kind);
        Assert.Equal(12, Asked.Count);
        Assert.All(await AllAsync<CoinCall>(), c => Assert.Equal(0, c.Failures));
        Asked.Clear();
        Answer = _ => (HttpStatusCode.OK, Ticker("binance", "USDT", 1, 1));
        Clock.AdvanceMinutes(2);
        Assert.Equal(14, (await TickersAsync()).Rows); // those that had no turn yet, and the three of rank 1 to 3
    }

    [Fact]
    public async Task A_small_budget_is_spread_over_the_day_and_goes_round_oldest_first()
    {
        await HaveCoinsAsync();
        // the tickers' share is 128: a call in eleven minutes and a quarter, and a tenth of it at once in the beginning
        ProviderSettings.CallsPerDay = 320;
        Answer = path => (HttpStatusCode.OK, Ticker("binance", "USDT", 1, 1));
        Assert.Equal(3, (await TickersAsync()).Rows);
        Assert.Equal(["tether", "bitcoin", "ethereum"], Asked.Select(IdIn));
        Asked.Clear();
        Clock.AdvanceMinutes(11);
        await TickersAsync();
        Assert.Empty(Asked);
        Clock.AdvanceMinutes(1);
        Assert.False((await TickersAsync()).Complete);
        Assert.Equal(["tether"], Asked.Select(IdIn));
        Clock.AdvanceMinutes(12);
        await TickersAsync();
        Assert.Equal(["tether", "bitcoin"], Asked.Select(IdIn));
    }

    [Fact]
    public async Task Tickers_are_replaced_and_the_day_keeps_the_last_state_of_each_exchange_at_the_stated_rate()
    {
        await HaveCoinsAsync();
        Board.Put("KRW-USDT", 1_400, 1_000_000, Start);
        var bitcoin = Ticker(
            ("binance", "USDT", 100_000, 100_000, 10),
            ("upbit", "KRW", 142_800_000, 99_000, 2),
            ("binance", "USD", 90_000, 90_000, 1),
            ("kraken", "EUR", 1, 1, 1)
        );
        Answer = path => (HttpStatusCode.OK, path.Contains("tether", StringComparison.Ordinal) ? Ticker("kraken", "USD", 1, 1) : bitcoin);
        await TickersAsync();
        Assert.Equal(3, (await LoadAsync<CoinTickers>("bitcoin"))!.Venues.Count); // EUR makes no premium

        Clock.AdvanceMinutes(5);
        Board.Put("KRW-USDT", 1_400, 1_000_000, Clock.GetCurrentInstant());
        bitcoin = Ticker("kraken", "USD", 101_000, 101_000);
        await TickersAsync();
        Assert.Single((await LoadAsync<CoinTickers>("bitcoin"))!.Venues);
        var day = Assert.Single(await AllAsync<VenueDay>(), d => d.CoinId == "bitcoin");
        Assert.Equal(new LocalDate(2026, 11, 24), day.Date);
        // The more traded pair stands for an exchange; 142,800,000 KRW at 1,400 are 102,000, whatever the provider converts.
        Assert.Equal(
            [("binance", 100_000m), ("kraken", 101_000m), ("upbit", 102_000m)],
            day.Venues.Select(v => (v.ExchangeId, v.PriceUsd))
        );
    }

    [Fact]
    public async Task Without_a_rate_a_domestic_exchange_has_no_dollar_price_of_the_day()
    {
        await HaveCoinsAsync();
        Answer = _ => (HttpStatusCode.OK, Ticker(("binance", "USDT", 1, 1, 1), ("upbit", "KRW", 1_400, 1, 1)));
        await TickersAsync();
        Assert.All(await AllAsync<VenueDay>(), d => Assert.Equal(["binance"], d.Venues.Select(v => v.ExchangeId)));
    }
}
