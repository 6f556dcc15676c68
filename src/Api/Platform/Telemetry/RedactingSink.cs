using InvestmentAssistant.Api.Platform.Secrets;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace InvestmentAssistant.Api.Platform.Telemetry;

/// <summary>
/// Stands before all sinks of the log and takes secrets out of an entry: of its words, its properties and its exception. Control characters
/// of properties are escaped, so that nobody can write lines of their own into the log by a path or a provider's text.
/// </summary>
internal sealed class RedactingSink(ILogEventSink inner, SecretRedactor secrets) : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateParser s_parser = new();

    public void Emit(LogEvent logEvent) => inner.Emit(Redacted(logEvent));

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private LogEvent Redacted(LogEvent entry)
    {
        var template = entry.MessageTemplate;
        if (secrets.Redact(template.Text) is var words && !ReferenceEquals(words, template.Text))
            template = s_parser.Parse(words);
        var properties = entry.Properties.ToDictionary(p => p.Key, p => Redacted(p.Value), StringComparer.Ordinal);
        var exception = entry.Exception;
        if (exception?.ToString() is { } trace && secrets.Redact(trace) is var said && !ReferenceEquals(said, trace))
            exception = new RedactedException(said);
        return
            template == entry.MessageTemplate
            && exception == entry.Exception
            && properties.All(p => ReferenceEquals(p.Value, entry.Properties[p.Key]))
            ? entry
            : new LogEvent(
                entry.Timestamp,
                entry.Level,
                exception,
                template,
                properties.Select(p => new LogEventProperty(p.Key, p.Value)),
                entry.TraceId ?? default,
                entry.SpanId ?? default
            );
    }

    private LogEventPropertyValue Redacted(LogEventPropertyValue value)
    {
        switch (value)
        {
            case ScalarValue { Value: string text }:
                return Clean(text) is var clean && ReferenceEquals(clean, text) ? value : new ScalarValue(clean);
            case ScalarValue { Value: null or bool or int or long or double or decimal or Enum }:
                return value;
            case ScalarValue { Value: var other }:
                // What it is written as is what counts: an address, an exception.
                return other?.ToString() is { } written && Clean(written) is var said && !ReferenceEquals(said, written)
                    ? new ScalarValue(said)
                    : value;
            case SequenceValue list:
                var elements = list.Elements.Select(Redacted).ToList();
                return elements.SequenceEqual(list.Elements, ReferenceEqualityComparer.Instance) ? value : new SequenceValue(elements);
            case StructureValue parts:
                var members = parts.Properties.Select(p => new LogEventProperty(p.Name, Redacted(p.Value))).ToList();
                return members.Zip(parts.Properties).All(m => ReferenceEquals(m.First.Value, m.Second.Value))
                    ? value
                    : new StructureValue(members, parts.TypeTag);
            case DictionaryValue map:
                return new DictionaryValue(map.Elements.Select(e => KeyValuePair.Create((ScalarValue)Redacted(e.Key), Redacted(e.Value))));
            default:
                return value;
        }
    }

    private string Clean(string text)
    {
        var clean = secrets.Redact(text);
        return clean.Any(char.IsControl) ? string.Concat(clean.Select(Escaped)) : clean;
    }

    private static string Escaped(char c) =>
        c switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ when char.IsControl(c) => $"\\u{(int)c:x4}",
            _ => c.ToString(),
        };

    /// <summary>An exception as it is written, without its secrets.</summary>
    private sealed class RedactedException(string text) : Exception
    {
        public override string Message => text;

        public override string ToString() => text;
    }
}
