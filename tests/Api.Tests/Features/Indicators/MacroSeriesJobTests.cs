using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.Indicators;
using InvestmentAssistant.Api.Features.Indicators.Documents;
using InvestmentAssistant.Api.Features.Indicators.Ingestion;
using InvestmentAssistant.Api.Features.Indicators.TreasuryYield;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.Indicators;

/// <summary>The jobs over a database of this class alone and replies the test makes up.</summary>
public sealed class MacroSeriesJobTests(LocalServices services) : IAsyncLifetime
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2024, 3, 14, 15, 5));
    private readonly List<string> _asked = [];
    private ServiceProvider _provider = null!;

    private IDocumentStore Documents => _provider.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) => collection.AddPersistence(configuration, [new IndicatorsFeature()]).AddSingleton<IClock>(_clock)
        );
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static string Reply(params (string Date, string Value)[] rows) =>
        $$"""{"name":"n","interval":"monthly","unit":"u","data":[{{string.Join(',', rows.Select(r => $$"""{"date":"{{r.Date}}","value":"{{r.Value}}"}"""))}}]}""";

    private Task<JobOutcome> RunAsync(string dataSet, Func<string, string> answer, bool byHand = false, int callsPerDay = 0)
    {
        var http = Samples.Answering(path => (System.Net.HttpStatusCode.OK, answer(path)), _asked);
        var job = new MacroSeriesJob(
            MacroDataSet.All.First(d => d.Description.Name == dataSet),
            new AlphaVantageClient(http),
            new SeriesStore(Documents, _clock),
            new FixedOptions(new ProviderOptions { CallsPerDay = callsPerDay }),
            _clock,
            NullLogger<MacroSeriesJob>.Instance
        );
        return job.RunAsync(new JobContext(_ => { }, byHand), Ct);
    }

    private async Task<IReadOnlyList<Observation>> HeldAsync(string series)
    {
        await using var session = Documents.QuerySession();
        return await session.Query<Observation>().Where(o => o.Series == series).OrderBy(o => o.Date).ToListAsync(Ct);
    }

    private static string JanuaryAndFebruary(string _) => Reply(("2024-02-01", "310.326"), ("2024-01-01", "308.417"));

    [Fact]
    public async Task Running_twice_writes_nothing_twice()
    {
        Assert.Equal(2, (await RunAsync("macro-cpi", JanuaryAndFebruary, byHand: true)).Rows);
        var first = await HeldAsync("cpi");
        _clock.AdvanceDays(1);
        Assert.Equal(0, (await RunAsync("macro-cpi", JanuaryAndFebruary, byHand: true)).Rows);
        Assert.Equal(first, await HeldAsync("cpi"));
        Assert.Equal([308.417m, 310.326m], first.Select(o => o.Value));
    }

    [Fact]
    public async Task A_revision_replaces_the_value_and_says_when()
    {
        await RunAsync("macro-cpi", JanuaryAndFebruary, byHand: true);
        var created = _clock.GetCurrentInstant();
        _clock.AdvanceDays(1);
        Assert.Equal(1, (await RunAsync("macro-cpi", _ => Reply(("2024-02-01", "310.4"), ("2024-01-01", "308.417")), byHand: true)).Rows);
        var held = await HeldAsync("cpi");
        Assert.Equal((310.4m, created, _clock.GetCurrentInstant()), (held[1].Value, held[1].CreatedAt, held[1].UpdatedAt));
        Assert.Equal((created, created), (held[0].CreatedAt, held[0].UpdatedAt));
    }

    [Fact]
    public async Task What_a_later_reply_leaves_out_or_marks_missing_is_kept()
    {
        await RunAsync("macro-cpi", JanuaryAndFebruary, byHand: true);
        await RunAsync("macro-cpi", _ => Reply(("2024-03-01", "312.332"), ("2024-02-01", ".")), byHand: true);
        Assert.Equal([308.417m, 310.326m, 312.332m], (await HeldAsync("cpi")).Select(o => o.Value));
    }

    [Theory]
    [InlineData("""{"Error Message":"Invalid API call."}""", ProviderFailure.Rejected)]
    [InlineData("""{"data":[]}""", ProviderFailure.BadReply)]
    [InlineData("{}", ProviderFailure.BadReply)]
    public async Task A_failure_inside_a_200_ends_the_run_and_loses_nothing(string reply, ProviderFailure kind)
    {
        await RunAsync("macro-cpi", JanuaryAndFebruary, byHand: true);
        var failure = await Assert.ThrowsAsync<ProviderException>(() => RunAsync("macro-cpi", _ => reply, byHand: true));
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(2, (await HeldAsync("cpi")).Count);
    }

    [Fact]
    public async Task P3_a_day_limit_at_the_first_call_is_a_stop_without_work()
    {
        await RunAsync("macro-cpi", JanuaryAndFebruary, byHand: true);
        var outcome = await RunAsync("macro-cpi", _ => Samples.Text("AlphaVantage", "error-daily-limit-information.json"), byHand: true);
        Assert.Equal((true, 0, 0, 1), (outcome.IsLimited, outcome.Rows, outcome.Answered, outcome.Left));
        Assert.Equal(2, (await HeldAsync("cpi")).Count);
    }

    [Fact]
    public async Task The_provider_is_asked_only_when_something_new_can_be_out()
    {
        await RunAsync("macro-cpi", JanuaryAndFebruary);
        Assert.Single(_asked);
        _clock.AdvanceDays(1);
        Assert.Equal(0, (await RunAsync("macro-cpi", JanuaryAndFebruary)).Rows);
        Assert.Single(_asked);
        _clock.Reset(Instant.FromUtc(2024, 3, 21, 15, 5)); // a week: revisions
        await RunAsync("macro-cpi", JanuaryAndFebruary);
        Assert.Equal(2, _asked.Count);
        _clock.Reset(Instant.FromUtc(2024, 4, 9, 15, 5));
        await RunAsync("macro-cpi", JanuaryAndFebruary);
        _clock.Reset(Instant.FromUtc(2024, 4, 10, 15, 5)); // March can be out
        await RunAsync("macro-cpi", JanuaryAndFebruary);
        Assert.Equal(4, _asked.Count);
    }

    [Fact]
    public async Task A_budget_that_ends_in_the_middle_keeps_what_came_and_the_next_run_asks_for_the_rest()
    {
        var calls = 0;
        var part = await RunAsync("macro-treasury-yield", _ =>
            ++calls <= 2 ? Reply(("2024-02-01", "4.21")) : """{"Information":"25 requests per day"}"""
        );
        Assert.Equal((2, false), (part.Rows, part.Complete));
        _asked.Clear();
        var rest = await RunAsync("macro-treasury-yield", _ => Reply(("2024-02-01", "4.21")));
        Assert.Equal((10, true, 10), (rest.Rows, rest.Complete, _asked.Count));
        Assert.DoesNotContain(_asked.Take(4), a =>
            a.Contains("maturity=3month", StringComparison.Ordinal) || a.Contains("maturity=2year", StringComparison.Ordinal)
        );
        foreach (var maturity in new[] { "3month", "2year", "5year", "7year", "10year", "30year" })
            Assert.Equal(4.21m, Assert.Single(await HeldAsync("treasury_" + maturity)).Value);
    }

    [Fact]
    public async Task A_maturity_that_is_refused_does_not_keep_the_others_away()
    {
        var outcome = await RunAsync("macro-treasury-yield", path =>
            path.Contains("maturity=5year", StringComparison.Ordinal)
                ? """{"Error Message":"Invalid API call."}"""
                : Reply(("2024-02-01", "4.21"))
        );
        Assert.Equal((10, false), (outcome.Rows, outcome.Complete));
        Assert.Empty(await HeldAsync("treasury_5year"));
    }

    private static string Yesterday(string path) =>
        path.Contains("interval=daily", StringComparison.Ordinal)
            ? Reply(("2024-03-13", "4.19"), ("2024-03-12", "."), ("2024-03-11", "4.10"), ("2019-03-11", "2.64"))
            : Reply(("2024-02-01", "4.21"));

    [Fact]
    public async Task N10_days_stand_beside_months_and_are_asked_for_each_weekday()
    {
        Assert.Equal((6 + (6 * 2), 12), ((await RunAsync("macro-treasury-yield", Yesterday)).Rows, _asked.Count));
        Assert.Equal(
            ["2024-03-11", "2024-03-13"],
            (await HeldAsync("treasury_10year_daily")).Select(o => NodaTime.Text.LocalDatePattern.Iso.Format(o.Date))
        );
        _asked.Clear();
        await RunAsync("macro-treasury-yield", Yesterday);
        Assert.Empty(_asked);
        _clock.AdvanceDays(1);
        await RunAsync("macro-treasury-yield", Yesterday);
        Assert.Equal(6, _asked.Count(a => a.Contains("interval=daily", StringComparison.Ordinal)));
        _clock.Reset(Instant.FromUtc(2024, 3, 16, 15, 5)); // Saturday: Friday can be out; Sunday: nothing more can
        await RunAsync("macro-treasury-yield", path => Yesterday(path).Replace("2024-03-13", "2024-03-15", StringComparison.Ordinal));
        _asked.Clear();
        _clock.Reset(Instant.FromUtc(2024, 3, 17, 15, 5));
        await RunAsync("macro-treasury-yield", Yesterday);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task N10_a_plan_with_few_calls_takes_two_days_series_a_run_in_turns()
    {
        await RunAsync("macro-treasury-yield", Yesterday, callsPerDay: 25);
        Assert.Equal(["10year", "2year"], Days());
        _clock.AdvanceDays(1);
        await RunAsync("macro-treasury-yield", Yesterday, callsPerDay: 25);
        Assert.Equal(["30year", "3month"], Days());

        IEnumerable<string> Days()
        {
            var days = _asked
                .Where(a => a.Contains("interval=daily", StringComparison.Ordinal))
                .Select(a =>
                    Maturity
                        .All.Single(m =>
                            a.Contains($"maturity={m.Name}&", StringComparison.Ordinal)
                            || a.EndsWith($"maturity={m.Name}", StringComparison.Ordinal)
                        )
                        .Name
                )
                .ToList();
            _asked.Clear();
            return days;
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_while_it_writes_has_changed_nothing_and_its_repetition_ends_the_same()
    {
        using var killed = new CancellationTokenSource();
        var store = new SeriesStore(Documents, _clock);
        using var json = System.Text.Json.JsonDocument.Parse(JanuaryAndFebruary(""));
        var reply = SeriesReply.Read(json.RootElement, Api.Features.Indicators.Series.MacroSeries.Cpi, new LocalDate(2024, 3, 14));
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.WriteAsync(Api.Features.Indicators.Series.MacroSeries.Cpi, reply, killed.Token)
        );
        Assert.Empty(await HeldAsync("cpi"));
        await RunAsync("macro-cpi", JanuaryAndFebruary);
        Assert.Equal(2, (await HeldAsync("cpi")).Count);
    }
}
