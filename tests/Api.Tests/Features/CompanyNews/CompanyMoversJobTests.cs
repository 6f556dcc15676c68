using InvestmentAssistant.Api.Features.CompanyNews;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Features.CompanyNews.CompanyNewsHost;

namespace InvestmentAssistant.Api.Tests.Features.CompanyNews;

/// <summary>Batches at the close of each session, and their news.</summary>
public sealed class CompanyMoversJobTests(LocalServices services) : IAsyncLifetime
{
    /// <summary>The Wednesday before Thanksgiving; it closes at 16:00, 21:00 UTC.</summary>
    private static readonly LocalDate s_wednesday = new(2026, 11, 25);

    /// <summary>The half day after it; it closes at 13:00, 18:00 UTC.</summary>
    private static readonly LocalDate s_halfDay = new(2026, 11, 27);

    private static readonly Instant s_close = Instant.FromUtc(2026, 11, 25, 21, 0);

    private CompanyNewsHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync(services, s_close + Duration.FromMinutes(20));
        await _host.MarketAsync(s_wednesday, i => i - 10.5m);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static string Symbol(string path) => path[(path.IndexOf("symbol=", StringComparison.Ordinal) + 7)..].Split('&')[0];

    /// <summary>Two articles for each symbol; C00 has none.</summary>
    private static string TwoEach(string path) =>
        Symbol(path) == "C00" ? "[]" : $"[{Sent("shared", s_close)},{Sent(Symbol(path), s_close - Duration.FromDays(2))}]";

    [Fact]
    public async Task The_movers_of_a_session_are_taken_after_its_close_with_their_news()
    {
        var outcome = await _host.RunAsync(TwoEach);

        var batch = Assert.Single(await _host.BatchesAsync());
        Assert.Equal((20261125, s_close), (batch.Id, batch.LastUpdated));
        Assert.Equal(20, _host.Asked.Count); // every company is a mover here, each asked once
        Assert.All(_host.Asked, a => Assert.EndsWith("&from=2026-11-18&to=2026-11-25", a, StringComparison.Ordinal));
        var articles = await _host.ArticlesAsync();
        Assert.Equal(38, articles.Count);
        Assert.Equal((batch.Movers.Count + 38, true), (outcome.Rows, outcome.Complete));
        Assert.DoesNotContain(articles, a => a.Symbol == "C00");
    }

    [Fact]
    public async Task Nothing_is_taken_before_the_close_and_a_half_day_has_its_own()
    {
        await _host.RunAsync();
        await _host.MarketAsync(s_halfDay, i => i);

        // Friday, 12:50 in New York; then 13:05, when the closing prints are still coming; then 13:20.
        foreach (var (at, batches) in new[] { ((17, 50), 1), ((18, 5), 1), ((18, 20), 2) })
        {
            _host.Clock.Reset(Instant.FromUtc(2026, 11, 27, at.Item1, at.Item2));
            await _host.RunAsync();
            Assert.Equal(batches, (await _host.BatchesAsync()).Count);
        }
        Assert.Equal(
            (20261127, Instant.FromUtc(2026, 11, 27, 18, 0)),
            ((await _host.BatchesAsync())[1].Id, (await _host.BatchesAsync())[1].LastUpdated)
        );

        // Over the weekend there is nothing new.
        _host.Clock.Reset(Instant.FromUtc(2026, 11, 29, 21, 20));
        await _host.RunAsync();
        Assert.Equal(2, (await _host.BatchesAsync()).Count);
    }

    [Fact]
    public async Task Running_twice_writes_nothing_twice_and_asks_nothing_again_for_hours()
    {
        await _host.RunAsync(TwoEach);
        var (batches, articles) = (await _host.BatchesAsync(), await _host.ArticlesAsync());
        _host.Asked.Clear();
        _host.Clock.Advance(Duration.FromMinutes(30));
        Assert.Equal((0, true), (await _host.RunAsync(TwoEach)) is var again ? (again.Rows, again.Complete) : default);
        Assert.Empty(_host.Asked);

        _host.Clock.Advance(Duration.FromHours(3));
        Assert.Equal(0, (await _host.RunAsync(TwoEach)).Rows);
        Assert.Equal(20, _host.Asked.Count);
        Assert.Equal(articles, await _host.ArticlesAsync());
        Assert.Equivalent(batches, await _host.BatchesAsync(), strict: true);
    }

