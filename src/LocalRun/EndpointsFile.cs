using System.Text.Json;

namespace InvestmentAssistant.LocalRun;

/// <summary>Addresses in use, for other tools to attach to.</summary>
/// <param name="Api">http://127.0.0.1:8888</param>
/// <param name="Postgres">Npgsql connection string, with the password.</param>
/// <param name="Redis">host:port</param>
/// <param name="Simulator">Address of the simulated market; null with the real providers.</param>
/// <param name="DataSource">simulated or live.</param>
/// <param name="Pid">Process to signal for a stop.</param>
/// <param name="Metrics">Where Prometheus can scrape the API.</param>
public sealed record Endpoints(
    string Api,
    string Postgres,
    string Redis,
    string? Simulator,
    string DataSource,
    int Pid,
    string? Metrics = null
);

/// <summary><c>.local/endpoints.json</c>: there while a run can be used, and only then.</summary>
public sealed class EndpointsFile(string localFolder)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Path { get; } = System.IO.Path.Combine(localFolder, "endpoints.json");

    /// <summary>Writes it in one step, readable by its owner only: a reader never sees half a file, nor a stranger the password.</summary>
    public void Write(Endpoints endpoints)
    {
        var unfinished = Path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(unfinished, options))
        {
            JsonSerializer.Serialize(stream, endpoints, Json);
            stream.WriteByte((byte)'\n');
        }
        File.Move(unfinished, Path, overwrite: true);
    }

    /// <summary>What it says, or null when there is none.</summary>
    public Endpoints? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Endpoints>(File.ReadAllText(Path), Json);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    public void Remove() => File.Delete(Path);
}
