namespace InvestmentAssistant.Api.Domain.News.Keys;

/// <summary>By which rule the keys of one kind of article were last made.</summary>
public sealed record ArticleKeyState
{
    /// <summary>The kind: market_article.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="ArticleUrl.Rule"/> of that time.</summary>
    public required string Rule { get; init; }
}
