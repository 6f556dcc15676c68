using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using InvestmentAssistant.MarketSimulator;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>Judged news and the movers of the simulated one-route provider.</summary>
public sealed class NewsSentimentTests : IAsyncLifetime
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 12, 13, 30);

    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start(s_now);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private Task<JsonElement> Ask(string query) => _simulator.Get($"alphavantage/query?function={query}&apikey=test");

    private async Task<List<JsonElement>> Feed(string query) =>
        [.. (await Ask("NEWS_SENTIMENT" + query)).GetProperty("feed").EnumerateArray()];

    private static Instant At(JsonElement article) => AlphaVantageText.Time(article.GetProperty("time_published").GetString())!.Value;

    [Theory]
    [InlineData("NEWS_SENTIMENT&tickers=AAPL&limit=1", "news-sentiment.json", "feed", "topics", "ticker_sentiment")]
    [InlineData("TOP_GAINERS_LOSERS", "top-gainers-losers.json", "top_gainers")]
    public async Task An_answer_has_the_shape_of_a_captured_one(string query, string sample, string list, params string[] nested)
    {
        var captured = JsonSerializer.Deserialize<JsonElement>(Samples.Text("AlphaVantage", sample));
        var simulated = await Ask(query);
        Assert.Equal(Names(captured), Names(simulated));
        var (theirs, ours) = (captured.GetProperty(list)[0], simulated.GetProperty(list)[0]);
        Assert.Equal(
            theirs.EnumerateObject().Select(p => (p.Name, p.Value.ValueKind)),
            ours.EnumerateObject().Select(p => (p.Name, p.Value.ValueKind))
        );
        foreach (var name in nested)
            Assert.Equal(
                theirs.GetProperty(name)[0].EnumerateObject().Select(p => (p.Name, p.Value.ValueKind)),
                ours.GetProperty(name)[0].EnumerateObject().Select(p => (p.Name, p.Value.ValueKind))
            );
    }

    [Fact]
    public async Task Topics_tickers_times_sort_and_limit_are_heeded()
    {
        var feed = await Feed("&topics=technology&time_from=20261105T0000&time_to=20261110T1200&limit=1000");
        Assert.InRange(feed.Count, 60, 999);
        Assert.All(feed, a =>
            Assert.Contains(a.GetProperty("topics").EnumerateArray(), t => t.GetProperty("topic").GetString() == "Technology")
        );
        var times = feed.Select(At).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.All(times, t => Assert.InRange(t, Instant.FromUtc(2026, 11, 5, 0, 0), Instant.FromUtc(2026, 11, 10, 12, 0)));

        Assert.Equal(
            times.Order().Take(50),
            (await Feed("&topics=technology&time_from=20261105T0000&time_to=20261110T1200&sort=EARLIEST")).Select(At)
        );
        var apple = await Feed("&tickers=AAPL&topics=technology&limit=5");
        Assert.Equal(5, apple.Count);
        Assert.All(apple, a =>
            Assert.Contains(a.GetProperty("ticker_sentiment").EnumerateArray(), t => t.GetProperty("ticker").GetString() == "AAPL")
        );
        Assert.Equal(50, (await Feed("")).Count);
        Assert.Contains(await Feed("&tickers=BRK-B"), a =>
            a.GetProperty("ticker_sentiment").GetRawText().Contains("\"BRK-B\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_year_reaches_back_and_nothing_comes_from_the_future()
    {
        var oldest = await Feed("&time_from=20200101T0000&sort=EARLIEST&limit=3");
        Assert.InRange(At(oldest[0]), s_now - Duration.FromDays(365), s_now - Duration.FromDays(363));
        Assert.All(await Feed("&limit=100"), a => Assert.True(At(a) <= s_now));
    }

    [Fact]
    public async Task The_same_articles_come_again_and_every_query_tells_of_them_alike()
    {
        var byTopic = await Feed("&topics=technology&limit=200");
        var byTicker = (await Feed("&tickers=AAPL&limit=50")).ToDictionary(a => a.GetProperty("url").GetString()!, a => a.GetRawText());
        var shared = byTopic.Where(a => byTicker.ContainsKey(a.GetProperty("url").GetString()!)).ToList();
        Assert.NotEmpty(shared);
        Assert.All(shared, a => Assert.Equal(byTicker[a.GetProperty("url").GetString()!], a.GetRawText()));
        Assert.Equal(byTopic.Count, byTopic.Select(a => a.GetProperty("url").GetString()).Distinct().Count());

        await using var again = await SimulatorClient.Start(s_now);
        Assert.Equal(
            (await Ask("NEWS_SENTIMENT")).GetRawText(),
            (await again.Get("alphavantage/query?function=NEWS_SENTIMENT&apikey=test")).GetRawText()
        );
        await using var other = await SimulatorClient.Start(s_now, new SimulatorOptions { Live = false, Seed = 7 });
        Assert.NotEqual(
            (await Ask("NEWS_SENTIMENT")).GetRawText(),
            (await other.Get("alphavantage/query?function=NEWS_SENTIMENT&apikey=test")).GetRawText()
        );
    }

    [Theory]
    [InlineData("&tickers=ZZZZ", "No articles found")]
    [InlineData("&time_from=20300101T0000&time_to=20300102T0000", "No articles found")]
    [InlineData("&topics=astrology", "Invalid inputs")]
    [InlineData("&limit=1001", "Invalid inputs")]
    [InlineData("&time_from=yesterday", "Invalid inputs")]
    [InlineData("&sort=BEST", "Invalid inputs")]
    public async Task An_empty_or_invalid_query_is_answered_with_one_sentence(string query, string sentence) =>
        Assert.StartsWith(sentence, (await Ask("NEWS_SENTIMENT" + query)).GetProperty("Information").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Movers_are_those_of_the_last_session_that_has_ended()
    {
        var json = await Ask("TOP_GAINERS_LOSERS"); // 08:30 in New York on a Thursday: Wednesday's
        Assert.StartsWith("2026-11-11 16:15:59", json.GetProperty("last_updated").GetString(), StringComparison.Ordinal);
        var gainers = Percents(json, "top_gainers");
        Assert.Equal(20, gainers.Count);
        Assert.Equal(gainers.OrderDescending(), gainers);
        var losers = Percents(json, "top_losers");
        Assert.Equal(losers.Order(), losers);
        Assert.True(gainers[^1] > 0 && losers[^1] < 0);
        Assert.Equal(20, json.GetProperty("most_actively_traded").GetArrayLength());

        _simulator.Clock.Reset(Instant.FromUtc(2026, 11, 27, 18, 30)); // the half day after Thanksgiving has ended at 13:00
        Assert.StartsWith(
            "2026-11-27 13:15:59",
            (await Ask("TOP_GAINERS_LOSERS")).GetProperty("last_updated").GetString(),
            StringComparison.Ordinal
        );

        static List<decimal> Percents(JsonElement json, string list) =>
            [
                .. json.GetProperty(list)
                    .EnumerateArray()
                    .Select(r => decimal.Parse(r.GetProperty("change_percentage").GetString()!.TrimEnd('%'), CultureInfo.InvariantCulture)),
            ];
    }
}
