using System.Text.Json;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Features.Streaming.Topics;

/// <summary>A streamed topic as its feature declares it: what documents, the live page and the root list.</summary>
/// <param name="Name">Last part of the paths: /ws/{name}.</param>
/// <param name="BatchType"><c>type</c> of a batch on /ws/{name}.</param>
/// <param name="FullBoardType"><c>type</c> of a message on /api/v1/ws/{name}.</param>
/// <param name="HasMarketStatus">Whether the full board carries <c>market_status</c>.</param>
/// <param name="Description">From <c>{name}.stream.json</c> in the feature's folder.</param>
public sealed record StreamTopic(string Name, string BatchType, string FullBoardType, bool HasMarketStatus, StreamDescription Description)
{
    /// <summary>Names of the fields of an item of /ws/{name}, in the order in which its format writes them.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. Description.Change.GetProperty("properties").EnumerateObject().Select(p => p.Name)];
}

/// <summary>The file <c>{topic}.stream.json</c>: what people and documents say of a topic.</summary>
/// <param name="Title">For people: KRW crypto markets.</param>
/// <param name="Symbols">An example of <c>?symbols=</c>.</param>
/// <param name="Page">How the live page shows the board; docs/architecture.md describes the fields.</param>
/// <param name="Example">One item of /ws/{topic}.</param>
/// <param name="Change">JSON schema of an item of /ws/{topic}.</param>
/// <param name="Board">JSON schema of an item of the full board.</param>
public sealed record StreamDescription(
    string Title,
    string Symbols,
    JsonElement Page,
    JsonElement Example,
    JsonElement Change,
    JsonElement Board
)
{
    /// <summary>Reads the description of a topic from the assembly that declares it.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static StreamDescription Of(string topic, Type owner)
    {
        using var stream = DataFile.Open(owner, $"{topic}.stream.json");
        return JsonSerializer.Deserialize<StreamDescription>(stream, JsonSettings.Wire)!;
    }
}
