using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.Sp500News;

public sealed record Sp500SectionNewsRequest
{
    /// <summary>Number of the report.</summary>
    public int CalendarId { get; init; }

    /// <summary>Number of rows.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;
}

public sealed class Sp500SectionNewsValidator : Validator<Sp500SectionNewsRequest>
{
    public Sp500SectionNewsValidator()
    {
        RuleFor(r => r.CalendarId).GreaterThanOrEqualTo(1);
        RuleFor(r => r.Limit).IsLimit(100);
    }
}

/// <summary>GET /api/v1/sp500-earnings-news/calendar/{calendar_id}/forecast: what was written before a report.</summary>
public sealed class ListSp500ForecastNews(IDocumentStore store) : Endpoint<Sp500SectionNewsRequest, IReadOnlyList<Sp500NewsItem>>
{
    public override void Configure()
    {
        Get("calendar/{calendar_id}/forecast");
        Group<Sp500EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News before a report";
            s.Description =
                "From 14 days before the report up to it; newest first. 404 for a number that no report of the S&P 500's calendar has.";
            s.ResponseExamples[200] = new[] { Sp500NewsItem.Example };
        });
    }

    public override Task<IReadOnlyList<Sp500NewsItem>> ExecuteAsync(Sp500SectionNewsRequest request, CancellationToken ct) =>
        SectionNews.ReadAsync(store, request, NewsSection.Forecast, ct);
}

/// <summary>GET /api/v1/sp500-earnings-news/calendar/{calendar_id}/reaction: what was written after a report.</summary>
public sealed class ListSp500ReactionNews(IDocumentStore store) : Endpoint<Sp500SectionNewsRequest, IReadOnlyList<Sp500NewsItem>>
{
    public override void Configure()
    {
        Get("calendar/{calendar_id}/reaction");
        Group<Sp500EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News after a report";
            s.Description =
                "From the report to 5 days after its date; newest first. 404 for a number that no report of the S&P 500's calendar has.";
            s.ResponseExamples[200] = new[] { Sp500NewsItem.Example };
        });
    }

    public override Task<IReadOnlyList<Sp500NewsItem>> ExecuteAsync(Sp500SectionNewsRequest request, CancellationToken ct) =>
        SectionNews.ReadAsync(store, request, NewsSection.Reaction, ct);
}

internal static class SectionNews
{
    public static async Task<IReadOnlyList<Sp500NewsItem>> ReadAsync(
        IDocumentStore store,
        Sp500SectionNewsRequest request,
        NewsSection section,
        CancellationToken ct
    )
    {
        await using var session = store.QuerySession();
        var report = await session.Sp500ReportAsync(request.CalendarId, ct);
        var articles = await session.ArticlesOf(report.Id).Where(a => a.Section == section).InOrder().Take(request.Limit).ToListAsync(ct);
        return [.. articles.Select(Sp500NewsItem.Of)];
    }
}
