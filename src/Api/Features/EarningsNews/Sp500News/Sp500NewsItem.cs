using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.Sp500News;

/// <summary>An article beside a report of the S&amp;P 500's calendar.</summary>
/// <param name="CalendarId">Number of the report.</param>
/// <param name="SourceTable">Which data set it comes from: company_news.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Summary">Plain text, at most 1,000 characters.</param>
/// <param name="Content">The whole text that the provider sent, when it is longer than the summary.</param>
/// <param name="Source">Who published it.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="NewsSection">
/// forecast: before the report; reaction: after it; report_day: on the day of a report whose hour is not known, on neither side.
/// </param>
/// <param name="DaysFromEarnings">New York days from the report date; negative before it.</param>
/// <param name="Id">Number of the article.</param>
/// <param name="FetchedAt">When the provider first sent it.</param>
/// <param name="CreatedAt">When it was first held.</param>
/// <param name="IsForecastNews">Whether it is of before the report.</param>
/// <param name="IsReactionNews">Whether it is of after it.</param>
/// <param name="HasContent">Whether content is there.</param>
/// <param name="ShortTitle">At most 100 characters.</param>
public sealed record Sp500NewsItem(
    int CalendarId,
    string? SourceTable,
    string? Title,
    string? Url,
    string? Summary,
    string? Content,
    string? Source,
    Instant? PublishedAt,
    NewsSection? NewsSection,
    int? DaysFromEarnings,
    long Id,
    Instant? FetchedAt,
    Instant? CreatedAt,
    bool? IsForecastNews,
    bool? IsReactionNews,
    bool? HasContent,
    string? ShortTitle
)
{
    public static Sp500NewsItem Of(EarningsArticle a) =>
        new(
            a.EventId,
            "company_news",
            a.Title,
            a.Url,
            a.Description,
            a.Content,
            a.Source,
            a.PublishedAt,
            a.Section,
            a.DaysFromEarnings,
            a.Number,
            a.FetchedAt,
            a.FetchedAt,
            a.Section == Documents.NewsSection.Forecast,
            a.Section == Documents.NewsSection.Reaction,
            a.Content is not null,
            ArticleText.Short(a.Title)
        );

    internal static Sp500NewsItem Example { get; } =
        new(
            412,
            "company_news",
            "Apple earnings preview: what to expect from Q1 2026 results",
            "https://news.example/apple-q1-preview",
            "Analysts expect earnings of $2.67 a share.",
            null,
            "Street Ledger",
            Instant.FromUtc(2026, 1, 27, 14, 5),
            Documents.NewsSection.Forecast,
            -2,
            174_231_990_412_557,
            Instant.FromUtc(2026, 1, 27, 15, 35),
            Instant.FromUtc(2026, 1, 27, 15, 35),
            true,
            false,
            false,
            "Apple earnings preview: what to expect from Q1 2026 results"
        );
}

internal static class Sp500Reports
{
    /// <summary>A report by its number; 404 when no report of the S&amp;P 500's calendar has it.</summary>
    public static async Task<EarningsEvent> Sp500ReportAsync(this IQuerySession session, int id, CancellationToken ct) =>
        await session.LoadAsync<EarningsEvent>(id, ct) is { IsSp500: true, IsListed: true } report
            ? report
            : throw ProblemException.NotFound($"No report of the S&P 500's calendar has the number {id}.");

    public static IQueryable<EarningsArticle> ArticlesOf(this IQuerySession session, int id) =>
        session.Query<EarningsArticle>().Where(a => a.EventId == id);
}
