using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>Text to search a board for, under either name.</summary>
public abstract record EquitySearchRequest
{
    /// <summary>Symbol, its beginning, or a part of the English or Korean name.</summary>
    public string? Q { get; init; }

    /// <summary>The same under its other name.</summary>
    public string? Query { get; init; }

    /// <summary>Number of results.</summary>
    public int Limit { get; init; } = 20;

    public string Text() => TextFold.Typed(Q ?? Query).Trim();
}

/// <summary>Rules of a search; its number of results is bounded by the feature.</summary>
public abstract class EquitySearchValidator<TRequest> : Validator<TRequest>
    where TRequest : EquitySearchRequest
{
    protected EquitySearchValidator(int most)
    {
        RuleFor(r => r.Q).Must((r, _) => r.Text().Length > 0).WithMessage("must not be empty (query is the same parameter)");
        RuleFor(r => r.Q).MaximumLength(150).Must((r, _) => r.Text().Length <= 50).WithMessage("must be at most 50 characters");
        RuleFor(r => r.Query).MaximumLength(150);
        RuleFor(r => r.Limit).IsLimit(most);
    }
}

/// <summary>What both searches say of themselves.</summary>
public static class EquitySearch
{
    /// <summary>The order of the results, for the API description.</summary>
    public const string Order =
        "The symbol or whole name that the text is comes first, then symbols that begin with it, then names with a word that does, "
        + "then the rest that contain it. Korean names, short names, signs and cases make no difference: 애플, ａａｐｌ, AT&T, att.";

    /// <summary>Returns the line for people when nothing matches; null when something does.</summary>
    public static string? Message(string text, int found) => found == 0 ? $"'{text}'에 대한 검색 결과가 없습니다." : null;
}
