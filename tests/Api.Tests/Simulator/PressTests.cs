using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using InvestmentAssistant.MarketSimulator;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>The simulated press: NewsAPI's two routes and Finnhub's news.</summary>
public sealed class PressTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 12, 13, 30);

    private static async Task<(HttpStatusCode Status, JsonElement Json)> Ask(SimulatorClient simulator, string path)
    {
        using var reply = await simulator.Send("newsapi/v2/" + path + "&apiKey=test");
        return (reply.StatusCode, await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private static Task<SimulatorClient> Start(SimulatorOptions? options = null) => SimulatorClient.Start(Now, options);

    private static List<JsonElement> Articles(JsonElement json) => [.. json.GetProperty("articles").EnumerateArray()];

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    [Theory]
    [InlineData("everything?q=economy", "everything.json")]
    [InlineData("top-headlines?category=business&country=us", "top-headlines.json")]
    [InlineData("top-headlines?sources=reuters", "top-headlines.json")]
    public async Task Articles_have_the_shape_of_captured_ones(string path, string sample)
    {
        await using var simulator = await Start();
        var (status, json) = await Ask(simulator, path);
        var captured = JsonSerializer.Deserialize<JsonElement>(Samples.Text("NewsApi", sample));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Names(captured), Names(json));
        Assert.All(Articles(json), a =>
        {
            Assert.Equal(Names(Articles(captured)[0]), Names(a));
            Assert.Equal(["id", "name"], Names(a.GetProperty("source")));
            Assert.True(InstantPattern.General.Parse(Text(a, "publishedAt")!).Success);
        });
    }

    [Fact]
    public async Task A_day_has_both_languages_some_withdrawn_articles_some_markup_and_some_gaps_and_is_always_the_same()
    {
        await using var simulator = await Start();
        async Task<List<JsonElement>> Week(string query)
        {
            var articles = new List<JsonElement>();
            for (var page = 1; page <= 8; page++)
                articles.AddRange(Articles((await Ask(simulator, $"{query}&from=2026-11-02&to=2026-11-08&page={page}")).Json));
            return articles;
        }

        var (english, korean) = (await Week("everything?q=coverage&language=en"), await Week("everything?q=소식"));
        Assert.InRange(english.Count, 380, 650);
        Assert.InRange(korean.Count, 150, 270);
        Assert.Contains(korean, a => Text(a, "title")!.Any(c => c is >= '가' and <= '힣'));
        Assert.Contains(english, a => Text(a, "title") == "[Removed]" && Text(a, "url") == "https://removed.com");
        Assert.Contains(english, a => Text(a, "description")?.Contains("</", StringComparison.Ordinal) == true);
        foreach (var field in new[] { "author", "description", "urlToImage", "content" })
            Assert.Contains(english, a => a.GetProperty(field).ValueKind == JsonValueKind.Null);
        Assert.All(english.Where(a => Text(a, "content") is { Length: > 200 }), a =>
            Assert.Matches(@"… \[\+\d+ chars\]$", Text(a, "content")!)
        );
        Assert.DoesNotContain(korean, a => Text(a, "title")!.Contains('(', StringComparison.Ordinal));
        Assert.Equal(english.Select(a => a.GetRawText()), (await Week("everything?q=coverage&language=en")).Select(a => a.GetRawText()));
    }

    [Fact]
    public async Task A_search_finds_words_phrases_and_alternatives_newest_first_and_nothing_that_is_not_out_yet()
    {
        await using var simulator = await Start();
        var (_, json) = await Ask(simulator, "everything?q=\"trade war\" OR nuclear&from=2026-11-10&to=2026-11-12&sortBy=publishedAt");
        var shown = Articles(json).Where(a => Text(a, "title") != "[Removed]").ToList();
        Assert.NotEmpty(shown);
        var times = shown.Select(a => InstantPattern.General.Parse(Text(a, "publishedAt")!).Value).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.All(times, t => Assert.InRange(t, Instant.FromUtc(2026, 11, 10, 0, 0), Now));
    }

    [Theory]
    [InlineData("everything?pageSize=10", 400, "parametersMissing")]
    [InlineData("everything?q=war&pageSize=101", 400, "parameterInvalid")]
    [InlineData("everything?q=war&from=2025-11-11", 426, "parameterInvalid")]
    [InlineData("everything?q=war&page=2&pageSize=60", 426, "maximumResultsReached")]
    [InlineData("top-headlines?pageSize=10", 400, "parametersMissing")]
    [InlineData("top-headlines?sources=financial-times", 400, "sourceDoesNotExist")]
    [InlineData("top-headlines?sources=reuters&country=us", 400, "parametersIncompatible")]
    public async Task Refusals_have_the_providers_words(string path, int status, string code)
    {
        await using var simulator = await Start(new SimulatorOptions { Live = false, NewsApiMaxResults = 100 });
        var refusal = await Ask(simulator, path);
        Assert.Equal((status, "error", code), ((int)refusal.Status, Text(refusal.Json, "status"), Text(refusal.Json, "code")));
        Assert.False(string.IsNullOrEmpty(Text(refusal.Json, "message")));
    }

    [Fact]
    public async Task Keys_calls_and_faults()
    {
        await using var simulator = await Start(new SimulatorOptions { Live = false, NewsApiCalls = 1 });
        using var without = await simulator.Send("newsapi/v2/everything?q=war");
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(simulator, "everything?q=war")).Status);
        var captured = JsonSerializer.Deserialize<JsonElement>(Samples.Text("NewsApi", "error-429-rate-limited.json"));
        Assert.Equal(captured.GetProperty("message").GetString(), Text((await Ask(simulator, "everything?q=war")).Json, "message"));
        simulator.Host.Faults.Add(new MarketSimulator.Control.FaultRequest("newsapi", "401"));
        captured = JsonSerializer.Deserialize<JsonElement>(Samples.Text("NewsApi", "error-401-api-key-invalid.json"));
        Assert.Equal(
            captured.GetRawText().Length > 0 ? Text(captured, "message") : "",
            Text((await Ask(simulator, "everything?q=war")).Json, "message")
        );
        Assert.Empty(Articles((await Ask(await Start(), "top-headlines?category=politics&country=us")).Json));
    }

    [Theory]
    [InlineData("general", 9_000, 16_000)]
    [InlineData("crypto", 6_000, 10_000)]
    [InlineData("forex", 2_000, 5_000)]
    [InlineData("merger", 1_200, 3_500)]
    public async Task A_year_of_financial_news_comes_a_hundred_at_a_time_without_gaps_or_repeats(string category, int atLeast, int atMost)
    {
        await using var simulator = await Start();
        var captured = JsonSerializer.Deserialize<JsonElement>(Samples.Text("Finnhub", "market-news.json"));
        var (numbers, minId) = (new List<long>(), 0L);
        while (true)
        {
            var page = (await simulator.Get($"finnhub/api/v1/news?category={category}&minId={minId}")).EnumerateArray().ToList();
            if (page.Count == 0)
                break;
            Assert.InRange(page.Count, 1, 100);
            Assert.Equal(Names(captured[0]).Order(), Names(page[0]).Order());
            var times = page.Select(a => a.GetProperty("datetime").GetInt64()).ToList();
            Assert.Equal(times.OrderDescending(), times);
            minId = page[0].GetProperty("id").GetInt64();
            numbers.AddRange(page.Select(a => a.GetProperty("id").GetInt64()).Order());
        }
        Assert.InRange(numbers.Count, atLeast, atMost);
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public async Task Financial_news_name_symbols_and_an_unknown_category_is_refused()
    {
        await using var simulator = await Start(new SimulatorOptions { Live = false, NewsDays = 5 });
        var related = (await simulator.Get("finnhub/api/v1/news?category=crypto&minId=0"))
            .EnumerateArray()
            .Select(a => a.GetProperty("related").GetString()!)
            .ToList();
        Assert.Contains("", related);
        Assert.Contains(related, r => r.Split(',').Contains("BTC"));
        using var refused = await simulator.Send("finnhub/api/v1/news?category=stocks");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }
}
