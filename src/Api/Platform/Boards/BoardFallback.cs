using System.Diagnostics;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>Reads the last states from PostgreSQL for a board that gets nothing from Redis: seldom, and without waiting long.</summary>
internal sealed class BoardFallback<TItem>(string board, IBoardFallback<TItem>? source, TimeSpan interval, ILogger log)
    where TItem : class, IBoardItem<TItem>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private long _last;

    /// <summary>Returns the states; none when it is too soon, when the board has no fallback, or when PostgreSQL does not answer.</summary>
    public async Task<IReadOnlyList<TItem>> ReadAsync(CancellationToken ct)
    {
        if (source is null || (_last != 0 && Stopwatch.GetElapsedTime(_last) < interval))
            return [];
        _last = Stopwatch.GetTimestamp();
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(s_patience);
            return await source.ReadAsync(patience.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogDebug(e, "The board {Board} found no last state in PostgreSQL", board);
            return [];
        }
    }
}
