using System.Net.WebSockets;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>
/// The AsyncAPI document against what the streams of a real process send; the in-memory host cannot be upgraded to WebSocket.
/// </summary>
public sealed class AsyncApiTests(StreamingReplica replica, ApiHost api) : IClassFixture<StreamingReplica>, IClassFixture<ApiHost>
{
    private async Task<ClientWebSocket> ConnectAsync(string path)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(replica.WebSocketAddress(path), Ct);
        return socket;
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = api.Host.Server.CreateClient();
        return JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/asyncapi.json", Ct));
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await DocumentAsync();
        var references = References(document).Distinct().ToList();

        Assert.StartsWith("3.", document.GetProperty("asyncapi").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(references);
        Assert.All(references, r =>
        {
            var target = document;
            foreach (var step in r[2..].Split('/'))
                Assert.True(target.TryGetProperty(step, out target), r);
        });
    }

    [Theory]
    [InlineData("crypto")]
    [InlineData("sp500")]
    [InlineData("etf")]
    public async Task Snapshot_batch_and_replies_fit_their_schemas(string topic)
    {
        var document = await DocumentAsync();
        using var socket = await ConnectAsync($"/ws/{topic}");
        await SayAsync(socket, """{"action":"heartbeat"}""");
        await SayAsync(socket, """{"action":"nonsense"}""");
        await SayAsync(socket, """{"action":"subscribe","symbols":["AAPL","BTC","SPY"]}""");

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!seen.Keys.ToHashSet().IsSupersetOf(["snapshot", "heartbeat_response", "error", "subscribed"]))
        {
            var message = await HearAsync(socket);
            var type = message.GetProperty("type").GetString()!;
            seen[type] = message.ToString();
            var name =
                type is "snapshot" ? $"{topic}_snapshot"
                : type.Contains('_') && type is "crypto_update" or "sp500_trade" or "etf_trade" ? $"{topic}_batch"
                : type;
            var schema = document.GetProperty("components").GetProperty("messages").GetProperty(name).GetProperty("payload");
            Assert.Empty(SchemaCheck.Faults(message, schema, document).Take(5));
        }
    }

    [Theory]
    [InlineData("crypto")]
    [InlineData("sp500")]
    [InlineData("etf")]
    public async Task The_full_board_fits_its_schema(string topic)
    {
        var document = await DocumentAsync();
        using var socket = await ConnectAsync($"/api/v1/ws/{topic}");

        var message = await HearAsync(socket);

        Assert.NotEqual(0, message.GetProperty("data_count").GetInt32());
        var schema = document.GetProperty("components").GetProperty("messages").GetProperty($"{topic}_full_board").GetProperty("payload");
        Assert.Empty(SchemaCheck.Faults(message, schema, document).Take(5));
    }

    private static Task SayAsync(WebSocket socket, string text) =>
        socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Ct);

    private static async Task<JsonElement> HearAsync(WebSocket socket)
    {
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(part, Ct);
            Assert.Equal(WebSocketMessageType.Text, received.MessageType);
            whole.Write(part, 0, received.Count);
        } while (!received.EndOfMessage);
        return JsonSerializer.Deserialize<JsonElement>(whole.ToArray());
    }

    private static IEnumerable<string> References(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()!] : References(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
            _ => [],
        };
}
