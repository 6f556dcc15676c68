namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>Where the service listens.</summary>
public static class ListenAddress
{
    /// <summary>
    /// <c>ASPNETCORE_URLS</c> or <c>--urls</c> when given, else <c>SERVER_HOST</c> and <c>SERVER_PORT</c>, the names of the system that
    /// this one replaces (127.0.0.1:8888).
    /// </summary>
    public static string From(IConfiguration configuration)
    {
        if (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
            return urls;
        var host = configuration["SERVER_HOST"] is { Length: > 0 } given ? given : "127.0.0.1";
        return $"http://{host}:{configuration.GetValue("SERVER_PORT", 8888)}";
    }
}
