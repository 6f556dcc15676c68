using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Articles;
using InvestmentAssistant.Api.Platform.Providers.Finnhub;
using NodaTime;

namespace InvestmentAssistant.Api.Features.FinancialNews.Ingestion;

/// <summary>Articles as the provider sends them, made into documents.</summary>
internal static class FinancialArticleMapping
{
    /// <summary>News before this are a provider's zero, not history.</summary>
    private static readonly Instant s_earliest = Instant.FromUtc(1990, 1, 1, 0, 0);

    private static readonly Duration s_ahead = Duration.FromHours(1);

    /// <summary>The document, or null for what cannot be used: no number, no headline, no time of publication that can be true, withdrawn.</summary>
    /// <param name="sent">As it came; its own category is a topic of another kind.</param>
    /// <param name="category">The category that was asked for.</param>
    /// <param name="now">When it came.</param>
    public static FinancialArticle? Map(FinnhubArticle sent, string category, Instant now)
    {
        if (sent is not { Id: > 0 and var number, Datetime: > 0 and < 253_402_300_800 and var seconds } || ArticleText.Plain(sent.Headline) is not { } headline) return null;
        var at = Instant.FromUnixTimeSeconds(seconds);
        if (at < s_earliest || at > now + s_ahead || ArticleText.IsRemoved(headline, sent.Url)) return null;
        return new FinancialArticle
        {
            Id = FinancialArticle.IdOf(category, number),
            Category = category,
            NewsId = number,
            Title = headline,
            Description = ArticleEnvelope.Summary(ArticleText.Plain(sent.Summary), headline),
            Source = ArticleText.Plain(sent.Source),
            Url = ArticleUrl.Parse(sent.Url) is null ? null : sent.Url!.Trim(),
            Image = ArticleUrl.Parse(sent.Image) is null ? null : sent.Image!.Trim(),
            Symbols = SymbolsIn(sent.Related),
            PublishedAt = at,
            FetchedAt = now,
        };
    }

    /// <summary>"AAPL, msft,,AAPL" names two symbols.</summary>
    public static IReadOnlyList<string> SymbolsIn(string? related) =>
        [.. (ArticleText.Plain(related) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(s => s.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
}
