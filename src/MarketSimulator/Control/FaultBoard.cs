using System.Text.Json.Serialization;

namespace InvestmentAssistant.MarketSimulator.Control;

/// <summary>
/// A fault to be played. On REST: <c>401</c>, <c>403</c>, <c>429</c>, <c>500</c>, <c>html</c>, <c>slow</c>, <c>malformed</c>,
/// <c>error_200</c> and those of <see cref="BodyFaults"/>; on sockets (frames): <c>drop</c>, <c>malformed</c>, <c>duplicate</c>,
/// <c>out_of_order</c>, <c>binary</c>, <c>silence</c>; on both those of <see cref="ReplyTraps"/>. A status on a socket's path refuses the
/// handshake.
/// </summary>
/// <param name="Provider">One of <see cref="FaultBoard.Providers"/> or <c>*</c>.</param>
/// <param name="Count">Replies or frames it spoils; with neither count nor time: one.</param>
/// <param name="ForMs">Milliseconds it lasts.</param>
/// <param name="Path">Part of the request's path; without it every path, and for a kind that both have, frames as well.</param>
/// <param name="RetryAfter">Seconds of Retry-After with 429 and 500.</param>
/// <param name="DelayMs">Of <c>slow</c>; 5,000 by default.</param>
/// <param name="Fields">Names of the JSON fields whose values a trap spoils; without them all.</param>
/// <param name="Megabytes">Of <c>huge</c> and <c>gzip_bomb</c>; 256 by default.</param>
/// <param name="To">Where <c>redirect</c> leads; by default the same path on the host name <c>localhost</c>.</param>
public sealed record FaultRequest(
    string Provider,
    string Kind,
    int? Count = null,
    int? ForMs = null,
    string? Path = null,
    int? RetryAfter = null,
    int? DelayMs = null,
    IReadOnlyList<string>? Fields = null,
    int? Megabytes = null,
    string? To = null
);

/// <summary>A fault that waits or runs.</summary>
public sealed class Fault(int id, FaultRequest request, long startedAt)
{
    private int _left = request.Count ?? (request.ForMs is null ? 1 : int.MaxValue);

    public int Id { get; } = id;
    public FaultRequest Request { get; } = request;

    /// <summary>How often it has struck.</summary>
    public int Struck { get; private set; }

    /// <summary>How often it will still strike; null without a limit.</summary>
    public int? Left => _left == int.MaxValue ? null : _left;

    [JsonIgnore]
    public long StartedAt { get; } = startedAt;

    internal bool Spent => _left <= 0;

    internal void Strike()
    {
        Struck++;
        if (_left != int.MaxValue)
            _left--;
    }
}

/// <summary>The faults that are active now. Their time is the real one, whatever clock the market runs on.</summary>
public sealed class FaultBoard(TimeProvider time)
{
    public static readonly IReadOnlySet<string> Kinds = new HashSet<string>([
        "401",
        "403",
        "429",
        "500",
        "html",
        "slow",
        "malformed",
        "error_200",
        "drop",
        "duplicate",
        "out_of_order",
        "binary",
        "silence",
        .. BodyFaults.Kinds,
        .. ReplyTraps.Kinds,
    ]);

    /// <summary>The providers that can be spoiled: the first part of a request's path.</summary>
    public static readonly IReadOnlyList<string> Providers =
    [
        "bithumb",
        "finnhub",
        "wikipedia",
        "alphavantage",
        "coingecko",
        "newsapi",
        "x",
        "truthsocial",
    ];

    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private readonly Dictionary<string, long> _struck = [];
    private int _nextId;
    private volatile bool _any;

    public Fault Add(FaultRequest request)
    {
        lock (_gate)
        {
            var fault = new Fault(++_nextId, request, time.GetTimestamp());
            _faults.Add(fault);
            _any = true;
            return fault;
        }
    }

    public void Clear(int? id = null)
    {
        lock (_gate)
        {
            _faults.RemoveAll(f => id is null || f.Id == id);
            _any = _faults.Count > 0;
        }
    }

    public IReadOnlyList<Fault> Active()
    {
        lock (_gate)
        {
            Tidy();
            return [.. _faults];
        }
    }

    /// <summary>How often each kind has struck since the start.</summary>
    public IReadOnlyDictionary<string, long> Struck()
    {
        lock (_gate)
            return new Dictionary<string, long>(_struck);
    }

    /// <summary>
    /// Takes one strike of the first active fault that fits, or null. A REST fault asks with the request's path, a frame without.
    /// </summary>
    public Fault? Take(string provider, string? path, params ReadOnlySpan<string> kinds)
    {
        if (!_any)
            return null;
        lock (_gate)
        {
            Tidy();
            foreach (var fault in _faults)
            {
                var request = fault.Request;
                if ((request.Provider != "*" && request.Provider != provider) || !kinds.Contains(request.Kind))
                    continue;
                if (request.Path is { } part && path?.Contains(part, StringComparison.OrdinalIgnoreCase) != true)
                    continue;
                fault.Strike();
                _struck[request.Kind] = _struck.GetValueOrDefault(request.Kind) + 1;
                return fault;
            }
            return null;
        }
    }

    private void Tidy()
    {
        _faults.RemoveAll(f => f.Spent || (f.Request.ForMs is { } ms && time.GetElapsedTime(f.StartedAt).TotalMilliseconds >= ms));
        _any = _faults.Count > 0;
    }
}
