using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Resilience;

/// <summary>
/// The real process while its links to PostgreSQL and Redis freeze and break, one after the other. Numbered trades come all the while: none
/// is lost or doubled, prices go on, and the board is right at the end.
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class StoreFaultTests(LocalServices services)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Trades during a fault, at ten a second.</summary>
    private const int During = 40;

    private readonly ConcurrentQueue<string> _wentBack = [];
    private decimal _shown;
    private int _stale;

    [Fact]
    public async Task Prices_go_on_through_every_fault_of_a_store_and_no_trade_is_lost_or_doubled()
    {
        await using var simulator = await SimulatorHost.Create(TracerTrades.SilentMarket());
        await using var redis = await services.NewRedisAsync();
        var database = new NpgsqlConnectionStringBuilder(await services.NewDatabaseAsync());
        await using var toPostgres = new FaultyLink(database.Host!, database.Port);
        await using var toRedis = new FaultyLink("127.0.0.1", int.Parse(redis.Endpoint.Split(':')[^1], CultureInfo.InvariantCulture));
        using var market = new HttpClient { BaseAddress = simulator.Address };
        var tracers = new TracerTrades(market, database.ConnectionString);
        await using var api = await ApiProcess.StartAsync(
            services,
            new ApiSettings
            {
                Postgres = new NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Host = "127.0.0.1",
                    Port = toPostgres.Port,
                }.ConnectionString,
                Redis = $"127.0.0.1:{toRedis.Port}",
                Simulator = simulator.Address.ToString().TrimEnd('/'),
            }
        );
        // What is sent before the feed is connected is lost: the count begins with the first that is shown.
        using var client = await RawWebSocket.ConnectAsync(api.Port, $"/ws/sp500?symbols={TracerTrades.Symbol}");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var reading = ReadAsync(client);
        await Wait.Until(
            async () =>
            {
                await tracers.SendAsync(1);
                return _shown >= TracerTrades.PriceOf(1);
            },
            s_patience,
            "the feed is connected and its first price shown"
        );
        var first = tracers.Sent;
        var sending = tracers.KeepSendingAsync(end.Token);

        Console.WriteLine("fault                 prices shown in it  stale  last price shown after, s  all stored after, s");
        await WithFaultAsync("PostgreSQL frozen", tracers, api, toPostgres.Freeze, toPostgres.Heal);
        await WithFaultAsync("PostgreSQL cut", tracers, api, toPostgres.Cut, toPostgres.Heal);
        await WithFaultAsync("Redis frozen", tracers, api, toRedis.Freeze, toRedis.Heal);
        await WithFaultAsync("Redis cut", tracers, api, toRedis.Cut, toRedis.Heal);

        await end.CancelAsync();
        await sending.WaitAsync(Ct);
        await Wait.Until(() => _shown == TracerTrades.PriceOf(tracers.Sent), s_patience, "the last price is shown");
        client.Dispose();
        await Task.WhenAny(reading);
        Assert.Empty(_wentBack);
        Assert.Equal(TracerTrades.PriceOf(tracers.Sent), await QuoteAsync(api));
        await Wait.Until(async () => (await tracers.StoredAsync()).Count >= tracers.Sent - first + 1, s_patience, "all trades are stored");
        var numbers = (await tracers.StoredAsync()).Select(t => (int)t.Volume).ToList();
        Assert.Equal(numbers.Distinct().Count(), numbers.Count);
        Assert.Empty(Enumerable.Range(first, tracers.Sent - first + 1).Except(numbers));
    }

    private async Task WithFaultAsync(string name, TracerTrades tracers, ApiProcess api, Action begin, Action heal)
    {
        var (before, staleBefore, until) = (_shown, _stale, tracers.Sent + During);
        begin();
        try
        {
            await Wait.Until(() => tracers.Sent >= until && _shown > before, s_patience, $"prices go on with {name}");
            using var live = await api.Http.GetAsync(new Uri("/health/live", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }
        finally
        {
            heal();
        }
        var shown = (int)((_shown - before) * 100);
        var (healed, last) = (Stopwatch.GetTimestamp(), tracers.Sent);
        await Wait.Until(() => _shown >= TracerTrades.PriceOf(last), s_patience, $"prices are those of now after {name}");
        var priced = Stopwatch.GetElapsedTime(healed);
        await Wait.Until(
            async () => (await tracers.StoredAsync()).Any(t => t.Volume >= last),
            s_patience,
            $"trades are stored again after {name}"
        );
        var (stored, stale) = (Stopwatch.GetElapsedTime(healed), _stale - staleBefore);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -22}{shown, 18}{stale, 7}{priced.TotalSeconds, 27:0.0}{stored.TotalSeconds, 21:0.0}"
            )
        );
    }

    /// <summary>Notes what the stream shows until the client is disposed.</summary>
    private async Task ReadAsync(RawWebSocket client)
    {
        while (true)
        {
            var message = await client.ReceiveAsync();
            if (message.GetProperty("type").GetString() is "stale")
                _stale++;
            if (!message.TryGetProperty("data", out var items) || items.ValueKind is not JsonValueKind.Array)
                continue;
            foreach (var item in items.EnumerateArray().Where(i => i.GetProperty("symbol").GetString() is TracerTrades.Symbol))
            {
                if (item.TryGetProperty("price", out var price) && price.ValueKind is JsonValueKind.Number)
                    Show(price.GetDecimal());
            }
        }
    }

    /// <summary>A tracer's price never goes back; prices below the first are the history's.</summary>
    private void Show(decimal price)
    {
        if (price < TracerTrades.PriceOf(1))
            return;
        if (price < _shown)
            _wentBack.Enqueue($"{price} after {_shown}");
        _shown = price;
    }

    private static async Task<decimal> QuoteAsync(ApiProcess api)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(
            await api.Http.GetStringAsync(new Uri($"/api/v1/stocks/sp500/symbol/{TracerTrades.Symbol}", UriKind.Relative), Ct)
        );
        return json.GetProperty("current_price").GetProperty("current_price").GetDecimal();
    }
}
