using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>Prices around posts: hours of the past, and minutes that outlive those of the market.</summary>
public sealed class PastPricesJobTests(LocalServices services) : AnalysisJobTestBase(services)
{
    [Fact]
    public async Task Hours_of_the_past_are_fetched_for_assets_of_old_posts_only_and_then_found()
    {
        var asked = new List<(string Market, Instant From, Instant To)>();
        var old = At(12, 0) - Duration.FromDays(60);
        var id = await PostAsync(old, "Bitcoin");
        await PostAsync(At(12, 0), "Tesla");
        await RunAsync();
        Assert.Equal(FigureStatus.NoData, (await FindAsync(id))!.Impacts[0].Base.Status);

        var job = Past(asked);
        var outcome = await job.RunAsync(new JobContext(_ => { }), Ct);
        Assert.True(outcome is { Rows: > 1000, Complete: true });
        Assert.Equal("KRW-BTC", asked.Single().Market);
        Assert.True(asked[0].From < old && asked[0].To == At(15, 0)); // nothing is held yet, so up to the last whole hour

        Clock.AdvanceMinutes(2);
        await RunAsync();
        var found = (await FindAsync(id))!;
        Assert.Equal((AnalysisStatus.Complete, 60), (found.Status, found.Impacts[0].Base.BarMinutes!.Value));
        Assert.All(found.Impacts[0].Horizons, h => Assert.Equal(0m, h.Change));
        Assert.Equal(0, (await job.RunAsync(new JobContext(_ => { }), Ct)).Rows);
        Assert.Single(asked);
    }

    [Fact]
    public async Task Hours_of_the_past_reach_up_to_those_of_the_charts_without_a_hole()
    {
        var charted = At(15, 0) - Duration.FromDays(31);
        await Market.WriteHistoryBarsAsync(
            BarResolution.Hour,
            [.. Enumerable.Range(0, 31 * 24).Select(i => new Bar("KRW-BTC", charted + Duration.FromHours(i), 2000, 2000, 2000, 2000, 5))],
            Ct
        );
        await PostAsync(At(12, 0) - Duration.FromDays(60), "Bitcoin");
        await RunAsync();
        var asked = new List<(string Market, Instant From, Instant To)>();
        await Past(asked).RunAsync(new JobContext(_ => { }), Ct);

        Assert.Equal(charted, asked.Single().To);
        var held = await Market.ReadBarsAsync("KRW-BTC", BarResolution.Hour, asked[0].From, Clock.GetCurrentInstant(), Ct);
        Assert.All(held.Zip(held.Skip(1)), pair => Assert.Equal(Duration.FromHours(1), pair.Second.Start - pair.First.Start));
        Assert.Equal((1000m, 2000m, At(14, 0)), (held[0].Close, held[^1].Close, held[^1].Start));
    }

    private TestHours Past(List<(string Market, Instant From, Instant To)> asked, BarResolution counted = BarResolution.Hour) =>
        new(
            asked,
            counted,
            Provider.GetRequiredService<AnalysisStore>(),
            Market,
            Provider.GetRequiredService<PostMinutes>(),
            Provider.GetRequiredService<PostBarStore>(),
            Clock
        );

    private async Task<MarketDataView> MarketAsync(string id, string symbol) =>
        (await Provider.GetRequiredService<MarketDataReader>().ReadAsync((await FindAsync(id))!, Ct))[symbol];

    [Fact]
    public async Task W2_the_minutes_around_a_post_outlive_those_of_the_market()
    {
        await MinutesAsync("KRW-BTC", At(7, 0), 8 * 60, 100);
        var id = await PostAsync(At(8, 0) + Duration.FromSeconds(30), "비트코인");
        await RunAsync();
        // the post's hours are not over
        Assert.Empty(await Provider.GetRequiredService<PostBarStore>().LoadAsync([(await FindAsync(id))!], Ct));

        Clock.Reset(At(20, 10));
        await RunAsync();
        await using (var command = Provider.GetRequiredService<Npgsql.NpgsqlDataSource>().CreateCommand("truncate market.bars"))
            await command.ExecuteNonQueryAsync(Ct);

        var market = await MarketAsync(id, "BTC");
        Assert.Equal((480, 1), (market.PriceTimeline.Count, market.AssetInfo.BarMinutes!.Value));
        Assert.Equal((At(7, 0), At(14, 59)), (market.PriceTimeline[0].Timestamp, market.PriceTimeline[^1].Timestamp));
        Assert.All(market.PriceTimeline.Zip(market.PriceTimeline.Skip(1)), pair =>
            Assert.Equal(Duration.FromMinutes(1), pair.Second.Timestamp - pair.First.Timestamp)
        );
        Assert.Contains(market.PriceTimeline, b => b.Timestamp == At(8, 0)); // the minute of the post
        Assert.Empty(market.WiderTimeline.Bars);
    }

    [Fact]
    public async Task W2_minutes_of_posts_from_before_our_own_are_fetched_once_and_coarser_bars_never_stand_among_them()
    {
        var old = At(12, 0) - Duration.FromDays(60);
        var id = await PostAsync(old, "Bitcoin");
        await RunAsync();
        await Past([]).RunAsync(new JobContext(_ => { }), Ct);
        Assert.Empty((await MarketAsync(id, "BTC")).PriceTimeline); // the provider had hours only
        Assert.Equal(60, (await MarketAsync(id, "BTC")).WiderTimeline.BarMinutes);

        var second = await PostAsync(old + Duration.FromHours(1), "Bitcoin again");
        await RunAsync();
        var asked = new List<(string Market, Instant From, Instant To)>();
        await Past(asked, BarResolution.Minute).RunAsync(new JobContext(_ => { }), Ct);
        Assert.Single(asked);
        Assert.Equal(500, (await MarketAsync(second, "BTC")).PriceTimeline.Count);
        await Past(asked, BarResolution.Minute).RunAsync(new JobContext(_ => { }), Ct);
        Assert.Single(asked);
    }

    /// <summary>A provider that has every bar of one length at 1,000.</summary>
    private sealed class TestHours(
        List<(string Market, Instant From, Instant To)> asked,
        BarResolution counted,
        AnalysisStore analyses,
        IMarketStore store,
        PostMinutes minutes,
        PostBarStore kept,
        IClock clock
    ) : PastHoursJob(analyses, store, minutes, kept, Options.Create(new SnsOptions()), clock)
    {
        public override DataSetDescription Description => new("test-hours", "own", "", "0 0 0 * * ?", Duration.FromHours(1));

        protected override IReadOnlyList<string> Boards => ["crypto"];

        protected override Task<(IReadOnlyList<Bar> Bars, int Dropped)> FetchAsync(
            string market,
            BarResolution size,
            Instant from,
            Instant to,
            CancellationToken ct
        )
        {
            if (size != counted)
                return Task.FromResult<(IReadOnlyList<Bar>, int)>(([], 0));
            asked.Add((market, from, to));
            var bars = new List<Bar>();
            var length = (int)size * 60;
            for (
                var at = Instant.FromUnixTimeSeconds(from.ToUnixTimeSeconds() / length * length);
                at < to;
                at += Duration.FromSeconds(length)
            )
                bars.Add(new Bar(market, at, 1000, 1000, 1000, 1000, 5));
            return Task.FromResult<(IReadOnlyList<Bar>, int)>((bars, 0));
        }
    }
}
