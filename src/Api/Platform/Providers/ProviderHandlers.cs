using System.Net;
using InvestmentAssistant.Api.Platform.Secrets;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// Outermost: refuses calls to an unconfigured provider, counts calls, and turns every failure into a <see cref="ProviderException"/>. A
/// failure within a run of a job is logged at its end, with the others.
/// </summary>
internal sealed class ProviderGuardHandler(
    string provider,
    IOptionsMonitor<ProviderOptions> options,
    ProviderMeters meters,
    ILogger<ProviderGuardHandler> log
) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (!options.Get(provider).IsConfigured)
            throw new ProviderException(ProviderFailure.NotConfigured, provider, "not configured (no key or no address in the settings)");
        var path = request.RequestUri!.AbsolutePath;
        request.Options.Set(ProviderJson.Provider, provider);
        await BackgroundWork.StepBackAsync(ct);
        try
        {
            var reply = await base.SendAsync(request, ct);
            if (reply.IsSuccessStatusCode)
            {
                meters.Answered(provider);
                return reply;
            }
            using (reply)
                throw Failure(reply, path);
        }
        catch (ProviderException e)
        {
            Note(e, path);
            throw;
        }
        catch (Exception e) when (Translate(e, path, ct) is { } known)
        {
            Note(known, path);
            throw known;
        }
    }

    private void Note(ProviderException failure, string path)
    {
        meters.Failed(provider, failure.Kind);
        // A spent budget is reported by the job that ends on it.
        if (failure.Kind == ProviderFailure.BudgetSpent)
            return;
        var level = CallTroubles.Note(failure) ? LogLevel.Debug : LogLevel.Warning;
        log.Log(level, "{Failure} calling {Path}: {Reason}", failure.Kind, path, failure.Message);
    }

    private ProviderException Failure(HttpResponseMessage reply, string path)
    {
        var status = (int)reply.StatusCode;
        var kind = reply.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ProviderFailure.Unauthorized,
            HttpStatusCode.TooManyRequests => ProviderFailure.RateLimited,
            HttpStatusCode.RequestTimeout => ProviderFailure.Timeout,
            _ when status >= 500 => ProviderFailure.ServerError,
            // A redirect that the handler did not follow leads somewhere we did not ask for.
            _ when status < 400 => ProviderFailure.BadReply,
            _ => ProviderFailure.Rejected,
        };
        return new ProviderException(kind, provider, $"answered {status} to {path}", ProviderPipeline.RetryAfterOf(reply), status: status);
    }

    private ProviderException? Translate(Exception e, string path, CancellationToken ct) =>
        e switch
        {
            _ when ct.IsCancellationRequested => null, // the caller gave up: that is no failure of the provider
            TimeoutRejectedException => new(ProviderFailure.Timeout, provider, $"no answer in time to {path}", inner: e),
            BrokenCircuitException broken => new(
                ProviderFailure.ServerError,
                provider,
                "left alone for a while after repeated failures",
                broken.RetryAfter,
                e
            ),
            HttpRequestException http => new(
                ProviderFailure.ServerError,
                provider,
                $"unreachable ({http.HttpRequestError}) for {path}",
                inner: e
            ),
            InvalidDataException => new(ProviderFailure.BadReply, provider, $"sent a reply that cannot be unpacked to {path}", inner: e),
            IOException => new(ProviderFailure.ServerError, provider, $"connection lost during {path}", inner: e),
            _ => null,
        };
}

/// <summary>Takes one call from the provider's budget before each attempt.</summary>
internal sealed class ProviderBudgetHandler(string provider, IOptionsMonitor<ProviderOptions> options, ProviderBudget budget)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var limits = options.Get(provider);
        await budget.SpendAsync(provider, limits.CallsPerMinute, limits.CallsPerDay, ct);
        return await base.SendAsync(request, ct);
    }
}

/// <summary>
/// Innermost: adds the key, reads the reply under the size cap, refuses HTML where data was asked for, and takes our own secrets out of
/// what is said: some providers
/// quote the caller's key.
/// </summary>
internal sealed class ProviderReplyHandler(
    string provider,
    IOptionsMonitor<ProviderOptions> options,
    IProviderAuth? auth,
    SecretRedactor secrets
) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var settings = options.Get(provider);
        if (auth is not null && settings.ApiKey is { } key)
            auth.Apply(request, key);
        var reply = await base.SendAsync(request, ct);
        try
        {
            // The body is read here, inside the attempt: a body that stalls is timed out and retried like any other failure.
            var body = await ReadCappedAsync(reply.Content, settings.MaxReplyBytes, ct);
            if (reply.IsSuccessStatusCode)
                RefuseHtml(request, reply.Content, body);
            body = secrets.RedactData(body);
            var content = new ByteArrayContent(body.Array!, body.Offset, body.Count);
            foreach (var header in reply.Content.Headers.Where(h => h.Key is not "Content-Length"))
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            reply.Content.Dispose();
            reply.Content = content;
            return reply;
        }
        catch
        {
            reply.Dispose();
            throw;
        }
    }

    private async Task<ArraySegment<byte>> ReadCappedAsync(HttpContent content, long cap, CancellationToken ct)
    {
        if (content.Headers.ContentLength > cap)
            throw TooLarge(cap);
        await using var wire = await content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? 4096, cap));
        var chunk = new byte[16 * 1024];
        // Content-Length may be absent, or be that of the compressed form: what counts is what arrives.
        for (int read; (read = await wire.ReadAsync(chunk, ct)) > 0; )
        {
            if (body.Length + read > cap)
                throw TooLarge(cap);
            await body.WriteAsync(chunk.AsMemory(0, read), ct);
        }
        return body.TryGetBuffer(out var buffer) ? buffer : new ArraySegment<byte>(body.ToArray());
    }

    private ProviderException TooLarge(long cap) =>
        new(ProviderFailure.BadReply, provider, $"the reply is larger than the cap of {cap} bytes");

    private void RefuseHtml(HttpRequestMessage request, HttpContent content, ArraySegment<byte> body)
    {
        if (request.Headers.Accept.Any(a => a.MediaType is "text/html"))
            return;
        // Some gateways send their error page as application/json or with no type at all: the first character decides.
        var start = body.AsSpan().TrimStart("\uFEFF \t\r\n"u8);
        if (content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml" || start.StartsWith("<"u8))
            throw new ProviderException(ProviderFailure.BadReply, provider, "sent an HTML page instead of data");
    }
}
