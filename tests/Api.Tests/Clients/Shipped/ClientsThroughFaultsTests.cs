using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Resilience;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>
/// The clients that ship with the product, all at once and each as a process of its own, behind a link that leads to one of two replicas:
/// each comes through dropped connections, a restart of Redis, a dead wire, a killed replica and a roll-out, and ends with exactly the
/// server's board.
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class ClientsThroughFaultsTests(LocalServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Trades that every client shows between two faults, at ten a second.</summary>
    private const int Between = 60;

    /// <summary>Faults go on at least this long.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("CLIENTS_SECONDS") ?? "180", CultureInfo.InvariantCulture)
    );

    private readonly List<FollowingProgram> _clients = [];
    private int _drops;

    [Fact]
    public async Task Every_client_ends_with_exactly_the_servers_board()
    {
        await ClientTools.NeedNodeAsync();
        await ClientTools.NeedPythonAsync();
        await using var simulator = await SimulatorHost.Create(TracerTrades.SilentMarket());
        await using var redis = await services.NewRedisAsync();
        var settings = new ApiSettings
        {
            Postgres = await services.NewDatabaseAsync(),
            Redis = redis.Endpoint,
            Simulator = simulator.Address.ToString().TrimEnd('/'),
        };
        using var market = new HttpClient { BaseAddress = simulator.Address };
        var tracers = new TracerTrades(market, settings.Postgres);
        await using var first = await ApiProcess.StartAsync(services, settings);
        await using var second = await ApiProcess.StartAsync(services, settings);
        await using var link = new FaultyLink("127.0.0.1", first.Port);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await StartClientsAsync($"http://127.0.0.1:{link.Port}");
            await SendUntilAllShowItAsync(tracers);
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            var sending = tracers.KeepSendingAsync(pause.Token);

            await DropAsync(link, tracers, second);
            await RestartAsync(redis, tracers);
            await FreezeAsync(link, tracers);
            await DropAsync(link, tracers, first);
            await KillAsync(first, link, tracers, second);
            await using var third = await ApiProcess.StartAsync(services, settings);
            await RollOutAsync(second, link, tracers, third);
            while (Stopwatch.GetElapsedTime(began) < Length)
                await DropAsync(link, tracers, third);

            await pause.CancelAsync();
            await sending;
            await SendUntilAllShowItAsync(tracers);
            await SameBoardsAsync(third);
            await SameQuotesAsync(tracers);
            Assert.All(_clients, c => Assert.True(c.Resumed > 0, $"{c.Name} never resumed by number"));
            Report(began);
            await ExamplesShowThePriceAsync(third, tracers);
            foreach (var client in _clients)
                Assert.True(await client.EndAsync() == 0, $"{client.Name}: {client.Complaint}");
        }
        finally
        {
            foreach (var client in _clients)
                await client.DisposeAsync();
        }
    }

    /// <summary>Each twice: the whole board, and one stock at most four times a second.</summary>
    private async Task StartClientsAsync(string url)
    {
        foreach (var (name, start) in ClientTools.Followers(url))
            _clients.Add(await FollowingProgram.StartAsync(name, start));
        foreach (var (name, start) in ClientTools.Followers(url, TracerTrades.Symbol, "250"))
            _clients.Add(await FollowingProgram.StartAsync($"{name}, one symbol", start));
        await AllAsync(c => c is { Opened: > 0, Snapshots: > 0 }, "has its first board");
    }

    private async Task DropAsync(FaultyLink link, TracerTrades tracers, ApiProcess next)
    {
        _drops++;
        var opened = _clients.ConvertAll(c => c.Opened);
        link.Target = ("127.0.0.1", next.Port);
        link.Cut();
        link.Heal();
        await AllAsync(c => c.Opened > opened[_clients.IndexOf(c)], "is connected again after a drop");
        await AllFollowAsync(tracers);
    }

    private async Task RestartAsync(PrivateRedis redis, TracerTrades tracers)
    {
        var recovered = _clients.ConvertAll(c => c.Recovered);
        await redis.StopServerAsync();
        await AllAsync(c => c.Stale > 0, "says that prices may be old");
        await redis.StartServerAsync(Ct);
        await AllAsync(c => c.Recovered > recovered[_clients.IndexOf(c)], "says that prices are those of now");
        await AllFollowAsync(tracers);
    }

    /// <summary>The wire is dead, and nobody closes it.</summary>
    private async Task FreezeAsync(FaultyLink link, TracerTrades tracers)
    {
        link.Freeze();
        await AllAsync(c => c.Silent > 0, "gives the dead wire up");
        link.Heal();
        await AllFollowAsync(tracers);
    }

    private async Task KillAsync(ApiProcess replica, FaultyLink link, TracerTrades tracers, ApiProcess left)
    {
        var opened = _clients.ConvertAll(c => c.Opened);
        await replica.KillAsync();
        link.Target = ("127.0.0.1", left.Port);
        await AllAsync(c => c.Opened > opened[_clients.IndexOf(c)], "is on the replica that is left");
        await AllFollowAsync(tracers);
    }

    private async Task RollOutAsync(ApiProcess old, FaultyLink link, TracerTrades tracers, ApiProcess next)
    {
        link.Target = ("127.0.0.1", next.Port);
        old.Process.Send(Signal.Terminate);
        await AllAsync(c => c.SentAway > 0, "is sent away");
        await AllFollowAsync(tracers);
    }

    /// <summary>Prices go on: trades that are sent from now on are shown.</summary>
    private async Task AllFollowAsync(TracerTrades tracers)
    {
        var until = TracerTrades.PriceOf(tracers.Sent + Between);
        await AllAsync(c => c.Price >= until, $"shows {until}");
    }

    private Task SendUntilAllShowItAsync(TracerTrades tracers) =>
        Wait.Until(
            async () =>
            {
                await tracers.SendAsync(1);
                var price = TracerTrades.PriceOf(tracers.Sent);
                for (var look = 0; look < 50 && !_clients.TrueForAll(c => c.Price == price); look++)
                    await Task.Delay(20, Ct);
                return _clients.TrueForAll(c => c.Price == price);
            },
            Patience,
            "all clients show the last price"
        );

    /// <summary>
    /// Compares epoch, number and every field of every stock. The market goes on meanwhile, so the server's board is led to the number that
    /// the client had; a client of one symbol has no batches of the others, and so no number of theirs.
    /// </summary>
    private async Task SameBoardsAsync(ApiProcess api)
    {
        foreach (var client in _clients)
        {
            var isWhole = !client.Name.Contains("symbol", StringComparison.Ordinal);
            var faults = "nothing was compared";
            for (var look = 0; look < 5 && faults.Length > 0; look++)
            {
                using var socket = await RawWebSocket.ConnectAsync(
                    api.Port,
                    "/ws/sp500" + (isWhole ? "" : $"?symbols={TracerTrades.Symbol}")
                );
                var server = new ServersBoard(await socket.ReceiveAsync("snapshot"));
                var shown = await client.AskAsync("board");
                while (isWhole && server.Seq < shown.GetProperty("seq").GetInt64())
                    server.Take(await socket.ReceiveAsync("sp500_trade"));
                faults = string.Join('\n', server.Differences(shown, isWhole));
            }
            Assert.True(faults.Length == 0, $"{client.Name}:\n{faults}");
        }
    }

    private async Task SameQuotesAsync(TracerTrades tracers)
    {
        foreach (var client in _clients)
            await Wait.Until(
                async () => (await client.AskAsync("quote")).GetProperty("quote").GetDecimal() == TracerTrades.PriceOf(tracers.Sent),
                Patience,
                $"{client.Name} reads the last price over REST"
            );
    }

    /// <summary>The lines of docs/clients.md, run.</summary>
    private static async Task ExamplesShowThePriceAsync(ApiProcess api, TracerTrades tracers)
    {
        foreach (var (name, start) in await ClientTools.ExamplesAsync(api.Port))
        {
            using var example = await ProcessStarter.StartAsync(start);
            try
            {
                var lines = new ConcurrentQueue<string>();
                example.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
                example.BeginOutputReadLine();
                await Wait.Until(
                    async () =>
                    {
                        await tracers.SendAsync(1);
                        return example.HasExited || lines.Any(l => l.StartsWith($"{TracerTrades.Symbol} 5", StringComparison.Ordinal));
                    },
                    Patience,
                    $"the example in {name} shows a price"
                );
                Assert.False(example.HasExited, example.HasExited ? await example.StandardError.ReadToEndAsync(Ct) : "");
            }
            finally
            {
                example.Kill();
            }
        }
    }

    private Task AllAsync(Func<FollowingProgram, bool> condition, string what) =>
        Wait.Until(
            () =>
            {
                foreach (var client in _clients.Where(c => c.Complaint.Length > 0))
                    Assert.Fail($"{client.Name}: {client.Complaint}");
                return _clients.TrueForAll(c => condition(c));
            },
            Patience,
            $"every client {what}"
        );

    private void Report(long began)
    {
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine($"{seconds:0} s, {_drops} drops, a restart of Redis, a dead wire, a killed replica, a roll-out:");
        foreach (var c in _clients)
            Console.WriteLine(
                $"{c.Name, -24} {c.Opened, 3} connections, {c.Resumed, 3} resumed, {c.Snapshots, 3} snapshots, {c.Batches, 5} batches, "
                    + $"{c.Stale} times stale"
            );
    }
}
