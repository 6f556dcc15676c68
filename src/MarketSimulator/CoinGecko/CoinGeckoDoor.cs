using InvestmentAssistant.MarketSimulator.Live;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>Admits calls with a key, as many a minute as the plan has.</summary>
internal sealed class CoinGeckoDoor(SimulatorOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _calls = [];

    /// <summary>The words of a refusal that carries a number: {"status": {"error_code", "error_message"}}.</summary>
    public static Task Refuse(HttpContext http, int status, int code, string message) =>
        http.Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("status");
                json.WriteNumber("error_code", code);
                json.WriteString("error_message", message);
                json.WriteEndObject();
                json.WriteEndObject();
            },
            status
        );

    public async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (
            string.IsNullOrEmpty(http.Request.Headers["x-cg-demo-api-key"]) && string.IsNullOrEmpty(http.Request.Query["x_cg_demo_api_key"])
        )
        {
            await Refuse(http, 401, 10002, "API Key Missing");
            return Results.Empty;
        }
        if (IsTooMany())
        {
            http.Response.Headers.RetryAfter = "53";
            await Refuse(
                http,
                429,
                429,
                "You've exceeded the Rate Limit. Please visit https://www.coingecko.com/en/api/pricing to subscribe to our API "
                    + "plans for higher rate limits."
            );
            return Results.Empty;
        }
        return await next(context) ?? Results.Empty;
    }

    private bool IsTooMany()
    {
        if (options.CoinGeckoCallsPerMinute == 0)
            return false;
        lock (_gate)
        {
            while (_calls.TryPeek(out var first) && time.GetElapsedTime(first).TotalMinutes >= 1)
                _calls.Dequeue();
            if (_calls.Count >= options.CoinGeckoCallsPerMinute)
                return true;
            _calls.Enqueue(time.GetTimestamp());
            return false;
        }
    }
}
