using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

public sealed record ListBalanceSheetsRequest
{
    /// <summary>From 1.</summary>
    [QueryParam]
    public int Page { get; init; } = 1;

    /// <summary>Rows a page.</summary>
    [QueryParam]
    public int Size { get; init; } = 20;

    /// <summary>Only this company, in any case.</summary>
    [QueryParam]
    public string? Symbol { get; init; }

    /// <summary>First fiscal date.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Last fiscal date, included.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }
}

public sealed class ListBalanceSheetsValidator : Validator<ListBalanceSheetsRequest>
{
    public ListBalanceSheetsValidator()
    {
        RuleFor(r => r.Page).IsPage();
        RuleFor(r => r.Size).IsLimit(100);
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).When(r => !string.IsNullOrEmpty(r.Symbol)).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
    }
}

/// <summary>A page of balance sheets.</summary>
/// <param name="Total">Rows of all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">Rows a page.</param>
public sealed record BalanceSheetPage(IReadOnlyList<BalanceSheetRow> Items, int Total, int Page, int Size, bool HasNext);

/// <summary>GET /api/v1/balance-sheet/: all balance sheets, page by page.</summary>
public sealed class ListBalanceSheets(IDocumentStore store, AgedAnswers cache) : Endpoint<ListBalanceSheetsRequest, BalanceSheetPage>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(10);

    public override void Configure()
    {
        Get("");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Balance sheets of all companies";
            s.Description =
                "Newest fiscal date first, then by symbol. Amounts are decimal texts in the reported currency. An unknown "
                + "company is an empty page.";
            s.ResponseExamples[200] = new BalanceSheetPage([BalanceSheetRow.Example], 1, 1, 20, false);
        });
    }

    public override async Task<BalanceSheetPage> ExecuteAsync(ListBalanceSheetsRequest request, CancellationToken ct)
    {
        var symbol = string.IsNullOrEmpty(request.Symbol) ? null : EquitySymbol.Normalize(request.Symbol);
        var key = $"balance-sheets:list:{request.Page}:{request.Size}:{symbol}:{request.StartDate}:{request.EndDate}";
        return await cache.GetAsync(key, s_freshFor, c => ReadAsync(request, symbol, c), ct);
    }

    private async Task<BalanceSheetPage> ReadAsync(ListBalanceSheetsRequest request, string? symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        IQueryable<BalanceSheet> sheets = session.Query<BalanceSheet>();
        if (symbol is not null)
            sheets = sheets.Where(s => s.Symbol == symbol);
        if (request.StartDate is { } start)
            sheets = sheets.Where(s => s.FiscalDateEnding >= start);
        if (request.EndDate is { } end)
            sheets = sheets.Where(s => s.FiscalDateEnding <= end);
        var page = await sheets
            .OrderByDescending(s => s.FiscalDateEnding)
            .ThenBy(s => s.Symbol)
            .PageAsync(Window.OfPage(request.Page, request.Size), BalanceSheetRow.Of, ct);
        return new BalanceSheetPage(page.Items, page.Total, request.Page, request.Size, page.HasNext);
    }
}
