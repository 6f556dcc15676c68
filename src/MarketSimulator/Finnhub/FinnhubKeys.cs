using System.Globalization;

namespace InvestmentAssistant.MarketSimulator.Finnhub;

/// <summary>
/// Asks for a key (header X-Finnhub-Token or ?token=) and keeps the calls a minute within the plan, as the real gate does.
/// </summary>
internal sealed class FinnhubKeys(SimulatorOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _calls = [];

    public bool Accepts(HttpRequest request)
    {
        var key = request.Headers["X-Finnhub-Token"].ToString() is { Length: > 0 } header ? header : request.Query["token"].ToString();
        return options.FinnhubKey.Length > 0 ? key == options.FinnhubKey : key.Length > 0;
    }

    /// <summary>An endpoint filter in front of all REST routes.</summary>
    public async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!Accepts(http.Request))
        {
            await FinnhubRest.Error(http, 401, "Invalid API key");
            return null;
        }
        if (options.FinnhubCallsPerMinute is > 0 and var limit)
        {
            var left = Take(limit);
            http.Response.Headers["X-Ratelimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
            http.Response.Headers["X-Ratelimit-Remaining"] = Math.Max(left, 0).ToString(CultureInfo.InvariantCulture);
            if (left < 0)
            {
                await FinnhubRest.Error(http, 429, "API limit reached. Please try again later. Remaining Limit: 0");
                return null;
            }
        }
        return await next(context);
    }

    /// <summary>Counts a call; the calls left in this minute, or -1 when there was none left.</summary>
    private int Take(int limit)
    {
        lock (_gate)
        {
            while (_calls.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= TimeSpan.FromMinutes(1))
                _calls.Dequeue();
            if (_calls.Count >= limit)
                return -1;
            _calls.Enqueue(time.GetTimestamp());
            return limit - _calls.Count;
        }
    }
}
