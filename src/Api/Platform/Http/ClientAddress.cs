using System.Net;
using System.Net.Sockets;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>Decides which addresses count as one client where calls are limited: of REST, of streams and of mails alike.</summary>
public static class ClientAddress
{
    /// <summary>The header in which the forwarding middleware keeps a proxy's address when it believes what the proxy says.</summary>
    private const string ForwardedBy = "X-Original-For";

    /// <summary>
    /// Returns the customer to count, or null for a request without an address and, where <paramref name="loopbackIsExempt"/>, for one
    /// that comes from this machine itself. A proxy cannot speak for this machine: an address that it forwards is always counted.
    /// </summary>
    public static IPAddress? CountedCustomerOf(HttpContext http, bool loopbackIsExempt)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return null;
        var isExempt = loopbackIsExempt && IPAddress.IsLoopback(address) && !http.Request.Headers.ContainsKey(ForwardedBy);
        return isExempt ? null : CustomerOf(address);
    }

    /// <summary>The address itself; of IPv6 the /64 that one customer is given.</summary>
    public static IPAddress CustomerOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }
}
