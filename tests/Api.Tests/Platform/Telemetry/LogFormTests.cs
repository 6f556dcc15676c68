using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Serilog;
using Serilog.Context;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace InvestmentAssistant.Api.Tests.Platform.Telemetry;

/// <summary>Lines of the log: their two forms, and which answers get one.</summary>
public sealed class LogFormTests
{
    private const string Key = "K7-of-the-caller-9";

    private sealed class TextSink(ITextFormatter formatter) : ILogEventSink
    {
        public StringWriter Text { get; } = new(CultureInfo.InvariantCulture);

        public void Emit(LogEvent logEvent) => formatter.Format(logEvent, Text);
    }

    private static string Written(bool isJson, Action<Serilog.ILogger> write)
    {
        var secrets = new SecretRedactor(new ConfigurationBuilder().AddInMemoryCollection([new("FINNHUB_API_KEY", Key)]).Build());
        var sink = new TextSink(LogExtensions.FormOf(isJson));
        using var log = new LoggerConfiguration().Enrich.FromLogContext().WriteTo.Sink(new RedactingSink(sink, secrets)).CreateLogger();
        write(log);
        return sink.Text.ToString();
    }

    [Fact]
    public void In_containers_an_entry_is_one_line_of_JSON_with_its_date_trace_and_request_and_no_secret()
    {
        using var span = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        var text = Written(isJson: true, log =>
        {
            using (LogContext.PushProperty("CorrelationId", "request-1"))
                log.Warning(new IOException("refused " + Key), "asked {Address}\nfor {Symbol}", "https://a.example?token=" + Key, "AAPL");
        });

        Assert.Equal(1, text.Count(c => c == '\n'));
        Assert.DoesNotContain(Key, text, StringComparison.OrdinalIgnoreCase);
        using var entry = JsonDocument.Parse(text);
        string Of(string name) => entry.RootElement.GetProperty(name).GetString()!;
        Assert.True(DateTimeOffset.TryParse(Of("@t"), CultureInfo.InvariantCulture, out var at) && at.Year > 2000, Of("@t"));
        Assert.Equal((span.TraceId.ToString(), span.SpanId.ToString()), (Of("@tr"), Of("@sp")));
        Assert.Equal(("request-1", "Warning", "AAPL"), (Of("CorrelationId"), Of("@l"), Of("Symbol")));
        Assert.Contains("AAPL", Of("@m"), StringComparison.Ordinal);
        Assert.Contains("refused", Of("@x"), StringComparison.Ordinal);
    }

    [Fact]
    public void For_people_a_line_begins_with_date_and_time() =>
        Assert.Matches(
            @"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} INF .*AAPL is served\r?\n$",
            Written(isJson: false, log => log.Information("{Symbol} is served", "AAPL"))
        );

    [Fact]
    public void An_unknown_form_stops_the_start() =>
        Assert.Contains(
            "LOG_FORMAT",
            Assert.Throws<InvalidOperationException>(() => LogExtensions.IsJson("xml")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Of_quick_good_answers_one_in_n_has_a_line()
    {
        var log = new AccessLog(oneIn: 10);
        var lines = Enumerable.Range(0, 100).Count(_ => log.LevelOf(Answer(200), 5, null) == LogEventLevel.Information);

        Assert.Equal(10, lines);
        var all = new AccessLog(oneIn: 1);
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(LogEventLevel.Information, all.LevelOf(Answer(404), 5, null)));
    }

    [Fact]
    public void Errors_and_slow_answers_always_have_a_line_and_probes_and_long_streams_do_not()
    {
        var log = new AccessLog(oneIn: 1_000_000);
        log.LevelOf(Answer(200), 5, null); // the one in a million

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(LogEventLevel.Error, log.LevelOf(Answer(503), 5, null));
            Assert.Equal(LogEventLevel.Error, log.LevelOf(Answer(200), 5, new IOException()));
            Assert.Equal(LogEventLevel.Information, log.LevelOf(Answer(200), 1_001, null));
            Assert.Equal(LogEventLevel.Debug, log.LevelOf(Answer(429), 5, null));
            Assert.Equal(LogEventLevel.Debug, log.LevelOf(Answer(200, "/health/live"), 2_000, null));
            Assert.Equal(LogEventLevel.Debug, log.LevelOf(Answer(101, "/ws/crypto"), 60_000, null));
            Assert.Equal(LogEventLevel.Debug, log.LevelOf(Answer(200, "/sse/crypto", "text/event-stream; charset=utf-8"), 60_000, null));
        }
    }

    private static DefaultHttpContext Answer(int status, string path = "/api/v1/x", string type = "application/json")
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http;
    }
}
