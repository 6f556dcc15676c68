using System.Globalization;
using System.Net;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails;
using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>The jobs over a database of this test alone and replies the test makes up.</summary>
public sealed class CoinJobsTests(LocalServices services) : IAsyncLifetime
{
    private static readonly Instant s_start = Instant.FromUtc(2026, 11, 24, 10, 5);

    private readonly FakeClock _clock = new(s_start);
    private readonly FakeBoard _board = new();
    private readonly List<string> _asked = [];
    private readonly FixedInstruments _markets = new("crypto", "KRW-BTC", "KRW-ETH", "KRW-USDT");
    private readonly ProviderOptions _provider = new();
    private readonly CryptoDetailsOptions _options = new();
    private readonly MemoryStore _bars = new();
    private Func<string, (HttpStatusCode, string)> _answer = _ => (HttpStatusCode.NotFound, "{}");
    private ServiceProvider _services = null!;

    private IDocumentStore Documents => _services.GetRequiredService<IDocumentStore>();

    private PremiumHistory History => new(_services.GetRequiredService<NpgsqlDataSource>());

    public async ValueTask InitializeAsync()
    {
        _services = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddPersistence(configuration, [new CryptoDetailsFeature()])
                    .AddSingleton<IClock>(_clock)
                    .AddSingleton<ISchemaPart, PremiumHistorySchema>()
        );
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // What the test wants to be asked, without the network: a status that is no success is what the guard makes of it.
    private CoinGeckoClient Provider =>
        new(
            Samples.Answering(
                path =>
                {
                    var (status, body) = _answer(path);
                    return status switch
                    {
                        HttpStatusCode.NotFound => throw new ProviderException(ProviderFailure.Rejected, "coingecko", "answered 404"),
                        HttpStatusCode.TooManyRequests => throw new ProviderException(
                            ProviderFailure.RateLimited,
                            "coingecko",
                            "answered 429"
                        ),
                        HttpStatusCode.InternalServerError => throw new ProviderException(
                            ProviderFailure.ServerError,
                            "coingecko",
                            "answered 500"
                        ),
                        _ => (status, body),
                    };
                },
                _asked
            )
        );

    private CoinRound Round => new(Documents, new FixedOptions<ProviderOptions>(_provider), _clock);

    private PremiumCalculator Calculator => new(_board, new FixedOptions<CryptoDetailsOptions>(_options), _clock);

    private CoinMapper Mapper => new([_markets], _board, Documents, _clock);

    private Task<JobOutcome> ListAsync(bool byHand = false) =>
        new CoinListJob(Provider, Mapper, Documents, _clock).RunAsync(new JobContext(_ => { }, byHand), Ct);

    private CoinDetailsJob Details => new(Provider, Round, Documents, _clock);

    private Task<JobOutcome> DetailsAsync() => Details.RunAsync(new JobContext(_ => { }), Ct);

    private Task<JobOutcome> TickersAsync() =>
        new CoinTickersJob(Provider, Round, Calculator, Documents, new FixedOptions<CryptoDetailsOptions>(_options), _clock).RunAsync(
            new JobContext(_ => { }),
            Ct
        );

    private Task<JobOutcome> DerivativesAsync() => new DerivativesJob(Provider, Documents, _clock).RunAsync(new JobContext(_ => { }), Ct);

    private async Task<IReadOnlyList<T>> AllAsync<T>()
        where T : notnull
    {
        await using var session = Documents.QuerySession();
        return await session.Query<T>().ToListAsync(Ct);
    }

    private async Task<T?> LoadAsync<T>(string id)
        where T : notnull
    {
        await using var session = Documents.QuerySession();
        return await session.LoadAsync<T>(id, Ct);
    }

