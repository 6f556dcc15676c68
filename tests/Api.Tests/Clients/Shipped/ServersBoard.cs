using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>The board as the server sends it: a snapshot and the batches after it.</summary>
internal sealed class ServersBoard(JsonElement snapshot)
{
    private readonly string? _epoch = snapshot.GetProperty("epoch").GetString();

    private readonly Dictionary<string, JsonElement> _items = snapshot
        .GetProperty("data")
        .EnumerateArray()
        .ToDictionary(i => i.GetProperty("symbol").GetString()!, StringComparer.Ordinal);

    /// <summary>Number of the last batch that was taken.</summary>
    public long Seq { get; private set; } = snapshot.GetProperty("seq").GetInt64();

    /// <summary>Takes a batch.</summary>
    public void Take(JsonElement batch)
    {
        foreach (var item in batch.GetProperty("data").EnumerateArray())
            _items[item.GetProperty("symbol").GetString()!] = item;
        Seq = batch.GetProperty("seq").GetInt64();
    }

    /// <summary>Where a client's board differs, a line a difference.</summary>
    /// <param name="client">Its answer: epoch, seq, and the items of its board by symbol.</param>
    /// <param name="isWhole">Whether it follows the whole board, and so has the server's numbers.</param>
    public IEnumerable<string> Differences(JsonElement client, bool isWhole)
    {
        var shown = client.GetProperty("board").EnumerateObject().ToDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal);
        if (_items.Count == 0)
            yield return "the server has an empty board";
        if (isWhole && client.GetProperty("epoch").GetString() != _epoch)
            yield return $"epoch {client.GetProperty("epoch")}, and the server's is {_epoch}";
        if (isWhole && client.GetProperty("seq").GetInt64() != Seq)
            yield return $"seq {client.GetProperty("seq")}, and the server's is {Seq}";
        foreach (var symbol in _items.Keys.Except(shown.Keys, StringComparer.Ordinal))
            yield return $"{symbol} is missing";
        foreach (var symbol in shown.Keys.Except(_items.Keys, StringComparer.Ordinal))
            yield return $"{symbol} is not the server's";
        foreach (var (symbol, item) in _items.Where(i => shown.ContainsKey(i.Key)))
            if (!JsonElement.DeepEquals(item, shown[symbol]))
                yield return $"{item}, and the client has {shown[symbol]}";
    }
}
