using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>Lists of the feature, their filters, pages and batches.</summary>
public sealed class SentimentListRoutesTests(ApiHost api) : SentimentRoutesTestBase(api)
{
    private static readonly string[] s_item =
    [
        "batch_id",
        "url",
        "title",
        "time_published",
        "authors",
        "summary",
        "source",
        "overall_sentiment_score",
        "overall_sentiment_label",
        "query_type",
        "query_params",
        "created_at",
        "sentiment_interpretation",
        "sentiment_emoji",
        "related_tickers",
        "related_topics",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/latest")]
    [InlineData("/bullish")]
    [InlineData("/bearish")]
    [InlineData("/neutral")]
    public async Task A_list_has_its_news_its_batches_and_a_summary(string route)
    {
        var json = await Routes.Ok(Root + route);
        Assert.Equal(
            ["total_count", "batch_info", "news", "sentiment_summary", "limit", "offset", "page", "has_next", "next_cursor"],
            Names(json)
        );
        Assert.Equal(["latest_batch_id", "batch_id", "collection_date", "total_batches"], Names(json.GetProperty("batch_info")));
        Assert.Equal(Summary, Names(json.GetProperty("sentiment_summary")));
        var news = Items(json, "news");
        Assert.Equal(20, news.Count);
        Assert.InRange(json.GetProperty("total_count").GetInt32(), 21, 20_000);
        Assert.All(news, n => Assert.Equal(s_item, Names(n)));
        var times = news.Select(n => n.GetProperty("time_published").GetString()!).ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.Contains(news, n => Items(n, "related_tickers").Count > 0);
        Assert.Equal(
            ["ticker", "relevance_score", "ticker_sentiment_label", "ticker_sentiment_score"],
            Names(news.SelectMany(n => Items(n, "related_tickers")).First())
        );
        Assert.Equal(["topic", "relevance_score"], Names(news.SelectMany(n => Items(n, "related_topics")).First()));
    }

    [Fact]
    public async Task Moods_share_the_news_out()
    {
        var counts = new Dictionary<string, int>();
        foreach (
            var (mood, holds) in new (string, Func<decimal, bool>)[]
            {
                ("bullish", s => s > 0.1m),
                ("bearish", s => s < -0.1m),
                ("neutral", s => s is >= -0.1m and <= 0.1m),
            }
        )
        {
            var json = await Routes.Ok($"{Root}/{mood}?days=30&limit=100");
            Assert.All(Items(json, "news"), n => Assert.True(holds(Score(n))));
            counts[mood] = json.GetProperty("total_count").GetInt32();
        }
        var stats = await Routes.Ok($"{Root}/stats?days=30");
        Assert.Equal(
            [
                "period",
                "total_count",
                "total_news",
                "sentiment_distribution",
                "sentiment_percentages",
                "average_sentiment_score",
                "market_mood",
                "market_mood_emoji",
            ],
            Names(stats)
        );
        Assert.Equal("최근 30일", stats.GetProperty("period").GetString());
        Assert.Equal(counts.Values.Sum(), stats.GetProperty("total_count").GetInt32());
        Assert.All(counts, c => Assert.Equal(c.Value, stats.GetProperty("sentiment_distribution").GetProperty(c.Key).GetInt32()));
        Assert.InRange(stats.GetProperty("sentiment_percentages").EnumerateObject().Sum(p => p.Value.GetDecimal()), 99.8m, 100.2m);
        var average = stats.GetProperty("average_sentiment_score").GetDecimal();
        Assert.Equal(
            average > 0.1m ? "긍정적"
                : average < -0.1m ? "부정적"
                : "중립적",
            stats.GetProperty("market_mood").GetString()
        );
        Assert.Equal(stats.GetRawText(), (await Routes.Ok("/api/v1/market-sentiment/stats?days=30")).GetRawText());
    }

    [Fact]
    public async Task Filters_narrow_and_orders_sort_the_list()
    {
        var between = await Routes.Ok($"{Root}/?days=30&min_sentiment=0.2&max_sentiment=0.4&limit=100");
        Assert.NotEmpty(Items(between, "news"));
        Assert.All(Items(between, "news"), n => Assert.InRange(Score(n), 0.2m, 0.4m));
        var labelled = await Routes.Ok($"{Root}/?days=30&sentiment_labels=bearish,Somewhat_Bearish&limit=100");
        Assert.All(Items(labelled, "news"), n =>
            Assert.EndsWith("Bearish", n.GetProperty("overall_sentiment_label").GetString(), StringComparison.Ordinal)
        );
        var ours = await Routes.Ok($"{Root}/?days=30&sentiment_labels={Uri.EscapeDataString("매우부정적")}");
        Assert.All(Items(ours, "news"), n => Assert.Equal("매우부정적", n.GetProperty("sentiment_interpretation").GetString()));

        var best = Items(await Routes.Ok($"{Root}/?days=30&sort_by=sentiment_score"), "news").Select(Score).ToList();
        Assert.Equal(best.OrderDescending(), best);
        var worst = Items(await Routes.Ok($"{Root}/?days=30&sort_by=sentiment_score&order=asc"), "news").Select(Score).ToList();
        Assert.Equal(worst.Order(), worst);
        Assert.True(worst[^1] < best[^1]);
    }

    [Fact]
    public async Task Pages_by_offset_by_number_and_by_cursor_are_the_same()
    {
        var all = await Routes.Ok($"{Root}/?days=30&limit=30");
        var byOffset = Urls(await Routes.Ok($"{Root}/?days=30&limit=10&offset=10"));
        Assert.Equal(Urls(all).Skip(10).Take(10), byOffset);
        Assert.Equal(byOffset, Urls(await Routes.Ok($"{Root}/?days=30&limit=10&page=2")));
        var first = await Routes.Ok($"{Root}/?days=30&limit=10");
        var second = await Routes.Ok($"{Root}/?days=30&limit=10&cursor={first.GetProperty("next_cursor").GetString()}");
        Assert.Equal(byOffset, Urls(second));
        Assert.Equal(first.GetProperty("total_count").GetInt32(), second.GetProperty("total_count").GetInt32());

        var past = await Routes.Ok($"{Root}/?days=30&offset=100000");
        Assert.Empty(Items(past, "news"));
        Assert.Equal((false, JsonValueKind.Null), (past.GetProperty("has_next").GetBoolean(), past.GetProperty("next_cursor").ValueKind));
        Assert.Equal(JsonValueKind.Null, (await Routes.Ok($"{Root}/?sort_by=sentiment_score")).GetProperty("next_cursor").ValueKind);

        var foreign = await Routes.Get($"{Root}/?days=29&limit=10&cursor={first.GetProperty("next_cursor").GetString()}");
        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.True(foreign.Json.GetProperty("errors").TryGetProperty("cursor", out _));
    }

    [Fact]
    public async Task A_batch_is_found_by_its_number()
    {
        var latest = await Routes.Ok($"{Root}/latest");
        var id = latest.GetProperty("batch_info").GetProperty("latest_batch_id").GetInt32();
        var batch = await Routes.Ok($"{Root}/batch/{id}");
        Assert.Equal(Urls(latest), Urls(batch));
        Assert.All(Items(batch, "news"), n => Assert.Equal(id, n.GetProperty("batch_id").GetInt32()));
        Assert.Equal(
            $"{id / 10_000:0000}-{id / 100 % 100:00}-{id % 100:00}",
            batch.GetProperty("batch_info").GetProperty("collection_date").GetString()
        );
        Assert.Equal(HttpStatusCode.NotFound, (await Routes.Get($"{Root}/batch/20010101")).Status);
    }
}
