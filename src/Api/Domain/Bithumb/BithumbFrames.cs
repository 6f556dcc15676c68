using System.Text.Json;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Bithumb;

/// <summary>Content of a message of the exchange's socket.</summary>
/// <param name="Tickers">Readable tickers.</param>
/// <param name="Dropped">Pieces that were none: malformed, foreign, of another type.</param>
/// <param name="Error">The exchange's error words, when it sent an error object.</param>
public readonly record struct BithumbFrame(IReadOnlyList<BithumbTicker> Tickers, int Dropped, string? Error);

/// <summary>The socket's language: https://apidocs.bithumb.com (WebSocket, ticker).</summary>
public static class BithumbFrames
{
    /// <summary>The one request: an array of a ticket and a type with its markets. Sent again, it replaces what was asked before.</summary>
    public static string Subscribe(string ticket, IReadOnlyCollection<string> markets) =>
        JsonSerializer.Serialize(new object[] { new { ticket }, new { type = "ticker", codes = markets } });

    /// <summary>Reads a message, text or binary alike: an object or an array of them.</summary>
    public static BithumbFrame Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array)
            {
                var rows = ProviderRows.Read<BithumbTicker>(root);
                return new BithumbFrame(rows.Rows, rows.Dropped, null);
            }
            if (ProviderRows.ErrorIn(root) is { } error)
                return new BithumbFrame([], 0, error);
            // {"status":"UP"} answers a textual ping: neither a ticker nor a fault.
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("status", out _))
                return new BithumbFrame([], 0, null);
            return ProviderRows.ReadRow<BithumbTicker>(root) is { } ticker
                ? new BithumbFrame([ticker], 0, null)
                : new BithumbFrame([], 1, null);
        }
        catch (JsonException)
        {
            return new BithumbFrame([], 1, null);
        }
    }
}
