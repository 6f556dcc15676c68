using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Crypto;
using InvestmentAssistant.Api.Features.Docs.AsyncApi;
using InvestmentAssistant.Api.Features.Etf;
using InvestmentAssistant.Api.Features.Sp500;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>
/// An AsyncAPI document as the judge of what streams send. <see cref="RawWebSocket"/> and <see cref="EventReader"/> give it every message
/// that a test reads, so no test has to ask for it.
/// </summary>
internal sealed class StreamSchemas
{
    private readonly SchemaValidation _validation;

    /// <summary>
    /// Messages that the server sends, by address, type and whether they are of the compact form alone, each with the pointer of its
    /// schema.
    /// </summary>
    private readonly Dictionary<(string Address, string Type, bool IsCompact), (string Name, string Pointer)> _messages = [];

    public StreamSchemas(JsonElement document)
    {
        _validation = new SchemaValidation(document);
        var channels = document.GetProperty("channels");
        foreach (var operation in document.GetProperty("operations").EnumerateObject().Select(o => o.Value))
        {
            if (operation.GetProperty("action").GetString() is not "send")
                continue;
            var channel = channels.GetProperty(operation.GetProperty("channel").GetProperty("$ref").GetString()!.Split('/')[^1]);
            foreach (var reference in operation.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("$ref").GetString()!))
            {
                var pointer = $"{reference}/payload";
                var type = _validation.NodeAt($"{pointer}/properties/type/const")!.ToString();
                var isCompact = _validation.NodeAt(reference)!["x-format"]?.ToString() is "compact";
                _messages.Add((channel.GetProperty("address").GetString()!, type, isCompact), (reference.Split('/')[^1], pointer));
            }
        }
    }

    /// <summary>The product's own document.</summary>
    public static StreamSchemas Ours { get; } = new(JsonSerializer.Deserialize<JsonElement>(DocumentOfOurTopics()));

    /// <summary>Addresses with the names of the messages that come there.</summary>
    public IEnumerable<(string Address, string Message)> Messages => _messages.Select(m => (m.Key.Address, m.Value.Name));

    /// <summary>Fails the test when the document does not describe that message at that address.</summary>
    /// <param name="pathAndQuery">Where the client connected.</param>
    /// <param name="message">UTF-8 JSON.</param>
    /// <returns>Address and name of the message in the document.</returns>
    public (string Address, string Message) Check(string pathAndQuery, ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var address = pathAndQuery.Split('?')[0];
        var type = json.RootElement.GetProperty("type").GetString()!;
        var isCompact = pathAndQuery.Split('?', '&').Contains("format=compact", StringComparer.OrdinalIgnoreCase);
        // The other messages are the same in both forms.
        if (
            !(isCompact && _messages.TryGetValue((address, type, true), out var described))
            && !_messages.TryGetValue((address, type, false), out described)
        )
            Assert.Fail($"The AsyncAPI document has no message of type {type} at {address}: {json.RootElement}");
        var faults = _validation.Faults(json.RootElement, described.Pointer);
        if (faults.Count > 0)
            Assert.Fail($"{type} at {address} does not fit the AsyncAPI document:\n{string.Join('\n', faults.Take(10))}");
        return (address, described.Name);
    }

    private static byte[] DocumentOfOurTopics()
    {
        using var services = new ServiceCollection()
            .AddTopic<CryptoQuote, CryptoTopic>()
            .AddTopic<EquityQuote, Sp500Topic>()
            .AddTopic<EquityQuote, EtfTopic>()
            .BuildServiceProvider();
        return new AsyncApiDocument(services.GetServices<StreamTopic>()).Json;
    }
}
