using System.Globalization;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;

namespace InvestmentAssistant.Api.Features.EarningsNews.Ingestion;

/// <summary>Changes that a reply makes in the articles of one event.</summary>
/// <param name="Stored">New ones, and held ones whose place has changed.</param>
/// <param name="Removed">Held ones that no longer lie in the window, because the report has moved.</param>
/// <param name="Count">What is kept afterwards.</param>
/// <param name="Dropped">Rows that cannot be true.</param>
public sealed record EarningsNewsChange(
    IReadOnlyList<EarningsArticle> Stored,
    IReadOnlyList<EarningsArticle> Removed,
    EarningsNewsCount Count,
    int Dropped
);

/// <summary>
/// Puts a provider's articles to those that are held of an event: one an address and one a headline, each on its side of the report as it
/// now stands.
/// </summary>
public static class EarningsNewsMerge
{
    private const int SummaryLength = 1_000;

    public static EarningsNewsChange Merge(
        EarningsEvent e,
        IReadOnlyList<EarningsArticle> held,
        IReadOnlyList<FinnhubArticle> rows,
        Instant now
    )
    {
        var stored = new List<EarningsArticle>();
        var removed = new List<EarningsArticle>();
        var kept = new List<EarningsArticle>();
        var (urls, titles) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var old in held.OrderBy(a => a.PublishedAt).ThenBy(a => a.Id, StringComparer.Ordinal))
        {
            if (Placed(old, e) is not { } placed)
            {
                removed.Add(old);
                continue;
            }
            if (placed != old)
                stored.Add(placed);
            Keep(placed);
        }

        var dropped = 0;
        // The first of several with one headline is the original.
        foreach (var row in rows.OrderBy(r => r.Datetime ?? long.MaxValue))
        {
            if (Read(row, e, now) is not { } article)
                dropped++;
            else if (
                Placed(article, e) is { } placed
                && !urls.Contains(ArticleUrl.Key(placed.Url))
                && !titles.Contains(ArticleText.TitleKey(placed.Title))
            )
            {
                stored.Add(placed);
                Keep(placed);
            }
        }
        var count = new EarningsNewsCount(
            e.Id,
            In(NewsSection.Forecast),
            In(NewsSection.Reaction),
            In(NewsSection.ReportDay),
            kept.Count(a => a.IsStory)
        );
        return new EarningsNewsChange(stored, removed, count, dropped);

        int In(NewsSection section) => kept.Count(a => a.Section == section);

        void Keep(EarningsArticle article)
        {
            kept.Add(article);
            urls.Add(ArticleUrl.Key(article.Url));
            titles.Add(ArticleText.TitleKey(article.Title));
        }
    }

    /// <summary>The article on its side of the report; null outside the window.</summary>
    private static EarningsArticle? Placed(EarningsArticle article, EarningsEvent e) =>
        EarningsWindow.Place(e, article.PublishedAt, article.Title, article.Description) is not { } place
            ? null
            : article with
            {
                ReportDate = e.ReportDate,
                Section = place.Section,
                DaysFromEarnings = place.DaysFromEarnings,
                IsStory = EarningsWindow.IsStory(place, article.Title),
            };

    /// <summary>Null for a row without headline, address or a time that can be true, and for a withdrawn article.</summary>
    private static EarningsArticle? Read(FinnhubArticle row, EarningsEvent e, Instant now)
    {
        if (row.Read(now, needsAddress: true) is not { Url: { } url } article)
            return null;
        var summary = ArticleText.Short(article.Text, SummaryLength);
        return new EarningsArticle
        {
            Id = EarningsArticle.IdOf(e.Id, url),
            EventId = e.Id,
            Symbol = e.Symbol,
            ReportDate = e.ReportDate,
            Url = url,
            Title = article.Title,
            Description = summary,
            Content = summary == article.Text ? null : article.Text,
            Source = article.Source,
            Category = SentArticle.NameOf(row.Category),
            ArticleId = row.Id?.ToString(CultureInfo.InvariantCulture),
            Image = article.Image,
            Related = SentArticle.NameOf(row.Related),
            PublishedAt = article.PublishedAt,
            Section = default,
            DaysFromEarnings = 0,
            IsStory = false,
            FetchedAt = now,
        };
    }
}
