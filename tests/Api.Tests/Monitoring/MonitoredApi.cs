using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Monitoring;

/// <summary>Class fixture: the real API in both roles on a simulated market, with its management port and a collector.</summary>
public sealed partial class MonitoredApi(LocalServices services) : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<(string Path, string Text)> _collected = new();
    private StubProvider _collector = null!;
    private SimulatorHost _simulator = null!;
    private PrivateRedis _redis = null!;
    private ApiProcess _process = null!;
    private int _port;

    /// <summary>What was exported over OTLP: the address, and the texts in the message as they are in it.</summary>
    public IEnumerable<(string Path, string Text)> Collected => _collected;

    /// <summary>A client of the public port.</summary>
    public HttpClient Public => _process.Http;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.Create(
            new SimulatorOptions
            {
                AlwaysOpen = true,
                CryptoPerSecond = 20,
                StocksPerSecond = 20,
                NewsDays = 2,
                HistorySymbols = ["AAPL", "KRW-BTC"],
            }
        );
        _collector = await StubProvider.StartAsync();
        _collector.Answer = async (http, _) =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
            _collected.Enqueue((http.Request.Path, await reader.ReadToEndAsync()));
        };
        _redis = await services.NewRedisAsync();
        _port = FreePort.Next();
        _process = await ApiProcess.StartAsync(
            services,
            new()
            {
                Postgres = await services.NewDatabaseAsync(),
                Redis = _redis.Endpoint,
                Simulator = _simulator.Address.ToString().TrimEnd('/'),
                MailFolder = services.Folder("monitored-mail"),
                ManagementPort = _port,
            },
            new Dictionary<string, string>
            {
                // A budget that exists, and is not reached.
                ["Providers:finnhub:CallsPerMinute"] = "6000",
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "2000",
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        await _redis.DisposeAsync();
        await _simulator.DisposeAsync();
        await _collector.DisposeAsync();
    }

    /// <summary>What Prometheus gets.</summary>
    public Task<string> ScrapeAsync() =>
        _http.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/metrics")), Ct);

    /// <summary>The names of all series of a scrape.</summary>
    public static IReadOnlySet<string> SeriesIn(string scrape) =>
        Series().Matches(scrape).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The names of the metrics of a scrape: a histogram has one.</summary>
    public static IReadOnlySet<string> MetricsIn(string scrape) =>
        Types().Matches(scrape).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^([a-z_:][a-z0-9_:]*)[{ ]", RegexOptions.Multiline)]
    private static partial Regex Series();

    [GeneratedRegex(@"^# TYPE ([a-z0-9_:]+) ", RegexOptions.Multiline)]
    private static partial Regex Types();
}
