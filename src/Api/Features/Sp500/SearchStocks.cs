using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Text to search for, under either name.</summary>
public sealed record SearchStocksRequest
{
    /// <summary>Symbol, its beginning, or a part of the company's English or Korean name.</summary>
    public string? Q { get; init; }

    /// <summary>The same under its older name.</summary>
    public string? Query { get; init; }

    /// <summary>Number of results.</summary>
    public int Limit { get; init; } = 20;

    public string Text() => TextFold.Typed(Q ?? Query).Trim();
}

public sealed class SearchStocksValidator : Validator<SearchStocksRequest>
{
    public SearchStocksValidator()
    {
        RuleFor(r => r.Q).Must((r, _) => r.Text().Length > 0).WithMessage("must not be empty (query is the same parameter)");
        RuleFor(r => r.Q).MaximumLength(150).Must((r, _) => r.Text().Length <= 50).WithMessage("must be at most 50 characters");
        RuleFor(r => r.Query).MaximumLength(150);
        RuleFor(r => r.Limit).IsLimit(100);
    }
}

/// <summary>Companies found.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Results">Best match first, at most <c>limit</c>.</param>
/// <param name="TotalCount">How many match in all.</param>
/// <param name="Message">For people, when nothing matches.</param>
public sealed record SearchStocksAnswer(string Query, IReadOnlyList<StockItem> Results, int TotalCount, string? Message);

/// <summary>Finds companies by symbol or name.</summary>
public sealed class SearchStocks([FromKeyedServices("sp500")] EquityBoard board) : Endpoint<SearchStocksRequest, SearchStocksAnswer>
{
    public override void Configure()
    {
        Get("search");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Search companies";
            s.Description =
                "The symbol or whole name that the text is comes first, then symbols that begin with it, "
                + "then names with a word that does, then the rest that contain it. "
                + "Korean names, short names, signs and cases make no difference: 애플, ａａｐｌ, AT&T, att.";
        });
    }

    public override async Task<SearchStocksAnswer> ExecuteAsync(SearchStocksRequest request, CancellationToken ct)
    {
        var text = request.Text();
        var found = (await board.ReadAsync(ct)).Search(text);
        return new SearchStocksAnswer(
            text,
            [.. found.Take(request.Limit).Select(StockItem.Of)],
            found.Count,
            found.Count == 0 ? $"'{text}'에 대한 검색 결과가 없습니다." : null
        );
    }
}
