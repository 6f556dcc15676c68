using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>A simulator on a clock of its own, and the calls the tests of it make.</summary>
public sealed class SimulatorClient(SimulatorHost host, FakeClock clock) : IAsyncDisposable
{
    /// <summary>A Wednesday, 10:30 in New York.</summary>
    public static readonly Instant InSession = Instant.FromUtc(2025, 7, 16, 14, 30);

    private readonly HttpClient _http = new() { BaseAddress = host.Address };

    public SimulatorHost Host { get; } = host;
    public FakeClock Clock { get; } = clock;

    public static async Task<SimulatorClient> Start(Instant? now = null, SimulatorOptions? options = null)
    {
        var clock = new FakeClock(now ?? InSession);
        return new SimulatorClient(await SimulatorHost.Create(options ?? new SimulatorOptions { Live = false }, clock), clock);
    }

    public async Task<HttpResponseMessage> Send(string path, HttpMethod? method = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (path.StartsWith("finnhub", StringComparison.Ordinal))
            request.Headers.Add("X-Finnhub-Token", "test");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> Get(string path)
    {
        using var response = await Send(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode}");
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public Task<string> GetText(string path) => _http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<FeedClient> Finnhub(params string[] symbols)
    {
        var feed = await FeedClient.Open(new Uri(Host.FinnhubSocket, "?token=test"));
        foreach (var symbol in symbols)
            await feed.Send($$"""{"type":"subscribe","symbol":"{{symbol}}"}""");
        await WaitFor(() =>
            Host.App.Services.GetRequiredService<MarketSimulator.Control.FeedHubs>().Finnhub.Sockets.Sum(s => s.SymbolCount)
            >= symbols.Length
        );
        return feed;
    }

    public async Task<FeedClient> Bithumb(string request)
    {
        var feed = await FeedClient.Open(Host.BithumbSocket);
        await feed.Send(request);
        return feed;
    }

    public static async Task WaitFor(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
    }
}

/// <summary>One end of a provider's socket.</summary>
public sealed class FeedClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static async Task<FeedClient> Open(Uri address)
    {
        var feed = new FeedClient();
        await feed._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return feed;
    }

    public Task Send(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    /// <summary>The next message and its kind; fails when the socket ends instead.</summary>
    public async Task<(string Text, WebSocketMessageType Type)> Raw()
    {
        var buffer = new byte[256 * 1024];
        var length = 0;
        while (true)
        {
            var got = await _socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
            length += got.Count;
            if (got.EndOfMessage)
                return (Encoding.UTF8.GetString(buffer, 0, length), got.MessageType);
        }
    }

    public async Task<JsonElement> Next() => JsonElement.Parse((await Raw()).Text);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        await ValueTask.CompletedTask;
    }
}
