using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;

public sealed record Sp500EarningsOfCompanyRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Number of rows.</summary>
    [QueryParam]
    public int Limit { get; init; } = 10;
}

public sealed class Sp500EarningsOfCompanyValidator : Validator<Sp500EarningsOfCompanyRequest>
{
    public Sp500EarningsOfCompanyValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Limit).IsLimit(50);
    }
}

/// <param name="Symbol">As the index writes it.</param>
/// <param name="CompanyName">As the index writes it.</param>
/// <param name="Earnings">What is to come first, then what is past.</param>
/// <param name="TotalCount">All stored reports of it, with any limit.</param>
/// <param name="Message">For people.</param>
public sealed record Sp500EarningsOfCompany(
    string Symbol,
    string? CompanyName,
    IReadOnlyList<Sp500EarningsItem> Earnings,
    int TotalCount,
    string? Message
);

/// <summary>GET /api/v1/sp500-earnings-calendar/symbol/{symbol}: a company's reports.</summary>
public sealed class GetSp500EarningsOfCompany(IDocumentStore store, IClock clock)
    : Endpoint<Sp500EarningsOfCompanyRequest, Sp500EarningsOfCompany>
{
    public override void Configure()
    {
        Get("symbol/{symbol}");
        Group<Sp500EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Reports of an S&P 500 company";
            s.Description = "Coming reports first, the nearest in front; then past ones, the newest in front. 404 when none is held.";
            s.ResponseExamples[200] = new Sp500EarningsOfCompany(
                "AAPL",
                "Apple Inc.",
                [Sp500EarningsItem.Example],
                1,
                "AAPL 실적 발표 1건입니다."
            );
        });
    }

    public override async Task<Sp500EarningsOfCompany> ExecuteAsync(Sp500EarningsOfCompanyRequest request, CancellationToken ct)
    {
        var (symbol, today) = (EquitySymbol.Normalize(request.Symbol), clock.Today());
        await using var session = store.QuerySession();
        var all = session.Sp500Earnings().Where(e => e.Symbol == symbol);
        var total = await all.CountAsync(ct);
        if (total == 0)
            throw ProblemException.NotFound($"No earnings report of {symbol} as a member of the S&P 500 is held.");
        var found = await all.NearestAsync(today, request.Limit, ct);
        return new Sp500EarningsOfCompany(symbol, found[0].CompanyName, found.Shape(today), total, $"{symbol} 실적 발표 {total}건입니다.");
    }
}
