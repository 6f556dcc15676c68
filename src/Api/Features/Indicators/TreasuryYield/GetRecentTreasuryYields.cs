using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

public sealed record RecentTreasuryRequest
{
    /// <summary>Number of days back to compare with.</summary>
    [QueryParam]
    public int Days { get; init; } = 30;

    /// <summary>daily or monthly. Without it the days of the last two years, or months where no days are held.</summary>
    [QueryParam]
    public string? Interval { get; init; }
}

public sealed class RecentTreasuryValidator : Validator<RecentTreasuryRequest>
{
    public RecentTreasuryValidator()
    {
        RuleFor(r => r.Days).InclusiveBetween(1, 365);
        RuleFor(r => r.Interval).IsOneOf(YieldIntervals.Names);
    }
}

/// <summary>GET /api/v1/treasury-yield/recent: the latest yields and how they have moved.</summary>
public sealed class GetRecentTreasuryYields(TreasuryReader reader) : Endpoint<RecentTreasuryRequest, RecentTreasury>
{
    public override void Configure()
    {
        Get("recent");
        Group<TreasuryYieldGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Latest Treasury yields";
            s.Description =
                "The latest date's yields, those of each maturity's last date on or before `days` days earlier, and the changes "
                + "by maturity: absolute in "
                + "percentage points, percentage against the older yield (2 decimals; null when that is 0).";
        });
    }

    public override async Task<RecentTreasury> ExecuteAsync(RecentTreasuryRequest request, CancellationToken ct)
    {
        var table = await reader.ReadAsync(YieldIntervals.Or(request.Interval, YieldInterval.Newest), ct);
        var latest = table.LatestDate();
        List<TreasuryRow> now = [],
            before = [];
        var changes = new Dictionary<string, YieldChange>();
        foreach (var m in table.Maturities)
        {
            var current = m.Held.Rows.FirstOrDefault(r => r.Date == latest);
            var earlier = m.Held.Rows.LastOrDefault(r => r.Date <= latest.PlusDays(-request.Days));
            if (current is not null)
                now.Add(TreasuryRow.Of(m, current));
            if (earlier is not null)
                before.Add(TreasuryRow.Of(m, earlier));
            if (current is not null && earlier is not null)
                changes[m.Maturity.Name] = YieldChange.Between(earlier.Value, current.Value);
        }
        return new RecentTreasury(latest, now, before, changes);
    }
}

/// <param name="Absolute">Percentage points.</param>
/// <param name="Percentage">Percent of the older yield, 2 decimals; null when that is 0.</param>
public sealed record YieldChange(decimal Absolute, decimal? Percentage)
{
    public static YieldChange Between(decimal then, decimal now) =>
        new(now - then, then == 0 ? null : Statistics.Round((now - then) / Math.Abs(then) * 100, 2));
}

/// <param name="LatestDate">The newest date held.</param>
/// <param name="Data">Its yields, by time to maturity.</param>
/// <param name="PreviousData">The yields compared with.</param>
/// <param name="Changes">By maturity; absent without a yield to compare with.</param>
public sealed record RecentTreasury(
    LocalDate LatestDate,
    IReadOnlyList<TreasuryRow> Data,
    IReadOnlyList<TreasuryRow> PreviousData,
    IReadOnlyDictionary<string, YieldChange> Changes
);
