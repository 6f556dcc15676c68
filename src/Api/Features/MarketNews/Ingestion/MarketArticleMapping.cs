using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.MarketNews.Ingestion;

/// <summary>Articles as the provider sends them, made into documents.</summary>
internal static class MarketArticleMapping
{
    /// <summary>
    /// The document, or null for what cannot be used: withdrawn articles, and those without a title, a web address or a time of publication
    /// that can be true.
    /// </summary>
    public static MarketArticle? Map(NewsApiArticle sent, string? category, string? query, Instant now)
    {
        var published = OffsetDateTimePattern.ExtendedIso.Parse(sent.PublishedAt ?? "") is { Success: true, Value: var time }
            ? time.ToInstant()
            : (Instant?)null;
        var read = SentArticle.ReadWithAddress(sent.Title, sent.Url, published, sent.Description, sent.Source?.Name, sent.UrlToImage, now);
        if (read is not { Url: { } url } article)
            return null;
        var source = article.Source ?? ArticleUrl.Host(url)!;
        return new MarketArticle
        {
            Id = MarketArticle.IdOf(source, url),
            Source = source,
            SourceId = SentArticle.NameOf(sent.Source?.Id),
            Author = SentArticle.NameOf(sent.Author),
            Title = ArticleEnvelope.Headline(article.Title, article.Source),
            Description = article.Text,
            Content = ArticleEnvelope.Content(SentArticle.PlainOf(sent.Content, SentArticle.LongestText)),
            Url = url,
            UrlToImage = article.Image,
            PublishedAt = article.PublishedAt,
            FetchedAt = now,
            Categories = category is null ? [] : [category],
            Queries = query is null ? [] : [query],
        };
    }
}
