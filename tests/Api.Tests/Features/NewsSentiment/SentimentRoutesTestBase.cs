using System.Text.Json;
using InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>All routes of the feature, over the simulated provider's articles.</summary>
public abstract class SentimentRoutesTestBase(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    protected const string Root = "/api/v1/market-news-sentiment";

    protected static readonly string[] Summary =
    [
        "avg_sentiment_score",
        "weighted_avg_sentiment_score",
        "sentiment_label",
        "sentiment_emoji",
        "total_count",
        "bullish_count",
        "bearish_count",
        "neutral_count",
        "distribution",
        "scored_count",
    ];

    public async ValueTask InitializeAsync() => await api.FillAsync(NewsSentimentJob.Name);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected RouteClient Routes { get; } = new(api);

    protected static List<string> Urls(JsonElement json) => [.. Items(json, "news").Select(n => n.GetProperty("url").GetString()!)];

    protected static decimal Score(JsonElement item) => item.GetProperty("overall_sentiment_score").GetDecimal();
}
