using System.Net;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Features.MarketNews.Ingestion;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.MarketNews;

/// <summary>Both jobs over a database of this class alone and a provider that the test makes up.</summary>
public sealed partial class MarketNewsJobTests(LocalServices services) : IAsyncLifetime
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 1, 10, 4, 0));
    private readonly List<string> _asked = [];
    private ServiceProvider _provider = null!;

    private IDocumentStore Documents => _provider.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddSingleton<IClock>(_clock)
                    .AddPersistence(configuration, [new MarketNewsFeature()])
                    .AddArticleIndex<MarketArticle>("market_news")
        );
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    /// <summary>An answer of articles published at noon of the day asked for, or of yesterday.</summary>
    private static (HttpStatusCode, string) Articles(int total, params IEnumerable<(string Url, string Title)> articles) =>
        Articles("2026-01-09", total, articles);

    private static (HttpStatusCode, string) Articles(string day, int total, params IEnumerable<(string Url, string Title)> articles) =>
        (
            HttpStatusCode.OK,
            $$"""
            {"status":"ok","totalResults":{{total}},"articles":[{{string.Join(',', articles.Select(a =>
                $$"""{"source":{"id":null,"name":"Gazette"},"title":"{{a.Title}}","url":"{{a.Url}}","publishedAt":"{{day}}T12:00:00Z"}"""))}}]}
            """
        );

    private static readonly (HttpStatusCode, string) Nothing = (HttpStatusCode.OK, """{"status":"ok","totalResults":0,"articles":[]}""");

    private static (HttpStatusCode, string) Error(string code) =>
        (HttpStatusCode.OK, $$"""{"status":"error","code":"{{code}}","message":"as captured"}""");

    private MarketNewsStore Store => new(Documents, _clock);

    // The pipeline that turns statuses into failures stands in other tests; here a status is one.
    private NewsApiClient Client(Func<string, (HttpStatusCode, string)> answer) =>
        new(
            Samples.Answering(
                path =>
                {
                    var (status, body) = answer(Uri.UnescapeDataString(path));
                    return status == HttpStatusCode.OK
                        ? (status, body)
                        : throw new ProviderException(
                            ProviderFailure.Rejected,
                            NewsApiClient.Provider,
                            $"answered {(int)status}",
                            status: (int)status
                        );
                },
                _asked
            )
        );

    private Task<JobOutcome> DailyAsync(Func<string, (HttpStatusCode, string)> answer, CancellationToken? ct = null) =>
        new MarketNewsJob(Client(answer), Store, _clock, NullLogger<MarketNewsJob>.Instance).RunAsync(new JobContext(_ => { }), ct ?? Ct);

    private Task<JobOutcome> HistoryAsync(Func<string, (HttpStatusCode, string)> answer, CancellationToken? ct = null) =>
        new MarketNewsHistoryJob(Client(answer), Store, _clock).RunAsync(new JobContext(_ => { }), ct ?? Ct);

    private async Task<IReadOnlyList<MarketArticle>> HeldAsync()
    {
        await using var session = Documents.QuerySession();
        return await session.Query<MarketArticle>().OrderBy(a => a.Url).ToListAsync(Ct);
    }

    private static (HttpStatusCode, string) Press(string path) =>
        path.Contains("category=business", StringComparison.Ordinal)
            ? Articles(2, ("https://a.example/1", "Rates"), ("https://a.example/2", "Trade"))
        : path.Contains("q=inflation", StringComparison.Ordinal)
            ? Articles(2, ("https://a.example/1?utm_source=x", "Rates"), ("https://a.example/3", "[Removed]"))
        : path.Contains("q=금리", StringComparison.Ordinal) ? Articles(1, ("https://a.example/4", "기준금리 동결"))
        : Nothing;

    [Fact]
    public async Task A_day_costs_31_calls_and_what_is_found_twice_is_stored_once_with_both_ways()
    {
        var outcome = await DailyAsync(Press);
        Assert.Equal((31, true), (_asked.Count, outcome.Complete));
        Assert.Equal(1, outcome.Dropped);
        var held = await HeldAsync();
        Assert.Equal(["https://a.example/1", "https://a.example/2", "https://a.example/4"], held.Select(a => a.Url));
        Assert.Equal(("business", "inflation"), (Assert.Single(held[0].Categories), Assert.Single(held[0].Queries)));
        Assert.Contains(_asked, a =>
            a.Contains("from=2026-01-08&to=2026-01-09", StringComparison.Ordinal) && a.Contains("language=en", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(_asked, a => a.Contains("category=politics", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Running_twice_writes_nothing_twice_and_loses_nothing()
    {
        await DailyAsync(Press);
        var first = await HeldAsync();
        _clock.AdvanceHours(1);
        Assert.Equal(0, (await DailyAsync(Press)).Rows);
        Assert.Equal(first.Select(a => (a.Id, a.Title, a.PublishedAt)), (await HeldAsync()).Select(a => (a.Id, a.Title, a.PublishedAt)));
        // An article that changes is changed, and what another question knew of it is kept.
        Assert.Equal(
            1,
            (
                await DailyAsync(path =>
                    path.Contains("q=war&", StringComparison.Ordinal) ? Articles(1, ("https://a.example/1", "Rates again")) : Nothing
                )
            ).Rows
        );
        var changed = (await HeldAsync())[0];
        Assert.Equal(
            ("Rates again", "inflation war", "business"),
            (changed.Title, string.Join(' ', changed.Queries), Assert.Single(changed.Categories))
        );
    }

    [Fact]
    public async Task A_run_killed_in_the_middle_and_run_again_ends_like_one_that_was_not()
    {
        await DailyAsync(Press);
        var whole = await HeldAsync();
        await using (var session = Documents.LightweightSession())
        {
            session.DeleteWhere<MarketArticle>(_ => true);
            await session.SaveChangesAsync(Ct);
        }
        using var killed = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            DailyAsync(
                path =>
                {
                    if (path.Contains("q=inflation", StringComparison.Ordinal))
                        killed.Cancel();
                    return Press(path);
                },
                killed.Token
            )
        );
        Assert.Equal(2, (await HeldAsync()).Count);
        await DailyAsync(Press);
        Assert.Equal(
            whole.Select(a => (a.Id, string.Join(' ', a.Queries))),
            (await HeldAsync()).Select(a => (a.Id, string.Join(' ', a.Queries)))
        );
    }

    [Fact]
    public async Task Too_many_calls_end_a_stage_and_the_next_still_starts()
    {
        var outcome = await DailyAsync(path => path.Contains("language=en", StringComparison.Ordinal) ? Error("rateLimited") : Press(path));
        Assert.False(outcome.Complete);
        Assert.Single(_asked, a => a.Contains("language=en", StringComparison.Ordinal));
        Assert.Equal(3, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task A_question_that_is_refused_is_left_out_and_a_wrong_key_ends_the_run()
    {
        var outcome = await DailyAsync(path =>
            path.Contains("sources=", StringComparison.Ordinal) ? (HttpStatusCode.BadRequest, "") : Press(path)
        );
        Assert.True(outcome.Complete);
        Assert.StartsWith("6 ", outcome.Note, StringComparison.Ordinal);
        Assert.Equal(
            ProviderFailure.Unauthorized,
            (await Assert.ThrowsAsync<ProviderException>(() => DailyAsync(_ => Error("apiKeyInvalid")))).Kind
        );
        Assert.Equal(
            ProviderFailure.Rejected,
            (await Assert.ThrowsAsync<ProviderException>(() => DailyAsync(_ => (HttpStatusCode.BadRequest, "")))).Kind
        );
    }

    [Fact]
    public async Task A_spent_budget_is_a_clean_stop()
    {
        var outcome = await DailyAsync(path =>
            path.Contains("category=technology", StringComparison.Ordinal) ? Error("apiKeyExhausted") : Press(path)
        );
        Assert.Equal((2, false, 2), (outcome.Rows, outcome.Complete, _asked.Count));
        Assert.Equal(2, (await HeldAsync()).Count);
    }

    [GeneratedRegex("from=([0-9-]+)")]
    private static partial Regex Day();

    private static string DayOf(string path) => Day().Match(path).Groups[1].Value;

    /// <summary>250 articles in English a day.</summary>
    private static (HttpStatusCode, string) Archive(string path)
    {
        if (!path.Contains("language=en", StringComparison.Ordinal))
            return Nothing;
        var page = int.Parse(path.Split("&page=")[1].Split('&')[0]);
        return Articles(
            DayOf(path),
            250,
            Enumerable.Range((page - 1) * 100, page == 3 ? 50 : 100).Select(n => ($"https://a.example/{DayOf(path)}/{n}", $"Story {n}"))
        );
    }

    private static readonly (HttpStatusCode, string) PlanEnds = (HttpStatusCode.UpgradeRequired, "");

    [Fact]
    public async Task The_past_is_filled_page_by_page_as_far_as_the_plan_reaches()
    {
        var outcome = await HistoryAsync(path => string.CompareOrdinal(DayOf(path), "2026-01-05") < 0 ? PlanEnds : Archive(path));
        Assert.Equal((750, true), (outcome.Rows, outcome.Complete));
        Assert.Contains("2026-01-04", outcome.Note, StringComparison.Ordinal);
        Assert.Equal(750, (await HeldAsync()).Count);
        Assert.All(_asked.Select(Uri.UnescapeDataString), a => Assert.True(a.Split("q=")[1].Split("&from")[0].Length <= 500));

        _asked.Clear();
        Assert.Equal(0, (await HistoryAsync(path => string.CompareOrdinal(DayOf(path), "2026-01-05") < 0 ? PlanEnds : Archive(path))).Rows);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_plan_that_gives_only_the_first_hundred_results_is_no_failure()
    {
        var outcome = await HistoryAsync(path =>
            string.CompareOrdinal(DayOf(path), "2026-01-06") < 0 || path.Contains("&page=2", StringComparison.Ordinal)
                ? PlanEnds
                : Archive(path)
        );
        Assert.Equal(200, outcome.Rows);
        Assert.Equal(200, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task The_past_is_taken_up_where_a_spent_budget_or_a_kill_ended_it()
    {
        var part = await HistoryAsync(path =>
            string.CompareOrdinal(DayOf(path), "2026-01-06") < 0 ? Error("apiKeyExhausted") : Archive(path)
        );
        Assert.Equal((500, false), (part.Rows, part.Complete));
        _asked.Clear();
        using var killed = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            HistoryAsync(
                path =>
                {
                    if (DayOf(path) == "2026-01-04" && path.Contains("&page=2", StringComparison.Ordinal))
                        killed.Cancel();
                    return Archive(path);
                },
                killed.Token
            )
        );
        Assert.DoesNotContain(_asked, a => a.Contains("from=2026-01-06", StringComparison.Ordinal));
        Assert.Equal(750, (await HeldAsync()).Count);
        Assert.Equal(
            250,
            (await HistoryAsync(path => string.CompareOrdinal(DayOf(path), "2026-01-04") < 0 ? PlanEnds : Archive(path))).Rows
        );
        Assert.Equal(1000, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task A_page_that_repeats_adds_nothing_and_one_that_is_empty_ends_the_day()
    {
        var outcome = await HistoryAsync(path =>
            string.CompareOrdinal(DayOf(path), "2026-01-07") < 0 ? PlanEnds
            : path.Contains("&page=3", StringComparison.Ordinal) ? Nothing
            : path.Contains("language=en", StringComparison.Ordinal)
                ? Articles("2026-01-07", 400, ("https://a.example/1", "Same"), ("https://a.example/2", "Same too"))
            : Nothing
        );
        Assert.Equal(2, outcome.Rows);
        Assert.Equal(2, (await HeldAsync()).Count);
        Assert.Equal(5, _asked.Count);
    }
}
