using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

public sealed record RecentBalanceSheetRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Number of sheets: the answer is then a list of the latest ones; without it the latest alone.</summary>
    [QueryParam]
    public int? Limit { get; init; }
}

public sealed class RecentBalanceSheetValidator : Validator<RecentBalanceSheetRequest>
{
    public RecentBalanceSheetValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Limit).IsLimit(50);
    }
}

/// <summary>GET /api/v1/balance-sheet/symbol/{symbol}/recent: one company's latest period.</summary>
public sealed class GetRecentBalanceSheet(BalanceSheetReader reader) : Endpoint<RecentBalanceSheetRequest>
{
    public override void Configure()
    {
        Get("symbol/{symbol}/recent");
        Group<BalanceSheetGroup>();
        Description(b => b.Produces<BalanceSheetRow>(200));
        Options(b => b.CachesAs(DataKind.Daily).WithMetadata(new AlsoAnswers("application/json", typeof(IReadOnlyList<BalanceSheetRow>))));
        Summary(s =>
        {
            s.Summary = "The latest balance sheet of one company";
            s.Description = "The latest period alone; with `limit` the bare list of that many, newest first. 404 when none is held.";
            s.ResponseExamples[200] = BalanceSheetRow.Example;
        });
    }

    public override async Task HandleAsync(RecentBalanceSheetRequest request, CancellationToken ct)
    {
        var sheets = await reader.NeededOfAsync(request.Symbol, ct);
        if (request.Limit is { } limit)
            await Send.OkAsync(sheets.Take(limit).Select(BalanceSheetRow.Of).ToList(), ct);
        else
            await Send.OkAsync(BalanceSheetRow.Of(sheets[0]), ct);
    }
}
