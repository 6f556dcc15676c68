using System.Text.Json;
using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>Handles the messages of clients, in both dialects. An invalid message gets an error message, never a disconnect.</summary>
internal sealed class ClientCommands(TopicHub hub, Dialect dialect, Subscriber subscriber, StreamOptions options)
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 8 };

    /// <summary>A snapshot is thousands of times as long as the message that asks for it: two at once, then one a second.</summary>
    private TokenBucket _snapshots = new(2, 1);

    public static byte[] Error(FrameFormat format, string code, string message) =>
        Frame.Of(
            format,
            "error",
            null,
            Messages.Json(j =>
            {
                j.WriteString("type", "error");
                j.WriteString("code", code);
                j.WriteString("message", message);
            })
        );

    public static byte[] UnknownSymbols(FrameFormat format, IReadOnlyList<string> symbols) =>
        Frame.Of(
            format,
            "error",
            null,
            Messages.Json(j =>
            {
                var named = symbols.Take(20).Select(s => s.Length > 32 ? s[..32] : s).ToList();
                j.WriteString("type", "error");
                j.WriteString("code", "unknown_symbol");
                j.WriteString("message", "not on this board: " + string.Join(", ", named));
                j.WriteStartArray("symbols");
                foreach (var symbol in named)
                    j.WriteStringValue(symbol);
                j.WriteEndArray();
            })
        );

    /// <param name="text">UTF-8, as long as a client's message may be.</param>
    public void Handle(ReadOnlyMemory<byte> text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Reading);
        }
        catch (JsonException)
        {
            Say(Error("bad_json", "a message must be a JSON object such as {\"action\":\"heartbeat\"}"));
            return;
        }
        using (document)
        {
            try
            {
                Handle(document.RootElement);
            }
            catch (InvalidOperationException)
            {
                // Half a pair of UTF-16 ("\ud800") is JSON, and no text.
                Say(Error("bad_json", "a text in the message is not valid Unicode"));
            }
        }
    }

    private void Handle(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Say(Error("bad_json", "a message must be a JSON object such as {\"action\":\"heartbeat\"}"));
            return;
        }
        var command = Text(root, "action") ?? Text(root, "type");
        switch (command)
        {
            case "heartbeat":
                Say(dialect == Dialect.Changes ? hub.Heartbeat(FrameFormat.WebSocket, "heartbeat_response") : Beat("heartbeat_response"));
                break;
            case "ping":
                Say(dialect == Dialect.Changes ? hub.Heartbeat(FrameFormat.WebSocket, "heartbeat") : Beat("heartbeat"));
                break;
            case "unsubscribe" when dialect == Dialect.FullBoard:
                subscriber.Close(CloseCodes.Normal, "unsubscribed", options.CloseGrace);
                break;
            case "subscribe" or "unsubscribe" when dialect == Dialect.Changes:
                Subscribe(root, isAdding: command == "subscribe");
                break;
            case "snapshot" when dialect == Dialect.Changes:
                if (_snapshots.TryTake())
                    subscriber.Resend();
                else
                    Say(Error("too_many_snapshots", "a snapshot can be asked for once a second"));
                break;
            default:
                Say(
                    Error(
                        "unknown_action",
                        command is null
                            ? "a message must name its action"
                            : $"there is no action '{(command.Length > 32 ? command[..32] : command)}' here"
                    )
                );
                break;
        }
    }

    private void Subscribe(JsonElement root, bool isAdding)
    {
        List<string>? symbols = null;
        if (root.TryGetProperty("symbols", out var list) && list.ValueKind != JsonValueKind.Null)
        {
            if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(s => s.ValueKind != JsonValueKind.String))
            {
                Say(Error("bad_symbols", "symbols must be a list of texts"));
                return;
            }
            if (list.GetArrayLength() > StreamQuery.MaxSymbols)
            {
                Say(Error("too_many_symbols", $"symbols may name at most {StreamQuery.MaxSymbols} at a time"));
                return;
            }
            symbols = [.. list.EnumerateArray().Select(s => s.GetString()!)];
        }
        var unknown = new List<string>();
        var named = symbols is null ? null : hub.KeysOf(symbols, unknown);
        if (unknown.Count > 0)
            Say(UnknownSymbols(FrameFormat.WebSocket, unknown));
        subscriber.Change(held =>
        {
            var next = Next(held, named, isAdding);
            var grew = isAdding && (next is null ? held is not null : held is null || next.Count > held.Count);
            return (next, Acknowledgement(next), grew);
        });
    }

    /// <summary>The set held after a command; null is all. To name symbols while all are held means to want these only.</summary>
    private HashSet<string>? Next(HashSet<string>? held, HashSet<string>? named, bool isAdding)
    {
        if (isAdding)
            return named is null ? null
                : held is null ? named
                : [.. held, .. named];
        if (named is null)
            return [];
        var next = held is null ? hub.AllKeys() : new HashSet<string>(held, StringComparer.Ordinal);
        next.ExceptWith(named);
        return next;
    }

    private byte[] Acknowledgement(HashSet<string>? held) =>
        Frame.Of(
            FrameFormat.WebSocket,
            "subscribed",
            null,
            Messages.Json(j =>
            {
                j.WriteString("type", "subscribed");
                j.WriteString("topic", hub.Topic);
                if (held is null)
                {
                    j.WriteString("symbols", "*");
                    return;
                }
                j.WriteStartArray("symbols");
                foreach (var key in held.Order(StringComparer.Ordinal))
                    j.WriteStringValue(key);
                j.WriteEndArray();
            })
        );

    private byte[] Beat(string type) =>
        Frame.Of(
            FrameFormat.WebSocket,
            type,
            null,
            Messages.Json(j =>
            {
                j.WriteString("type", type);
                j.WriteString("timestamp", Messages.Text(hub.Now));
            })
        );

    private static byte[] Error(string code, string message) => Error(FrameFormat.WebSocket, code, message);

    private void Say(byte[] frame) => subscriber.Enqueue(frame);

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
