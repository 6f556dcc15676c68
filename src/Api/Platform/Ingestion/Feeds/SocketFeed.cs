using System.Net.WebSockets;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>
/// Holds a provider's socket for as long as the feed runs: connects, serves it, and after a break waits a growing, jittered time, in which
/// the feed may ask the provider by REST.
/// </summary>
/// <param name="feed">The feed.</param>
/// <param name="address">The socket's address; null when the settings have none. It is never logged: some providers read a key
/// there.</param>
public sealed class SocketFeed(FeedContext feed, Uri? address)
{
    /// <summary>Runs until cancelled.</summary>
    /// <param name="serve">Subscribes and reads until the socket ends.</param>
    /// <param name="waitAsync">Spends the time until the next attempt.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(
        Func<ProviderSocket, CancellationToken, Task> serve,
        Func<TimeSpan, CancellationToken, Task> waitAsync,
        CancellationToken ct
    )
    {
        var reconnects = new Reconnects(feed.Time);
        while (true)
        {
            try
            {
                await HoldAsync(reconnects, serve, ct);
                feed.Log.LogWarning("{Feed}: the provider closed the socket", feed.Name);
            }
            catch (Exception e) when (e is WebSocketException or TimeoutException or IOException)
            {
                feed.Log.LogWarning("{Feed}: {Problem}; REST in the meantime", feed.Name, e.Message);
            }
            await waitAsync(reconnects.Next(), ct);
        }
    }

    private async Task HoldAsync(Reconnects reconnects, Func<ProviderSocket, CancellationToken, Task> serve, CancellationToken ct)
    {
        await using var socket = await ProviderSocket.ConnectAsync(
            address ?? throw new WebSocketException("no socket address in the settings"),
            ct
        );
        reconnects.Connected();
        feed.Health.IsConnected = true;
        try
        {
            await serve(socket, ct);
        }
        finally
        {
            feed.Health.IsConnected = false;
        }
    }
}
