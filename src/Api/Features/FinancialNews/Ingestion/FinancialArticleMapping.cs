using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.FinancialNews.Ingestion;

/// <summary>Articles as the provider sends them, made into documents.</summary>
internal static class FinancialArticleMapping
{
    /// <summary>
    /// The document, or null for what cannot be used: no number, no headline, no time of publication that can be true, withdrawn.
    /// </summary>
    /// <param name="sent">As it came; its own category is a topic of another kind.</param>
    /// <param name="category">The category that was asked for.</param>
    /// <param name="now">When it came.</param>
    public static FinancialArticle? Map(FinnhubArticle sent, string category, Instant now)
    {
        if (sent.Id is not (> 0 and var number))
            return DroppedRows.Null<FinancialArticle>("articles without a number");
        if (sent.Read(now) is not { } article)
            return null;
        return new FinancialArticle
        {
            Id = FinancialArticle.IdOf(category, number),
            Category = category,
            NewsId = number,
            Title = article.Title,
            Description = article.Text,
            Source = article.Source,
            Url = article.Url,
            Image = article.Image,
            Symbols = SymbolsIn(sent.Related),
            PublishedAt = article.PublishedAt,
            FetchedAt = now,
        };
    }

    /// <summary>"AAPL, msft,,AAPL" names two symbols.</summary>
    public static IReadOnlyList<string> SymbolsIn(string? related) =>
        [
            .. (SentArticle.PlainOf(related, SentArticle.LongestText) ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(s => s.ToUpperInvariant())
                .Distinct(StringComparer.Ordinal),
        ];
}
