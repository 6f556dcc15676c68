using System.Net;
using System.Net.Sockets;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>Decides which addresses count as one client where calls are limited.</summary>
public static class ClientAddress
{
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
