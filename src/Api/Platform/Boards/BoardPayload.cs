using System.Text.Json;
using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Platform.Providers;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>A batch as it came from a channel.</summary>
/// <param name="Epoch">The publisher's numbering; null when the publisher does not number.</param>
/// <param name="Seq">The batch's number; null together with the epoch.</param>
/// <param name="Items">The readable items; fields that are missing keep their last value.</param>
/// <param name="BadItems">How many items were left out because they could not be read.</param>
/// <param name="IsMarket">Whether its type is that of the slower fields.</param>
public sealed record BoardBatch<TItem>(string? Epoch, long? Seq, IReadOnlyList<TItem> Items, int BadItems, bool IsMarket);

/// <summary>The JSON of the Redis channels and hashes: written without nulls, read with suspicion.</summary>
public static class BoardPayload
{
    /// <summary>Longest key that is believed; the longest real one (KRW-1000SATS and its like) has half of it.</summary>
    private const int MaxKeyLength = 32;

    /// <summary>
    /// Largest number that is believed, the largest that JavaScript counts exactly: ten batches a second reach it in no lifetime.
    /// </summary>
    private const long MaxSeq = (1L << 53) - 1;

    private static readonly JsonSerializerOptions Options = new(JsonSettings.Wire)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        MaxDepth = 16,
    };

    /// <summary>
    /// Whether a text can be an epoch. It stands in frames, in SSE ids and in addresses, so it has letters and digits only.
    /// </summary>
    public static bool IsEpoch(string? text) =>
        text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>
    /// The latest time that is believed: markets' clocks are not further ahead, and a later item would shut out every true one.
    /// </summary>
    public static Instant Latest(IClock clock) => clock.GetCurrentInstant() + Plausible.MarketAhead;

    /// <summary>Whether a number can be a batch's.</summary>
    public static bool IsSeq(long number) => number is > 0 and <= MaxSeq;

    /// <summary>One item as the value of a hash field.</summary>
    public static byte[] WriteItem<TItem>(TItem item) => JsonSerializer.SerializeToUtf8Bytes(item, Options);

    /// <summary>One batch as the payload of a channel.</summary>
    public static byte[] Write<TItem>(string type, string epoch, long seq, IReadOnlyList<TItem> items) =>
        JsonSerializer.SerializeToUtf8Bytes(new Envelope<TItem>(type, epoch, seq, items), Options);

    /// <summary>Reads a hash value; null when it is not an item.</summary>
    /// <param name="value">Value of a hash's field.</param>
    /// <param name="latest">An item of a later time is not believed.</param>
    public static TItem? ReadItem<TItem>(RedisValue value, Instant latest)
        where TItem : class, IBoardItem<TItem>
    {
        try
        {
            return Believed(JsonSerializer.Deserialize<TItem>(((ReadOnlyMemory<byte>)value).Span, Options), latest);
        }
        catch (Exception e) when (IsOfTheData(e))
        {
            return null;
        }
    }

    /// <summary>
    /// Reads a channel payload; null with a reason when it is no batch of that board. One bad item does not lose the others.
    /// </summary>
    public static BoardBatch<TItem>? Read<TItem>(ReadOnlyMemory<byte> payload, BoardDefinition board, Instant latest, out string? reason)
        where TItem : class, IBoardItem<TItem>
    {
        try
        {
            using var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("data", out var data)
                || data.ValueKind != JsonValueKind.Array
            )
            {
                reason = "no object with a data list";
                return null;
            }
            if (
                root.TryGetProperty("type", out var type)
                && !(type.ValueKind == JsonValueKind.String && type.GetString()!.StartsWith(board.Name, StringComparison.Ordinal))
            )
            {
                reason = "the type of another board";
                return null;
            }
            var items = new List<TItem>(data.GetArrayLength());
            var bad = 0;
            foreach (var element in data.EnumerateArray())
            {
                if (Item<TItem>(element, latest) is { } item)
                    items.Add(item);
                else
                    bad++;
            }
            var epoch =
                root.TryGetProperty("epoch", out var e) && e.ValueKind == JsonValueKind.String && IsEpoch(e.GetString())
                    ? e.GetString()
                    : null;
            long? seq =
                root.TryGetProperty("seq", out var s)
                && s.ValueKind == JsonValueKind.Number
                && s.TryGetInt64(out var number)
                && IsSeq(number)
                    ? number
                    : null;
            if ((root.TryGetProperty("epoch", out _) || root.TryGetProperty("seq", out _)) && (epoch is null || seq is null))
            {
                reason = "a numbering that none can have";
                return null;
            }
            if (items.Count == 0 && bad > 0)
            {
                reason = "no readable item";
                return null;
            }
            reason = null;
            var isMarket = type.ValueKind is JsonValueKind.String && type.ValueEquals(board.MarketBatchType);
            return new BoardBatch<TItem>(epoch, seq, items, bad, isMarket);
        }
        catch (Exception e) when (IsOfTheData(e))
        {
            reason = "not JSON";
            return null;
        }
    }

    private static TItem? Item<TItem>(JsonElement element, Instant latest)
        where TItem : class, IBoardItem<TItem>
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            return Believed(element.Deserialize<TItem>(Options), latest);
        }
        catch (Exception e) when (IsOfTheData(e))
        {
            return null;
        }
    }

    private static TItem? Believed<TItem>(TItem? item, Instant latest)
        where TItem : class, IBoardItem<TItem> => item is not null && IsKey(item.Key) && item.IsPlausible(latest) ? item : null;

    /// <summary>Half a pair of UTF-16 in a text is no JsonException.</summary>
    private static bool IsOfTheData(Exception error) => error is JsonException or InvalidOperationException or FormatException;

    private static bool IsKey(string? key)
    {
        if (key is not { Length: > 0 and <= MaxKeyLength })
            return false;
        foreach (var c in key)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.' or '/'))
                return false;
        }
        return true;
    }

    private sealed record Envelope<TItem>(string Type, string Epoch, long Seq, IReadOnlyList<TItem> Data);
}
