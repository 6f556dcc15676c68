namespace InvestmentAssistant.Api.Domain.News;

/// <summary>
/// What all kinds of news have in common, from every provider. Each kind is a document of its own feature with its own key and further
/// fields; lists and the text helpers beside this file need no more than this.
/// </summary>
public interface IArticle
{
    /// <summary>Key of the document; the last sort value of every list.</summary>
    string Id { get; }

    /// <summary>The publisher as the provider writes it: Reuters, CNBC.</summary>
    string? Source { get; }

    /// <summary>Headline, as plain text.</summary>
    string? Title { get; }

    /// <summary>Short plain text; not the whole article.</summary>
    string? Description { get; }

    /// <summary>Where it can be read; null for the few that come without.</summary>
    string? Url { get; }

    Instant PublishedAt { get; }

    /// <summary>When the provider last sent it to us.</summary>
    Instant FetchedAt { get; }
}
