using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

public sealed record TickerNewsRequest : RecentNewsRequest
{
    /// <summary>AAPL, BRK.B, CRYPTO:BTC, in any case.</summary>
    public string Symbol { get; init; } = "";
}

public sealed class TickerNewsValidator : RecentNewsRules<TickerNewsRequest>
{
    public TickerNewsValidator() => RuleFor(r => r.Symbol).Must(TickerName.IsWellFormed).WithMessage(TickerName.Rule);
}

/// <summary>News of a ticker.</summary>
/// <param name="TickerSentimentSummary">What all its articles in the span say of that ticker; counts and labels go by its own scores
/// too.</param>
/// <param name="TotalCount">Articles of the whole list.</param>
/// <param name="Limit">Articles asked for.</param>
/// <param name="Offset">Articles left out before; 0 after a cursor.</param>
/// <param name="Page">The page that begins here, from 1.</param>
/// <param name="HasNext">Whether articles follow.</param>
/// <param name="NextCursor">Goes on after the last of these; null at the end.</param>
public sealed record TickerNews(
    string Ticker,
    SentimentSummary TickerSentimentSummary,
    IReadOnlyList<NewsItem> News,
    int TotalCount,
    BatchInfo BatchInfo,
    int Limit,
    int Offset,
    int Page,
    bool HasNext,
    string? NextCursor
);

/// <summary>GET /api/v1/market-news-sentiment/ticker/{symbol}: what the news says of a ticker.</summary>
public sealed class ListTickerNews(SentimentAnswers answers) : Endpoint<TickerNewsRequest, TickerNews>
{
    public override void Configure()
    {
        Get("ticker/{symbol}");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News of a ticker";
            s.Description =
                "Newest first, with the mean of the scores that the articles give that ticker, not of their overall scores; a "
                + "second mean weights each by how much "
                + "of the article is about it. A ticker that no news names has an empty list, and 데이터 없음 for a label.";
            s.ResponseExamples[200] = new TickerNews(
                "NVDA",
                SentimentSummary.Example,
                [NewsItem.Example],
                12,
                BatchInfo.Example,
                1,
                0,
                1,
                HasNext: true,
                "..."
            );
        });
    }

    public override async Task<TickerNews> ExecuteAsync(TickerNewsRequest request, CancellationToken ct)
    {
        var ticker = Subject.Ticker(request.Symbol);
        var page = await answers.PageAsync(new Selection(ticker) { Days = request.Days }, NewsOrder.NewestFirst, request, ct);
        return new TickerNews(
            ticker.Name,
            page.Summary,
            page.News,
            page.Summary.TotalCount,
            page.Batch,
            page.Window.Limit,
            page.Window.Skip,
            page.Window.Page,
            page.HasNext,
            page.NextCursor
        );
    }
}
