using System.Globalization;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace InvestmentAssistant.Api.Tests.Platform.Secrets;

/// <summary>Case P1: no secret passes the log, wherever in an entry it stands.</summary>
public sealed class RedactingSinkTests
{
    private const string Key = "K7-of-the-caller-9";

    private sealed class Kept : ILogEventSink
    {
        public List<LogEvent> Entries { get; } = [];

        public void Emit(LogEvent logEvent) => Entries.Add(logEvent);
    }

    private static (string Text, LogEvent Entry) Written(Action<ILogger> write)
    {
        var secrets = new SecretRedactor(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("FINNHUB_API_KEY", (string?)Key)]).Build()
        );
        var kept = new Kept();
        using var log = new LoggerConfiguration().WriteTo.Sink(new RedactingSink(kept, secrets)).CreateLogger();
        write(log);
        var entry = Assert.Single(kept.Entries);
        var properties = string.Join(' ', entry.Properties.Select(p => p.Value.ToString(null, CultureInfo.InvariantCulture)));
        return ($"{entry.RenderMessage(CultureInfo.InvariantCulture)} {properties} {entry.Exception}", entry);
    }

    private static readonly Dictionary<string, Action<ILogger>> s_places = new()
    {
        { "words", log => log.Information("the key is " + Key) },
        { "property", log => log.Information("the key is {Key}", Key) },
        { "address", log => log.Information("asked {Address}", new Uri($"https://a.example/q?apikey={Key}")) },
        { "list", log => log.Information("keys {Keys}", new List<string> { "a", Key }) },
        { "structure", log => log.Information("settings {@Settings}", new { Inner = new { Key } }) },
        { "map", log => log.Information("settings {Settings}", new Dictionary<string, string> { ["k"] = Key }) },
        { "exception", log => log.Error(new InvalidOperationException("outer", new IOException($"refused {Key}")), "failed") },
    };

    [Theory]
    [InlineData("words")]
    [InlineData("property")]
    [InlineData("address")]
    [InlineData("list")]
    [InlineData("structure")]
    [InlineData("map")]
    [InlineData("exception")]
    public void P1_a_secret_is_taken_out_of_an_entry(string place)
    {
        var (text, _) = Written(s_places[place]);
        Assert.DoesNotContain(Key, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(SecretRedactor.Mark, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_cannot_begin_a_line_of_its_own()
    {
        var (text, entry) = Written(log => log.Information("GET {Path} of {Title}", "/a\nforged 200", "b\r\n\u001b[31mred"));

        Assert.DoesNotContain(text, char.IsControl);
        Assert.Equal("/a\\nforged 200", ((ScalarValue)entry.Properties["Path"]).Value);
    }

    [Fact]
    public void An_entry_without_secrets_passes_as_it_is()
    {
        var fault = new InvalidOperationException("plain");
        string[] names = ["a"];
        var (_, entry) = Written(log => log.Warning(fault, "{Count} of {Names}", 3, names));
        Assert.Same(fault, entry.Exception);
        Assert.Equal(3, ((ScalarValue)entry.Properties["Count"]).Value);
    }
}