    private static string Coins(params (string Id, string Symbol, int Rank, decimal Price)[] coins) =>
        $"[{string.Join(',', coins.Select(c => FormattableString.Invariant(
        $$"""{"id":"{{c.Id}}","symbol":"{{c.Symbol}}","name":"Name of {{c.Id}}","current_price":{{c.Price}},"market_cap":1000,"market_cap_rank":{{c.Rank}}}""")))}]";

    private static readonly string s_three = Coins(("bitcoin", "btc", 1, 100_000), ("ethereum", "eth", 2, 4_000), ("tether", "usdt", 3, 1));

    private void AnswerList(string body) =>
        _answer = path => (HttpStatusCode.OK, path.Contains("page=1&", StringComparison.Ordinal) ? body : "[]");

    private async Task HaveCoinsAsync()
    {
        AnswerList(s_three);
        await ListAsync();
        _asked.Clear();
    }

    private static string IdIn(string path) => path.Split('/')[2].Split('?')[0];

    private static string DetailsOf(string path) =>
        $$"""{"id":"{{IdIn(path)}}","symbol":"x","name":"{{IdIn(path)}}","categories":["Layer 1 (L1)"]}""";

    [Fact]
    public async Task The_list_twice_is_held_once_and_the_markets_are_mapped()
    {
        AnswerList(s_three);
        Assert.Equal(3, (await ListAsync()).Rows);
        Assert.Equal(3, (await ListAsync(byHand: true)).Rows);
        Assert.Equal(["bitcoin", "ethereum", "tether"], (await AllAsync<CoinListing>()).OrderBy(c => c.Rank).Select(c => c.Id));
        var mappings = (await AllAsync<CoinMapping>()).OrderBy(m => m.Id).ToList();
        Assert.Equal(["bitcoin", "ethereum", "tether"], mappings.Select(m => m.CoinId));
        Assert.All(mappings, m => Assert.Equal(s_start, m.MappedAt));
    }

    [Fact]
    public async Task A_whole_list_takes_the_rank_of_a_coin_that_is_gone_and_a_part_of_it_does_not()
    {
        await HaveCoinsAsync();
        AnswerList(Coins(("bitcoin", "btc", 1, 1)));
        _clock.AdvanceHours(2); // the next whole list is due in a day
        await ListAsync();
        Assert.Equal(2, (await LoadAsync<CoinListing>("ethereum"))!.Rank);
        _clock.AdvanceHours(22);
        await ListAsync();
        Assert.Null((await LoadAsync<CoinListing>("ethereum"))!.Rank);
        Assert.Equal(4_000m, (await LoadAsync<CoinListing>("ethereum"))!.PriceUsd);
    }

    [Fact]
    public async Task An_empty_list_fails_and_the_last_good_one_stays()
    {
        await HaveCoinsAsync();
        AnswerList("[]");
        Assert.Equal(ProviderFailure.BadReply, (await Assert.ThrowsAsync<ProviderException>(() => ListAsync())).Kind);
        Assert.Equal(3, (await AllAsync<CoinListing>()).Count);
    }

    [Fact]
    public async Task A_market_whose_coin_is_no_longer_plausible_loses_its_mapping()
    {
        await HaveCoinsAsync();
        _board.Put("KRW-USDT", 1_400, 1, s_start);
        _board.Put("KRW-ETH", 56_000_000, 1, s_start); // 40,000 USD
        AnswerList(Coins(("impostor", "eth", 2, 4), ("bitcoin", "btc", 1, 1)));
        await using (var session = Documents.LightweightSession())
        {
            session.Delete<CoinListing>("ethereum");
            await session.SaveChangesAsync(Ct);
        }
        await ListAsync(byHand: true);
        Assert.Null(await LoadAsync<CoinMapping>("KRW-ETH"));
        Assert.NotNull(await LoadAsync<CoinMapping>("KRW-BTC"));
    }

    [Fact]
    public async Task Details_are_asked_for_once_a_week_and_an_unknown_coin_once_a_month()
    {
        await HaveCoinsAsync();
        _answer = path =>
            path.Contains("ethereum", StringComparison.Ordinal) ? (HttpStatusCode.NotFound, "") : (HttpStatusCode.OK, DetailsOf(path));
        var first = await DetailsAsync();
        Assert.Equal((2, true), (first.Rows, first.Complete));
        Assert.NotNull(first.Note);
        Assert.Equal(0, (await DetailsAsync()).Rows);
        Assert.Equal(3, _asked.Count);
        _clock.AdvanceDays(8);
        await DetailsAsync();
        Assert.Equal(5, _asked.Count);
        _clock.AdvanceDays(23);
        await DetailsAsync();
        Assert.Equal(8, _asked.Count);
        Assert.Equal(2, (await AllAsync<CoinDetails>()).Count);
    }

    [Fact]
    public async Task A_run_killed_in_the_middle_goes_on_where_it_stopped_and_ends_the_same()
    {
        await HaveCoinsAsync();
        using var killed = new CancellationTokenSource();
        _answer = path =>
        {
            if (path.Contains("ethereum", StringComparison.Ordinal))
                killed.Cancel();
            return (HttpStatusCode.OK, DetailsOf(path));
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Details.RunAsync(new JobContext(_ => { }), killed.Token));
        Assert.Equal(["bitcoin"], (await AllAsync<CoinDetails>()).Select(d => d.Id));
        _asked.Clear();
        _answer = path => (HttpStatusCode.OK, DetailsOf(path));
        Assert.Equal(2, (await DetailsAsync()).Rows);
        Assert.Equal(["ethereum", "tether"], _asked.Select(IdIn));
        Assert.Equal(3, (await AllAsync<CoinDetails>()).Count);
    }

    [Fact]
    public async Task A_limit_ends_the_run_cleanly_and_the_rest_comes_next()
    {
        await HaveCoinsAsync();
        var calls = 0;
        _answer = path => ++calls > 2 ? (HttpStatusCode.TooManyRequests, "") : (HttpStatusCode.OK, DetailsOf(path));
        var part = await DetailsAsync();
        Assert.Equal((2, false), (part.Rows, part.Complete));
        _answer = path => (HttpStatusCode.OK, DetailsOf(path));
        Assert.Equal(1, (await DetailsAsync()).Rows);
    }

    [Fact]
    public async Task A_coin_that_fails_does_not_keep_the_others_away_and_its_turn_comes_again()
    {
        await HaveCoinsAsync();
        _answer = path =>
            path.Contains("bitcoin", StringComparison.Ordinal)
                ? (HttpStatusCode.InternalServerError, "")
                : (HttpStatusCode.OK, DetailsOf(path));
        var outcome = await DetailsAsync();
        Assert.Equal((2, false), (outcome.Rows, outcome.Complete));
        _asked.Clear();
        _clock.AdvanceMinutes(60);
        await DetailsAsync();
        Assert.Equal(["bitcoin"], _asked.Select(IdIn));
        _clock.AdvanceMinutes(60); // a second failure: an hour is not enough any more
        await DetailsAsync();
        Assert.Single(_asked);
    }

    private static CoinMapping MappingOf(string id) =>
        new()
        {
            Id = "KRW-" + id,
            Symbol = id,
            CoinId = id,
            Method = "name",
            Candidates = 1,
            MappedAt = s_start,
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
        _answer = path =>
            path.Contains("a-bad-", StringComparison.Ordinal)
                ? isMalformed
                    ? (HttpStatusCode.OK, """{"tickers":[{"ba""")
                    : (HttpStatusCode.InternalServerError, "")
                : (HttpStatusCode.OK, Ticker("binance", "USDT", 1, 1));

        var first = await TickersAsync();
        // Rank 1 to 3, the five and the five behind them: all had their turn in one run.
        Assert.Equal((8, false), (first.Rows, first.Complete));
        Assert.Equal(["tether", "bitcoin", "ethereum", .. bad, .. good], _asked.Select(IdIn));
        Assert.Superset(good.ToHashSet(), (await AllAsync<CoinTickers>()).Select(t => t.Id).ToHashSet());

        _asked.Clear();
        _clock.AdvanceMinutes(10);
        await TickersAsync();
        Assert.Equal(["tether", "bitcoin", "ethereum", .. good], _asked.Select(IdIn));
        _clock.AdvanceMinutes(10); // twice their turn of ten minutes
        await TickersAsync();
        Assert.Equal(bad, _asked.Select(IdIn).Where(id => bad.Contains(id)).Order(StringComparer.Ordinal));
        _asked.Clear();
        _clock.AdvanceMinutes(20); // four times now
        await TickersAsync();
        Assert.DoesNotContain(_asked.Select(IdIn), id => bad.Contains(id));
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
        _answer = _ => (HttpStatusCode.InternalServerError, "");
        Assert.Equal(ProviderFailure.ServerError, (await Assert.ThrowsAsync<ProviderException>(TickersAsync)).Kind);
        Assert.Equal(12, _asked.Count);
        Assert.All(await AllAsync<CoinCall>(), c => Assert.Equal(0, c.Failures));
        _asked.Clear();
        _answer = _ => (HttpStatusCode.OK, Ticker("binance", "USDT", 1, 1));
        _clock.AdvanceMinutes(2);
        Assert.Equal(14, (await TickersAsync()).Rows); // those that had no turn yet, and the three of rank 1 to 3
    }

    [Fact]
    public async Task Another_coins_details_are_refused()
    {
        await HaveCoinsAsync();
        _answer = _ => (HttpStatusCode.OK, DetailsOf("/coins/somebody-else"));
        Assert.Equal(0, (await DetailsAsync()).Rows);
        Assert.Empty(await AllAsync<CoinDetails>());
    }

    [Fact]
    public async Task A_small_budget_is_spread_over_the_day_and_goes_round_oldest_first()
    {
        await HaveCoinsAsync();
        // the tickers' share is 128: a call in eleven minutes and a quarter, and a tenth of it at once in the beginning
        _provider.CallsPerDay = 320;
        _answer = path => (HttpStatusCode.OK, Ticker("binance", "USDT", 1, 1));
        Assert.Equal(3, (await TickersAsync()).Rows);
        Assert.Equal(["tether", "bitcoin", "ethereum"], _asked.Select(IdIn));
        _asked.Clear();
        _clock.AdvanceMinutes(11);
        await TickersAsync();
        Assert.Empty(_asked);
        _clock.AdvanceMinutes(1);
        Assert.False((await TickersAsync()).Complete);
        Assert.Equal(["tether"], _asked.Select(IdIn));
        _clock.AdvanceMinutes(12);
        await TickersAsync();
        Assert.Equal(["tether", "bitcoin"], _asked.Select(IdIn));
    }

    private string Ticker(params (string Exchange, string Target, decimal Last, decimal Usd, decimal Volume)[] rows) =>
        $"{{\"tickers\":[{string.Join(',', rows.Select(r => FormattableString.Invariant(
        $$"""{"base":"X","target":"{{r.Target}}","market":{"name":"{{r.Exchange}}","identifier":"{{r.Exchange}}"},"last":{{r.Last}},"volume":{{r.Volume}},"converted_last":{"usd":{{r.Usd}}},"converted_volume":{"usd":{{r.Usd * r.Volume}}},"bid_ask_spread_percentage":0.02,"timestamp":"{{_clock.GetCurrentInstant()}}"}""")))}]}}";

    private string Ticker(string exchange, string target, decimal last, decimal usd) => Ticker((exchange, target, last, usd, 10));

    [Fact]
    public async Task Tickers_are_replaced_and_the_day_keeps_the_last_state_of_each_exchange_at_the_stated_rate()
    {
        await HaveCoinsAsync();
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_start);
        var bitcoin = Ticker(
            ("binance", "USDT", 100_000, 100_000, 10),
            ("upbit", "KRW", 142_800_000, 99_000, 2),
            ("binance", "USD", 90_000, 90_000, 1),
            ("kraken", "EUR", 1, 1, 1)
        );
        _answer = path => (HttpStatusCode.OK, path.Contains("tether", StringComparison.Ordinal) ? Ticker("kraken", "USD", 1, 1) : bitcoin);
        await TickersAsync();
        Assert.Equal(3, (await LoadAsync<CoinTickers>("bitcoin"))!.Venues.Count); // EUR makes no premium

        _clock.AdvanceMinutes(5);
        _board.Put("KRW-USDT", 1_400, 1_000_000, _clock.GetCurrentInstant());
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
        _answer = _ => (HttpStatusCode.OK, Ticker(("binance", "USDT", 1, 1, 1), ("upbit", "KRW", 1_400, 1, 1)));
        await TickersAsync();
        Assert.All(await AllAsync<VenueDay>(), d => Assert.Equal(["binance"], d.Venues.Select(v => v.ExchangeId)));
    }

    [Fact]
    public async Task A_batch_of_derivatives_takes_the_place_of_the_one_before()
    {
        _answer = _ =>
            (
                HttpStatusCode.OK,
                """[{"market":"M","symbol":"S","index_id":"BTC","open_interest":5},{"market":"N","symbol":"S","index_id":"btc","open_interest":7},{"market":"M","symbol":"S","index_id":"OLD"},{"symbol":"?"}]"""
            );
        var first = await DerivativesAsync();
        Assert.Equal((3, 1), (first.Rows, first.Dropped));
        Assert.Equal(12m, (await LoadAsync<CoinDerivatives>("BTC"))!.OpenInterestUsd);
        _clock.AdvanceHours(2);
        _answer = _ => (HttpStatusCode.OK, """[{"market":"M","symbol":"S","index_id":"BTC","open_interest":9}]""");
        await DerivativesAsync();
        await DerivativesAsync();
        Assert.Equal(("BTC", 9m), Assert.Single((await AllAsync<CoinDerivatives>()).Select(d => (d.Id, d.OpenInterestUsd))));
        _answer = _ => (HttpStatusCode.OK, "[]");
        await Assert.ThrowsAsync<ProviderException>(DerivativesAsync);
        Assert.Single(await AllAsync<CoinDerivatives>());
    }

    [Fact]
    public async Task The_global_snapshot_of_an_hour_is_one_and_a_bank_rate_is_the_quotient_of_two()
    {
        _answer = path =>
            (
                HttpStatusCode.OK,
                path.Contains("global", StringComparison.Ordinal)
                    ? """{"data":{"total_market_cap":{"usd":5},"market_cap_percentage":{"btc":50}}}"""
                    : """{"rates":{"usd":{"value":100000},"krw":{"value":140050000}}}"""
            );
        await new GlobalJob(Provider, Documents, _clock).RunAsync(new JobContext(_ => { }), Ct);
        await new GlobalJob(Provider, Documents, _clock).RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal("2026-11-24T10Z", Assert.Single(await AllAsync<GlobalSnapshot>()).Id);

        await new UsdKrwJob(Provider, Documents, _clock).RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal(new FxRate("USD/KRW", 1_400.5m, "coingecko", s_start), await LoadAsync<FxRate>("USD/KRW"));
        _answer = _ => (HttpStatusCode.OK, Samples.Text("CoinGecko", "exchange-rates.json")); // crypto rows only
        await Assert.ThrowsAsync<ProviderException>(() =>
            new UsdKrwJob(Provider, Documents, _clock).RunAsync(new JobContext(_ => { }), Ct)
        );
        Assert.Equal(1_400.5m, (await LoadAsync<FxRate>("USD/KRW"))!.Rate);
    }

    [Fact]
    public async Task The_premium_of_each_coin_is_kept_once_an_hour()
    {
        await HaveCoinsAsync();
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_start);
        _board.Put("KRW-BTC", 142_800_000, 1_000_000, s_start);
        _answer = path =>
            (
                HttpStatusCode.OK,
                path.Contains("tether", StringComparison.Ordinal)
                    ? Ticker("kraken", "USD", 1, 1)
                    : Ticker("binance", "USDT", 100_000, 100_000)
            );
        await TickersAsync();
        var samples = new PremiumSamplesJob(Calculator, History, Documents, new FixedOptions<CryptoDetailsOptions>(_options), _clock);
        await samples.RunAsync(new JobContext(_ => { }), Ct);
        _clock.AdvanceMinutes(10);
        var again = await samples.RunAsync(new JobContext(_ => { }), Ct);
        Assert.StartsWith("2 of 3 ", again.Note, StringComparison.Ordinal); // ether has no domestic price
        var point = Assert.Single(await History.ReadAsync("bitcoin", s_start - Duration.FromDays(1), Ct));
        Assert.Equal(
            (Instant.FromUtc(2026, 11, 24, 10, 0), _clock.GetCurrentInstant(), 2m, 1_400m),
            (point.Hour, point.MeasuredAt, point.PremiumPercent, point.UsdKrw)
        );
        Assert.Equal(
            (142_800_000m, 102_000m, 100_000m, "venues"),
            (point.KoreanPriceKrw, point.KoreanPriceUsd, point.GlobalPriceUsd, point.Method)
        );
    }

    [Fact]
    public async Task Hours_without_a_measurement_are_filled_from_the_providers_chart_and_our_own_bars()
    {
        await HaveCoinsAsync();
        var hour = Instant.FromUtc(2026, 11, 22, 10, 0);
        Bar(TetherMarket, hour, 1_428);
        Bar("KRW-BTC", hour, 144_228_000);
        Bar(TetherMarket, hour - Duration.FromHours(1), 1_400);
        _answer = path =>
            (
                HttpStatusCode.OK,
                Chart((hour, path.Contains("tether", StringComparison.Ordinal) ? 1.02m : 100_000m), (hour - Duration.FromHours(1), 1m))
            );
        var job = new PremiumBackfillJob(
            Provider,
            Round,
            _bars,
            History,
            Documents,
            new FixedOptions<CryptoDetailsOptions>(_options),
            _clock
        );
        await job.RunAsync(new JobContext(_ => { }), Ct);
        // 1,428 / 1.02 = 1,400; 144,228,000 / 1,400 = 103,020 against 100,000.
        var point = Assert.Single(await History.ReadAsync("bitcoin", hour - Duration.FromDays(2), Ct));
        Assert.Equal(
            (hour, 1_400m, 103_020m, 100_000m, 3.02m, 3.02m, "market_chart"),
            (
                point.Hour,
                point.UsdKrw,
                point.KoreanPriceUsd,
                point.GlobalPriceUsd,
                point.PremiumPercent,
                point.UsdtPremiumPercent,
                point.Method
            )
        );

        _asked.Clear();
        Assert.True((await job.RunAsync(new JobContext(_ => { }), Ct)).Complete);
        Assert.Empty(_asked);
        _clock.AdvanceHours(1);
        Bar("KRW-ETH", hour, 5_000_000); // its bars came later
        await job.RunAsync(new JobContext(_ => { }), Ct);
        Assert.Single(await History.ReadAsync("ethereum", hour, Ct));
    }

    [Fact]
    public async Task Past_premiums_wait_for_the_exchanges_bars_in_a_start_however_long_those_take()
    {
        await HaveCoinsAsync();
        var job = new PremiumBackfillJob(
            Provider,
            Round,
            _bars,
            History,
            Documents,
            new FixedOptions<CryptoDetailsOptions>(_options),
            _clock
        );
        Assert.Equal(["bithumb-candles"], job.Description.After);
        Assert.True(job.Description.LongHistory);
        var outcome = await job.RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal((0, false), (outcome.Rows, outcome.Complete));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task With_a_bank_rate_configured_the_past_has_the_premium_against_tether_alone()
    {
        await HaveCoinsAsync();
        _options.FxProvider = "coingecko";
        var hour = Instant.FromUtc(2026, 11, 22, 10, 0);
        Bar(TetherMarket, hour, 1_400);
        Bar("KRW-BTC", hour, 142_800_000);
        _answer = path => (HttpStatusCode.OK, Chart((hour, path.Contains("tether", StringComparison.Ordinal) ? 1m : 100_000m)));
        await new PremiumBackfillJob(
            Provider,
            Round,
            _bars,
            History,
            Documents,
            new FixedOptions<CryptoDetailsOptions>(_options),
            _clock
        ).RunAsync(new JobContext(_ => { }), Ct);
        var point = Assert.Single(await History.ReadAsync("bitcoin", hour, Ct));
        Assert.Equal((null, null, null, 2m), (point.UsdKrw, point.KoreanPriceUsd, point.PremiumPercent, point.UsdtPremiumPercent));
    }

    private const string TetherMarket = "KRW-USDT";

    /// <summary>An hour bar that ends at that moment.</summary>
    private void Bar(string market, Instant end, decimal close)
    {
        var start = end - Duration.FromHours(1);
        _bars.Bars[(market, BarResolution.Hour, start)] = new Bar(market, start, close, close, close, close, 1);
    }

    private static string Chart(params (Instant At, decimal Price)[] points) =>
        $$"""{"prices":[{{string.Join(',', points.Select(Point))}}]}""";

    private static string Point((Instant At, decimal Price) point) =>
        string.Create(CultureInfo.InvariantCulture, $"[{point.At.ToUnixTimeMilliseconds() + 5_000},{point.Price}]");
}
