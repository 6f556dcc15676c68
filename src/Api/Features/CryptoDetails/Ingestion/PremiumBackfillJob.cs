using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// Fills the hours of the last month without a measured premium: the provider's hourly USD price against the exchange's own hour bars, at
/// the rate that KRW-USDT and the USD price of USDT gave in that hour. Points that were measured stay.
/// </summary>
public sealed class PremiumBackfillJob(
    CoinGeckoClient provider,
    CoinRound round,
    IMarketStore bars,
    PremiumHistory history,
    IDocumentStore store,
    IOptionsMonitor<CryptoDetailsOptions> settings,
    IClock clock
) : IDataSetJob
{
    private const string Purpose = "history";
    private const string TetherMarket = "KRW-USDT";
    private const int Days = 30;

    /// <summary>Share of the day's calls.</summary>
    private const double Share = 0.08;

    /// <summary>Fills what a longer standstill left open.</summary>
    private static readonly Duration s_again = Duration.FromDays(7);

    private static readonly Duration s_retry = Duration.FromMinutes(50);

    /// <summary>A price of the provider belongs to the full hour it is this close to.</summary>
    private static readonly Duration s_close = Duration.FromMinutes(10);

    public DataSetDescription Description { get; } =
        new(
            "kimchi-premium-history",
            CoinGeckoClient.Provider,
            "Kimchi premium of the last month",
            "0 50 * * * ?",
            Duration.FromHours(30),
            LongHistory: true
        )
        {
            After = ["bithumb-candles"],
        };

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var calls = await round.CallsAsync(Purpose, ct);
        var now = clock.GetCurrentInstant();
        if (!await HasBarsAsync(TetherMarket, now, ct))
            return new JobOutcome(0, Complete: false, Note: "the exchange's hour bars are not there yet");
        var allowance = round.Allowance(Share, calls.Values);
        var markets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (coin, market) in await CoinsAsync(ct))
        {
            if (markets.Count >= allowance)
                break;
            if (
                (!calls.TryGetValue(coin, out var call) || now - call.At > call.Wait(s_again, s_retry, s_again))
                && await HasBarsAsync(market, now, ct)
            )
                markets[coin] = market;
        }
        if (markets.Count == 0)
            return new JobOutcome(0, Note: "nothing is missing");
        var rates = await RatesAsync(now, ct);
        return await round.RunAsync(
            context,
            Purpose,
            [.. markets.Keys],
            async (coin, _) =>
            {
                var world = ByHour(await provider.MarketChartAsync(coin, Days, ct));
                return (await history.FillAsync(Points(coin, world, await ClosesAsync(markets[coin], now, ct), rates), ct), 0);
            },
            ct
        );
    }

    /// <summary>One point an hour that has both prices.</summary>
    private static List<PremiumPoint> Points(
        string coin,
        IReadOnlyDictionary<Instant, decimal> world,
        IReadOnlyDictionary<Instant, decimal> domestic,
        IReadOnlyDictionary<Instant, UsdKrwRate> rates
    )
    {
        var points = new List<PremiumPoint>();
        foreach (var (hour, usd) in world)
        {
            if (!domestic.TryGetValue(hour, out var krw) || !rates.TryGetValue(hour, out var rate))
                continue;
            points.Add(
                new PremiumPoint(
                    coin,
                    hour,
                    hour,
                    krw,
                    KimchiPremium.Round(krw / rate.UsdKrw, 8),
                    KimchiPremium.Round(usd, 8),
                    rate.UsdKrw,
                    KimchiPremium.Round(KimchiPremium.PercentOf(krw / rate.UsdKrw, usd), 3),
                    KimchiPremium.Round(KimchiPremium.PercentOf(krw / rate.KrwUsdt, usd / rate.UsdtUsd), 3),
                    null,
                    null,
                    PremiumPoint.MarketChart
                )
            );
        }
        return points;
    }

    private async Task<IReadOnlyDictionary<Instant, UsdKrwRate>> RatesAsync(Instant now, CancellationToken ct)
    {
        var tether = ByHour(await provider.MarketChartAsync(PremiumCalculator.Tether, Days, ct));
        var krw = await ClosesAsync(TetherMarket, now, ct);
        // The bank's rate of those hours is not known; where one is configured, only the premium against USDT is filled.
        var bank = settings.CurrentValue.FxProvider;
        return tether
            .Where(t => krw.ContainsKey(t.Key))
            .ToDictionary(
                t => t.Key,
                t =>
                {
                    var implied = UsdKrwRate.OfTether(krw[t.Key], t.Key, t.Value, t.Key);
                    return bank == UsdKrwRate.Implied ? implied : implied.WithProvider(bank, null, null);
                }
            );
    }

    /// <summary>Closes by the full hour at which their bar ends.</summary>
    private async Task<IReadOnlyDictionary<Instant, decimal>> ClosesAsync(string market, Instant now, CancellationToken ct) =>
        (
            await bars.ReadBarsAsync(market, BarResolution.Hour, now - Duration.FromDays(Days + 1), PremiumPoint.HourOf(now), ct)
        ).ToDictionary(b => b.Start + Duration.FromHours(1), b => b.Close);

    /// <summary>Whether the market has hour bars of one to three days ago: one that was listed since has nothing to fill.</summary>
    private async Task<bool> HasBarsAsync(string market, Instant now, CancellationToken ct) =>
        (await bars.ReadBarsAsync(market, BarResolution.Hour, now - Duration.FromDays(3), now - Duration.FromDays(1), ct)).Count > 0;

    private async Task<IReadOnlyList<(string Coin, string Market)>> CoinsAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var mappings = await session.Query<CoinMapping>().ToListAsync(ct);
        var ids = mappings.Select(m => m.CoinId).Distinct(StringComparer.Ordinal).ToArray();
        var ranks = (
            await session.Query<CoinListing>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Rank }).ToListAsync(ct)
        ).ToDictionary(c => c.Id, c => c.Rank, StringComparer.Ordinal);
        return
        [
            .. mappings
                .OrderBy(m => ranks.GetValueOrDefault(m.CoinId) ?? int.MaxValue)
                .ThenBy(m => m.Id, StringComparer.Ordinal)
                .Select(m => (m.CoinId, m.Id)),
        ];
    }

    /// <summary>The provider's points by full hour; those in the middle of one (the newest) belong to none.</summary>
    internal static IReadOnlyDictionary<Instant, decimal> ByHour(MarketChartReply chart)
    {
        var hours = new SortedDictionary<Instant, decimal>();
        foreach (var point in chart.Prices ?? [])
        {
            if (point is not [{ } ms, { } price] || Plausible.Price(price) is null || Plausible.Milliseconds(ms) is not { } at)
                continue;
            var hour = PremiumPoint.HourOf(at + Duration.FromMinutes(30));
            if ((at > hour ? at - hour : hour - at) <= s_close)
                hours.TryAdd(hour, price);
        }
        return hours;
    }
}
