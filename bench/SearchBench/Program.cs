using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Domain;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Bench;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;
using InvestmentAssistant.SearchBench;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

// How long a search takes, from one client over HTTP, with nothing held in a cache. Usage: SearchBench [ARTICLES]; its database is its own,
// in a temporary folder.
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
const int Warm = 30,
    Rounds = 300;

// The account PostgreSQL runs as must be able to pass through when we are root.
var folder = Directory.CreateTempSubdirectory("investment-assistant-search-");
if (!OperatingSystem.IsWindows())
    File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_001_001);
try
{
    await using var postgres = await PrivatePostgres.StartAsync(
        new PostgresOptions(Path.Combine(folder.FullName, "postgres"), Path.Combine(folder.FullName, "postgres.log"))
        {
            // As much as k8s/overlays/k3s gives it.
            Durable = false,
            SharedBuffers = "512MB",
        },
        default
    );
    var database = await postgres.CreateDatabaseAsync("search", fresh: true, default);
    await LoadAsync(database, count);
    await SettleAsync(database);

    var port = FreePort.Next();
    var settings = new ApiSettings
    {
        Postgres = database,
        Redis = "127.0.0.1:1",
        Roles = "api",
        Url = $"http://127.0.0.1:{port}",
    }.ToEnvironment();
    settings["LOG_LEVEL"] = "error";
    await using var api = await ChildProcess.StartAsync(
        new ChildSpec("api", [DotnetHost.Path, Repository.Current.ApiDll], Path.Combine(folder.FullName, "api.log"))
        {
            Environment = settings,
            HideVariable = ApiSettings.IsForeign,
            WorkingFolder = Repository.Current.ApiFolder,
        }
    );
    using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/v1/market-news") };
    while (!await AnswersAsync(http, api))
        await Task.Delay(200);

    Console.WriteLine(
        $"{count:N0} articles, {Environment.ProcessorCount} cores, everything on one machine; milliseconds of {Rounds} requests "
            + "of 20 articles each, one after the other, none held in a cache"
    );
    Console.WriteLine($"{"query", -26} {"order", -10} {"matches", 8}   {"p50", 7} {"p95", 7} {"p99", 7}");
    await MeasureAsync(http, "no words: the list", "newest", i => $"?page=1&limit=20&{Since(i)}");
    foreach (var (name, queries) in Questions())
    {
        foreach (var sort in new[] { "newest", "relevance" })
            await MeasureAsync(http, name, sort, i =>
                $"/search?q={Uri.EscapeDataString(queries[i % queries.Length])}&sort={sort}&limit=20&{Since(i)}"
            );
    }
}
finally
{
    folder.Delete(recursive: true);
}
return;

// A bound that leaves nothing out, another for every request, so that no count and no list is found in a cache.
static string Since(int i) =>
    string.Create(CultureInfo.InvariantCulture, $"start_date=1990-01-01T{i / 3600 % 24:00}:{i / 60 % 60:00}:{i % 60:00}Z");

static (string Name, string[] Queries)[] Questions() =>
    [
        ("rare word", [.. Enumerable.Range(0, 60).Select(n => Corpus.Word(4_000 + (500 * n), "en"))]),
        ("common word", ["shares", "said", "months", "moves", "billion", "people"]),
        (
            "two words",
            [
                "inflation germany",
                "tariff shares",
                "nuclear plant",
                "election markets",
                "housing mortgage",
                "oil stockpiles",
                "congress hearing",
                "economy retail",
            ]
        ),
        (
            "phrase",
            [
                "\"trade war\"",
                "\"interest rates\"",
                "\"cost of borrowing\"",
                "\"central bank\"",
                "\"artificial intelligence\"",
                "\"government policy\"",
            ]
        ),
        ("word less another", ["inflation -germany", "shares -news", "tariff -steel", "oil -refiners"]),
        ("Korean word", ["기준금리", "반도체", "삼성전자", "환율", "코스피", "부동산"]),
        ("Korean words", ["삼성전자 반도체", "기준금리 인하", "원·달러 환율", "서울 부동산"]),
        ("Korean phrase", ["\"기준금리 인하\"", "\"서울 부동산\"", "\"뉴욕 증시\""]),
        ("Korean rare word", [.. Enumerable.Range(0, 60).Select(n => Corpus.Word(2_000 + (300 * n), "ko"))]),
    ];

static async Task MeasureAsync(HttpClient http, string name, string sort, Func<int, string> query)
{
    var (took, matches) = (new List<double>(Rounds), new List<double>(Rounds));
    for (var i = 0; i < Warm + Rounds; i++)
    {
        var started = Stopwatch.GetTimestamp();
        var bytes = await http.GetByteArrayAsync(http.BaseAddress + query(i));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (i < Warm)
            continue;
        took.Add(elapsed);
        matches.Add(JsonDocument.Parse(bytes).RootElement.GetProperty("total").GetInt32());
    }
    var times = Percentiles.Of(took);
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -26} {sort, -10} {Percentiles.Of(matches).P50, 8:0}   {times.P50, 7:0.0} {times.P95, 7:0.0} {times.P99, 7:0.0}"
        )
    );
}

static async Task<bool> AnswersAsync(HttpClient http, ChildProcess api)
{
    if (api.HasExited)
        throw new InvalidOperationException($"the API ended: {api.LogTail(20)}");
    try
    {
        return (await http.GetAsync(http.BaseAddress + "/stats")).IsSuccessStatusCode;
    }
    catch (HttpRequestException)
    {
        return false;
    }
}

// As autovacuum leaves a table that is written to now and then: every page looked at. What is running beside a vacuum keeps it from marking
// some.
static async Task SettleAsync(string database)
{
    await using var source = NpgsqlDataSource.Create(database);
    do
    {
        await using var vacuum = source.CreateCommand("vacuum analyze");
        vacuum.CommandTimeout = 600;
        await vacuum.ExecuteNonQueryAsync();
    } while (
        await source
            .CreateCommand("select relallvisible < relpages from pg_class where oid = 'search.market_news'::regclass")
            .ExecuteScalarAsync()
            is true
    );
}

static async Task LoadAsync(string database, int count)
{
    var configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = database })
        .Build();
    await using var services = new ServiceCollection()
        .AddSingleton<IConfiguration>(configuration)
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<AnswerCache>()
        .AddMarketTime(configuration)
        .AddPersistence(configuration, [new MarketNewsFeature()])
        .AddArticleIndex<MarketArticle>("market_news")
        .BuildServiceProvider();
    await services.GetRequiredService<SchemaApplier>().ApplyAsync(default);
    var store = services.GetRequiredService<IDocumentStore>();
    var started = Stopwatch.GetTimestamp();
    foreach (var batch in new Corpus().Articles(count, new LocalDate(2026, 11, 23)).Chunk(2_000))
        await store.BulkInsertAsync(batch);
    var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} articles written and indexed in {seconds:0.0} s ({count / seconds:N0} a second)"
        )
    );
}
