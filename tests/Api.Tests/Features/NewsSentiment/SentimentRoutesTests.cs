using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>All routes of the feature, over the simulated provider's articles.</summary>
public sealed class SentimentRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private const string Root = "/api/v1/market-news-sentiment";

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

    private static readonly string[] s_summary =
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

    private readonly RouteClient _routes = new(api);

    private static List<string> Urls(JsonElement json) => [.. Items(json, "news").Select(n => n.GetProperty("url").GetString()!)];

    private static decimal Score(JsonElement item) => item.GetProperty("overall_sentiment_score").GetDecimal();

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/latest")]
    [InlineData("/bullish")]
    [InlineData("/bearish")]
    [InlineData("/neutral")]
    public async Task A_list_has_its_news_its_batches_and_a_summary(string route)
    {
        var json = await _routes.Ok(Root + route);
        Assert.Equal(
            ["total_count", "batch_info", "news", "sentiment_summary", "limit", "offset", "page", "has_next", "next_cursor"],
            Names(json)
        );
        Assert.Equal(["latest_batch_id", "batch_id", "collection_date", "total_batches"], Names(json.GetProperty("batch_info")));
        Assert.Equal(s_summary, Names(json.GetProperty("sentiment_summary")));
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
            var json = await _routes.Ok($"{Root}/{mood}?days=30&limit=100");
            Assert.All(Items(json, "news"), n => Assert.True(holds(Score(n))));
            counts[mood] = json.GetProperty("total_count").GetInt32();
        }
        var stats = await _routes.Ok($"{Root}/stats?days=30");
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
        Assert.Equal(stats.GetRawText(), (await _routes.Ok("/api/v1/market-sentiment/stats?days=30")).GetRawText());
    }

    [Fact]
    public async Task Filters_narrow_and_orders_sort_the_list()
    {
        var between = await _routes.Ok($"{Root}/?days=30&min_sentiment=0.2&max_sentiment=0.4&limit=100");
        Assert.NotEmpty(Items(between, "news"));
        Assert.All(Items(between, "news"), n => Assert.InRange(Score(n), 0.2m, 0.4m));
        var labelled = await _routes.Ok($"{Root}/?days=30&sentiment_labels=bearish,Somewhat_Bearish&limit=100");
        Assert.All(Items(labelled, "news"), n =>
            Assert.EndsWith("Bearish", n.GetProperty("overall_sentiment_label").GetString(), StringComparison.Ordinal)
        );
        var ours = await _routes.Ok($"{Root}/?days=30&sentiment_labels={Uri.EscapeDataString("매우부정적")}");
        Assert.All(Items(ours, "news"), n => Assert.Equal("매우부정적", n.GetProperty("sentiment_interpretation").GetString()));

        var best = Items(await _routes.Ok($"{Root}/?days=30&sort_by=sentiment_score"), "news").Select(Score).ToList();
        Assert.Equal(best.OrderDescending(), best);
        var worst = Items(await _routes.Ok($"{Root}/?days=30&sort_by=sentiment_score&order=asc"), "news").Select(Score).ToList();
        Assert.Equal(worst.Order(), worst);
        Assert.True(worst[^1] < best[^1]);
    }

    [Fact]
    public async Task Pages_by_offset_by_number_and_by_cursor_are_the_same()
    {
        var all = await _routes.Ok($"{Root}/?days=30&limit=30");
        var byOffset = Urls(await _routes.Ok($"{Root}/?days=30&limit=10&offset=10"));
        Assert.Equal(Urls(all).Skip(10).Take(10), byOffset);
        Assert.Equal(byOffset, Urls(await _routes.Ok($"{Root}/?days=30&limit=10&page=2")));
        var first = await _routes.Ok($"{Root}/?days=30&limit=10");
        var second = await _routes.Ok($"{Root}/?days=30&limit=10&cursor={first.GetProperty("next_cursor").GetString()}");
        Assert.Equal(byOffset, Urls(second));
        Assert.Equal(first.GetProperty("total_count").GetInt32(), second.GetProperty("total_count").GetInt32());

        var past = await _routes.Ok($"{Root}/?days=30&offset=100000");
        Assert.Empty(Items(past, "news"));
        Assert.Equal((false, JsonValueKind.Null), (past.GetProperty("has_next").GetBoolean(), past.GetProperty("next_cursor").ValueKind));
        Assert.Equal(JsonValueKind.Null, (await _routes.Ok($"{Root}/?sort_by=sentiment_score")).GetProperty("next_cursor").ValueKind);

        var foreign = await _routes.Get($"{Root}/?days=29&limit=10&cursor={first.GetProperty("next_cursor").GetString()}");
        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.True(foreign.Json.GetProperty("errors").TryGetProperty("cursor", out _));
    }

    [Fact]
    public async Task A_batch_is_found_by_its_number()
    {
        var latest = await _routes.Ok($"{Root}/latest");
        var id = latest.GetProperty("batch_info").GetProperty("latest_batch_id").GetInt32();
        var batch = await _routes.Ok($"{Root}/batch/{id}");
        Assert.Equal(Urls(latest), Urls(batch));
        Assert.All(Items(batch, "news"), n => Assert.Equal(id, n.GetProperty("batch_id").GetInt32()));
        Assert.Equal(
            $"{id / 10_000:0000}-{id / 100 % 100:00}-{id % 100:00}",
            batch.GetProperty("batch_info").GetProperty("collection_date").GetString()
        );
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get($"{Root}/batch/20010101")).Status);
    }

    [Fact]
    public async Task A_topic_is_found_in_either_spelling()
    {
        var json = await _routes.Ok($"{Root}/topic/energy_transportation?days=30");
        Assert.Equal("Energy & Transportation", json.GetProperty("topic").GetString());
        Assert.Equal(s_summary, Names(json.GetProperty("topic_sentiment_summary")));
        Assert.Equal(
            json.GetProperty("total_count").GetInt32(),
            json.GetProperty("topic_sentiment_summary").GetProperty("total_count").GetInt32()
        );
        Assert.All(Items(json, "news"), n =>
            Assert.Contains(Items(n, "related_topics"), t => t.GetProperty("topic").GetString() == "Energy & Transportation")
        );
        Assert.Equal(Urls(json), Urls(await _routes.Ok($"{Root}/topic/{Uri.EscapeDataString("Energy & Transportation")}?days=30")));

        var (status, unknown) = await _routes.Get($"{Root}/topic/astrology");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("mergers_and_acquisitions", unknown.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tickers_summary_is_of_its_own_scores()
    {
        var json = await _routes.Ok($"{Root}/ticker/nvda?days=30&limit=100");
        Assert.Equal("NVDA", json.GetProperty("ticker").GetString());
        var own = Items(json, "news")
            .Select(n => Items(n, "related_tickers").Single(t => t.GetProperty("ticker").GetString() == "NVDA"))
            .ToList();
        Assert.Equal(own.Count, json.GetProperty("total_count").GetInt32());
        var scores = own.Select(t =>
                (Score: t.GetProperty("ticker_sentiment_score").GetDecimal(), Relevance: t.GetProperty("relevance_score").GetDecimal())
            )
            .ToList();
        var summary = json.GetProperty("ticker_sentiment_summary");
        Assert.Equal(Rounded(scores.Average(s => s.Score)), summary.GetProperty("avg_sentiment_score").GetDecimal());
        Assert.Equal(
            Rounded(scores.Sum(s => s.Score * s.Relevance) / scores.Sum(s => s.Relevance)),
            summary.GetProperty("weighted_avg_sentiment_score").GetDecimal()
        );
        Assert.Equal(scores.Count(s => s.Score > 0.1m), summary.GetProperty("bullish_count").GetInt32());

        var none = await _routes.Ok($"{Root}/ticker/ZZZZ");
        Assert.Equal("데이터 없음", none.GetProperty("ticker_sentiment_summary").GetProperty("sentiment_label").GetString());
        Assert.Equal(JsonValueKind.Null, none.GetProperty("ticker_sentiment_summary").GetProperty("avg_sentiment_score").ValueKind);
        Assert.Empty(Items(none, "news"));

        static decimal Rounded(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);
    }

    [Theory]
    [InlineData(
        "topics",
        "topic",
        new[] { "topic", "news_count", "avg_sentiment_score", "sentiment_label", "sentiment_emoji", "latest_news_at" }
    )]
    [InlineData(
        "tickers",
        "ticker",
        new[] { "ticker", "mention_count", "avg_sentiment_score", "sentiment_label", "sentiment_emoji", "latest_news_at" }
    )]
    public async Task Names_are_listed_with_their_figures(string route, string name, string[] fields)
    {
        var json = await _routes.Ok($"{Root}/{route}");
        var names = Items(json, route).Select(n => n.GetString()!).ToList();
        Assert.Equal([$"total_{route}", route, $"{name}_details"], Names(json));
        Assert.Equal(names.Count, json.GetProperty($"total_{route}").GetInt32());
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names, Items(json, $"{name}_details").Select(d => d.GetProperty(name).GetString()!));
        Assert.Equal(fields, Names(Items(json, $"{name}_details")[0]));
        Assert.True(names.Count >= 10);
    }

    [Theory]
    [InlineData(
        "topics",
        "topic",
        new[]
        {
            "topic",
            "avg_sentiment_score",
            "news_count",
            "sentiment_label",
            "sentiment_emoji",
            "trend",
            "related_tickers",
            "weighted_avg_sentiment_score",
        }
    )]
    [InlineData(
        "tickers",
        "ticker",
        new[]
        {
            "ticker",
            "avg_sentiment_score",
            "sentiment_label",
            "sentiment_emoji",
            "mention_count",
            "avg_relevance_score",
            "related_topics",
            "weighted_avg_sentiment_score",
            "trend",
        }
    )]
    public async Task Rankings_are_hot_and_cold_without_a_name_in_both(string route, string name, string[] fields)
    {
        var json = await _routes.Ok($"{Root}/{route}/ranking?days=30&top_count=5&bottom_count=4&min_mentions=3");
        Assert.Equal("최근 30일", json.GetProperty("ranking_period").GetString());
        var (hot, cold) = (Items(json, $"hot_{route}"), Items(json, $"cold_{route}"));
        Assert.Equal((5, 4), (hot.Count, cold.Count));
        Assert.All(hot.Concat(cold), r => Assert.Equal(fields, Names(r)));
        var (best, worst) = (hot.Select(Average).ToList(), cold.Select(Average).ToList());
        Assert.Equal(best.OrderDescending(), best);
        Assert.Equal(worst.Order(), worst);
        Assert.Equal(9, hot.Concat(cold).Select(r => r.GetProperty(name).GetString()).Distinct().Count());
        Assert.InRange(json.GetProperty($"total_{route}").GetInt32(), 9, 600);
        Assert.All(hot, r => Assert.InRange(Items(r, name == "topic" ? "related_tickers" : "related_topics").Count, 0, 10));

        // The ranking's figure of a name is the one that its own page gives.
        var own = await _routes.Ok($"{Root}/{name}/{Uri.EscapeDataString(hot[0].GetProperty(name).GetString()!)}?days=30");
        Assert.Equal(best[0], own.GetProperty($"{name}_sentiment_summary").GetProperty("avg_sentiment_score").GetDecimal());

        var all = await _routes.Ok($"{Root}/{route}/ranking?days=30&top_count=50&bottom_count=50&min_mentions=1");
        Assert.Empty(Items(all, $"hot_{route}").Select(Key).Intersect(Items(all, $"cold_{route}").Select(Key)));

        static decimal Average(JsonElement row) => row.GetProperty("avg_sentiment_score").GetDecimal();
        string Key(JsonElement row) => row.GetProperty(name).GetString()!;
    }

    [Theory]
    [InlineData("limit=3", 3, 3)]
    [InlineData("limit=3&bottom_count=2", 3, 2)]
    [InlineData("", 10, 10)]
    public async Task G3_limit_is_the_number_on_either_side_of_a_ranking(string counts, int hot, int cold)
    {
        var json = await _routes.Ok($"{Root}/tickers/ranking?days=30&min_mentions=1&{counts}");
        Assert.Equal((hot, cold), (Items(json, "hot_tickers").Count, Items(json, "cold_tickers").Count));
    }

    [Fact]
    public async Task Topics_and_tickers_lead_to_each_other()
    {
        var tickers = await _routes.Ok($"{Root}/topic/technology/tickers?days=30&limit=7");
        Assert.Equal(
            ("topic_to_tickers", "Technology"),
            (tickers.GetProperty("analysis_type").GetString(), tickers.GetProperty("primary_key").GetString())
        );
        Assert.Equal(s_summary, Names(tickers.GetProperty("sentiment_summary")));
        var related = Items(tickers, "related_items");
        Assert.Equal(7, related.Count);
        Assert.Equal(
            [
                "ticker",
                "mention_count",
                "avg_sentiment_score",
                "weighted_avg_sentiment_score",
                "avg_relevance_score",
                "sentiment_label",
                "sentiment_emoji",
            ],
            Names(related[0])
        );
        var counts = related.Select(r => r.GetProperty("mention_count").GetInt32()).ToList();
        Assert.Equal(counts.OrderDescending(), counts);

        var topics = await _routes.Ok($"{Root}/ticker/aapl/topics?days=30");
        Assert.Equal(
            ("ticker_to_topics", "AAPL"),
            (topics.GetProperty("analysis_type").GetString(), topics.GetProperty("primary_key").GetString())
        );
        Assert.Equal("Technology", Items(topics, "related_items")[0].GetProperty("topic").GetString());
    }

    [Fact]
    public async Task Trends_have_points_by_day_and_hour()
    {
        var json = await _routes.Ok($"{Root}/sentiment-trends?days=10&tickers=nvda,ZZZZ&topics=technology,IPO");
        Assert.Equal(("최근 10일", "일별"), (json.GetProperty("period").GetString(), json.GetProperty("interval").GetString()));
        var overall = Items(json, "overall_trend");
        Assert.InRange(overall.Count, 10, 11);
        Assert.Equal(
            ["timestamp", "avg_sentiment_score", "news_count", "bullish_count", "bearish_count", "neutral_count"],
            Names(overall[0])
        );
        Assert.All(overall, p => Assert.EndsWith("T00:00:00Z", p.GetProperty("timestamp").GetString(), StringComparison.Ordinal));
        Assert.All(overall, p =>
            Assert.Equal(
                p.GetProperty("news_count").GetInt32(),
                p.GetProperty("bullish_count").GetInt32()
                    + p.GetProperty("bearish_count").GetInt32()
                    + p.GetProperty("neutral_count").GetInt32()
            )
        );
        Assert.Equal(["NVDA", "ZZZZ"], Items(json, "ticker_trends").Select(t => t.GetProperty("ticker").GetString()!));
        Assert.Empty(Items(Items(json, "ticker_trends")[1], "trend_data"));
        Assert.Equal(["Technology", "IPO"], Items(json, "topic_trends").Select(t => t.GetProperty("topic").GetString()!));
        Assert.NotEmpty(Items(Items(json, "topic_trends")[0], "trend_data"));

        var hourly = await _routes.Ok($"{Root}/sentiment-trends?interval=hourly&days=3");
        Assert.Equal("시간별", hourly.GetProperty("interval").GetString());
        Assert.InRange(Items(hourly, "overall_trend").Count, 20, 73);
        Assert.All(Items(hourly, "overall_trend"), p => Assert.True(p.GetProperty("news_count").GetInt32() > 0));
    }

    [Fact]
    public async Task Info_names_routes_that_answer()
    {
        var json = await _routes.Ok($"{Root}/info");
        Assert.Equal(["api_name", "version", "description", "features", "data_summary", "endpoints"], Names(json));
        Assert.Equal(["latest_batch_id", "collection_date", "total_topics", "total_tickers"], Names(json.GetProperty("data_summary")));
        Assert.True(json.GetProperty("data_summary").GetProperty("total_tickers").GetInt32() > 100);
        var batch = json.GetProperty("data_summary").GetProperty("latest_batch_id").GetInt32();
        foreach (var endpoint in json.GetProperty("endpoints").EnumerateObject())
            await _routes.Ok(
                endpoint.Value.GetString()!.Replace("{batch_id}", $"{batch}").Replace("{topic}", "technology").Replace("{symbol}", "AAPL")
            );
    }

    [Theory]
    [InlineData("?days=0", "days")]
    [InlineData("?days=31", "days")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=many", "limit")]
    [InlineData("?offset=-1", "offset")]
    [InlineData("?page=0", "page")]
    [InlineData("?page=2&offset=20", "page")]
    [InlineData("?cursor=abc", "cursor")]
    [InlineData("?cursor=abc&page=2", "cursor")]
    [InlineData("?min_sentiment=-1.1", "min_sentiment")]
    [InlineData("?max_sentiment=2", "max_sentiment")]
    [InlineData("?min_sentiment=0.5&max_sentiment=0.4", "min_sentiment")]
    [InlineData("?sentiment_labels=happy", "sentiment_labels")]
    [InlineData("?sort_by=title", "sort_by")]
    [InlineData("?order=up", "order")]
    [InlineData("/bullish?days=31", "days")]
    [InlineData("/latest?limit=500", "limit")]
    [InlineData("/batch/0", "batch_id")]
    [InlineData("/batch/first", "batch_id")]
    [InlineData("/ticker/AA%20PL", "symbol")]
    [InlineData("/ticker/AAPL?days=0", "days")]
    [InlineData("/ticker/AAPL/topics?limit=51", "limit")]
    [InlineData("/topic/technology?days=x", "days")]
    [InlineData("/topic/technology/tickers?limit=0", "limit")]
    [InlineData("/topics/ranking?top_count=0", "top_count")]
    [InlineData("/topics/ranking?bottom_count=51", "bottom_count")]
    [InlineData("/tickers/ranking?limit=51", "limit")]
    [InlineData("/tickers/ranking?min_mentions=0", "min_mentions")]
    [InlineData("/tickers/ranking?days=31", "days")]
    [InlineData("/sentiment-trends?interval=weekly", "interval")]
    [InlineData("/sentiment-trends?tickers=A,B%20C", "tickers")]
    [InlineData("/sentiment-trends?tickers=A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U", "tickers")]
    [InlineData("/stats?days=31", "days")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json) = await _routes.Get(Root + path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }
}
