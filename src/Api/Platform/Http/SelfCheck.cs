namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// <c>Api health [PATH]</c>: asks the process that serves on this machine, with the settings it serves by. For containers, whose image has
/// neither a shell nor curl. It runs before any host is built: what is asked every few seconds must not cost a start each time. The
/// simulator shares this source.
/// </summary>
internal static class SelfCheck
{
    public const string Usage =
        "health [PATH]       asks the process that serves here for PATH (default /health/live); exit code 0 when it answers with success";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>Runs the check when the arguments ask for it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="addresses">The addresses to listen on, from the settings: <c>http://*:8888</c>, several apart by semicolons.</param>
    /// <param name="path">What is asked when the arguments name no path.</param>
    /// <returns>Exit code 0 for an answer with success, 1 for any other or none; null when something else was asked for.</returns>
    public static async Task<int?> TryRunAsync(string[] args, Func<IConfiguration, string> addresses, string path)
    {
        if (args is not ["health", ..])
            return null;
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
        var target = TargetOf(addresses(settings), args.Skip(1).FirstOrDefault(a => a.StartsWith('/')) ?? path);
        try
        {
            using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
            using var limit = new CancellationTokenSource(Limit);
            using var answer = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, target), limit.Token);
            if (answer.IsSuccessStatusCode)
                return 0;
            await Console.Error.WriteLineAsync($"{target} answers {(int)answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{target} does not answer: {e.Message}");
        }
        return 1;
    }

    /// <summary>Address by which this machine reaches the first plain-HTTP address; loopback where that means "all interfaces".</summary>
    internal static Uri TargetOf(string addresses, string path)
    {
        var all = addresses
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(BindingAddress.Parse)
            .ToList();
        var address = all.Find(a => a.Scheme == Uri.UriSchemeHttp) ?? all[0];
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}{address.PathBase}{path}");
    }
}
