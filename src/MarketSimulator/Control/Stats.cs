using System.Collections.Concurrent;

namespace InvestmentAssistant.MarketSimulator.Control;

/// <summary>What the simulator has served since its start.</summary>
public sealed class Stats
{
    private readonly ConcurrentDictionary<string, long> _requests = [];
    private readonly ConcurrentDictionary<string, long> _frames = [];
    private readonly ConcurrentDictionary<string, long> _trades = [];

    public void Request(string route, int status) => _requests.AddOrUpdate($"{route} {status}", 1, static (_, n) => n + 1);

    public void Frame(string provider) => _frames.AddOrUpdate(provider, 1, static (_, n) => n + 1);

    public void Trades(string provider, int count) => _trades.AddOrUpdate(provider, count, (_, n) => n + count);

    /// <summary>By method, path and status.</summary>
    public IReadOnlyDictionary<string, long> Requests => new SortedDictionary<string, long>(_requests);

    /// <summary>Frames sent over sockets, by provider.</summary>
    public IReadOnlyDictionary<string, long> Frames => new SortedDictionary<string, long>(_frames);

    /// <summary>Trades the market made, by provider, whether or not anybody listened.</summary>
    public IReadOnlyDictionary<string, long> TradesMade => new SortedDictionary<string, long>(_trades);
}
