using System.Collections.Concurrent;
using System.Text.Json;
using PuppeteerSharp;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>What a tab sends and gets over the network, preflights and answers without a body included, which no script sees.</summary>
internal sealed class Traffic
{
    private readonly ConcurrentQueue<(string Event, JsonElement Data)> _events = new();

    /// <summary>Preflights so far.</summary>
    public int Preflights =>
        _events.Count(e =>
            e.Event is "Network.requestWillBeSent" && e.Data.GetProperty("initiator").GetProperty("type").GetString() is "preflight"
        );

    /// <summary>Statuses as they came over the wire; what the browser's own cache answered is not among them.</summary>
    public IReadOnlyList<int> Statuses =>
        [.. _events.Where(e => e.Event is "Network.responseReceivedExtraInfo").Select(e => e.Data.GetProperty("statusCode").GetInt32())];

    public static async Task<Traffic> OfAsync(IPage page)
    {
        Traffic traffic = new();
        var session = await page.CreateCDPSessionAsync();
        session.MessageReceived += (_, message) => traffic._events.Enqueue((message.MessageID, message.MessageData.Clone()));
        await session.SendAsync("Network.enable");
        return traffic;
    }
}
