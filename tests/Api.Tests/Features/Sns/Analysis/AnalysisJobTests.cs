using InvestmentAssistant.Api.Domain;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>The job over a database of this class alone, with bars in the market's own store and a clock that the test turns.</summary>
public sealed class AnalysisJobTests(LocalServices services) : IAsyncLifetime
{
    private sealed class Board(string name, params Instrument[] instruments) : IInstrumentSource
    {
        string IInstrumentSource.Board => name;

        public bool IsEmpty { get; set; }

        public Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Instrument>>(IsEmpty ? [] : instruments);
    }

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 24, 15, 5));
    private readonly Board _stocks = new(
        "sp500",
        new Instrument("sp500", "TSLA", "Tesla, Inc.", null, null, 1),
        new Instrument("sp500", "AAPL", "Apple Inc.", null, null, 1)
    );
    private readonly Board _coins = new("crypto", new Instrument("crypto", "KRW-BTC", "Bitcoin", "비트코인", null, 1));
    private ServiceProvider _provider = null!;
    private int _ids;

    private IDocumentStore Documents => _provider.GetRequiredService<IDocumentStore>();

    private IMarketStore Market => _provider.GetRequiredService<IMarketStore>();

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddMarketTime(configuration)
                    .AddPersistence(configuration, [new SnsFeature()])
                    .AddMarketStore()
                    .AddSingleton<IClock>(_clock)
                    .AddSingleton<AnalysisStore>()
                    .AddSingleton<PostMinutes>()
                    .AddSingleton<PostBarStore>()
                    .AddSingleton<PostMinuteKeeper>()
                    .AddSingleton<ListedNames>()
                    .AddSingleton<MarketDataReader>()
                    .AddSingleton<PriceFinder>()
                    .AddSingleton<EventStudy>()
                    .AddSingleton(new AssetMatcher(new SocialAccounts(Options.Create(new SnsOptions()))))
                    .AddSingleton<IInstrumentSource>(_stocks)
                    .AddSingleton<IInstrumentSource>(new Board("etf"))
                    .AddSingleton<IInstrumentSource>(_coins)
        );
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private Task<JobOutcome> RunAsync() => ActivatorUtilities.CreateInstance<AnalysisJob>(_provider).RunAsync(new JobContext(_ => { }), Ct);

    private async Task<string> PostAsync(
        Instant at,
        string text,
        string source = SocialSource.X,
        string? id = null,
        string author = "somebody"
    )
    {
        id ??= $"{1000 + _ids++}";
        await new PostStore(Documents, _clock).WriteAsync(
            source,
            [
                new SocialPost
                {
                    Id = SocialPost.IdOf(source, id),
                    Source = source,
                    PostId = id,
                    LatestId = id,
                    Author = author,
                    Text = text,
                    CreatedAt = at,
                    IsListed = true,
                },
            ],
            null,
            Ct
        );
        return SocialPost.IdOf(source, id);
    }

    private async Task<IReadOnlyList<PostAnalysis>> AllAsync()
    {
        await using var session = Documents.QuerySession();
        return await session.Query<PostAnalysis>().OrderBy(a => a.PostedAt).ThenBy(a => a.Id).ToListAsync(Ct);
    }

    private async Task<PostAnalysis?> FindAsync(string id)
    {
        await using var session = Documents.QuerySession();
        return await session.LoadAsync<PostAnalysis>(id, Ct);
    }

    private Task<int> MinutesAsync(string market, Instant from, int count, decimal price) =>
        Market.WriteTradesAsync(
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new Trade(market, from + Duration.FromMinutes(i) + Duration.FromSeconds(10), price, 2)),
            ],
            Ct
        );

    private static Instant At(int hour, int minute) => Instant.FromUtc(2026, 11, 24, hour, minute);

    [Fact]
    public async Task Each_figure_is_made_when_it_falls_due()
    {
        await MinutesAsync("KRW-BTC", At(14, 0), 65, 100);
        var id = await PostAsync(At(15, 0), "비트코인 급등! 🚀");
        await RunAsync();
        var pending = (await FindAsync(id))!;
        Assert.Equal(
            (AnalysisStatus.Pending, "positive", "BTC"),
            (pending.Status, pending.Sentiment.Label, pending.Assets.Single().Symbol)
        );
        Assert.Equal((100m, At(15, 0)), (pending.Impacts[0].Base.Price, pending.Impacts[0].Base.PriceAt));
        Assert.Equal(At(16, 2), pending.NextLookAt);

        await MinutesAsync("KRW-BTC", At(15, 5), 55, 104);
        _clock.Reset(At(16, 1));
        Assert.Equal(0, (await RunAsync()).Rows); // not due yet
        _clock.Reset(At(16, 3));
        Assert.Equal(1, (await RunAsync()).Rows);
        var partial = (await FindAsync(id))!;
        Assert.Equal(AnalysisStatus.Partial, partial.Status);
        Assert.Equal((FigureStatus.Done, 4.00m), (partial.Impacts[0].Horizons[0].Point.Status, partial.Impacts[0].Horizons[0].Change));
        Assert.Equal(FigureStatus.Pending, partial.Impacts[0].Horizons[1].Point.Status);
        Assert.Equal(
            (120m, 120m, 0m),
            (partial.Impacts[0].Volume.Before, partial.Impacts[0].Volume.After, partial.Impacts[0].Volume.ChangePercent)
        );

        await MinutesAsync("KRW-BTC", At(15, 0) + Duration.FromMinutes(719), 1, 90);
        await MinutesAsync("KRW-BTC", At(15, 0) + Duration.FromMinutes(1439), 1, 125);
        _clock.Reset(At(15, 0) + Duration.FromHours(25));
        await RunAsync();
        var complete = (await FindAsync(id))!;
        Assert.Equal(AnalysisStatus.Complete, complete.Status);
        Assert.Equal([4.00m, -10.00m, 25.00m], complete.Impacts[0].Horizons.Select(h => h.Change));
        Assert.Null(complete.NextLookAt);
        Assert.Equal(pending.CreatedAt, complete.CreatedAt);
    }

    [Fact]
    public async Task Running_twice_and_after_a_kill_ends_the_same()
    {
        await MinutesAsync("TSLA", At(14, 30), 30, 100);
        await MinutesAsync("AAPL", At(14, 30), 30, 200);
        for (var i = 0; i < 20; i++)
            await PostAsync(
                At(14, 40) + Duration.FromMinutes(i),
                i % 3 == 0 ? "$TSLA and Apple"
                    : i % 3 == 1 ? "Tesla is great"
                    : "Good morning"
            );
        await RunAsync();
        var once = await AllAsync();
        Assert.Equal((20, 14, 6), (once.Count, once.Count(a => a.Assets.Count > 0), once.Count(a => a.Status == AnalysisStatus.NoAssets)));
        Assert.Equal(0, (await RunAsync()).Rows);

        // As a process leaves it that was killed when all texts were read and half of the prices were looked at.
        await using (var session = Documents.LightweightSession())
        {
            foreach (var analysis in once.Where(a => a.Assets.Count > 0).Take(7))
                session.Store(analysis with { Impacts = [], Status = AnalysisStatus.Pending, NextLookAt = _clock.GetCurrentInstant() });
            session.Delete(once[^1]);
            await session.SaveChangesAsync(Ct);
        }
        await RunAsync();
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(once.Select(Plain)),
            System.Text.Json.JsonSerializer.Serialize((await AllAsync()).Select(Plain))
        );
    }

    private static object Plain(PostAnalysis a) =>
        new
        {
            a.Id,
            a.Status,
            a.Fingerprint,
            Next = a.NextLookAt.ToString(),
            a.Sentiment,
            a.Assets,
            Impacts = a.Impacts.Select(i => new
            {
                i.Symbol,
                i.Base.Price,
                At = i.Base.PriceAt.ToString(),
                Horizons = i.Horizons.Select(h => new
                {
                    h.Name,
                    h.Point.Status,
                    Due = h.Point.DueAt.ToString(),
                    h.Change,
                }),
            }),
        };

    [Fact]
    public async Task An_edited_text_is_read_again_and_known_prices_stay()
    {
        await MinutesAsync("TSLA", At(14, 30), 30, 100);
        var id = await PostAsync(At(14, 50), "Tesla is great", id: "77");
        await RunAsync();
        var first = (await FindAsync(id))!;
        Assert.Equal(("positive", 100m), (first.Sentiment.Label, first.Impacts.Single().Base.Price));

        await PostAsync(At(14, 50), "Tesla and $AAPL are terrible", id: "77");
        await RunAsync();
        var second = (await FindAsync(id))!;
        Assert.Equal(("negative", "AAPL TSLA"), (second.Sentiment.Label, string.Join(' ', second.Assets.Select(a => a.Symbol))));
        Assert.Equal(first.Impacts[0].Base, second.Impacts.Single(i => i.Symbol == "TSLA").Base);
        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task A_post_of_both_Truth_Social_sources_is_analysed_once()
    {
        await PostAsync(At(14, 50), "Tesla", SocialSource.TruthTrends, "5");
        await PostAsync(At(14, 50), "Tesla", SocialSource.TruthPosts, "5");
        await PostAsync(At(14, 50), "Tesla", SocialSource.X, "5"); // another network's number
        await RunAsync();
        await RunAsync();
        Assert.Equal(2, (await AllAsync()).Count);
        await PostAsync(At(14, 50), "Tesla", SocialSource.TruthTrends, "5");
        Assert.Equal(0, (await RunAsync()).Rows);
    }

    [Fact]
    public async Task A_board_that_comes_later_lets_posts_be_read_again()
    {
        _coins.IsEmpty = _stocks.IsEmpty = true;
        Assert.False((await RunAsync()).Complete);
        _stocks.IsEmpty = false;
        var id = await PostAsync(At(14, 50), "Tesla and Bitcoin");
        await RunAsync();
        Assert.Equal("TSLA", (await FindAsync(id))!.Assets.Single().Symbol);
        _coins.IsEmpty = false;
        await RunAsync();
        Assert.Equal(["TSLA", "BTC"], (await FindAsync(id))!.Assets.Select(a => a.Symbol));
    }

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

        _clock.AdvanceMinutes(2);
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
        var held = await Market.ReadBarsAsync("KRW-BTC", BarResolution.Hour, asked[0].From, _clock.GetCurrentInstant(), Ct);
        Assert.All(held.Zip(held.Skip(1)), pair => Assert.Equal(Duration.FromHours(1), pair.Second.Start - pair.First.Start));
        Assert.Equal((1000m, 2000m, At(14, 0)), (held[0].Close, held[^1].Close, held[^1].Start));
    }

    private TestHours Past(List<(string Market, Instant From, Instant To)> asked, BarResolution counted = BarResolution.Hour) =>
        new(
            asked,
            counted,
            _provider.GetRequiredService<AnalysisStore>(),
            Market,
            _provider.GetRequiredService<PostMinutes>(),
            _provider.GetRequiredService<PostBarStore>(),
            _clock
        );

    private async Task<MarketDataView> MarketAsync(string id, string symbol) =>
        (await _provider.GetRequiredService<MarketDataReader>().ReadAsync((await FindAsync(id))!, Ct))[symbol];

    [Fact]
    public async Task W2_the_minutes_around_a_post_outlive_those_of_the_market()
    {
        await MinutesAsync("KRW-BTC", At(7, 0), 8 * 60, 100);
        var id = await PostAsync(At(8, 0) + Duration.FromSeconds(30), "비트코인");
        await RunAsync();
        // the post's hours are not over
        Assert.Empty(await _provider.GetRequiredService<PostBarStore>().LoadAsync([(await FindAsync(id))!], Ct));

        _clock.Reset(At(20, 10));
        await RunAsync();
        await using (var command = _provider.GetRequiredService<Npgsql.NpgsqlDataSource>().CreateCommand("truncate market.bars"))
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
