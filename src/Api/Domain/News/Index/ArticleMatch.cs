namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>Match of an article with a search.</summary>
/// <param name="Title">Its title as HTML, found words in &lt;mark&gt;.</param>
/// <param name="Snippet">Its text around them, likewise; null when there is no text.</param>
/// <param name="Rank">Larger is better; comparable within one search.</param>
public sealed record ArticleMatch(string Title, string? Snippet, double Rank)
{
    /// <summary>Null for an article of a list that searches for nothing.</summary>
    public static ArticleMatch? Of<TArticle>(ArticleHit<TArticle> hit) =>
        hit is { Title: { } title, Rank: { } rank }
            ? new ArticleMatch(title, string.IsNullOrWhiteSpace(hit.Snippet) ? null : hit.Snippet, Math.Round(rank, 6))
            : null;
}
