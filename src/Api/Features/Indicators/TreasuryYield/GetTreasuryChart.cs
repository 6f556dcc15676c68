using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

public sealed record TreasuryChartRequest
{
    /// <summary>3month, 2year, 5year, 7year, 10year or 30year.</summary>
    [QueryParam]
    public string Maturity { get; init; } = "10year";

    /// <summary>1month, 3months, 6months, 1year, 2years, 5years or max.</summary>
    [QueryParam]
    public string Period { get; init; } = "1year";

    /// <summary>
    /// daily or monthly. Without it days up to two years; beyond them months as far as they are published, then the days since.
    /// </summary>
    [QueryParam]
    public string? Interval { get; init; }
}

public sealed class TreasuryChartValidator : Validator<TreasuryChartRequest>
{
    public TreasuryChartValidator()
    {
        RuleFor(r => r.Maturity).IsOneOf(Indicators.TreasuryYield.Maturity.Names);
        RuleFor(r => r.Interval).IsOneOf(YieldIntervals.Names);
        RuleFor(r => r.Period).IsOneOf([.. GetTreasuryChart.Periods.Keys]);
    }
}

/// <summary>GET /api/v1/treasury-yield/chart: one maturity over a period.</summary>
public sealed class GetTreasuryChart(TreasuryReader reader) : Endpoint<TreasuryChartRequest, TreasuryChart>
{
    /// <summary>As far back as days are kept.</summary>
    private const int MonthsInDays = 24;

    /// <summary>Months back from the latest observation; null = all.</summary>
    internal static readonly IReadOnlyDictionary<string, int?> Periods = new Dictionary<string, int?>
    {
        ["1month"] = 1,
        ["3months"] = 3,
        ["6months"] = 6,
        ["1year"] = 12,
        ["2years"] = 24,
        ["5years"] = 60,
        ["max"] = null,
    };

    public override void Configure()
    {
        Get("chart");
        Group<TreasuryYieldGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Treasury yield chart";
            s.Description =
                "Oldest first, in days up to two years and in months beyond, from the date that lies the period before the "
                + "latest observation (both ends included, so that the summary's change spans the "
                + "whole period). Volatility is the sample standard deviation, 4 decimals; null with fewer than two points. Empty "
                + "while nothing is held.";
        });
    }

    public override async Task<TreasuryChart> ExecuteAsync(TreasuryChartRequest request, CancellationToken ct)
    {
        var isLong = Periods[request.Period] is not { } span || span > MonthsInDays;
        var interval = YieldIntervals.Or(request.Interval, isLong ? YieldInterval.Both : YieldInterval.Newest);
        var values = (await reader.ReadAsync(Maturity.All.First(m => m.Name == request.Maturity), interval, ct)).Values;
        IReadOnlyList<DatedValue> shown =
            values.Latest is { } latest && Periods[request.Period] is { } months
                ? [.. values.Values.Where(v => v.Date >= latest.Date.PlusMonths(-months))]
                : values.Values;
        var yields = shown.Select(v => v.Value).ToList();
        return new TreasuryChart(
            request.Maturity,
            request.Period,
            [.. shown.Select(v => new TreasuryPoint(v.Date, Decimals.Text(v.Value)))],
            new TreasurySummary(
                yields.Count > 0 ? yields[^1] : null,
                Statistics.Min(yields),
                Statistics.Max(yields),
                Statistics.Mean(yields, 4),
                yields.Count > 0 ? yields[^1] - yields[0] : null,
                Statistics.StandardDeviation(yields, sample: true, 4)
            )
        );
    }
}

/// <param name="Date">The day, or the first day of the month.</param>
/// <param name="YieldRate">Percent, as text.</param>
public sealed record TreasuryPoint(LocalDate Date, string? YieldRate);

/// <param name="Current">Percent.</param>
/// <param name="Min">Percent.</param>
/// <param name="Max">Percent.</param>
/// <param name="Avg">Percent, 4 decimals.</param>
/// <param name="Change">Last minus first, percentage points.</param>
/// <param name="Volatility">Sample standard deviation, percentage points, 4 decimals.</param>
public sealed record TreasurySummary(decimal? Current, decimal? Min, decimal? Max, decimal? Avg, decimal? Change, decimal? Volatility);

/// <param name="Data">Oldest first.</param>
public sealed record TreasuryChart(string Maturity, string Period, IReadOnlyList<TreasuryPoint> Data, TreasurySummary Summary);
