using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Tests.Contract;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Resilience;

/// <summary>
/// Case P1, with everything running: providers write every configured secret into their texts and refusals, and neither the log, the
/// database nor any public answer has one.
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class PlantedSecretTests(LocalServices services)
{
    private static readonly TimeSpan s_fill = TimeSpan.FromMinutes(10);

    /// <summary>Data sets that bring texts, one of each provider at least; the last is refused with the key in the words.</summary>
    private static readonly string[] s_dataSets =
    [
        "bithumb-markets",
        "market-news",
        "financial-news",
        "news-sentiment",
        "coin-list",
        "x-posts",
        "macro-cpi",
    ];

    private static readonly Dictionary<string, string> s_secrets = new()
    {
        ["Providers:finnhub:ApiKey"] = "fh7/Plant+01=aQ",
        ["Providers:alphavantage:ApiKey"] = "AV8PLANT02ZZTOP9",
        ["Providers:newsapi:ApiKey"] = "5a7f-plant-03-e9c1",
        ["Providers:coingecko:ApiKey"] = "CG-plant04xYz81",
        ["Providers:x:ApiKey"] = "AAAA%2Fplant05%3D77bearer",
        ["Providers:truthsocial:ApiKey"] = "ts_plant06_9d2f",
        ["ADMIN_API_KEY"] = "admin-plant-07-4Gk2",
        ["SMTP_PASSWORD"] = "mail plant&08<x>",
        ["REDIS_PASSWORD"] = "redis\"plant\\09",
        ["DB_PASSWORD"] = "db-plant-10-ü7",
    };

    [Fact]
    public async Task P1_secrets_that_providers_quote_are_in_no_log_no_table_and_no_answer()
    {
        await using var simulator = await SimulatorHost.Create(
            new SimulatorOptions
            {
                AlwaysOpen = true,
                CryptoPerSecond = 5,
                StocksPerSecond = 5,
                NewsDays = 5,
                HistorySymbols = ["AAPL", "KRW-BTC"],
            }
        );
        await using var redis = await services.NewRedisAsync();
        var database = await services.NewDatabaseAsync();
        var words = s_secrets.Values.SelectMany(Quoted).ToList();
        await using var proxy = await PlantingProxy.StartAsync(simulator.Address, words, request =>
            request.Query["function"] != "CPI"
                ? null
                : JsonSerializer.Serialize(
                    new
                    {
                        Information = $"We have detected your API key as {request.Query["apikey"]} "
                            + "and our standard API rate limit is 25 requests per day.",
                    }
                )
        );
        var market = simulator.Address.ToString().TrimEnd('/');
        var settings = new ApiSettings
        {
            Postgres = database,
            Redis = redis.Endpoint,
            Simulator = proxy.Address,
            MailFolder = services.Folder("planted-mail"),
        };
        var extra = new Dictionary<string, string>(s_secrets)
        {
            ["LOG_LEVEL"] = "debug",
            ["Providers:bithumb:WebSocketUrl"] = $"ws{market[4..]}/bithumb/websocket/v1",
            ["Providers:finnhub:WebSocketUrl"] = $"ws{market[4..]}/finnhub/ws",
        };
        await using var api = await ApiProcess.StartAsync(services, settings, extra);
        api.Http.DefaultRequestHeaders.Add("X-Api-Key", s_secrets["ADMIN_API_KEY"]);

        await Wait.Until(async () => (await LastRunsAsync(api)).IsSupersetOf(s_dataSets), s_fill, "every provider has brought texts");

        Assert.True(proxy.Planted > 100, $"{proxy.Planted} texts planted");
        Assert.Empty(await LeaksOfAnswersAsync(api));
        Assert.Empty(await LeaksOfTablesAsync(database));
        Assert.Empty(LeaksOf("log", await File.ReadAllTextAsync(api.Process.LogFile, Ct)));
        // It is not that nothing came: the marks stand where the secrets stood.
        Assert.Contains(
            "[redacted]",
            (await api.Http.GetStringAsync(new Uri("/api/v1/admin/jobs", UriKind.Relative), Ct)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "[redacted]",
            (await api.Http.GetStringAsync(new Uri("/api/v1/market-news?limit=50", UriKind.Relative), Ct)),
            StringComparison.Ordinal
        );
    }

    /// <summary>Ways to quote a secret inside a JSON text.</summary>
    private static IEnumerable<string> Quoted(string secret) =>
        [
            JsonEncodedText.Encode(secret).ToString(),
            JsonEncodedText.Encode(secret.ToUpperInvariant()).ToString(),
            Uri.EscapeDataString(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            string.Concat(secret.Select(c => $"\\u{(int)c:x4}")),
        ];

    private static IReadOnlyList<string> Forms(string secret) =>
        [
            secret,
            JsonEncodedText.Encode(secret).ToString(),
            Uri.EscapeDataString(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ];

    private static IEnumerable<string> LeaksOf(string where, string text) =>
        s_secrets
            .Where(s => Forms(s.Value).Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)))
            .Select(s => $"{where}: {s.Key}");

    /// <summary>Routes beyond the contract, those of the admin key included: the texts of failures are there.</summary>
    private static readonly string[] s_ownRoutes =
    [
        "/api/v1/ingestion/status",
        "/api/v1/admin/jobs",
        "/api/v1/admin/ingestion",
        "/health/detailed",
        "/ws/status",
        "/openapi/v1.json",
    ];

    private static async Task<HashSet<string>> LastRunsAsync(ApiProcess api)
    {
        using var status = JsonDocument.Parse(await api.Http.GetStringAsync(new Uri("/api/v1/ingestion/status", UriKind.Relative), Ct));
        return
        [
            .. status
                .RootElement.GetProperty("data_sets")
                .EnumerateArray()
                .Where(d =>
                    d.GetProperty("last_run") is { ValueKind: JsonValueKind.Object } run
                    && run.GetProperty("outcome").GetString() is not "running"
                )
                .Select(d => d.GetProperty("name").GetString()!),
        ];
    }

    /// <summary>Every GET of the contract; what has no data for its parameters is asked with made-up ones.</summary>
    private static async Task<IReadOnlyList<string>> LeaksOfAnswersAsync(ApiProcess api)
    {
        var wire = new WireRequests(api.Http);
        var leaks = new List<string>();
        foreach (var route in WireContract.Read(Path.Combine(AppContext.BaseDirectory, "Contract")).Routes.Where(r => r.Method == "GET"))
        {
            string url;
            try
            {
                url = WireRequests.Url(route, await wire.ValuesAsync(route, Ct));
            }
            catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
            {
                url = WireRequests.Url(route, route.Samples.ToDictionary(s => s.Name, _ => "1"));
            }
            leaks.AddRange(LeaksOf(url, (await wire.GetAsync(url, Ct)).Body));
        }
        foreach (var url in s_ownRoutes)
            leaks.AddRange(LeaksOf(url, (await wire.GetAsync(url, Ct)).Body));
        return leaks;
    }

    /// <summary>Rows of any table of ours that hold a secret in any column, as text.</summary>
    private static async Task<IReadOnlyList<string>> LeaksOfTablesAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var tables = new List<string>();
        await using (
            var command = source.CreateCommand(
                "select format('%I.%I', table_schema, table_name) from information_schema.tables where table_type = 'BASE TABLE' "
                    + "and table_schema not in ('pg_catalog', 'information_schema')"
            )
        )
        await using (var reader = await command.ExecuteReaderAsync(Ct))
        {
            while (await reader.ReadAsync(Ct))
                tables.Add(reader.GetString(0));
        }
        Assert.Contains("app.mt_doc_market_article", tables);
        var leaks = new List<string>();
        // One pattern over the row as text: many words looked for one by one would go through every row as often.
        var pattern = string.Join('|', s_secrets.Values.SelectMany(Forms).Distinct().Select(Regex.Escape));
        foreach (var table in tables)
        {
            await using var command = source.CreateCommand($"select count(*) from {table} t where t::text ~* $1");
            command.CommandTimeout = 300;
            command.Parameters.Add(new NpgsqlParameter { Value = pattern });
            if (await command.ExecuteScalarAsync(Ct) is long and > 0 and var rows)
                leaks.Add($"{table}: {rows} rows");
        }
        return leaks;
    }
}
