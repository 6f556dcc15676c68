using System.Globalization;
using System.Net;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>The premium of each hour, measured or filled in.</summary>
public sealed class PremiumJobsTests(LocalServices services) : CoinJobsTestBase(services)
{
    [Fact]
    public async Task The_premium_of_each_coin_is_kept_once_an_hour()
    {
        await HaveCoinsAsync();
        Board.Put("KRW-USDT", 1_400, 1_000_000, Start);
        Board.Put("KRW-BTC", 142_800_000, 1_000_000, Start);
        Answer = path =>
            (
                HttpStatusCode.OK,
                path.Contains("tether", StringComparison.Ordinal)
                    ? Ticker("kraken", "USD", 1, 1)
                    : Ticker("binance", "USDT", 100_000, 100_000)
            );
        await TickersAsync();
        var samples = new PremiumSamplesJob(Calculator, History, Documents, new FixedOptions<CryptoDetailsOptions>(Options), Clock);
        await samples.RunAsync(new JobContext(_ => { }), Ct);
        Clock.AdvanceMinutes(10);
        var again = await samples.RunAsync(new JobContext(_ => { }), Ct);
        Assert.StartsWith("2 of 3 ", again.Note, StringComparison.Ordinal); // ether has no domestic price
        var point = Assert.Single(await History.ReadAsync("bitcoin", Start - Duration.FromDays(1), Ct));
        Assert.Equal(
            (Instant.FromUtc(2026, 11, 24, 10, 0), Clock.GetCurrentInstant(), 2m, 1_400m),
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
        Answer = path =>
            (
                HttpStatusCode.OK,
                Chart((hour, path.Contains("tether", StringComparison.Ordinal) ? 1.02m : 100_000m), (hour - Duration.FromHours(1), 1m))
            );
        var job = new PremiumBackfillJob(Provider, Round, Bars, History, Documents, new FixedOptions<CryptoDetailsOptions>(Options), Clock);
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

        Asked.Clear();
        Assert.True((await job.RunAsync(new JobContext(_ => { }), Ct)).Complete);
        Assert.Empty(Asked);
        Clock.AdvanceHours(1);
        Bar("KRW-ETH", hour, 5_000_000); // its bars came later
        await job.RunAsync(new JobContext(_ => { }), Ct);
        Assert.Single(await History.ReadAsync("ethereum", hour, Ct));
    }

    [Fact]
    public async Task Past_premiums_wait_for_the_exchanges_bars_in_a_start_however_long_those_take()
    {
        await HaveCoinsAsync();
        var job = new PremiumBackfillJob(Provider, Round, Bars, History, Documents, new FixedOptions<CryptoDetailsOptions>(Options), Clock);
        Assert.Equal(["bithumb-candles"], job.Description.After);
        Assert.True(job.Description.LongHistory);
        var outcome = await job.RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal((0, false), (outcome.Rows, outcome.Complete));
        Assert.Empty(Asked);
    }

    [Fact]
    public async Task With_a_bank_rate_configured_the_past_has_the_premium_against_tether_alone()
    {
        await HaveCoinsAsync();
        Options.FxProvider = "coingecko";
        var hour = Instant.FromUtc(2026, 11, 22, 10, 0);
        Bar(TetherMarket, hour, 1_400);
        Bar("KRW-BTC", hour, 142_800_000);
        Answer = path => (HttpStatusCode.OK, Chart((hour, path.Contains("tether", StringComparison.Ordinal) ? 1m : 100_000m)));
        await new PremiumBackfillJob(
            Provider,
            Round,
            Bars,
            History,
            Documents,
            new FixedOptions<CryptoDetailsOptions>(Options),
            Clock
        ).RunAsync(new JobContext(_ => { }), Ct);
        var point = Assert.Single(await History.ReadAsync("bitcoin", hour, Ct));
        Assert.Equal((null, null, null, 2m), (point.UsdKrw, point.KoreanPriceUsd, point.PremiumPercent, point.UsdtPremiumPercent));
    }

    private const string TetherMarket = "KRW-USDT";

    /// <summary>An hour bar that ends at that moment.</summary>
    private void Bar(string market, Instant end, decimal close)
    {
        var start = end - Duration.FromHours(1);
        Bars.Bars[(market, BarResolution.Hour, start)] = new Bar(market, start, close, close, close, close, 1);
    }

    private static string Chart(params (Instant At, decimal Price)[] points) =>
        $$"""{"prices":[{{string.Join(',', points.Select(Point))}}]}""";

    private static string Point((Instant At, decimal Price) point) =>
        string.Create(CultureInfo.InvariantCulture, $"[{point.At.ToUnixTimeMilliseconds() + 5_000},{point.Price}]");
}
