using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

/// <summary>A story about a report, in a list.</summary>
/// <param name="Symbol">Whose report.</param>
/// <param name="ReportDate">Date of the report, New York.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Source">Who published it.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="ShortHeadline">At most 100 characters.</param>
/// <param name="HasImage">Whether a picture is known.</param>
/// <param name="FetchedAt">When the provider first sent it.</param>
/// <param name="NewsSection">
/// forecast: before the report; reaction: after it; report_day: on its day, on neither side (the hour is not known).
/// </param>
/// <param name="DaysFromEarnings">New York days from the report date; negative before it.</param>
public sealed record EarningsNewsItem(
    string Symbol,
    LocalDate ReportDate,
    string Url,
    string? Headline,
    string? Source,
    Instant PublishedAt,
    string? ShortHeadline,
    bool HasImage,
    Instant? FetchedAt,
    NewsSection NewsSection,
    int DaysFromEarnings
)
{
    public static EarningsNewsItem Of(EarningsArticle a) =>
        new(
            a.Symbol,
            a.ReportDate,
            a.Url,
            a.Title,
            a.Source,
            a.PublishedAt,
            ArticleText.Short(a.Title),
            a.Image is not null,
            a.FetchedAt,
            a.Section,
            a.DaysFromEarnings
        );

    internal static EarningsNewsItem Example { get; } =
        new(
            "AAPL",
            new LocalDate(2026, 1, 29),
            "https://news.example/apple-q1-preview",
            "Apple earnings preview: what to expect from Q1 2026 results",
            "Street Ledger",
            Instant.FromUtc(2026, 1, 27, 14, 5),
            "Apple earnings preview: what to expect from Q1 2026 results",
            true,
            Instant.FromUtc(2026, 1, 27, 15, 35),
            NewsSection.Forecast,
            -2
        );
}

/// <summary>A story with all that is held of it.</summary>
/// <param name="Symbol">Whose report.</param>
/// <param name="ReportDate">Date of the report, New York.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Source">Who published it.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Category">The provider's word.</param>
/// <param name="ArticleId">The provider's number.</param>
/// <param name="Image">Address of a picture.</param>
/// <param name="Related">Symbols as the provider lists them.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="FetchedAt">When the provider first sent it.</param>
/// <param name="ShortHeadline">At most 100 characters.</param>
/// <param name="ShortSummary">At most 100 characters.</param>
/// <param name="RelatedSymbols">The same symbols, one by one.</param>
/// <param name="HasImage">Whether a picture is known.</param>
/// <param name="NewsSection">
/// forecast: before the report; reaction: after it; report_day: on its day, on neither side (the hour is not known).
/// </param>
/// <param name="DaysFromEarnings">New York days from the report date; negative before it.</param>
public sealed record EarningsNewsDetail(
    string Symbol,
    LocalDate ReportDate,
    string Url,
    string? Headline,
    string? Source,
    Instant PublishedAt,
    string? Category,
    string? ArticleId,
    string? Image,
    string? Related,
    string? Summary,
    Instant? FetchedAt,
    string? ShortHeadline,
    string? ShortSummary,
    IReadOnlyList<string> RelatedSymbols,
    bool HasImage,
    NewsSection NewsSection,
    int DaysFromEarnings
)
{
    public static EarningsNewsDetail Of(EarningsArticle a) =>
        new(
            a.Symbol,
            a.ReportDate,
            a.Url,
            a.Title,
            a.Source,
            a.PublishedAt,
            a.Category,
            a.ArticleId,
            a.Image,
            a.Related,
            a.Description,
            a.FetchedAt,
            ArticleText.Short(a.Title),
            ArticleText.Short(a.Description),
            a.Related?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            a.Image is not null,
            a.Section,
            a.DaysFromEarnings
        );

    internal static EarningsNewsDetail Example { get; } =
        new(
            "AAPL",
            new LocalDate(2026, 1, 29),
            "https://news.example/apple-q1-preview",
            "Apple earnings preview: what to expect from Q1 2026 results",
            "Street Ledger",
            Instant.FromUtc(2026, 1, 27, 14, 5),
            "company",
            "25286",
            "https://news.example/apple.jpg",
            "AAPL",
            "Analysts expect earnings of $2.67 a share.",
            Instant.FromUtc(2026, 1, 27, 15, 35),
            "Apple earnings preview: what to expect from Q1 2026 results",
            "Analysts expect earnings of $2.67 a share.",
            ["AAPL"],
            true,
            NewsSection.Forecast,
            -2
        );
}

/// <summary>A page of stories.</summary>
/// <param name="Total">Stories of all pages.</param>
/// <param name="Symbol">Whose, where one company was asked for.</param>
/// <param name="ReportDate">Of which report, where one was asked for.</param>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Stories a page.</param>
/// <param name="HasNext">Whether stories follow.</param>
public sealed record EarningsNewsPage(
    int Total,
    IReadOnlyList<EarningsNewsItem> Items,
    string? Symbol,
    LocalDate? ReportDate,
    int Page,
    int Limit,
    bool HasNext
)
{
    public static EarningsNewsPage Of(Paged<EarningsNewsItem> page, string? symbol = null, LocalDate? reportDate = null) =>
        new(page.Total, page.Items, symbol, reportDate, page.Page, page.Limit, page.HasNext);

    internal static EarningsNewsPage Example { get; } =
        new(1, [EarningsNewsItem.Example], "AAPL", new LocalDate(2026, 1, 29), 1, 20, false);
}
