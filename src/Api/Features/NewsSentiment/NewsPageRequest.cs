using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>A window of a list: by limit and offset, by limit and page, or from a cursor on.</summary>
public record NewsPageRequest
{
    /// <summary>Articles at most.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>Articles left out at the beginning.</summary>
    [QueryParam]
    public int Offset { get; init; }

    /// <summary>From 1, in place of offset.</summary>
    [QueryParam]
    public int? Page { get; init; }

    /// <summary>next_cursor of the answer before: continues after its last article, also when articles were added.</summary>
    [QueryParam]
    public string? Cursor { get; init; }
}

/// <summary>A window of the news of the last days.</summary>
public record RecentNewsRequest : NewsPageRequest
{
    /// <summary>Only articles of the last days: days times 24 hours, until now.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;
}

/// <summary>The rules that all windows share.</summary>
public abstract class NewsPageRules<T> : Validator<T>
    where T : NewsPageRequest
{
    protected NewsPageRules()
    {
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Offset).IsSkip();
        RuleFor(r => r.Page).IsPage();
        RuleFor(r => r.Page).Must((r, page) => page is null || r.Offset == 0).WithMessage("cannot be given together with offset");
        RuleFor(r => r.Cursor)
            .Must((r, cursor) => string.IsNullOrEmpty(cursor) || r is { Offset: 0, Page: null })
            .WithMessage("cannot be given together with offset or page");
    }
}

/// <inheritdoc cref="NewsPageRules{T}"/>
public abstract class RecentNewsRules<T> : NewsPageRules<T>
    where T : RecentNewsRequest
{
    protected RecentNewsRules() => RuleFor(r => r.Days).InclusiveBetween(1, 30);
}

public sealed class NewsPageValidator : NewsPageRules<NewsPageRequest>;

public sealed class RecentNewsValidator : RecentNewsRules<RecentNewsRequest>;
