using System.Globalization;
using System.Text;
using InvestmentAssistant.LocalRun.Replay;

namespace InvestmentAssistant.LocalRun;

/// <summary>What the person at the terminal should know once everything is up.</summary>
internal static class Banner
{
    public static string For(RunOptions options, RecordedMinutes? recording, LocalSystem system, Repository repository)
    {
        var url = system.ApiUrl;
        var socket = "ws" + url["http".Length..];
        var text = new StringBuilder()
            .AppendLine()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"Investment Assistant is {(system.Status is "healthy" ? "up" : $"up, but {system.Status} (see {url}/health/detailed)")}."
            )
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"  Live page   {url}/")
            .AppendLine(CultureInfo.InvariantCulture, $"  API docs    {url}/docs   {url}/redoc   {url}/openapi/v1.json")
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"  Streams     {string.Join("   ", system.Topics.Select(t => $"{socket}/ws/{t}"))}   (described in {url}/docs/streams)"
            )
            .AppendLine(CultureInfo.InvariantCulture, $"  Health      {url}/health/detailed     Metrics: {system.MetricsUrl}")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"  Data        {Source(options, recording)}")
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"  Logs        {Shown(repository.Logs)}/*.log     Addresses: {Shown(new EndpointsFile(repository.LocalFolder).Path)}"
            )
            .AppendLine()
            .Append("Ctrl-C stops everything.");
        return text.ToString();
    }

    private static string Source(RunOptions options, RecordedMinutes? recording) =>
        options.Live ? "live, from the real providers; keys from .env"
        : recording is not null
            ? Invariant($"replay of {options.Replay!.Minutes}, from {recording.First} to {recording.Last} at {options.Replay.Speed}x; ")
                + "the clock is the recording's"
        : "SIMULATED: no price is real. The simulated market keeps moving at any hour, also when New York is closed.";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A path as short as it can be typed from here.</summary>
    private static string Shown(string path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path) is { } relative && !relative.StartsWith("..", StringComparison.Ordinal)
            ? relative
            : path;
}
