using System.Net.Sockets;
using Npgsql;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Persistence;

public static class StoreFailures
{
    /// <summary>
    /// Checks whether the exception means that PostgreSQL or Redis cannot be reached or is not ready, as against a query of ours being
    /// wrong. Libraries wrap the driver's exception (Marten does), so the chain of causes is walked.
    /// </summary>
    public static bool IsStoreGone(this Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case PostgresException server:
                    // 08 connection, 53 out of resources, 57P shutdown or starting up.
                    return server.SqlState.StartsWith("08", StringComparison.Ordinal)
                        || server.SqlState.StartsWith("53", StringComparison.Ordinal)
                        || server.SqlState.StartsWith("57P", StringComparison.Ordinal);
                case NpgsqlException or SocketException or RedisConnectionException or RedisTimeoutException:
                // A deadline of ours ran out: the client's own going was seen before.
                case TimeoutException or OperationCanceledException:
                    return true;
            }
        }
        return false;
    }
}
