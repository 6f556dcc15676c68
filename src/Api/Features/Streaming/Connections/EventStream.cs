using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Wire;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>Serves the changes dialect as server-sent events: event = type, id = epoch:seq, Last-Event-ID resumes.</summary>
internal sealed class EventStream(StreamGate gate, IOptions<StreamOptions> options)
{
    public async Task ServeAsync(HttpContext http, TopicHub hub)
    {
        var customer = gate.CustomerOf(http);
        if (gate.IsDraining)
        {
            http.Response.Headers.RetryAfter = "5";
            await Problem.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "The server is going away; connect again.");
            return;
        }
        if (HttpMethods.IsHead(http.Request.Method))
        {
            DescribeStream(http.Response);
            return;
        }
        if (!gate.TryEnter(customer))
        {
            http.CountRefusal("streams");
            http.Response.Headers.RetryAfter = "30";
            await Problem.WriteAsync(http, StatusCodes.Status429TooManyRequests, "Too many streams from this address.");
            return;
        }
        try
        {
            http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            DescribeStream(http.Response);
            await http.Response.StartAsync(http.RequestAborted);
            var query = StreamQuery.From(http.Request, hub, FrameFormat.ServerSentEvent);
            var subscriber = new Subscriber(
                hub.FramesOf(Dialect.Changes),
                new StreamOutlet(http.Response.Body),
                FrameFormat.ServerSentEvent with
                {
                    IsCompact = query.IsCompact,
                },
                hub.Counters,
                http.Abort
            )
            {
                Filter = query.Filter,
                Interval = query.Interval,
            };
            await using var aborted = http.RequestAborted.UnsafeRegister(static s => ((Subscriber)s!).Gone(), subscriber);
            try
            {
                hub.Attach(subscriber, Dialect.Changes, query.Complaints, query.Resume);
                await subscriber.Ended;
            }
            finally
            {
                hub.Detach(subscriber);
                await subscriber.SettleAsync(options.Value.CloseGrace);
            }
        }
        finally
        {
            gate.Leave(customer);
        }
    }

    private static void DescribeStream(HttpResponse response)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // nginx would collect events before it passes them on.
        response.Headers["X-Accel-Buffering"] = "no";
    }
}
