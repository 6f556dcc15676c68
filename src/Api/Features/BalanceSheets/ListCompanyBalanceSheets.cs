using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

public sealed record CompanyBalanceSheetsRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Number of periods.</summary>
    [QueryParam]
    public int Limit { get; init; } = 10;
}

public sealed class CompanyBalanceSheetsValidator : Validator<CompanyBalanceSheetsRequest>
{
    public CompanyBalanceSheetsValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Limit).IsLimit(50);
    }
}

/// <summary>GET /api/v1/balance-sheet/symbol/{symbol}: one company's periods.</summary>
public sealed class ListCompanyBalanceSheets(BalanceSheetReader reader)
    : Endpoint<CompanyBalanceSheetsRequest, IReadOnlyList<BalanceSheetRow>>
{
    public override void Configure()
    {
        Get("symbol/{symbol}");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Balance sheets of one company";
            s.Description = "Newest first; 404 when none is held.";
            s.ResponseExamples[200] = new[] { BalanceSheetRow.Example };
        });
    }

    public override async Task<IReadOnlyList<BalanceSheetRow>> ExecuteAsync(CompanyBalanceSheetsRequest request, CancellationToken ct) =>
        [.. (await reader.NeededOfAsync(request.Symbol, ct)).Take(request.Limit).Select(BalanceSheetRow.Of)];
}
