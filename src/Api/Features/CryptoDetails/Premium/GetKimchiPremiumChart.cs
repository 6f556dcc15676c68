using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Platform.Http;
using Marten;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

public sealed record KimchiPremiumChartRequest
{
    /// <summary>Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Days in Seoul, today included.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;
}

public sealed class KimchiPremiumChartValidator : Validator<KimchiPremiumChartRequest>
{
    public KimchiPremiumChartValidator()
    {
        RuleFor(r => r.Symbol).IsCoinSymbol();
        RuleFor(r => r.Days).InclusiveBetween(1, 30);
    }
}

/// <summary>
/// GET /api/v1/crypto/details/kimchi-premium/{symbol}/chart: prices by exchange and the premium, day by day and hour by hour.
/// </summary>
public sealed class GetKimchiPremiumChart(
    CoinDirectory coins,
    PremiumReader premiums,
    PremiumDays days,
    IOptionsMonitor<CryptoDetailsOptions> settings,
    IClock clock
) : Endpoint<KimchiPremiumChartRequest, KimchiPremiumChart>
{
    public override void Configure()
    {
        Get("kimchi-premium/{symbol}/chart");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Kimchi premium over time";
            s.Description =
                "Days begin at 00:00 in Seoul. By exchange one point a day, the latest; `premium_trend` a day and "
                + "`premium_points` an hour by the one definition. "
                + "Points were measured (`method` live or venues), or worked out later from the provider's hourly world price and the "
                + "exchange's own bars (`market_chart`). Bithumb's days come from its own bars; of the other exchanges the provider gives "
                + "present prices only, so they have points from the day on which they were first collected. `statistics.venue_history` "
                + "says for each exchange since when there are points, and why not before.";
        });
    }

    public override async Task<KimchiPremiumChart> ExecuteAsync(KimchiPremiumChartRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        var now = await premiums.ReadAsync(coin, ct);
        var today = SeoulDay.DateOf(clock.GetCurrentInstant());
        var from = today.PlusDays(1 - request.Days);
        var held = await days.ReadAsync(coin, from, today, ct);
        return KimchiPremiumChart.Of(coin.Symbol, request.Days, held, now, today, settings.CurrentValue.ListExchanges());
    }
}

