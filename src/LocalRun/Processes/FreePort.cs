using System.Net;
using System.Net.Sockets;

namespace InvestmentAssistant.LocalRun.Processes;

/// <summary>Loopback TCP ports.</summary>
public static class FreePort
{
    /// <summary>
    /// A port on 127.0.0.1 that is free now. Another process may take it before its user binds it, so the code that starts a server on it
    /// tries again with another one.
    /// </summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether a server could listen on this port of 127.0.0.1 now.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
