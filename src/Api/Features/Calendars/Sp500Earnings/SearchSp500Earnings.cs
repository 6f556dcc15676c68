using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Text;
using Marten;
using Marten.Linq.MatchesSql;

namespace InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;

public sealed record SearchSp500EarningsRequest
{
    /// <summary>A part of a symbol, of a company's English or Korean name or of an event's title, in any spelling.</summary>
    [QueryParam]
    public string Q { get; init; } = "";

    /// <summary>Number of rows.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;
}

public sealed class SearchSp500EarningsValidator : Validator<SearchSp500EarningsRequest>
{
    public SearchSp500EarningsValidator()
    {
        RuleFor(r => r.Q).Must(TextFold.HasWord).WithMessage("must hold a letter or a digit").IsPartOfName();
        RuleFor(r => r.Limit).IsLimit(100);
    }
}

/// <summary>GET /api/v1/sp500-earnings-calendar/search: reports found by words.</summary>
public sealed class SearchSp500Earnings(IDocumentStore store, [FromKeyedServices("sp500")] EquityBoard board, IClock clock)
    : Endpoint<SearchSp500EarningsRequest, IReadOnlyList<Sp500EarningsItem>>
{
    // Every character is taken as it stands: % and _ mean themselves.
    private const string Found =
        "(d.symbol = any(?) or position(? in search.fold(concat_ws(' ', d.symbol, d.data ->> 'company_name', d.data ->> 'title'))) > 0)";

    public override void Configure()
    {
        Get("search");
        Group<Sp500EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Search S&P 500 reports";
            s.Description =
                "In symbol, company (in English or Korean) and title. "
                + "Coming reports first, the nearest in front; then past ones, the newest in front.";
            s.ResponseExamples[200] = new[] { Sp500EarningsItem.Example };
        });
    }

    public override async Task<IReadOnlyList<Sp500EarningsItem>> ExecuteAsync(SearchSp500EarningsRequest request, CancellationToken ct)
    {
        var (words, today) = (TextFold.Of(TextFold.Typed(request.Q)).Trim(), clock.Today());
        string[] named = [.. (await board.ReadAsync(ct)).Search(request.Q).Select(r => r.Symbol)];
        await using var session = store.QuerySession();
        var all = session.Sp500Earnings().Where(e => e.MatchesSql(Found, named, words));
        return (await all.NearestAsync(today, request.Limit, ct)).Shape(today);
    }
}
