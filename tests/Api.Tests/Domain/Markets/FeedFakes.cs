using System.Collections.Concurrent;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

/// <summary>A list of instruments that a test changes.</summary>
internal sealed class FixedInstruments(string board, params string[] symbols) : IInstrumentSource
{
    public volatile string[] Symbols = symbols;

    public string Board => board;

    public Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Instrument>>([
            .. Symbols.Select((s, i) => new Instrument(board, s, $"Name of {s}", null, null, i + 1)),
        ]);
}

/// <summary>A board as a reader of its channel would hold it.</summary>
internal sealed class PublishedBoard<TItem> : IBoardPublisher<TItem>
    where TItem : class, IBoardItem<TItem>
{
    private readonly ConcurrentDictionary<string, TItem> _items = new(StringComparer.Ordinal);
    private int _batches;

    public int Batches => _batches;

    public int Count => _items.Count;

    public TItem? Find(string key) => _items.GetValueOrDefault(key);

    public ValueTask PublishAsync(IReadOnlyList<TItem> changed, bool marketChannel, CancellationToken ct)
    {
        foreach (var item in changed)
            _items.AddOrUpdate(item.Key, item, (_, held) => held.MergedWith(item));
        Interlocked.Increment(ref _batches);
        return ValueTask.CompletedTask;
    }

    public ValueTask RetainAsync(IReadOnlySet<string> keys, CancellationToken ct)
    {
        foreach (var gone in _items.Keys.Where(k => !keys.Contains(k)))
            _items.TryRemove(gone, out _);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Trades as the natural key leaves them, without PostgreSQL.</summary>
internal sealed class MemoryStore : IMarketStore, ILastQuotes, IMarketAggregates, IPreviousCloses
{
    private readonly ConcurrentDictionary<(string, Instant, decimal, decimal, int), Trade> _trades = new();

    public ConcurrentDictionary<(string, LocalDate), DayBar> Days { get; } = new();

    public ConcurrentDictionary<(string, BarResolution, Instant), Bar> Bars { get; } = new();

    public ConcurrentDictionary<(string, LocalDate), decimal> Closes { get; } = new();

    public IReadOnlyList<Trade> Trades => [.. _trades.Values.OrderBy(t => t.At)];

    public Task<int> WriteTradesAsync(IReadOnlyList<Trade> trades, CancellationToken ct) =>
        Task.FromResult(trades.Count(t => _trades.TryAdd((t.Symbol, t.At, t.Price, t.Volume, t.Occurrence), t)));

    public Task<int> WriteOfficialDayBarsAsync(IReadOnlyList<DayBar> bars, CancellationToken ct)
    {
        foreach (var bar in bars)
            Days[(bar.Symbol, bar.Date)] = bar;
        return Task.FromResult(bars.Count);
    }

    public Task<int> WriteHistoryBarsAsync(BarResolution resolution, IReadOnlyList<Bar> bars, CancellationToken ct) =>
        Task.FromResult(bars.Count(b => Bars.TryAdd((b.Symbol, resolution, b.Start), b)));

    public Task<IReadOnlyList<Bar>> ReadBarsAsync(
        string symbol,
        BarResolution resolution,
        Instant from,
        Instant to,
        CancellationToken ct
    ) =>
        Task.FromResult<IReadOnlyList<Bar>>([
            .. Bars.Where(b => b.Key.Item1 == symbol && b.Key.Item2 == resolution && b.Value.Start >= from && b.Value.Start < to)
                .Select(b => b.Value)
                .OrderBy(b => b.Start),
        ]);

    public Task<IReadOnlyList<DayBar>> ReadDayBarsAsync(string symbol, LocalDate from, LocalDate to, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DayBar>>([
            .. Days.Values.Where(b => b.Symbol == symbol && b.Date >= from && b.Date <= to).OrderBy(b => b.Date),
        ]);

    public Task<int> WriteAsync<TQuote>(IReadOnlyList<LastQuote<TQuote>> quotes, CancellationToken ct)
        where TQuote : class => Task.FromResult(quotes.Count);

    public Task<IReadOnlyList<TQuote>> ReadAsync<TQuote>(string board, CancellationToken ct)
        where TQuote : class => Task.FromResult<IReadOnlyList<TQuote>>([]);

    public Task<IReadOnlyDictionary<string, MarketAggregate>> ReadAsync(IReadOnlyCollection<string> symbols, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, MarketAggregate>>(new Dictionary<string, MarketAggregate>());

    public decimal? For(string symbol, LocalDate sessionDate) => Closes.TryGetValue((symbol, sessionDate), out var close) ? close : null;

    public Task RefreshAsync(CancellationToken ct) => Task.CompletedTask;
}

internal sealed class FixedOptions(ProviderOptions options) : IOptionsMonitor<ProviderOptions>
{
    public ProviderOptions CurrentValue => options;

    public ProviderOptions Get(string? name) => options;

    public IDisposable? OnChange(Action<ProviderOptions, string?> listener) => null;
}

/// <summary>Jobs that were asked for.</summary>
internal sealed class AskedJobs : InvestmentAssistant.Api.Platform.Ingestion.Scheduling.IJobRequests
{
    public ConcurrentQueue<string> Names { get; } = new();

    public Task<bool> RequestAsync(string name, CancellationToken ct)
    {
        Names.Enqueue(name);
        return Task.FromResult(true);
    }
}