    [Fact]
    public async Task A_run_that_is_killed_in_the_middle_ends_the_same_when_it_is_repeated()
    {
        using var killed = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _host.RunAsync(
                path =>
                {
                    if (_host.Asked.Count >= 7)
                        killed.Cancel();
                    killed.Token.ThrowIfCancellationRequested();
                    return TwoEach(path);
                },
                ct: killed.Token
            )
        );
        await _host.RunAsync(TwoEach);

        await using var other = await StartAsync(services, s_close + Duration.FromMinutes(20));
        await other.MarketAsync(s_wednesday, i => i - 10.5m);
        await other.RunAsync(TwoEach);
        Assert.Equivalent(await other.BatchesAsync(), await _host.BatchesAsync(), strict: true);
        Assert.Equal(await other.ArticlesAsync(), await _host.ArticlesAsync());
    }

    [Fact]
    public async Task Before_the_closes_are_in_the_run_says_so_and_the_last_batch_goes_on()
    {
        await _host.RunAsync(TwoEach);
        _host.Clock.Reset(Instant.FromUtc(2026, 11, 27, 18, 20));
        var outcome = await _host.RunAsync(TwoEach);
        Assert.False(outcome.Complete);
        Assert.StartsWith("0 of 20 ", outcome.Note, StringComparison.Ordinal);
        Assert.Equal(20261125, Assert.Single(await _host.BatchesAsync()).Id);
    }

    [Fact]
    public async Task A_batch_of_some_closes_is_repeated_when_all_are_in()
    {
        _host.Companies.AddRange(["X1", "X2"]);
        Assert.False((await _host.RunAsync()).Complete);
        Assert.False(Assert.Single(await _host.BatchesAsync()).IsFinal);

        await _host.BarsAsync(new LocalDate(2026, 11, 24), [("X1", 10m, 5m), ("X2", 10m, 5m)]);
        await _host.BarsAsync(s_wednesday, [("X1", 20m, 5m), ("X2", 9m, 5m)]);
        Assert.True((await _host.RunAsync()).Complete);
        var batch = Assert.Single(await _host.BatchesAsync());
        Assert.Equal(("X1", 100m, true), (batch.Movers[0].Symbol, batch.Movers[0].ChangePercent, batch.IsFinal));
    }

    private static string Movers(string lastUpdated) =>
        $$"""
            {"last_updated":"{{lastUpdated}}","top_gainers":[{"ticker":"AAA","price":"2","change_amount":"1","change_percentage":"100%","volume":"5"}],"top_losers":[],"most_actively_traded":[]}
            """;

    [Fact]
    public async Task The_provider_names_the_movers_when_the_setting_says_so()
    {
        await _host.RunAsync(TwoEach, MoversSource.AlphaVantage, _ => Movers("2026-11-25 16:15:59 US/Eastern"));
        var batch = Assert.Single(await _host.BatchesAsync());
        Assert.Equal(("alphavantage", Instant.FromUtc(2026, 11, 25, 21, 15, 59)), (batch.Source, batch.LastUpdated));
        Assert.Equal(["AAA"], batch.Symbols);
        Assert.Equal(2, (await _host.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task Movers_of_the_session_before_are_not_taken_for_todays()
    {
        var outcome = await _host.RunAsync(TwoEach, MoversSource.AlphaVantage, _ => Movers("2026-11-24 16:15:59 US/Eastern"));
        Assert.Equal((0, false), (outcome.Rows, outcome.Complete));
        Assert.Contains("20261124", outcome.Note, StringComparison.Ordinal);
        Assert.Empty(await _host.BatchesAsync());
    }

    [Theory]
    [InlineData("""{"Information":"We have detected your API key as XXXX and our standard API rate limit is 25 requests per day."}""")]
    [InlineData("""{"Error Message":"Invalid API call."}""")]
    [InlineData("{}")]
    public async Task When_the_provider_refuses_our_own_closes_do(string refusal)
    {
        await _host.RunAsync(TwoEach, MoversSource.AlphaVantage, _ => refusal);
        Assert.Equal("own", Assert.Single(await _host.BatchesAsync()).Source);
    }

    [Fact]
    public async Task News_that_a_limit_keeps_away_cut_the_run_and_keep_the_batch()
    {
        var cut = await _host.RunAsync(_ => """{"error":"API limit reached. Please try again later. Remaining Limit: 0"}""");
        Assert.True(cut is { IsLimited: true, Left: > 0 });
        Assert.Single(await _host.BatchesAsync());
    }
}
