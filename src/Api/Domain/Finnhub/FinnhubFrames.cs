using System.Buffers;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Finnhub;

/// <summary>Kind of a message of the socket.</summary>
public enum FinnhubFrameKind
{
    Malformed,
    Ping,
    Trades,
    Error,
}

/// <param name="Kind">What it was.</param>
/// <param name="Trades">Readable trades, in the order of the message.</param>
/// <param name="Dropped">Trades of the message that could not be read, and broken pieces.</param>
/// <param name="Error">The provider's words of an error frame.</param>
public readonly record struct FinnhubFrame(FinnhubFrameKind Kind, IReadOnlyList<Trade> Trades, int Dropped, string? Error)
{
    /// <summary>The plan's number of symbols is reached; the socket stays open and what was subscribed before goes on.</summary>
    public bool IsTooManySymbols => Error?.Contains("too many symbols", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>
/// The socket's language: https://finnhub.io/docs/api/websocket-trades. Read without building a document: this is the hottest path of a
/// feed.
/// </summary>
public static class FinnhubFrames
{
    public static string Subscribe(string symbol) => JsonSerializer.Serialize(new { type = "subscribe", symbol });

    public static string Unsubscribe(string symbol) => JsonSerializer.Serialize(new { type = "unsubscribe", symbol });

    /// <summary>
    /// Reads a message. A bad trade is counted and the others are kept; of a frame that breaks off, what came whole before the break is
    /// kept.
    /// </summary>
    /// <param name="message">UTF-8 JSON.</param>
    /// <param name="now">When it came: a trade from far ahead or long ago is none. Null believes every time between 1990 and 2100.</param>
    public static FinnhubFrame Read(ReadOnlySpan<byte> message, Instant? now = null)
    {
        var json = new Utf8JsonReader(message);
        var kind = FinnhubFrameKind.Malformed;
        string? error = null;
        List<Trade>? trades = null;
        var dropped = 0;
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return new FinnhubFrame(FinnhubFrameKind.Malformed, [], 1, null);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("type"u8))
                {
                    json.Read();
                    kind =
                        json.TokenType != JsonTokenType.String ? FinnhubFrameKind.Malformed
                        : json.ValueTextEquals("trade"u8) ? FinnhubFrameKind.Trades
                        : json.ValueTextEquals("ping"u8) ? FinnhubFrameKind.Ping
                        : json.ValueTextEquals("error"u8) ? FinnhubFrameKind.Error
                        : FinnhubFrameKind.Malformed;
                }
                else if (json.ValueTextEquals("msg"u8))
                {
                    json.Read();
                    if (json.TokenType == JsonTokenType.String)
                        error = TextOf(ref json);
                    else
                        json.Skip();
                }
                else if (json.ValueTextEquals("data"u8))
                {
                    json.Read();
                    if (json.TokenType == JsonTokenType.StartArray)
                    {
                        trades = [];
                        ReadTrades(ref json, trades, now, ref dropped);
                    }
                    else
                    {
                        json.Skip();
                    }
                }
                else
                {
                    json.Read();
                    json.Skip();
                }
            }
        }
        catch (JsonException)
        {
            dropped++;
            if (trades is { Count: > 0 })
                kind = FinnhubFrameKind.Trades;
        }
        return kind switch
        {
            FinnhubFrameKind.Trades => new FinnhubFrame(kind, WithOccurrences(trades ?? []), dropped, null),
            FinnhubFrameKind.Error => new FinnhubFrame(kind, [], 0, error ?? "no words"),
            FinnhubFrameKind.Ping => new FinnhubFrame(kind, [], 0, null),
            _ => new FinnhubFrame(kind, [], Math.Max(1, dropped), null),
        };
    }

    private static void ReadTrades(ref Utf8JsonReader json, List<Trade> trades, Instant? now, ref int dropped)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                dropped++;
                continue;
            }
            if (ReadTrade(ref json, now) is { } trade)
                trades.Add(trade);
            else
                dropped++;
        }
    }

    /// <summary>Reads one object to its end, with any content.</summary>
    private static Trade? ReadTrade(ref Utf8JsonReader json, Instant? now)
    {
        string? symbol = null;
        decimal? price = null,
            volume = null;
        long? ms = null;
        List<string>? conditions = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan;
            var field = name.Length == 1 ? (char)name[0] : '\0';
            json.Read();
            switch (field)
            {
                case 's' when json.TokenType == JsonTokenType.String:
                    symbol = TextOf(ref json);
                    break;
                case 'p' when json.TokenType == JsonTokenType.Number:
                    price = json.TryGetDecimal(out var p) ? p : null;
                    break;
                case 'v' when json.TokenType == JsonTokenType.Number:
                    volume = json.TryGetDecimal(out var v) ? v : null;
                    break;
                case 't' when json.TokenType == JsonTokenType.Number:
                    ms = json.TryGetInt64(out var t) ? t : null;
                    break;
                case 'c' when json.TokenType == JsonTokenType.StartArray:
                    conditions = ReadConditions(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        var at = Plausible.Milliseconds(ms);
        if (now is { } heard)
            at = Plausible.Live(at, heard);
        return
            symbol is { Length: > 0 and <= 32 }
            && Plausible.Price(price) is { } paid
            && Plausible.Amount(volume) is { } traded
            && at is { } happened
            ? new Trade(symbol, happened, paid, traded, 0, conditions)
            : null;
    }

    /// <summary>Null for a text with half of a surrogate pair, which the reader refuses as a whole.</summary>
    private static string? TextOf(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static List<string>? ReadConditions(ref Utf8JsonReader json)
    {
        List<string>? conditions = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.String)
                json.Skip();
            else if (TextOf(ref json) is { } condition)
                (conditions ??= []).Add(condition);
        }
        return conditions;
    }

    /// <summary>Numbers equal trades of the message: they are two trades (docs/decisions/0003).</summary>
    private static List<Trade> WithOccurrences(List<Trade> trades)
    {
        Dictionary<(string, Instant, decimal, decimal), int>? seen = null;
        for (var i = 1; i < trades.Count; i++)
        {
            if (seen is null)
            {
                seen = [];
                Count(seen, trades[0]);
            }
            var occurrence = Count(seen, trades[i]);
            if (occurrence > 0)
                trades[i] = trades[i] with { Occurrence = occurrence };
        }
        return trades;
    }

    private static int Count(Dictionary<(string, Instant, decimal, decimal), int> seen, Trade trade)
    {
        var key = (trade.Symbol, trade.At, trade.Price, trade.Volume);
        var before = seen.GetValueOrDefault(key);
        seen[key] = before + 1;
        return before;
    }
}
