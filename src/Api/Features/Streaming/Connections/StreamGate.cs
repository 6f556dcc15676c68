using System.Net;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>Limits connections: in all, of one address (of IPv6 its /64 network), and by the origin of the page.</summary>
internal sealed class StreamGate(IOptions<StreamOptions> options, HttpSettings http)
{
    private readonly StreamOptions _options = options.Value;
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _perAddress = [];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Set when the process begins to stop.</summary>
    public volatile bool IsDraining;

    /// <summary>Returns who the limit of an address counts; null for a client that it does not count.</summary>
    public IPAddress? CustomerOf(HttpContext client) =>
        _options.MaxConnectionsPerAddress > 0 ? ClientAddress.CountedCustomerOf(client, _options.LoopbackIsExempt) : null;

    /// <summary>Takes a place; false when there is none. Give it back with <see cref="Leave"/>.</summary>
    public bool TryEnter(IPAddress? customer)
    {
        lock (_gate)
        {
            if (_count >= _options.MaxConnections)
                return false;
            if (customer is not null)
            {
                var there = _perAddress.GetValueOrDefault(customer);
                if (there >= _options.MaxConnectionsPerAddress)
                    return false;
                _perAddress[customer] = there + 1;
            }
            _count++;
            return true;
        }
    }

    public void Leave(IPAddress? customer)
    {
        lock (_gate)
        {
            _count--;
            if (customer is null)
                return;
            var left = _perAddress.GetValueOrDefault(customer) - 1;
            if (left > 0)
                _perAddress[customer] = left;
            else
                _perAddress.Remove(customer);
        }
    }

    /// <summary>A page may connect from an origin on the CORS list, or from this very server. No Origin: not a page.</summary>
    public bool Admits(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (!_options.CheckOrigin || origin.Length == 0)
            return true;
        if (http.CorsOrigins.Any(o => o == "*" || string.Equals(o, origin, StringComparison.OrdinalIgnoreCase)))
            return true;
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri))
            return false;
        return (http.CorsAllowLoopback && uri.IsLoopback)
            || string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
