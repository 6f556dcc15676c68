using FastEndpoints;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Ipo;

/// <param name="TotalIpos">Stored offerings, past and coming.</param>
/// <param name="ThisMonth">Those of this calendar month in New York, days past included.</param>
/// <param name="NextMonth">Those of the next one.</param>
/// <param name="ByExchange">From today on, by exchange (NASDAQ, NYSE ...); most first.</param>
/// <param name="AvgPriceRange">Mean ends of the price ranges.</param>
/// <param name="Upcoming7days">Those of seven days, today the first.</param>
public sealed record IpoStatistics(
    int TotalIpos,
    int ThisMonth,
    int NextMonth,
    IReadOnlyDictionary<string, int> ByExchange,
    AveragePriceRange AvgPriceRange,
    [property: System.Text.Json.Serialization.JsonPropertyName("upcoming_7days")] int Upcoming7days
);

/// <summary>Over offerings in US dollars with both ends known, 2 decimals; null when there is none.</summary>
public sealed record AveragePriceRange(decimal? Low, decimal? High);

/// <summary>GET /api/v1/ipo-calendar/statistics: how much the calendar holds.</summary>
public sealed class GetIpoStatistics(IDocumentStore store, AgedAnswers cache, IClock clock) : EndpointWithoutRequest<IpoStatistics>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public override void Configure()
    {
        Get("statistics");
        Group<IpoCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Figures of the IPO calendar";
            s.Description = "Days and months are New York's. Price ranges in other currencies, or with an end unknown, are in no mean.";
            s.ResponseExamples[200] = new IpoStatistics(
                112,
                9,
                7,
                new Dictionary<string, int> { ["NASDAQ"] = 18, ["NYSE"] = 6 },
                new AveragePriceRange(15.2m, 17.05m),
                3
            );
        });
    }

    public override async Task<IpoStatistics> ExecuteAsync(CancellationToken ct) =>
        await cache.GetAsync("ipo:statistics", s_freshFor, ReadAsync, ct);

    // A few hundred offerings a year: they are read and counted here rather than by nine queries.
    private async Task<IpoStatistics> ReadAsync(CancellationToken ct)
    {
        var today = clock.Today();
        await using var session = store.QuerySession();
        var all = await session.Query<IpoOffering>().Where(o => o.IsListed).ToListAsync(ct);
        var month = today.With(DateAdjusters.StartOfMonth);
        int InMonth(LocalDate first) => all.Count(o => o.IpoDate >= first && o.IpoDate < first.PlusMonths(1));
        var ranges = all.Where(o => o is { Currency: "USD", PriceRangeLow: not null, PriceRangeHigh: not null }).ToList();
        return new IpoStatistics(
            all.Count,
            InMonth(month),
            InMonth(month.PlusMonths(1)),
            all.Where(o => o.IpoDate >= today && o.Exchange is not null)
                .GroupBy(o => ExchangeNames.Of(o.Exchange)!, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Count()),
            new AveragePriceRange(Mean(ranges.Select(o => o.PriceRangeLow!.Value)), Mean(ranges.Select(o => o.PriceRangeHigh!.Value))),
            all.Count(o => o.IpoDate >= today && o.IpoDate < today.PlusDays(7))
        );
    }

    private static decimal? Mean(IEnumerable<decimal> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? null : Math.Round(all.Average(), 2, MidpointRounding.AwayFromZero);
    }
}
