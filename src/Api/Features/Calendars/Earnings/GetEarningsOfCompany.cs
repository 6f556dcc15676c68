using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Earnings;

public sealed record EarningsOfCompanyRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Number of rows.</summary>
    [QueryParam]
    public int Limit { get; init; } = 10;
}

public sealed class EarningsOfCompanyValidator : Validator<EarningsOfCompanyRequest>
{
    public EarningsOfCompanyValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Limit).IsLimit(100);
    }
}

/// <summary>GET /api/v1/earnings-calendar/symbol/{symbol}: a company's reports.</summary>
public sealed class GetEarningsOfCompany(IDocumentStore store, IClock clock)
    : Endpoint<EarningsOfCompanyRequest, IReadOnlyList<EarningsItem>>
{
    public override void Configure()
    {
        Get("symbol/{symbol}");
        Group<EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Reports of a company";
            s.Description = "Coming reports first, the nearest in front; then past ones, the newest in front. 404 when none is held.";
            s.ResponseExamples[200] = new[] { EarningsItem.Example };
        });
    }

    public override async Task<IReadOnlyList<EarningsItem>> ExecuteAsync(EarningsOfCompanyRequest request, CancellationToken ct)
    {
        var (symbol, today) = (EquitySymbol.Normalize(request.Symbol), clock.Today());
        await using var session = store.QuerySession();
        var all = session.Earnings().Where(e => e.Symbol == symbol);
        var found = await all.NearestAsync(today, request.Limit, ct);
        return found.Count > 0
            ? [.. found.Select(EarningsItem.Of)]
            : throw ProblemException.NotFound($"No earnings report of {symbol} is held.");
    }
}
