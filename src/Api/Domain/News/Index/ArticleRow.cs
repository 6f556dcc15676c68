namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>A row of the index.</summary>
/// <param name="Id">Key of the document.</param>
/// <param name="PublishedAt">First sort value of a list that is newest first.</param>
/// <param name="Rank">How well it matches; null without words to find.</param>
/// <param name="AsOf">Publication of the newest match when the list was begun, for lists that are ranked.</param>
internal sealed record ArticleRow(string Id, Instant PublishedAt, double? Rank, Instant? AsOf);

/// <summary>Place after a row: its sort values, and the page that it ended.</summary>
internal sealed record ArticlePlace(ArticleRow Row, int Page);

/// <summary>
/// Rows of a page, and what the statement counted on the way: matches in all, up to one more than are counted; else 0.
/// </summary>
internal sealed record FoundArticles(List<ArticleRow> Rows, int Number);
