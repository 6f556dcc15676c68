namespace InvestmentAssistant.Api.Platform.Telemetry;

/// <summary>Where operators' tools reach the process (settings <c>Management:*</c>).</summary>
/// <param name="Host">Address to listen on.</param>
/// <param name="Port">0 for none.</param>
public sealed record ManagementSettings(string Host, int Port)
{
    /// <summary>Reads the settings; one that cannot be right stops the start with a message that names it.</summary>
    public static ManagementSettings From(IConfiguration configuration)
    {
        var port = configuration["Management:Port"] is { Length: > 0 } text ? text : "0";
        if (!ushort.TryParse(port, out var number))
            throw new InvalidOperationException($"Management:Port is '{port}'; it must be a port number, or 0 for none.");
        return new ManagementSettings(configuration["Management:Host"] is { Length: > 0 } host ? host : "127.0.0.1", number);
    }

    /// <summary>http://127.0.0.1:9464.</summary>
    public string Address => FormattableString.Invariant($"http://{Host}:{Port}");
}
