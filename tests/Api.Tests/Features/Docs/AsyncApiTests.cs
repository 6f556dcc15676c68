using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>
/// The AsyncAPI document against what the streams of a real process send; the in-memory host cannot be upgraded to WebSocket.
/// </summary>
public sealed class AsyncApiTests(StreamingReplica replica, ApiHost api) : IClassFixture<StreamingReplica>, IClassFixture<ApiHost>
{
    private async Task<JsonElement> DocumentAsync()
    {
        using var client = api.Host.Server.CreateClient();
        return JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/asyncapi.json", Ct));
    }

    /// <summary>Else the readers of streams would judge by another document than the one that is served.</summary>
    [Fact]
    public async Task The_document_that_judges_streams_is_the_one_that_is_served() =>
        Assert.Equal(StreamSchemas.Ours.Messages.Order(), new StreamSchemas(await DocumentAsync()).Messages.Order());

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

    /// <summary>What else the reading client would have to say is that a message does not fit the document.</summary>
    [Theory]
    [InlineData("crypto")]
    [InlineData("sp500")]
    [InlineData("etf")]
    public async Task Boards_of_real_length_fit_their_schemas(string topic)
    {
        using var changes = await RawWebSocket.ConnectAsync(replica.Port, $"/ws/{topic}");
        using var full = await RawWebSocket.ConnectAsync(replica.Port, $"/api/v1/ws/{topic}");

        var snapshot = await changes.ReceiveAsync("snapshot");
        var board = await full.ReceiveAsync();

        Assert.NotEqual(0, snapshot.GetProperty("data").GetArrayLength());
        Assert.NotEqual(0, board.GetProperty("data_count").GetInt32());
        Assert.Contains(("/ws/" + topic, topic + "_snapshot"), changes.Seen);
        Assert.Contains(("/api/v1/ws/" + topic, topic + "_full_board"), full.Seen);
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
