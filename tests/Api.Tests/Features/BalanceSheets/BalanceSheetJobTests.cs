using System.Net;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.BalanceSheets.Ingestion;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.BalanceSheets;

/// <summary>The job over a database of this class alone and replies the test makes up.</summary>
public sealed class BalanceSheetJobTests(LocalServices services) : IAsyncLifetime
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 3, 2, 4, 30));
    private readonly List<string> _asked = [];
    private readonly AnswerCache _cache = new(TimeProvider.System);
    private ServiceProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddPersistence(configuration, [])
                    .AddItemRotation()
                    .AddFundamentals()
                    .AddSingleton<IClock>(_clock)
                    .Configure<ProviderOptions>(AlphaVantageClient.Provider, o => o.CallsPerDay = 25)
        );
    }

    public async ValueTask DisposeAsync()
    {
        _cache.Dispose();
        await _provider.DisposeAsync();
    }

    private Task<JobOutcome> RunAsync(Func<string, string> answer, bool byHand = false, params string[] companies)
    {
        var http = Samples.Answering(path => (HttpStatusCode.OK, answer(path)), _asked);
        var directory = new InstrumentDirectory([new Companies(companies is [] ? ["AAPL", "BRK.B"] : companies)], _cache);
        return new BalanceSheetJob(new AlphaVantageClient(http), directory, _provider.GetRequiredService<ItemRotation>(), _clock).RunAsync(
            new JobContext(_ => { }, byHand),
            Ct
        );
    }

    private async Task<IReadOnlyList<BalanceSheet>> HeldAsync()
    {
        await using var session = _provider.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<BalanceSheet>().OrderBy(s => s.Id).ToListAsync(Ct);
    }

    private static string Reply(string assets) =>
        $$"""
            {"annualReports":[{"fiscalDateEnding":"2025-12-31","reportedCurrency":"USD","totalAssets":"{{assets}}","goodwill":"7"}],
             "quarterlyReports":[{"fiscalDateEnding":"2025-12-31","reportedCurrency":"USD","totalAssets":"{{assets}}","goodwill":"7"},
                                 {"fiscalDateEnding":"2025-09-30","reportedCurrency":"USD","totalAssets":"90","inventory":"None","goodwill":"7"}]}
            """;

    [Fact]
    public async Task Running_twice_writes_nothing_twice()
    {
        Assert.Equal((4, true), ((await RunAsync(_ => Reply("100"))).Rows, true));
        var first = await HeldAsync();
        Assert.Equal(["AAPL/2025-09-30", "AAPL/2025-12-31", "BRK.B/2025-09-30", "BRK.B/2025-12-31"], first.Select(s => s.Id));
        _clock.AdvanceDays(1);
        Assert.Equal(0, (await RunAsync(_ => Reply("100"), byHand: true)).Rows);
        Assert.All(first.Zip(await HeldAsync()), p =>
            Assert.True(p.First.SaysTheSameAs(p.Second) && p.First.FetchedAt == p.Second.FetchedAt)
        );
        Assert.Equal(4, _asked.Count);
    }

    [Fact]
    public async Task A_restatement_replaces_the_sheet_and_nothing_else()
    {
        await RunAsync(_ => Reply("100"));
        _clock.AdvanceDays(7);
        Assert.Equal(1, (await RunAsync(path => Reply(path.Contains("AAPL", StringComparison.Ordinal) ? "101" : "100"))).Rows);
        var held = await HeldAsync();
        Assert.Equal([90m, 101m, 90m, 100m], held.Select(s => s.TotalAssets!.Value));
        Assert.Equal(_clock.GetCurrentInstant(), held[1].FetchedAt);
    }

    [Fact]
    public async Task Share_classes_are_asked_for_as_the_provider_writes_them()
    {
        await RunAsync(_ => Reply("100"));
        Assert.Contains(_asked, a => a.Contains("function=BALANCE_SHEET&symbol=BRK-B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_inside_a_200_ends_the_run_and_is_never_data()
    {
        var cut = await RunAsync(_ => Samples.Text("AlphaVantage", "error-daily-limit-information.json"));
        Assert.Equal((true, 0, 0), (cut.IsLimited, cut.Rows, cut.Answered));
        Assert.Empty(await HeldAsync());
    }

    [Fact]
    public async Task A_company_that_the_provider_does_not_know_is_noted_and_not_stored()
    {
        var outcome = await RunAsync(path => path.Contains("AAPL", StringComparison.Ordinal) ? "{}" : Reply("100"));
        Assert.Equal(2, outcome.Rows);
        Assert.NotNull(outcome.Note);
    }

    [Fact]
    public async Task A_free_key_takes_five_companies_a_day_and_comes_to_all_of_them()
    {
        string[] companies = [.. Enumerable.Range(0, 12).Select(n => $"C{(char)('A' + n)}")];
        for (var day = 0; day < 3; day++)
        {
            await RunAsync(_ => Reply("100"), companies: companies);
            Assert.Equal(Math.Min(12, 5 * (day + 1)), _asked.Distinct().Count());
            _clock.AdvanceDays(1);
        }
        Assert.Equal(12, _asked.Count);
        Assert.Equal(24, (await HeldAsync()).Count);
    }

    private sealed class Companies(string[] symbols) : IInstrumentSource
    {
        public string Board => "sp500";

        public Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Instrument>>([.. symbols.Select(s => new Instrument(Board, s, s, null, null, 1))]);
    }
}