/// <param name="Timestamp">Time of the newest input.</param>
/// <param name="TimeZone">Where the days begin.</param>
public sealed record KimchiPremiumChart(
    string Symbol,
    Instant Timestamp,
    int TimeRangeDays,
    PremiumChartData ChartData,
    PremiumChartStatistics Statistics,
    string TimeZone
)
{
    public static KimchiPremiumChart Of(
        string symbol,
        int days,
        HeldPremiumDays held,
        PremiumNow now,
        LocalDate today,
        IReadOnlyList<string> exchanges
    )
    {
        var byExchange = held
            .Venues.SelectMany(d =>
                d.Venues.Select(v => (v.ExchangeId, Point: new VenueChartPoint(d.Date, v.At, v.PriceUsd, v.VolumeUsd, v.SpreadPercent)))
            )
            .Concat(BithumbBefore(held))
            .GroupBy(v => v.ExchangeId, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyList<VenueChartPoint>)[.. g.Select(v => v.Point).OrderBy(p => p.Date)],
                StringComparer.Ordinal
            );
        var korean = byExchange.Where(e => PremiumCalculator.IsDomestic(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal).ToDictionary();
        var global = byExchange.Where(e => !PremiumCalculator.IsDomestic(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal).ToDictionary();
        var trend = held
            .Hours.GroupBy(p => SeoulDay.DateOf(p.Hour))
            .Select(g => PremiumDayPoint.Of(g.Key, g.Last()))
            .Where(p => p.Date != today || now.Premium.Reason is not null)
            .ToList();
        if (now.Premium.Reason is null)
            trend.Add(PremiumDayPoint.Of(today, now));
        var points = held.Hours.Select(p => new PremiumHourPoint(p.MeasuredAt, p.PremiumPercent, p.UsdtPremiumPercent, p.Method)).ToList();
        var newest = trend
            .Select(p => (Instant?)p.MeasuredAt)
            .Concat(byExchange.Values.SelectMany(v => v).Select(p => (Instant?)p.Timestamp))
            .Max();
        return new KimchiPremiumChart(
            symbol,
            now.At,
            days,
            new PremiumChartData(korean, global, trend, points),
            new PremiumChartStatistics(
                korean.Values.Sum(v => v.Count) + global.Values.Sum(v => v.Count) + trend.Count,
                korean.Count,
                global.Count,
                newest?.ToString(),
                [.. exchanges.Union(byExchange.Keys).Select(e => VenueHistory.Of(e, byExchange.GetValueOrDefault(e) ?? [], days, today))]
            ),
            SeoulDay.Zone.Id
        );
    }

    /// <summary>For days before tickers were collected the exchange's own bars are used; their volume is the day's.</summary>
    private static IEnumerable<(string ExchangeId, VenueChartPoint Point)> BithumbBefore(HeldPremiumDays held)
    {
        var known = held.Venues.Where(d => d.Venues.Any(v => v.ExchangeId == PremiumCalculator.Bithumb)).Select(d => d.Date).ToHashSet();
        var volumes = held.Bars.ToDictionary(b => b.Date, b => b.Volume);
        return held
            .Hours.Where(p => p is { Method: PremiumPoint.MarketChart, KoreanPriceUsd: not null })
            .GroupBy(p => SeoulDay.DateOf(p.Hour))
            .Where(g => !known.Contains(g.Key))
            .Select(g =>
                (
                    PremiumCalculator.Bithumb,
                    new VenueChartPoint(
                        g.Key,
                        g.Last().MeasuredAt,
                        g.Last().KoreanPriceUsd!.Value,
                        volumes.TryGetValue(g.Key, out var coins) ? KimchiPremium.Round(coins * g.Last().KoreanPriceUsd, 2) : null,
                        null
                    )
                )
            );
    }
}

/// <param name="KoreanExchanges">By exchange, ascending.</param>
/// <param name="GlobalExchanges">By exchange, ascending.</param>
/// <param name="PremiumTrend">One point a day, ascending; the last is live.</param>
/// <param name="PremiumPoints">One point an hour, ascending.</param>
public sealed record PremiumChartData(
    IReadOnlyDictionary<string, IReadOnlyList<VenueChartPoint>> KoreanExchanges,
    IReadOnlyDictionary<string, IReadOnlyList<VenueChartPoint>> GlobalExchanges,
    IReadOnlyList<PremiumDayPoint> PremiumTrend,
    IReadOnlyList<PremiumHourPoint> PremiumPoints
);

/// <summary>An exchange's last state of a Seoul day; USD, spread in percent.</summary>
public sealed record VenueChartPoint(LocalDate Date, Instant Timestamp, decimal PriceUsd, decimal? VolumeUsd, decimal? SpreadPercentage);

/// <summary>The premium of a Seoul day, as last measured that day.</summary>
public sealed record PremiumDayPoint(
    LocalDate Date,
    decimal? KoreanPriceUsd,
    decimal? GlobalPriceUsd,
    decimal? KimchiPremiumPercent,
    decimal? PriceDiffUsd,
    decimal? UsdtPremiumPercent,
    decimal? UsdKrw,
    Instant MeasuredAt,
    string Method
)
{
    public static PremiumDayPoint Of(LocalDate date, PremiumPoint point) =>
        new(
            date,
            point.KoreanPriceUsd,
            point.GlobalPriceUsd,
            point.PremiumPercent,
            point.KoreanPriceUsd - point.GlobalPriceUsd,
            point.UsdtPremiumPercent,
            KimchiPremium.Round(point.UsdKrw, 4),
            point.MeasuredAt,
            point.Method
        );

    public static PremiumDayPoint Of(LocalDate today, PremiumNow now) =>
        new(
            today,
            now.Premium.PriceUsd,
            now.Premium.GlobalUsd,
            now.Premium.Percent,
            now.Premium.DifferenceUsd,
            now.Premium.UsdtPercent,
            KimchiPremium.Round(now.Premium.Rate.UsdKrw, 4),
            now.At,
            "live"
        );
}

/// <summary>The premium of an hour, percent.</summary>
public sealed record PremiumHourPoint(Instant Timestamp, decimal? KimchiPremiumPercent, decimal? UsdtPremiumPercent, string Method);

/// <param name="TotalDataPoints">Of the exchanges and the daily trend.</param>
/// <param name="DataFreshness">Time of the newest point; null without points.</param>
/// <param name="VenueHistory">Every exchange that is asked for, with or without points.</param>
public sealed record PremiumChartStatistics(
    int TotalDataPoints,
    int KoreanExchangesCount,
    int GlobalExchangesCount,
    string? DataFreshness,
    IReadOnlyList<VenueHistory> VenueHistory
);

/// <summary>Since when a chart has points of an exchange.</summary>
/// <param name="FirstDate">Of the days asked for; null without points.</param>
/// <param name="Source">exchange_bars (its own bars, fetched for the past too) or tickers (collected day by day).</param>
/// <param name="Missing">no_provider_history: before the first day no provider has this exchange's prices; no_bars: its bars are not held;
/// null when the days asked for are all there.</param>
public sealed record VenueHistory(string ExchangeId, bool IsKorean, LocalDate? FirstDate, int Days, string Source, string? Missing)
{
    public static VenueHistory Of(string exchange, IReadOnlyList<VenueChartPoint> points, int days, LocalDate today)
    {
        var hasBars = exchange == PremiumCalculator.Bithumb;
        var first = points.Count == 0 ? (LocalDate?)null : points[0].Date;
        // Today's point comes with the first ticker of the day.
        var isWhole = points.Count(p => p.Date != today) >= days - 1;
        return new VenueHistory(
            exchange,
            PremiumCalculator.IsDomestic(exchange),
            first,
            points.Count,
            hasBars ? "exchange_bars" : "tickers",
            isWhole ? null
                : hasBars ? "no_bars"
                : "no_provider_history"
        );
    }
}
