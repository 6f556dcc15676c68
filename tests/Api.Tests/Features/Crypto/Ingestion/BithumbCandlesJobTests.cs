using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Crypto.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.MarketSimulator;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.Crypto.Ingestion;

public sealed class BithumbCandlesJobTests
{
    [Fact]
    public async Task A_year_of_seoul_days_and_whole_intraday_bars_are_fetched_once()
    {
        // 00:30:30 in Seoul on 17 July.
        var clock = new FakeClock(Instant.FromUtc(2025, 7, 16, 15, 30, 30));
        await using var exchange = await SimulatorHost.Create(new SimulatorOptions { Live = false }, clock);
        using var http = new HttpClient { BaseAddress = exchange.BithumbRest };
        var store = new MemoryStore();
        var job = new BithumbCandlesJob(
            new BithumbClient(http),
            [new FixedInstruments("crypto", "KRW-BTC")],
            store,
            new FixedOptions(new ProviderOptions()),
            clock,
            TimeProvider.System
        );

        var outcome = await job.RunAsync(new JobContext(_ => { }), Ct);

        Assert.True(outcome.Complete);
        Assert.Equal(0, outcome.Dropped);
        var days = await store.ReadDayBarsAsync("KRW-BTC", new LocalDate(2020, 1, 1), new LocalDate(2030, 1, 1), Ct);
        Assert.Equal(366, days.Count);
        Assert.Equal((new LocalDate(2024, 7, 16), new LocalDate(2025, 7, 16)), (days[0].Date, days[^1].Date));
        foreach (
            var (size, hours) in new[] { (BarResolution.Minute, 25), (BarResolution.QuarterHour, 8 * 24), (BarResolution.Hour, 31 * 24) }
        )
        {
            var bars = await store.ReadBarsAsync("KRW-BTC", size, Instant.MinValue, Instant.MaxValue, Ct);
            Assert.Equal(hours * 60 / (int)size, bars.Count);
            Assert.True(bars[^1].Start + Duration.FromMinutes((int)size) <= clock.GetCurrentInstant());
        }

        var calls = exchange.Stats.Requests.Values.Sum();
        var again = await job.RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal(0, again.Rows);
        Assert.Equal(calls, exchange.Stats.Requests.Values.Sum());
    }
}
