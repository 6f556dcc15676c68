using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.MarketNews;

public sealed record MarketNewsDailyStatsRequest
{
    /// <summary>UTC days up to today.</summary>
    [QueryParam]
    public int Days { get; init; } = 30;
}

public sealed class MarketNewsDailyStatsValidator : Validator<MarketNewsDailyStatsRequest>
{
    public MarketNewsDailyStatsValidator() => RuleFor(r => r.Days).InclusiveBetween(1, 365);
}

/// <summary>A UTC day.</summary>
/// <param name="Count">Articles published on it.</param>
/// <param name="Sources">Publishers of these.</param>
public sealed record MarketNewsDay(LocalDate Date, int Count, int Sources);

/// <param name="DailyStats">Oldest first; days without articles with 0.</param>
/// <param name="PeriodDays">As asked.</param>
/// <param name="TotalNews">Articles of all these days.</param>
public sealed record MarketNewsDailyStatsAnswer(IReadOnlyList<MarketNewsDay> DailyStats, int PeriodDays, int TotalNews);

/// <summary>GET /api/v1/market-news/daily-stats: articles by day.</summary>
public sealed class GetMarketNewsDailyStats(ArticleFigures<MarketArticle> figures)
    : Endpoint<MarketNewsDailyStatsRequest, MarketNewsDailyStatsAnswer>
{
    public override void Configure()
    {
        Get("daily-stats");
        Group<MarketNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Market news by day";
            s.Description = "Articles and publishers of each of the last UTC days, today included, oldest first.";
            s.ResponseExamples[200] = new MarketNewsDailyStatsAnswer([new(new LocalDate(2026, 11, 5), 131, 24)], 1, 131);
        });
    }

    public override async Task<MarketNewsDailyStatsAnswer> ExecuteAsync(MarketNewsDailyStatsRequest request, CancellationToken ct)
    {
        var days = await figures.DaysAsync(request.Days, ct);
        return new MarketNewsDailyStatsAnswer(
            [.. days.Select(d => new MarketNewsDay(d.Date, d.Count, d.Sources))],
            request.Days,
            days.Sum(d => d.Count)
        );
    }
}
