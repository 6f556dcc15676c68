using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>Counts requests and streams that a limit refused.</summary>
public sealed class LimitMeters : IMeters
{
    private readonly Counter<long> _refused;

    public LimitMeters(IMeterFactory factory)
    {
        _refused = factory
            .Create("InvestmentAssistant.Limits")
            .CreateCounter<long>("investment_assistant.http.limited", "{request}", "Requests and streams that a limit refused.");
        _refused.Add(0, Name("requests"));
    }

    /// <summary>Counts a refusal.</summary>
    /// <param name="limit">The limit: requests, streams; a few words of the code, nothing of the client.</param>
    public void Refused(string limit) => _refused.Add(1, Name(limit));

    private static KeyValuePair<string, object?> Name(string limit) => new("limit", limit);
}

public static class LimitMetersExtensions
{
    /// <summary>Counts that a limit refuses this request.</summary>
    /// <inheritdoc cref="LimitMeters.Refused"/>
    public static void CountRefusal(this HttpContext http, string limit) => http.RequestServices?.GetService<LimitMeters>()?.Refused(limit);
}
