using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

public sealed record PeriodRequest
{
    /// <summary>A fiscal date: 2026-06-30.</summary>
    public LocalDate PeriodDate { get; init; }

    /// <summary>Number of companies.</summary>
    [QueryParam]
    public int Limit { get; init; } = 50;
}

public sealed class PeriodValidator : Validator<PeriodRequest>
{
    public PeriodValidator() => RuleFor(r => r.Limit).IsLimit(200);
}

/// <summary>The companies of one date in figures.</summary>
/// <param name="Period">The date as text.</param>
/// <param name="TotalCompanies">All that have a balance sheet of that date.</param>
/// <param name="ReturnedCompanies">Those in the list.</param>
/// <param name="AverageTotalAssetsBillions">Mean over all of them that report it in USD, 2 decimals; null when none does.</param>
public sealed record PeriodSummary(
    string Period,
    int TotalCompanies,
    int ReturnedCompanies,
    decimal? AverageTotalAssetsBillions,
    string Description
);

/// <summary>All balance sheets of one date.</summary>
/// <param name="Companies">By symbol, at most <c>limit</c>.</param>
public sealed record PeriodAnswer(LocalDate Period, IReadOnlyList<BalanceSheetRow> Companies, PeriodSummary Summary);

/// <summary>GET /api/v1/balance-sheet/period/{period_date}: the companies of one fiscal date.</summary>
public sealed class GetPeriod(IDocumentStore store, AgedAnswers cache) : Endpoint<PeriodRequest, PeriodAnswer>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public override void Configure()
    {
        Get("period/{period_date}");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Balance sheets of one date";
            s.Description =
                "All companies whose period ends on exactly that day, by symbol; `/periods` lists the days. 404 when there is none.";
            s.ResponseExamples[200] = new PeriodAnswer(
                new LocalDate(2023, 9, 30),
                [BalanceSheetRow.Example],
                new PeriodSummary("2023-09-30", 1, 1, 129.32m, "2023-09-30에 마감한 기업 1곳 가운데 1곳")
            );
        });
    }

    public override async Task<PeriodAnswer> ExecuteAsync(PeriodRequest request, CancellationToken ct)
    {
        var date = request.PeriodDate;
        var all = await cache.GetAsync($"balance-sheets:period:{date:uuuu-MM-dd}", s_freshFor, c => ReadAsync(date, c), ct);
        if (all.Count == 0)
            throw ProblemException.NotFound($"No company has a balance sheet of {Amounts.Day(date)}.");
        var companies = all.Take(request.Limit).Select(BalanceSheetRow.Of).ToList();
        var assets = all.Where(s => s.ReportedCurrency == "USD").Select(s => s.TotalAssets).OfType<decimal>().ToList();
        return new PeriodAnswer(
            date,
            companies,
            new PeriodSummary(
                Amounts.Day(date),
                all.Count,
                companies.Count,
                assets.Count == 0 ? null : Amounts.Billions(assets.Average()),
                $"{Amounts.Day(date)}에 마감한 기업 {all.Count}곳 가운데 {companies.Count}곳"
            )
        );
    }

    private async Task<IReadOnlyList<BalanceSheet>> ReadAsync(LocalDate date, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var sheets = await session.Query<BalanceSheet>().Where(s => s.FiscalDateEnding == date).ToListAsync(ct);
        return [.. sheets.OrderBy(s => s.Symbol, StringComparer.Ordinal)];
    }
}
