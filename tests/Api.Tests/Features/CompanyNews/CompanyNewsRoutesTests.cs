using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using static InvestmentAssistant.Api.Tests.Features.CompanyNews.CompanyNewsHost;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.CompanyNews;

/// <summary>
/// All routes of the feature, over two batches of sessions so far ahead that the host's own job never comes after them, with movers that no
/// list has.
/// </summary>
public sealed class CompanyNewsRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private const string Root = "/api/v1/company-news";
    private const int Earlier = 20391229;
    private const int Latest = 20391230;

    private static readonly string[] s_batch = ["batch_id", "last_updated", "total_symbols", "period_days", "source", "is_final"];

    private static readonly string[] s_stock =
    [
        "symbol",
        "category",
        "rank_position",
        "price",
        "change_percentage",
        "volume",
        "news_count",
        "news",
        "company_name",
        "change_amount",
    ];

    private static readonly string[] s_item = ["symbol", "url", "source", "title", "description", "content", "published_at", "fetched_at"];

    public async ValueTask InitializeAsync()
    {
        var store = api.Host.Services.GetRequiredService<IDocumentStore>();
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<MoverBatch>(Latest, Ct) is not null)
            return;
        var now = api.Host.Services.GetRequiredService<IClock>().GetCurrentInstant();
        session.Store(Batch(Earlier, now - Duration.FromHours(30)), Batch(Latest, now - Duration.FromHours(6)));
        session.Store(
            Article("ZZAA", "one hour", now - Duration.FromHours(1)),
            Article("ZZAA", "two days", now - Duration.FromDays(2)),
            Article("ZZAA", "five days", now - Duration.FromDays(5)),
            Article("ZZAA", "nine days", now - Duration.FromDays(9)),
            Article("ZZBA", "one hour", now - Duration.FromHours(1))
        );
        session.Store<CompanyArticle>(
            Enumerable.Range(0, 45).Select(n => Article("ZZCA", $"{n:00}", now - Duration.FromMinutes(60 + (n / 3))))
        );
        await session.SaveChangesAsync(Ct);
        // Which batch is the latest is held for some seconds, perhaps since before these were written.
        await Wait.Until(
            async () => (await _routes.Ok("/trending?limit=1")).GetProperty("batch_info").GetProperty("batch_id").GetInt32() == Latest,
            TimeSpan.FromSeconds(60),
            "the planted batch is the latest"
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>ZZAA leads the gainers and is traded most; ZZAT, the last of them, and the losers have no news.</summary>
    private static MoverBatch Batch(int id, Instant lastUpdated) =>
        new()
        {
            Id = id,
            LastUpdated = lastUpdated,
            Source = "own",
            IsFinal = true,
            Movers =
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(n => new Mover($"ZZA{(char)('A' + n)}", "top_gainers", n + 1, $"Gainer {n}", 10m + n, 1m, 20m - n, 1_000 - n)),
                .. Enumerable
                    .Range(0, 10)
                    .Select(n => new Mover($"ZZB{(char)('A' + n)}", "top_losers", n + 1, $"Loser {n}", 10m, -1m, n - 20m, 1_000)),
                new Mover("ZZAA", "most_actively_traded", 1, "Gainer 0", 10m, 1m, 20m, 1_000),
                .. Enumerable
                    .Range(1, 9)
                    .Select(n => new Mover(
                        $"ZZC{(char)('A' + n - 1)}",
                        "most_actively_traded",
                        n + 1,
                        $"Active {n}",
                        10m,
                        null,
                        null,
                        900 - n
                    )),
            ],
        };

    private readonly RouteClient _routes = new(api, Root);

    private static List<string> Titles(JsonElement stock) => [.. Items(stock, "news").Select(n => n.GetProperty("title").GetString()!)];

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    [Theory]
    [InlineData("/trending")]
    [InlineData("/trending/")]
    public async Task The_latest_batch_has_its_movers_with_their_news(string path)
    {
        var json = await _routes.Ok(path);
        Assert.Equal(["batch_info", "categories", "stocks", "total_stocks", "has_next"], Names(json));
        var batch = json.GetProperty("batch_info");
        Assert.Equal(s_batch, Names(batch));
        Assert.Equal(
            (Latest, 39, 3),
            (
                batch.GetProperty("batch_id").GetInt32(),
                batch.GetProperty("total_symbols").GetInt32(),
                batch.GetProperty("period_days").GetInt32()
            )
        );
        Assert.Equal("""{"top_gainers":20,"top_losers":10,"most_actively_traded":10}""", json.GetProperty("categories").GetRawText());
        var stocks = Items(json, "stocks");
        Assert.Equal(
            (20, 40, true),
            (stocks.Count, json.GetProperty("total_stocks").GetInt32(), json.GetProperty("has_next").GetBoolean())
        );
        Assert.All(stocks, s => Assert.Equal(s_stock, Names(s)));
        var first = stocks[0];
        Assert.Equal(
            ("ZZAA", "top_gainers", 1, 10m, 20m),
            (
                Text(first, "symbol"),
                Text(first, "category"),
                first.GetProperty("rank_position").GetInt32(),
                first.GetProperty("price").GetDecimal(),
                first.GetProperty("change_percentage").GetDecimal()
            )
        );
        Assert.Equal(["one hour", "two days"], Titles(first));
        Assert.Equal(2, first.GetProperty("news_count").GetInt32());
        Assert.Equal(s_item, Names(Items(first, "news")[0]));
        // One without news is listed all the same.
        Assert.Equal(("ZZAT", 0), (Text(stocks[^1], "symbol"), stocks[^1].GetProperty("news_count").GetInt32()));
        Assert.Empty(Items(stocks[^1], "news"));
    }

    [Theory]
    [InlineData(1, new[] { "one hour" })]
    [InlineData(7, new[] { "one hour", "two days", "five days" })]
    public async Task Days_bound_the_news(int days, string[] titles) =>
        Assert.Equal(titles, Titles(Items(await _routes.Ok($"/trending?days={days}&limit=1"), "stocks")[0]));

    [Fact]
    public async Task Pages_of_movers_neither_repeat_nor_miss()
    {
        var all = Items(await _routes.Ok("/trending?limit=100"), "stocks").Select(Place).ToList();
        Assert.Equal(40, all.Distinct().Count());
        var paged = new List<string>();
        for (var offset = 0; offset < 48; offset += 12)
            paged.AddRange(Items(await _routes.Ok($"/trending?limit=12&offset={offset}"), "stocks").Select(Place));
        Assert.Equal(all, paged);
        Assert.Empty(Items(await _routes.Ok("/trending?offset=40"), "stocks"));

        static string Place(JsonElement stock) => $"{Text(stock, "category")}/{stock.GetProperty("rank_position").GetInt32()}";
    }

    [Theory]
    [InlineData("top_gainers", 20, "ZZAA")]
    [InlineData("top_losers", 10, "ZZBA")]
    [InlineData("most_actively_traded", 10, "ZZAA")]
    public async Task A_category_has_its_movers_by_rank(string category, int count, string first)
    {
        var json = await _routes.Ok($"/trending/category/{category}?limit=100");
        Assert.Equal(["batch_info", "category", "symbols_count", "stocks", "has_next"], Names(json));
        var stocks = Items(json, "stocks");
        Assert.Equal(
            (category, count, count, first),
            (Text(json, "category"), json.GetProperty("symbols_count").GetInt32(), stocks.Count, Text(stocks[0], "symbol"))
        );
        Assert.Equal(Enumerable.Range(1, count), stocks.Select(s => s.GetProperty("rank_position").GetInt32()));
        Assert.All(stocks, s => Assert.Equal(category, Text(s, "category")));
        Assert.Equal(
            stocks.Skip(2).Take(3).Select(s => Text(s, "symbol")),
            Items(await _routes.Ok($"/trending/category/{category}?limit=3&offset=2"), "stocks").Select(s => Text(s, "symbol"))
        );
    }

    [Fact]
    public async Task What_is_unknown_of_a_mover_is_null()
    {
        var active = Items(await _routes.Ok("/trending/category/most_actively_traded"), "stocks")[1];
        Assert.Equal(("ZZCA", JsonValueKind.Null), (Text(active, "symbol"), active.GetProperty("change_percentage").ValueKind));
    }

    [Fact]
    public async Task Categories_come_with_their_counts()
    {
        var json = await _routes.Ok("/trending/categories");
        Assert.Equal(["categories", "total_symbols", "update_frequency", "data_source"], Names(json));
        Assert.Equal(["top_gainers", "top_losers", "most_actively_traded"], Names(json.GetProperty("categories")));
        foreach (var category in json.GetProperty("categories").EnumerateObject())
        {
            Assert.Equal(["name", "description", "typical_count", "count"], Names(category.Value));
            Assert.Equal(category.Value.GetProperty("typical_count").GetInt32(), category.Value.GetProperty("count").GetInt32());
        }
        Assert.Equal(39, json.GetProperty("total_symbols").GetInt32());
    }

    [Fact]
    public async Task An_earlier_batch_answers_as_it_did_when_the_next_one_came()
    {
        var json = await _routes.Ok($"/trending/batch/{Earlier}?limit=1");
        Assert.Equal(Earlier, json.GetProperty("batch_info").GetProperty("batch_id").GetInt32());
        Assert.Equal(["two days"], Titles(Items(json, "stocks")[0])); // the article of an hour ago came after
        Assert.Equal(["one hour", "two days"], Titles(Items(await _routes.Ok($"/trending/batch/{Latest}?limit=1"), "stocks")[0]));
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get("/trending/batch/20010101")).Status);
    }

    [Fact]
    public async Task A_companys_news_are_paged_newest_first()
    {
        var json = await _routes.Ok("/symbol/zzca?limit=100");
        Assert.Equal(["symbol", "period_days", "total_news", "latest_batch_info", "news", "has_next"], Names(json));
        Assert.Equal(
            ("ZZCA", 3, 45, false),
            (
                Text(json, "symbol"),
                json.GetProperty("period_days").GetInt32(),
                json.GetProperty("total_news").GetInt32(),
                json.GetProperty("has_next").GetBoolean()
            )
        );
        var times = Items(json, "news").Select(n => Text(n, "published_at")).ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        var all = Items(json, "news").Select(n => Text(n, "url")).ToList();
        var paged = new List<string>();
        for (var offset = 0; offset < 45; offset += 10)
            paged.AddRange(Items(await _routes.Ok($"/symbol/ZZCA?limit=10&offset={offset}"), "news").Select(n => Text(n, "url")));
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task A_company_has_its_place_among_the_movers_or_null()
    {
        var place = (await _routes.Ok("/symbol/ZZAA?days=7")).GetProperty("latest_batch_info");
        Assert.Equal(
            ["batch_id", "last_updated", "category", "categories", "rank_position", "price", "change_percentage", "volume"],
            Names(place)
        );
        Assert.Equal(["top_gainers", "most_actively_traded"], Items(place, "categories").Select(c => c.GetString()!));
        Assert.Equal(3, (await _routes.Ok("/symbol/ZZAA?days=7")).GetProperty("total_news").GetInt32());

        // A member of the index that does not move has no place; a symbol of nobody is unknown.
        await Wait.Until(async () => (await _routes.Get("/symbol/BRK-B")).Status == HttpStatusCode.OK, TimeSpan.FromSeconds(60));
        var quiet = await _routes.Ok("/symbol/BRK-B");
        Assert.Equal(("BRK.B", JsonValueKind.Null), (Text(quiet, "symbol"), quiet.GetProperty("latest_batch_info").ValueKind));
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get("/symbol/QZQZ")).Status);
    }

    [Theory]
    [InlineData("/trending?days=0", "days")]
    [InlineData("/trending?days=8", "days")]
    [InlineData("/trending?limit=0", "limit")]
    [InlineData("/trending?limit=101", "limit")]
    [InlineData("/trending?offset=-1", "offset")]
    [InlineData("/trending?limit=all", "limit")]
    [InlineData("/trending/category/top_movers", "category")]
    [InlineData("/trending/category/top_gainers?days=9", "days")]
    [InlineData("/trending/batch/0", "batch_id")]
    [InlineData("/trending/batch/last", "batch_id")]
    [InlineData("/trending/batch/20391230?limit=1000", "limit")]
    [InlineData("/symbol/AA%20PL", "symbol")]
    [InlineData("/symbol/AAPL?days=8", "days")]
    [InlineData("/symbol/AAPL?offset=-1", "offset")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json) = await _routes.Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }
}
