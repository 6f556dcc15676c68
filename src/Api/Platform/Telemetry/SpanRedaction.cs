using System.Diagnostics;
using InvestmentAssistant.Api.Platform.Secrets;
using OpenTelemetry;

namespace InvestmentAssistant.Api.Platform.Telemetry;

/// <summary>
/// Takes secrets out of a span before any exporter sees it: of its name, its attributes and its status. An event cannot be changed: a span
/// whose events have one is not exported.
/// </summary>
internal sealed class SpanRedaction(SecretRedactor secrets) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.DisplayName = secrets.Redact(data.DisplayName);
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value?.ToString() is { } text && secrets.Redact(text) is var clean && !ReferenceEquals(clean, text))
                data.SetTag(name, clean);
        }
        if (data.StatusDescription is { } words)
            data.SetStatus(data.Status, secrets.Redact(words));
        if (data.Events.Any(e => HasSecret(e.Name) || e.Tags.Any(t => HasSecret(t.Value?.ToString()))))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private bool HasSecret(string? text) => text is not null && !ReferenceEquals(secrets.Redact(text), text);
}
