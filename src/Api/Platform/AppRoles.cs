namespace InvestmentAssistant.Api.Platform;

/// <summary>
/// What this process does, from the setting <c>ROLES</c> (default <c>api,ingest</c>): <c>api</c> serves REST and streams and scales out;
/// <c>ingest</c> runs jobs and live feeds. Small installs run both in one process.
/// </summary>
public sealed record AppRoles(bool Api, bool Ingest)
{
    /// <summary>Reads the roles; an unknown name stops the start, so that a typo cannot silently turn a role off.</summary>
    public static AppRoles From(IConfiguration configuration)
    {
        var names = (configuration["ROLES"] ?? "api,ingest").Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        foreach (var name in names)
        {
            if (name is not ("api" or "ingest"))
                throw new InvalidOperationException($"ROLES names the unknown role '{name}'; known are api and ingest.");
        }
        return new AppRoles(names.Contains("api"), names.Contains("ingest"));
    }
}
