using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Articles;
using InvestmentAssistant.Api.Platform.Providers.NewsApi;
using NodaTime;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.MarketNews.Ingestion;

/// <summary>Articles as the provider sends them, made into documents.</summary>
internal static class MarketArticleMapping
{
    private const int LongestTitle = 500;

    /// <summary>Clocks differ: an article may be this far ahead of ours.</summary>
    private static readonly Duration s_ahead = Duration.FromHours(1);

    /// <summary>
    /// The document, or null for what cannot be used: withdrawn articles, and those without a title, a web address or a time of publication that can be true.
    /// </summary>
    public static MarketArticle? Map(NewsApiArticle sent, string? category, string? query, Instant now)
    {
        if (ArticleText.IsRemoved(sent.Title, sent.Url) || ArticleUrl.Parse(sent.Url) is null
            || ArticleText.Plain(sent.Title) is not { } sentTitle) return null;
        if (OffsetDateTimePattern.ExtendedIso.Parse(sent.PublishedAt ?? "") is not { Success: true, Value: var published }) return null;
        var (url, at) = (sent.Url!.Trim(), published.ToInstant());
        if (at > now + s_ahead) return null;
        var source = ArticleText.Plain(sent.Source?.Name) ?? ArticleUrl.Host(url)!;
        var title = ArticleEnvelope.Headline(sentTitle, ArticleText.Plain(sent.Source?.Name));
        return new MarketArticle
        {
            Id = MarketArticle.IdOf(source, url),
            Source = source,
            SourceId = ArticleText.Plain(sent.Source?.Id),
            Author = ArticleText.Plain(sent.Author),
            Title = title.Length > LongestTitle ? ArticleText.Short(title, LongestTitle - 3)! : title,
            Description = ArticleEnvelope.Summary(ArticleText.Plain(sent.Description), title),
            Content = ArticleEnvelope.Content(ArticleText.Plain(sent.Content)),
            Url = url,
            UrlToImage = ArticleUrl.Parse(sent.UrlToImage)?.ToString(),
            PublishedAt = at,
            FetchedAt = now,
            Categories = category is null ? [] : [category],
            Queries = query is null ? [] : [query],
        };
    }
}
