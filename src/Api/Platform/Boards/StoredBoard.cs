using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>Content of a board's hashes.</summary>
/// <param name="Items">The items of both hashes, merged.</param>
/// <param name="Epoch">The publisher's numbering; null when none has been here that numbers.</param>
/// <param name="Seq">Number of the last batch that is in the items.</param>
/// <param name="Gone">Keys that the publisher has taken off the board.</param>
internal sealed record StoredBoard<TItem>(IReadOnlyList<TItem> Items, string? Epoch, long Seq, IReadOnlyList<string> Gone)
    where TItem : class, IBoardItem<TItem>
{
    /// <summary>Reads items and number in one transaction, so that the number belongs to the items.</summary>
    public static async Task<StoredBoard<TItem>> ReadAsync(IDatabase database, BoardKeys board, int maxItems, Instant latest)
    {
        var transaction = database.CreateTransaction();
        var live = transaction.HashGetAllAsync(board.LiveHash);
        var market = board.MarketHash is null ? null : transaction.HashGetAllAsync(board.MarketHash);
        var meta = transaction.HashGetAllAsync(board.MetaHash);
        await transaction.ExecuteAsync();

        var state = BoardState<TItem>.Empty;
        // The live hash holds the merged item and leads; the market hash adds what only it knows.
        foreach (var entries in new[] { market is null ? [] : await market, await live })
        {
            var items = entries.Select(e => BoardPayload.ReadItem<TItem>(e.Value, latest)).OfType<TItem>().ToList();
            state = state.With(items, newerWins: false, maxItems, out _);
        }
        var fields = (await meta).ToDictionary(f => (string)f.Name!, f => f.Value, StringComparer.Ordinal);
        var seq = fields.TryGetValue("seq", out var text) && text.TryParse(out long number) && BoardPayload.IsSeq(number) ? number : 0;
        var epoch = (string?)fields.GetValueOrDefault("epoch");
        return new StoredBoard<TItem>(
            state.Items,
            BoardPayload.IsEpoch(epoch) ? epoch : null,
            seq,
            GoneIn(fields.GetValueOrDefault("gone"))
        );
    }

    /// <summary>Reads the keys that a publisher has taken off the board.</summary>
    public static IReadOnlyList<string> GoneIn(RedisValue value) =>
        ((string?)value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
