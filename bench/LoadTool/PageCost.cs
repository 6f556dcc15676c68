using System.Globalization;
using System.Text.Json.Nodes;

namespace InvestmentAssistant.Bench;

/// <summary>What a page costs its browser: a trace of ten seconds, in figures.</summary>
internal sealed class PageCost(Uri page)
{
    private const string Categories =
        "toplevel,blink,cc,devtools.timeline,disabled-by-default-devtools.timeline,disabled-by-default-devtools.timeline.frame,"
        + "devtools.timeline.frame";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5),
        Span = TimeSpan.FromSeconds(10);

    /// <summary>Names of events in which scripts run: a layout inside one was forced by the script.</summary>
    private static readonly HashSet<string> Scripts =
    [
        "FunctionCall",
        "EvaluateScript",
        "FireAnimationFrame",
        "EventDispatch",
        "TimerFire",
        "RunMicrotasks",
        "v8.callFunction",
    ];

    private readonly List<JsonObject> _events = [];

    public async Task<int> RunAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var browser = await Browser.StartAsync(limit.Token);
        var target = await browser.AskAsync("Target.createTarget", new() { ["url"] = page.ToString() }, null, null, limit.Token);
        var attached = await browser.AskAsync(
            "Target.attachToTarget",
            new() { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true },
            null,
            null,
            limit.Token
        );
        var session = attached["sessionId"]!.GetValue<string>();
        await Task.Delay(WarmUp, limit.Token);
        await browser.AskAsync(
            "Tracing.start",
            new() { ["categories"] = Categories, ["transferMode"] = "ReportEvents" },
            session,
            Keep,
            limit.Token
        );
        await Task.Delay(Span, limit.Token);
        await browser.AskAsync("Tracing.end", null, session, Keep, limit.Token);
        await browser.UntilAsync("Tracing.tracingComplete", Keep, limit.Token);
        Print();
        return 0;
    }

    private void Keep(JsonObject message)
    {
        if (message["method"]?.GetValue<string>() == "Tracing.dataCollected")
            _events.AddRange(message["params"]!["value"]!.AsArray().Select(e => e!.AsObject()));
    }

    private void Print()
    {
        // The renderer of the page is the one that had most to do.
        var mains = _events
            .Where(e => Name(e) == "thread_name" && e["args"]?["name"]?.GetValue<string>() == "CrRendererMain")
            .Select(Thread)
            .ToHashSet();
        var main = _events.Where(e => mains.Contains(Thread(e)) && Phase(e) == "X").GroupBy(Thread).MaxBy(g => g.Count())?.ToList() ?? [];
        var pid = main.Count > 0 ? main[0]["pid"]!.GetValue<int>() : 0;
        // The same task has two names, one a category.
        var tasks = Of(main, "RunTask") is { Count: > 0 } named ? named : Of(main, "ThreadControllerImpl::RunTask");
        var scripts = main.Where(e => Scripts.Contains(Name(e))).Select(e => (From: Start(e), To: Start(e) + Length(e))).ToList();
        var layouts = Of(main, "Layout");
        var forced = layouts.Where(l => scripts.Any(s => s.From <= Start(l) && Start(l) < s.To)).ToList();
        var drawn = _events.Count(e => Name(e) == "DrawFrame" && e["pid"]!.GetValue<int>() == pid);

        Console.WriteLine(
            $"{page}, {Span.TotalSeconds:0} s after {WarmUp.TotalSeconds:0} s to warm up; headless Chromium beside the server, "
                + $"{Environment.ProcessorCount} cores"
        );
        Row("frames drawn", drawn.ToString(CultureInfo.InvariantCulture));
        Row("animation frames of scripts", Of(main, "FireAnimationFrame").Count.ToString(CultureInfo.InvariantCulture));
        Row("layouts", $"{layouts.Count}, {Ms(layouts)}");
        Row("of them forced by a script", $"{forced.Count}, {Ms(forced)}");
        Row("style recalculations", $"{Of(main, "UpdateLayoutTree").Count}, {Ms(Of(main, "UpdateLayoutTree"))}");
        Row(
            "tasks over 50 ms",
            $"{tasks.Count(t => Length(t) > 50_000)}, longest {tasks.Select(Length).DefaultIfEmpty().Max() / 1000:0} ms"
        );
        Row("main thread busy", $"{tasks.Sum(Length) / 1000 / Span.TotalMilliseconds * 100:0.0} %");

        static void Row(string name, string figure) => Console.WriteLine($"{name, -28} {figure}");
        static string Ms(IEnumerable<JsonObject> events) => $"{events.Sum(Length) / 1000:0} ms";
    }

    private static List<JsonObject> Of(IEnumerable<JsonObject> events, params string[] names) =>
        [.. events.Where(e => names.Contains(Name(e)))];

    private static string Name(JsonObject e) => e["name"]!.GetValue<string>();

    private static string Phase(JsonObject e) => e["ph"]!.GetValue<string>();

    private static (int Pid, int Tid) Thread(JsonObject e) => (e["pid"]!.GetValue<int>(), e["tid"]!.GetValue<int>());

    /// <summary>Microseconds.</summary>
    private static double Start(JsonObject e) => e["ts"]!.GetValue<double>();

    private static double Length(JsonObject e) => e["dur"]?.GetValue<double>() ?? 0;
}
