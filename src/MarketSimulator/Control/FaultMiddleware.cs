using System.Globalization;
using InvestmentAssistant.MarketSimulator.AlphaVantage;
using InvestmentAssistant.MarketSimulator.NewsApi;

namespace InvestmentAssistant.MarketSimulator.Control;

/// <summary>Plays REST faults in the words of the provider that is asked, and counts every request.</summary>
public sealed class FaultMiddleware(RequestDelegate next, FaultBoard faults, Stats stats)
{
    /// <summary>Kinds that need the true reply first.</summary>
    private static readonly string[] Spoiling = ["malformed", .. BodyFaults.Kinds, .. ReplyTraps.Kinds];

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var provider = FaultBoard.Providers.FirstOrDefault(p => path.StartsWith($"/{p}/", StringComparison.Ordinal));
        if (provider is null)
        {
            await next(context);
            return;
        }
        try
        {
            if (faults.Take(provider, path, "slow") is { } slow)
                await Task.Delay(slow.Request.DelayMs ?? 5_000, context.RequestAborted);
            if (faults.Take(provider, path, "401", "403", "429", "500", "html") is { } fault)
                await Refuse(context, provider, fault.Request);
            else if (context.WebSockets.IsWebSocketRequest)
                await next(context);
            else if (faults.Take(provider, path, "error_200") is not null)
                await QuoteKey(context, provider);
            else if (faults.Take(provider, path, Spoiling) is { } trap)
                await Spoil(context, trap.Request);
            else
                await next(context);
        }
        finally
        {
            stats.Request($"{context.Request.Method} {path}", context.Response.StatusCode);
        }
    }

    private static async Task Refuse(HttpContext context, string provider, FaultRequest fault)
    {
        var response = context.Response;
        if (fault.Kind == "html")
        {
            response.ContentType = "text/html; charset=utf-8";
            await response.WriteAsync(
                "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
            );
            return;
        }
        // Where a provider refuses with status 200, so does its fault.
        if (
            provider == "alphavantage"
            && await context.RequestServices.GetRequiredService<AlphaVantageRoute>().TryRefuseAsync(context, fault.Kind)
        )
            return;
        response.StatusCode = int.Parse(fault.Kind, CultureInfo.InvariantCulture);
        if (response.StatusCode is 429 or 500 && fault.RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (provider == "newsapi")
        {
            await NewsApiRest.RefuseAsync(context, response.StatusCode);
            return;
        }
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync(
            (provider, response.StatusCode) switch
            {
                ("bithumb", 429) => """{"error":{"name":"too_many_requests","message":"Too many API requests."}}""",
                ("bithumb", 500) => """{"error":{"name":500,"message":"server error"}}""",
                ("bithumb", _) => """{"error":{"name":"invalid_access_key","message":"Invalid access key."}}""",
                ("coingecko", 401) => """{"status":{"error_code":10002,"error_message":"API Key Missing"}}""",
                ("coingecko", 403) =>
                    """{"status":{"error_code":10005,"error_message":"This request is limited to PRO API subscribers."}}""",
                ("coingecko", 429) => """{"status":{"error_code":429,"error_message":"You've exceeded the Rate Limit."}}""",
                ("x", 401) => """{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}""",
                ("x", 403) => """{"title":"Forbidden","type":"about:blank","status":403,"detail":"Forbidden"}""",
                ("x", 429) => """{"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank","status":429}""",
                (_, 401) => """{"error":"Invalid API key"}""",
                (_, 403) => """{"error":"You don't have access to this resource."}""",
                (_, 429) => """{"error":"API limit reached. Please try again later. Remaining Limit: 0"}""",
                _ => """{"error":"Internal server error"}""",
            }
        );
    }

    private static async Task QuoteKey(HttpContext context, string provider)
    {
        if (
            provider == "alphavantage"
            && await context.RequestServices.GetRequiredService<AlphaVantageRoute>().TryRefuseAsync(context, "403")
        )
            return;
        await ErrorReplies.SendAsync(context, provider);
    }

    /// <summary>
    /// Lets the provider answer, and sends what the fault makes of it. Cut off (malformed) is the first half, as by a proxy that fell over.
    /// </summary>
    private async Task Spoil(HttpContext context, FaultRequest fault)
    {
        var body = context.Response.Body;
        using var whole = new MemoryStream();
        context.Response.Body = whole;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        var reply = whole.GetBuffer().AsMemory(0, (int)whole.Length);
        if (BodyFaults.Kinds.Contains(fault.Kind))
        {
            await BodyFaults.SendAsync(context, fault, reply);
            return;
        }
        context.Response.ContentLength = null;
        await body.WriteAsync(
            fault.Kind == "malformed" ? reply[..(reply.Length / 2)] : new ReplyTraps(fault.Kind, fault.Fields).Spoil(reply)
        );
    }
}
