namespace InvestmentAssistant.LocalRun;

/// <summary>The settings of the API at its start.</summary>
public sealed record ApiSettings
{
    /// <summary>Npgsql connection string.</summary>
    public required string Postgres { get; init; }

    /// <summary>Npgsql connection string of the role that owns the tables; null: <see cref="Postgres"/>'s does.</summary>
    public string? PostgresOwner { get; init; }

    /// <summary>host:port.</summary>
    public required string Redis { get; init; }

    /// <summary>Address of the simulated market, without a trailing slash; null for the real providers, or for none.</summary>
    public string? Simulator { get; init; }

    /// <summary>Whether the real providers are used.</summary>
    public bool Live { get; init; }

    /// <summary>Address to listen on; null leaves it to the host.</summary>
    public string? Url { get; init; }

    /// <summary><c>api</c>, <c>ingest</c> or both.</summary>
    public string Roles { get; init; } = "api,ingest";

    /// <summary>Where mails go as files when no mail server is set; null leaves it to the host.</summary>
    public string? MailFolder { get; init; }

    /// <summary>Loopback port of the metrics; null for none.</summary>
    public int? ManagementPort { get; init; }

    /// <summary>As configuration keys with colons.</summary>
    public Dictionary<string, string> ToConfiguration()
    {
        Dictionary<string, string> settings = new()
        {
            ["ConnectionStrings:Postgres"] = Postgres,
            ["ConnectionStrings:Redis"] = Redis,
            ["Schema:ApplyAtStart"] = "true",
            ["DATA_SOURCE"] = Live ? "live" : "simulated",
            ["ROLES"] = Roles,
            // Load tests and the pages of this machine; elsewhere a proxy may sit on loopback.
            ["Http:LoopbackIsExempt"] = "true",
            ["Streaming:LoopbackIsExempt"] = "true",
        };
        if (PostgresOwner is not null)
            settings["ConnectionStrings:PostgresOwner"] = PostgresOwner;
        if (Url is not null)
            settings["Urls"] = Url;
        if (ManagementPort is { } port)
            settings["Management:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (MailFolder is not null)
            settings["MAIL_FOLDER"] = MailFolder;
        if (!Live)
        {
            // Made-up figures are never mailed, even when the shell's environment has a mail server.
            settings["SMTP_HOST"] = settings["SMTP_SERVER"] = "";
            settings["MAIL_PREVIEW"] = "true";
        }
        if (Simulator is not null)
        {
            var socket = "ws" + Simulator["http".Length..];
            settings["Providers:bithumb:BaseUrl"] = $"{Simulator}/bithumb/";
            settings["Providers:bithumb:WebSocketUrl"] = $"{socket}/bithumb/websocket/v1";
            settings["Providers:finnhub:BaseUrl"] = $"{Simulator}/finnhub/api/v1/";
            settings["Providers:finnhub:WebSocketUrl"] = $"{socket}/finnhub/ws";
            settings["Providers:finnhub:ApiKey"] = "the-simulators-key";
            settings["Providers:wikipedia:BaseUrl"] = $"{Simulator}/wikipedia/wiki/";
            settings["Providers:alphavantage:BaseUrl"] = $"{Simulator}/alphavantage/";
            settings["Providers:alphavantage:ApiKey"] = "the-simulators-key";
            settings["Providers:coingecko:BaseUrl"] = $"{Simulator}/coingecko/api/v3/";
            settings["Providers:coingecko:ApiKey"] = "the-simulators-key";
            settings["Providers:newsapi:BaseUrl"] = $"{Simulator}/newsapi/v2/";
            settings["Providers:newsapi:ApiKey"] = "the-simulators-key";
            settings["Providers:x:BaseUrl"] = $"{Simulator}/x/2/";
            settings["Providers:x:ApiKey"] = "the-simulators-key";
            settings["Providers:x:CallsPerMinute"] = "0";
            settings["Providers:x:CallsPerDay"] = "0";
            settings["Providers:truthsocial:BaseUrl"] = $"{Simulator}/truthsocial/";
            settings["Providers:truthsocial:ApiKey"] = "the-simulators-key";
            settings["Providers:truthsocial:CallsPerMinute"] = "0";
            settings["Providers:truthsocial:CallsPerDay"] = "0";
            // The limits are those of the providers' free plans; the simulated ones have none, so every symbol is live.
            settings["Providers:finnhub:MaxLiveSymbols"] = "1000";
            settings["Providers:finnhub:CallsPerMinute"] = "0";
            settings["Providers:bithumb:CallsPerMinute"] = "0";
            settings["Providers:alphavantage:CallsPerMinute"] = "0";
            settings["Providers:alphavantage:CallsPerDay"] = "0";
            settings["Providers:newsapi:CallsPerDay"] = "0";
            settings["Providers:coingecko:CallsPerMinute"] = "0";
            settings["Providers:coingecko:CallsPerDay"] = "0";
            settings["EarningsNews:CallsPerRun"] = "1000";
        }
        return settings;
    }

    /// <summary>As environment variables.</summary>
    public Dictionary<string, string> ToEnvironment() => ToConfiguration().ToDictionary(s => EnvironmentName(s.Key), s => s.Value);

    /// <summary>The environment variable that sets a configuration key.</summary>
    public static string EnvironmentName(string key) =>
        key is "Urls" ? "ASPNETCORE_URLS" : key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>
    /// Inherited variables that point at another installation's database, Redis or addresses: a local run must never write there.
    /// </summary>
    public static bool IsForeign(string variable) =>
        ForeignPrefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || variable is "ROLES" or "DATA_SOURCE" or "URLS" or "PORT";

    private static readonly string[] ForeignPrefixes =
    [
        "ConnectionStrings__",
        "DB_",
        "DATABASE_",
        "REDIS_",
        "SERVER_",
        "Providers__",
        "Clock__",
        "Simulator__",
        "ASPNETCORE_",
        "DOTNET_URLS",
        "Kestrel__",
        "Management__",
    ];
}
