using Npgsql;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>Where PostgreSQL is.</summary>
public static class PostgresConnection
{
    private const string Local = "Host=127.0.0.1;Port=5432;Username=postgres;Database=investment_assistant";

    /// <summary>
    /// The connection string: <c>ConnectionStrings:Postgres</c>, else <c>DATABASE_URL</c> (postgres://user:password@host:port/name), else
    /// <c>DB_HOST, DB_PORT, DB_USER, DB_PASSWORD, DB_NAME</c> or the same with <c>DATABASE_</c> (names of the system that this one
    /// replaces), else the local server. <c>DB_MAX_POOL_SIZE</c> caps the connections of this process where the connection string does not.
    /// <c>DB_STATEMENT_TIMEOUT</c> (seconds, default 300; 0 sends none) ends statements and idle transactions that take longer. Where
    /// <c>ConnectionStrings:PostgresDirect</c> is set too, a pooler in transaction mode is in between.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is there and cannot be read.</exception>
    public static string From(IConfiguration configuration)
    {
        var isPooled = !string.IsNullOrWhiteSpace(configuration.GetConnectionString("PostgresDirect"));
        var given = configuration.GetConnectionString("Postgres");
        var builder = !string.IsNullOrWhiteSpace(given) ? new NpgsqlConnectionStringBuilder(given) : FromParts(configuration);
        Complete(builder, configuration, sendsOptions: !isPooled);
        // The next transaction may get another server connection: nothing may be prepared on this one, and what "discard all" would drop
        // may be another's.
        if (isPooled)
            (builder.NoResetOnClose, builder.MaxAutoPrepare) = (true, 0);
        return builder.ConnectionString;
    }

    /// <summary>
    /// The connection string that leads past a pooler in transaction mode: <c>ConnectionStrings:PostgresDirect</c>; null when there is
    /// none.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is there and cannot be read.</exception>
    public static string? DirectFrom(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("PostgresDirect") is not { } given || string.IsNullOrWhiteSpace(given))
            return null;
        var builder = new NpgsqlConnectionStringBuilder(given);
        builder.ApplicationName ??= "investment-assistant sessions";
        Complete(builder, configuration, sendsOptions: true);
        return builder.ConnectionString;
    }

    private static void Complete(NpgsqlConnectionStringBuilder builder, IConfiguration configuration, bool sendsOptions)
    {
        builder.ApplicationName ??= "investment-assistant";
        // A server that hangs takes connections and answers nothing: 15 s, the driver's own, is longer than any reader waits.
        if (!builder.ShouldSerialize("Timeout"))
            builder.Timeout = 5;
        // Of several hosts another one may be the primary within seconds; 10 s, the driver's own, is how long it would not look.
        if (builder.Host?.Contains(',', StringComparison.Ordinal) is true && !builder.ShouldSerialize("Host Recheck Seconds"))
            builder.HostRecheckSeconds = 2;
        // A statement that nobody waits for any more ends, however it came to hang. Readers give up far earlier (AnswerDeadline).
        var longest = configuration.GetValue("DB_STATEMENT_TIMEOUT", 300);
        if (sendsOptions && longest > 0 && builder.Options?.Contains("statement_timeout", StringComparison.Ordinal) is not true)
            builder.Options = $"{builder.Options} -c statement_timeout={longest}s -c idle_in_transaction_session_timeout={longest}s".Trim();
        if (configuration["DB_MAX_POOL_SIZE"] is { Length: > 0 } size && !builder.ShouldSerialize("Maximum Pool Size"))
            builder.MaxPoolSize =
                int.TryParse(size, out var number) && number > 0
                    ? number
                    : throw new InvalidOperationException($"DB_MAX_POOL_SIZE is no number of connections: {size}.");
    }

    /// <summary>
    /// The connection string of the role that owns the schema: <c>ConnectionStrings:PostgresOwner</c>, else that of
    /// <see cref="DirectFrom"/> or <see cref="From"/> with <c>DB_OWNER_USER</c> and <c>DB_OWNER_PASSWORD</c>. Null when the serving role
    /// owns it and no pooler is in between.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is there and cannot be read.</exception>
    public static string? OwnerFrom(IConfiguration configuration)
    {
        var given = configuration.GetConnectionString("PostgresOwner");
        var direct = DirectFrom(configuration);
        var builder = new NpgsqlConnectionStringBuilder(string.IsNullOrWhiteSpace(given) ? direct ?? From(configuration) : given);
        if (string.IsNullOrWhiteSpace(given))
        {
            if (string.IsNullOrWhiteSpace(configuration["DB_OWNER_USER"]))
                return direct;
            (builder.Username, builder.Password) = (configuration["DB_OWNER_USER"], configuration["DB_OWNER_PASSWORD"]);
        }
        builder.ApplicationName = "investment-assistant schema";
        // It is used for seconds, once.
        builder.MaxPoolSize = 4;
        builder.MinPoolSize = 0;
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder FromParts(IConfiguration configuration)
    {
        if (configuration["DATABASE_URL"] is { Length: > 0 } url)
            return FromUrl(url);

        string? Part(params string[] names) => names.Select(n => configuration[n]).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        var builder = new NpgsqlConnectionStringBuilder(Local);
        if (Part("DB_HOST", "DATABASE_HOST") is { } host)
            builder.Host = host;
        if (Part("DB_PORT", "DATABASE_PORT") is { } port)
            builder.Port =
                int.TryParse(port, out var number) && number is > 0 and < 65536
                    ? number
                    : throw new InvalidOperationException($"DB_PORT is no port number: {port}.");
        if (Part("DB_USER", "DB_USERNAME", "DATABASE_USER") is { } user)
            builder.Username = user;
        if (Part("DB_PASSWORD", "DATABASE_PASSWORD") is { } password)
            builder.Password = password;
        if (Part("DB_NAME", "DATABASE_NAME") is { } name)
            builder.Database = name;
        return builder;
    }

    private static NpgsqlConnectionStringBuilder FromUrl(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            throw new InvalidOperationException("DATABASE_URL must look like postgres://user:password@host:port/name.");
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder(Local)
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port <= 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
        };
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        return builder;
    }
}
