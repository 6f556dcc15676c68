using System.Collections.Concurrent;
using System.Text;
using FastEndpoints;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace InvestmentAssistant.Api.Platform.Http.Finished;

/// <summary>
/// Answers a question that was just answered with the same bytes. It stands behind routing and the forms of a query, so that one question
/// has one key however it is spelled, and takes part where an endpoint says what kind of data it shows
/// (<see cref="DataKindExtensions.CachesAs"/>). Only whole 200s are kept: no refusals, nothing that depends on more than its
/// address, nothing that a store's outage left old.
/// </summary>
public sealed class FinishedAnswersMiddleware(
    RequestDelegate next,
    FinishedAnswers answers,
    IResponseCompressionProvider compression,
    HttpSettings settings
)
{
    /// <summary>Longest key; a question of that length is not asked twice.</summary>
    private const int LongestKey = 1_024;

    private readonly ConcurrentDictionary<Endpoint, Plan> _plans = new();

    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint() is not { } endpoint)
            return next(http);
        var plan = _plans.GetOrAdd(endpoint, PlanOf);
        return plan.FreshFor > TimeSpan.Zero && KeyOf(http.Request) is { Length: <= LongestKey } key
            ? AnswerAsync(http, key, plan)
            : next(http);
    }

    private async Task AnswerAsync(HttpContext http, string key, Plan plan)
    {
        while (true)
        {
            var stamp = answers.StampOf(plan.Feature);
            if (answers.Find(key, stamp, plan.FreshFor) is { } kept)
            {
                await SendAsync(http, kept, again: true);
                return;
            }
            if (answers.Join(key, stamp) is not { } other)
            {
                await ReadAsync(http, key, stamp, plan);
                return;
            }
            try
            {
                if (await other.WaitAsync(http.RequestAborted) is { } shared)
                {
                    await SendAsync(http, shared, again: true);
                    return;
                }
            }
            catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
            {
                // Whoever read it has gone: the next one reads.
                continue;
            }
            answers.CountMiss();
            await next(http);
            return;
        }
    }

    private async Task ReadAsync(HttpContext http, string key, long stamp, Plan plan)
    {
        answers.CountMiss();
        var response = http.Response;
        var inner = response.Body;
        var vary = response.Headers.Vary;
        var before = response.Headers.Select(h => h.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await using var buffer = new AnswerBuffer(inner, settings.MaxBufferedAnswerBytes, static () => false);
        response.Body = buffer;
        FinishedAnswer? finished = null;
        var ended = false;
        try
        {
            await next(http);
            if (!buffer.PassedThrough && response.Headers.Vary == vary && IsForAll(http))
            {
                var own = response.Headers.Where(h => !before.Contains(h.Key) && h.Key != HeaderNames.ContentLength).ToArray();
                var age = http.RequestServices.GetRequiredService<AnswerAge>().Oldest;
                finished = answers.Finish(buffer.Written.ToArray(), own, age, stamp);
            }
            ended = true;
        }
        finally
        {
            response.Body = inner;
            if (ended)
                answers.End(key, stamp, finished, plan.FreshFor);
            else
                answers.Abandon(key, stamp);
        }
        if (finished is not null)
            await SendAsync(http, finished, again: false);
        else if (!buffer.Written.IsEmpty)
            await inner.WriteAsync(buffer.Written, http.RequestAborted);
    }

    private static bool IsForAll(HttpContext http)
    {
        var response = http.Response;
        return response is { HasStarted: false, StatusCode: StatusCodes.Status200OK }
            && !http.RequestAborted.IsCancellationRequested
            && response.Headers.SetCookie.Count == 0
            && response.Headers.CacheControl.Count == 0
            && !http.RequestServices.GetRequiredService<AnswerAge>().IsStale;
    }

    private async Task SendAsync(HttpContext http, FinishedAnswer answer, bool again)
    {
        answer.WriteHeadersTo(http.Response);
        if (again)
        {
            answers.CountHit();
            http.RequestServices.GetRequiredService<AnswerAge>().Record(answer.Age + answers.AgeOf(answer), isStale: false);
        }
        // Without a body: the pipeline makes it a 304.
        if (ConditionalGet.Matches(http.Request.Headers.IfNoneMatch, answer.ETag))
            return;
        await http.Response.Body.WriteAsync(answer.BytesFor(http, compression), http.RequestAborted);
    }

    /// <summary>Path and query as the binder reads it, parameters in order.</summary>
    private static string KeyOf(HttpRequest request)
    {
        if (request.Query.Count == 0)
            return request.Path.Value ?? "";
        var key = new StringBuilder(request.Path.Value);
        foreach (var (name, values) in request.Query.OrderBy(q => q.Key, StringComparer.OrdinalIgnoreCase))
        {
            key.Append('\u001f').Append(name.ToLowerInvariant());
            foreach (var value in values)
                key.Append('\u001e').Append(value);
        }
        return key.ToString();
    }

    private Plan PlanOf(Endpoint endpoint)
    {
        var metadata = endpoint.Metadata;
        // A page for browsers beside the JSON depends on more than the address; another shape of the JSON is chosen by the query.
        if (
            metadata.GetMetadata<CacheMetadata>() is not { } kept
            || metadata.GetOrderedMetadata<AlsoAnswers>().Any(a => a.ContentType != "application/json")
            || metadata.GetMetadata<EndpointDefinition>()?.EndpointType is not { } type
            || WrittenFeatures.FeatureOf(type) is not { } feature
        )
            return new Plan("", TimeSpan.Zero);
        var milliseconds = kept.Kind switch
        {
            DataKind.Never => 0,
            DataKind.Live => answers.Options.LiveMilliseconds,
            _ => answers.Options.StoredMilliseconds,
        };
        return new Plan(feature, TimeSpan.FromMilliseconds(milliseconds));
    }

    /// <summary>How answers of one endpoint are kept.</summary>
    /// <param name="Feature">Whose documents they show.</param>
    /// <param name="FreshFor">Zero: not at all.</param>
    private sealed record Plan(string Feature, TimeSpan FreshFor);
}
