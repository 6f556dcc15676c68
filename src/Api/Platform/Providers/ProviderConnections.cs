using System.Net;
using System.Net.Sockets;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// Opens the connections to providers. A provider's reply must not choose where a request, with its key, goes: redirects are not followed,
/// and a name that resolves to a private address is refused, unless the settings name that address themselves
/// (<c>http://127.0.0.1:9000/</c>, <c>localhost</c>) or allow private ones (<c>Providers:AllowPrivateAddresses</c>, by default only with
/// simulated data, whose provider stands beside us).
/// </summary>
public sealed class ProviderConnections(IConfiguration configuration)
{
    private readonly bool _allowPrivate = configuration.GetValue<bool?>("Providers:AllowPrivateAddresses")
        ?? configuration["DATA_SOURCE"] == "simulated";

    /// <summary>Returns a handler for one provider.</summary>
    /// <param name="configured">The provider's address in the settings; null without one.</param>
    public SocketsHttpHandler NewHandler(Uri? configured) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, MayBePrivate(configured), ct),
        };

    /// <summary>Whether an address is one of the internet's: not of this machine, a private network, a link or a multicast group.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !address.IsIPv6LinkLocal
                && !address.IsIPv6SiteLocal
                && !address.IsIPv6UniqueLocal
                && !address.IsIPv6Multicast
                && !s_reserved.Any(n => n.Contains(address));
        return !s_reserved.Any(n => n.Contains(address));
    }

    /// <summary>Ranges of the IANA special-purpose registries that no provider has its servers in.</summary>
    private static readonly IPNetwork[] s_reserved =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Addresses of IPv4 in another dress.
            "64:ff9b::/96",
            "2002::/16",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private bool MayBePrivate(Uri? configured) =>
        _allowPrivate || configured is not null && (IPAddress.TryParse(configured.Host.Trim('[', ']'), out _) || configured.IsLoopback);

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool mayBePrivate, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, ct);
        // The addresses that were checked are the ones that are connected to: a name that changes in between gains nothing.
        var allowed = mayBePrivate ? addresses : [.. addresses.Where(IsPublic)];
        if (allowed.Length == 0)
            throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                addresses.Length == 0 ? "The name has no address." : "The name leads to a private address, which the settings do not allow."
            );
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
