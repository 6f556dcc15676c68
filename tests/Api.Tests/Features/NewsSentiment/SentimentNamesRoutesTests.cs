using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>Topics and tickers of the feature, their rankings and trends.</summary>
public sealed class SentimentNamesRoutesTests(ApiHost api) : SentimentRoutesTestBase(api)
{
    [Fact]
    public async Task A_topic_is_found_in_either_spelling()
    {
        var json = await Routes.Ok($"{Root}/topic/energy_transportation?days=30");
        Assert.Equal("Energy & Transportation", json.GetProperty("topic").GetString());
        Assert.Equal(Summary, Names(json.GetProperty("topic_sentiment_summary")));
        Assert.Equal(
            json.GetProperty("total_count").GetInt32(),
            json.GetProperty("topic_sentiment_summary").GetProperty("total_count").GetInt32()
        );
        Assert.All(Items(json, "news"), n =>
            Assert.Contains(Items(n, "related_topics"), t => t.GetProperty("topic").GetString() == "Energy & Transportation")
        );
        Assert.Equal(Urls(json), Urls(await Routes.Ok($"{Root}/topic/{Uri.EscapeDataString("Energy & Transportation")}?days=30")));

        var (status, unknown) = await Routes.Get($"{Root}/topic/astrology");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("mergers_and_acquisitions", unknown.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tickers_summary_is_of_its_own_scores()
    {
        var json = await Routes.Ok($"{Root}/ticker/nvda?days=30&limit=100");
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

        var none = await Routes.Ok($"{Root}/ticker/ZZZZ");
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
        var json = await Routes.Ok($"{Root}/{route}");
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
        var json = await Routes.Ok($"{Root}/{route}/ranking?days=30&top_count=5&bottom_count=4&min_mentions=3");
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
        var own = await Routes.Ok($"{Root}/{name}/{Uri.EscapeDataString(hot[0].GetProperty(name).GetString()!)}?days=30");
        Assert.Equal(best[0], own.GetProperty($"{name}_sentiment_summary").GetProperty("avg_sentiment_score").GetDecimal());

        var all = await Routes.Ok($"{Root}/{route}/ranking?days=30&top_count=50&bottom_count=50&min_mentions=1");
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
        var json = await Routes.Ok($"{Root}/tickers/ranking?days=30&min_mentions=1&{counts}");
        Assert.Equal((hot, cold), (Items(json, "hot_tickers").Count, Items(json, "cold_tickers").Count));
    }

    [Fact]
    public async Task Topics_and_tickers_lead_to_each_other()
    {
        var tickers = await Routes.Ok($"{Root}/topic/technology/tickers?days=30&limit=7");
        Assert.Equal(
            ("topic_to_tickers", "Technology"),
            (tickers.GetProperty("analysis_type").GetString(), tickers.GetProperty("primary_key").GetString())
        );
        Assert.Equal(Summary, Names(tickers.GetProperty("sentiment_summary")));
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

        var topics = await Routes.Ok($"{Root}/ticker/aapl/topics?days=30");
        Assert.Equal(
            ("ticker_to_topics", "AAPL"),
            (topics.GetProperty("analysis_type").GetString(), topics.GetProperty("primary_key").GetString())
        );
        Assert.Equal("Technology", Items(topics, "related_items")[0].GetProperty("topic").GetString());
    }

    [Fact]
    public async Task Trends_have_points_by_day_and_hour()
    {
        var json = await Routes.Ok($"{Root}/sentiment-trends?days=10&tickers=nvda,ZZZZ&topics=technology,IPO");
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

        var hourly = await Routes.Ok($"{Root}/sentiment-trends?interval=hourly&days=3");
        Assert.Equal("시간별", hourly.GetProperty("interval").GetString());
        Assert.InRange(Items(hourly, "overall_trend").Count, 20, 73);
        Assert.All(Items(hourly, "overall_trend"), p => Assert.True(p.GetProperty("news_count").GetInt32() > 0));
    }
}
