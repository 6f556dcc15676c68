using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Text;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.Sp500News;

public sealed record ListSp500ReportNewsRequest
{
    /// <summary>Number of the report.</summary>
    public int CalendarId { get; init; }

    /// <summary>forecast, reaction or report_day.</summary>
    [QueryParam]
    public string? NewsSection { get; init; }

    /// <summary>Only this publisher, in any case.</summary>
    [QueryParam]
    public string? Source { get; init; }

    /// <summary>Only articles with content, or only those without.</summary>
    [QueryParam]
    public bool? HasContent { get; init; }

    /// <summary>Articles a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 50;

    /// <summary>Articles left out at the beginning.</summary>
    [QueryParam]
    public int Offset { get; init; }
}

public sealed class ListSp500ReportNewsValidator : Validator<ListSp500ReportNewsRequest>
{
    internal static readonly IReadOnlyDictionary<string, NewsSection> Sections = new Dictionary<string, NewsSection>
    {
        ["forecast"] = NewsSection.Forecast,
        ["reaction"] = NewsSection.Reaction,
        ["report_day"] = NewsSection.ReportDay,
    };

    public ListSp500ReportNewsValidator()
    {
        RuleFor(r => r.CalendarId).GreaterThanOrEqualTo(1);
        RuleFor(r => r.NewsSection).IsOneOf([.. Sections.Keys]).When(r => !string.IsNullOrEmpty(r.NewsSection));
        RuleFor(r => r.Source).MaximumLength(100);
        RuleFor(r => r.Limit).IsLimit(200);
        RuleFor(r => r.Offset).IsSkip();
    }
}

/// <param name="CalendarId">Number of the report.</param>
/// <param name="TotalCount">Articles of all pages.</param>
/// <param name="ForecastCount">Of these, those of before the report.</param>
/// <param name="ReactionCount">Of these, those of after it.</param>
/// <param name="Message">For people.</param>
/// <param name="ReportDayCount">Of these, those of the day of a report whose hour is not known, on neither side.</param>
public sealed record Sp500NewsPage(
    int CalendarId,
    IReadOnlyList<Sp500NewsItem> Items,
    int TotalCount,
    int ForecastCount,
    int ReactionCount,
    string? Message,
    int ReportDayCount
);

/// <summary>GET /api/v1/sp500-earnings-news/calendar/{calendar_id}/all: a report's news, filtered, page by page.</summary>
public sealed class ListSp500ReportNews(IDocumentStore store) : Endpoint<ListSp500ReportNewsRequest, Sp500NewsPage>
{
    public override void Configure()
    {
        Get("calendar/{calendar_id}/all");
        Group<Sp500EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News of a report, filtered";
            s.Description =
                "Newest first; the counts are of what fits the filters. 404 for a number that no report of the S&P 500's calendar has.";
            s.ResponseExamples[200] = new Sp500NewsPage(412, [Sp500NewsItem.Example], 1, 1, 0, "AAPL 실적 관련 뉴스 1건입니다.", 0);
        });
    }

    public override async Task<Sp500NewsPage> ExecuteAsync(ListSp500ReportNewsRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var report = await session.Sp500ReportAsync(request.CalendarId, ct);
        // Some dozens of articles a report: filtered and counted here.
        var found = (await session.ArticlesOf(report.Id).ToListAsync(ct))
            .InOrder()
            .Where(a => request.HasContent is not { } has || has == a.Content is not null)
            .Where(a => string.IsNullOrWhiteSpace(request.Source) || TextFold.Of(a.Source) == TextFold.Of(request.Source.Trim()))
            .Where(a =>
                string.IsNullOrEmpty(request.NewsSection) || a.Section == ListSp500ReportNewsValidator.Sections[request.NewsSection]
            )
            .ToList();
        return new Sp500NewsPage(
            report.Id,
            [.. new Window(request.Offset, request.Limit).Of(found).Select(Sp500NewsItem.Of)],
            found.Count,
            In(NewsSection.Forecast),
            In(NewsSection.Reaction),
            $"{report.Symbol} 실적 관련 뉴스 {found.Count}건입니다.",
            In(NewsSection.ReportDay)
        );

        int In(NewsSection section) => found.Count(a => a.Section == section);
    }
}
