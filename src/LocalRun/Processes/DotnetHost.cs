namespace InvestmentAssistant.LocalRun.Processes;

/// <summary>The <c>dotnet</c> that children are started with: the one that runs us, when it is one.</summary>
public static class DotnetHost
{
    public static string Path { get; } =
        System.IO.Path.GetFileName(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root && File.Exists(System.IO.Path.Combine(root, "dotnet"))
            ? System.IO.Path.Combine(root, "dotnet")
        : "dotnet";
}
