namespace InvestmentAssistant.Api.Platform.Ingestion;

/// <summary>Runs the parts of a feed side by side: when one ends or fails, the others are stopped, and the failure is thrown.</summary>
internal static class FeedTasks
{
    public static async Task RunAllAsync(CancellationToken ct, params IReadOnlyList<Func<CancellationToken, Task>> parts)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = parts.Select(part => Task.Run(() => part(stop.Token), CancellationToken.None)).ToList();
        var first = await Task.WhenAny(running);
        await stop.CancelAsync();
        try
        {
            await Task.WhenAll(running);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (OperationCanceledException)
        {
            // Only what the first one did counts: the others were stopped because of it.
            await first;
        }
    }
}
