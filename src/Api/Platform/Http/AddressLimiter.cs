using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Limits the requests a minute from one address (of IPv6 its /64 network), in fixed windows of the process's own clock: a replayed market
/// runs fast, its clients do not. Replicas count together while Redis is there (<see cref="SharedLimit"/>). Past it 429 with Retry-After;
/// RateLimit headers show a counted client its remaining requests. WebSockets have limits of their own. Probes are never limited, in
/// whatever form they come: a flood from an address that the kubelet shares must not restart the process.
/// </summary>
public sealed class AddressLimiter(
    RequestDelegate next,
    HttpSettings settings,
    IEnumerable<IMemoryAnswer> probes,
    SharedLimit shared,
    TimeProvider time
)
{
    private const int WindowSeconds = 60;
    private readonly ConcurrentDictionary<IPAddress, Window> _windows = new();
    private readonly HashSet<string> _probes = [.. probes.Select(p => p.Path)];
    private long _sweptAt = time.GetTimestamp();

    public Task InvokeAsync(HttpContext http)
    {
        var limit = settings.RequestsPerMinute;
        return limit > 0 && !IsProbe(http.Request) && ClientAddress.CountedCustomerOf(http, settings.LoopbackIsExempt) is { } customer
            ? CountAsync(http, customer, limit)
            : next(http);
    }

    private async Task CountAsync(HttpContext http, IPAddress customer, int limit)
    {
        var now = time.GetTimestamp();
        Sweep(now);
        var (used, reset) = _windows.GetOrAdd(customer, static (_, start) => new Window(start), now).Count(now, time);
        var (isRefused, left) = (used > limit, Math.Max(0, limit - used));
        // What this replica refuses by itself needs no second opinion.
        if (!isRefused && await shared.CountAsync(customer, limit, TimeSpan.FromSeconds(WindowSeconds)) is { } all)
            (isRefused, left, reset) = (all.IsRefused, Math.Min(left, all.Left), all.IsRefused ? all.Reset : reset);

        var seconds = ((int)Math.Ceiling(reset.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var headers = http.Response.Headers;
        headers[AnswerHeaders.RateLimitLimit] = limit.ToString(CultureInfo.InvariantCulture);
        headers[AnswerHeaders.RateLimitRemaining] = left.ToString(CultureInfo.InvariantCulture);
        headers[AnswerHeaders.RateLimitReset] = seconds;
        if (!isRefused)
        {
            await next(http);
            return;
        }
        http.CountRefusal("requests");
        headers.RetryAfter = seconds;
        await Problem.WriteAsync(
            http,
            StatusCodes.Status429TooManyRequests,
            $"More than {limit} requests in a minute; try again in {seconds} s."
        );
    }

    private bool IsProbe(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Path.Value is { Length: > 1 } path
        && _probes.Contains(path.TrimEnd('/'));

    /// <summary>Forgets addresses of past windows once a window, so that memory follows the number of present clients.</summary>
    private void Sweep(long now)
    {
        var last = Interlocked.Read(ref _sweptAt);
        if (time.GetElapsedTime(last, now).TotalSeconds < WindowSeconds || Interlocked.CompareExchange(ref _sweptAt, now, last) != last)
            return;
        foreach (var (address, window) in _windows)
        {
            if (window.IsOver(now, time))
                _windows.TryRemove(address, out _);
        }
    }

    private sealed class Window(long start)
    {
        private readonly Lock _lock = new();
        private long _start = start;
        private int _used;

        public (int Used, TimeSpan Left) Count(long now, TimeProvider time)
        {
            lock (_lock)
            {
                var age = time.GetElapsedTime(_start, now);
                if (age.TotalSeconds >= WindowSeconds)
                {
                    (_start, _used, age) = (now, 0, TimeSpan.Zero);
                }
                return (++_used, TimeSpan.FromSeconds(WindowSeconds) - age);
            }
        }

        public bool IsOver(long now, TimeProvider time)
        {
            lock (_lock)
                return time.GetElapsedTime(_start, now).TotalSeconds >= WindowSeconds;
        }
    }
}
