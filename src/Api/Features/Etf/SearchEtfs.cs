using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>Text to search for, under either name.</summary>
public sealed record SearchEtfsRequest
{
    /// <summary>Symbol, its beginning, or a part of the fund's English or Korean name.</summary>
    public string? Q { get; init; }

    /// <summary>The same under its other name.</summary>
    public string? Query { get; init; }

    /// <summary>Number of results.</summary>
    public int Limit { get; init; } = 20;

    public string Text() => TextFold.Typed(Q ?? Query).Trim();
}

public sealed class SearchEtfsValidator : Validator<SearchEtfsRequest>
{
    public SearchEtfsValidator()
    {
        RuleFor(r => r.Q).Must((r, _) => r.Text().Length > 0).WithMessage("must not be empty (query is the same parameter)");
        RuleFor(r => r.Q).MaximumLength(150).Must((r, _) => r.Text().Length <= 50).WithMessage("must be at most 50 characters");
        RuleFor(r => r.Query).MaximumLength(150);
        RuleFor(r => r.Limit).IsLimit(50);
    }
}

/// <summary>ETFs found.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Results">Best match first, at most <c>limit</c>.</param>
/// <param name="TotalCount">How many match in all.</param>
/// <param name="Message">For people, when nothing matches.</param>
public sealed record SearchEtfsAnswer(string Query, IReadOnlyList<EtfItem> Results, int TotalCount, string? Message);

/// <summary>Finds ETFs by symbol or name.</summary>
public sealed class SearchEtfs([FromKeyedServices("etf")] EquityBoard board) : Endpoint<SearchEtfsRequest, SearchEtfsAnswer>
{
    public override void Configure()
    {
        Get("search");
        Group<EtfGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Search ETFs";
            s.Description =
                "The symbol or whole name that the text is comes first, then symbols that begin with it, "
                + "then names with a word that does, then the rest that contain it. "
                + "Korean names, short names, signs and cases make no difference: 애플, ａａｐｌ, AT&T, att.";
        });
    }

    public override async Task<SearchEtfsAnswer> ExecuteAsync(SearchEtfsRequest request, CancellationToken ct)
    {
        var text = request.Text();
        var moment = await board.ReadAsync(ct);
        var found = moment.Search(text);
        return new SearchEtfsAnswer(
            text,
            EtfItem.Of(found.Take(request.Limit), moment),
            found.Count,
            found.Count == 0 ? $"'{text}'에 대한 검색 결과가 없습니다." : null
        );
    }
}
