using System.Collections.Concurrent;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion.Rotation;

/// <summary>Going round many items on a small budget, over a database of this class alone.</summary>
public sealed class ItemRotationTests(LocalServices services) : IAsyncLifetime
{
    private static readonly string[] s_items = [.. Enumerable.Range(0, 50).Select(n => $"I{n:00}")];

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 3, 2, 4, 30));
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly List<string> _written = [];
    private ServiceProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddPersistence(configuration, [])
                    .AddItemRotation()
                    .AddSingleton<IClock>(_clock)
                    .Configure<ProviderOptions>("small", o => o.CallsPerDay = 25)
                    .Configure<ProviderOptions>("large", o => o.CallsPerDay = 0)
        );
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private Task<JobOutcome> RunAsync(
        string provider = "large",
        Func<string, string?>? answer = null,
        IReadOnlyList<string>? items = null,
        bool byHand = false,
        Func<IReadOnlyList<string>, Task>? beforeWriting = null,
        CancellationToken? ct = null
    ) =>
        _provider
            .GetRequiredService<ItemRotation>()
            .RunAsync(
                new RotationPlan("numbers", provider, Duration.FromDays(7), 0.2m),
                items ?? s_items,
                (item, _) =>
                {
                    _asked.Enqueue(item);
                    return Task.FromResult(answer is null ? item : answer(item));
                },
                async (_, answers, _) =>
                {
                    if (beforeWriting is not null)
                        await beforeWriting(answers);
                    _written.AddRange(answers);
                    return new Written(answers.Count, 0);
                },
                new JobContext(_ => { }, byHand),
                ct ?? Ct
            );

    private string[] TakeAsked()
    {
        var asked = _asked.Order(StringComparer.Ordinal).ToArray();
        _asked.Clear();
        return asked;
    }

    private static string Fail(ProviderFailure kind) => throw new ProviderException(kind, "small", "for the test");

    [Fact]
    public async Task A_run_takes_its_share_of_the_day_and_the_next_goes_on_from_there()
    {
        var outcome = await RunAsync("small");
        Assert.Equal((5, false), (outcome.Rows, outcome.Complete));
        Assert.Equal(s_items[..5], TakeAsked());
        for (var day = 1; day < 10; day++)
        {
            _clock.AdvanceDays(1);
            await RunAsync("small");
        }
        Assert.Equal(s_items[5..], TakeAsked());
        // All have been asked for; those of a week ago come again, the oldest first.
        _clock.AdvanceDays(1);
        await RunAsync("small");
        Assert.Equal(s_items[..5], TakeAsked());
    }

    [Fact]
    public async Task Without_a_daily_limit_one_run_takes_all_and_the_next_has_nothing_to_do()
    {
        Assert.Equal((50, true), ((await RunAsync()).Rows, true));
        _asked.Clear();
        var again = await RunAsync();
        Assert.Equal((0, true), (again.Rows, again.Complete));
        Assert.Empty(_asked);
        Assert.Equal(50, (await RunAsync(byHand: true)).Rows);
    }

    [Fact]
    public async Task A_spent_budget_keeps_what_came_and_says_so()
    {
        var calls = 0;
        var outcome = await RunAsync(answer: item => Interlocked.Increment(ref calls) > 12 ? Fail(ProviderFailure.BudgetSpent) : item);
        Assert.Equal((12, false), (outcome.Rows, outcome.Complete));
        Assert.Equal(12, _written.Count);
        TakeAsked();
        await RunAsync();
        Assert.Equal(s_items.Except(_written.Take(12)).Order(StringComparer.Ordinal), TakeAsked());
    }

    [Fact]
    public async Task A_provider_that_is_gone_from_the_start_fails_the_run() =>
        Assert.Equal(
            ProviderFailure.ServerError,
            (await Assert.ThrowsAsync<ProviderException>(() => RunAsync(answer: _ => Fail(ProviderFailure.ServerError)))).Kind
        );

    [Theory]
    [InlineData(ProviderFailure.BudgetSpent)]
    [InlineData(ProviderFailure.RateLimited)]
    public async Task P3_a_limit_at_the_first_call_is_a_stop_without_work_and_says_what_is_left(ProviderFailure limit)
    {
        var outcome = await RunAsync(answer: _ => Fail(limit));
        Assert.Equal((0, true, 0, 50), (outcome.Rows, outcome.IsLimited, outcome.Answered, outcome.Left));
    }

    [Fact]
    public async Task P3_items_that_were_all_refused_and_rest_confirm_nothing()
    {
        var refused = await RunAsync(answer: _ => Fail(ProviderFailure.Rejected), items: s_items[..5]);
        Assert.Equal((false, 0), (refused.Complete, refused.Answered));
        var resting = await RunAsync(items: s_items[..5]);
        Assert.Equal((false, 0), (resting.Complete, resting.Answered));
    }

    [Fact]
    public async Task An_item_that_is_refused_or_unknown_keeps_no_other_from_its_turn()
    {
        var outcome = await RunAsync("small", item => item switch
            {
                "I00" => Fail(ProviderFailure.BadReply),
                "I01" => null,
                _ => item,
            });
        Assert.Equal((3, false), (outcome.Rows, outcome.Complete));
        Assert.NotNull(outcome.Note);
        TakeAsked();
        await RunAsync("small");
        Assert.Equal(s_items[5..10], TakeAsked());
        // The refused one waits half a day, the unknown one a month.
        _clock.AdvanceDays(1);
        await RunAsync(items: s_items[..5]);
        Assert.Equal(["I00"], TakeAsked());
        _clock.AdvanceDays(30);
        await RunAsync(items: ["I01"]);
        Assert.Equal(["I01"], TakeAsked());
    }

    [Fact]
    public async Task A_key_that_refuses_everything_ends_the_run_after_one_batch()
    {
        await Assert.ThrowsAsync<ProviderException>(() => RunAsync(answer: _ => Fail(ProviderFailure.Rejected)));
        Assert.Equal(20, _asked.Count);
    }

    [Fact]
    public async Task A_run_that_is_killed_while_it_writes_has_lost_that_batch_alone_and_its_repetition_ends_the_same()
    {
        using var killed = new CancellationTokenSource();
        var batches = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(
                beforeWriting: async _ =>
                {
                    if (++batches == 2)
                        await killed.CancelAsync();
                    killed.Token.ThrowIfCancellationRequested();
                },
                ct: killed.Token
            )
        );
        Assert.Equal(20, _written.Count);
        TakeAsked();
        await RunAsync();
        Assert.Equal(s_items[20..], TakeAsked());
        Assert.Equal(s_items, _written.Order(StringComparer.Ordinal));
        await using var session = _provider.GetRequiredService<IDocumentStore>().QuerySession();
        Assert.Equal(50, await session.Query<AskedItem>().CountAsync(a => a.DataSet == "numbers", Ct));
    }

    [Theory]
    [InlineData(ProviderFailure.BadReply)]
    [InlineData(ProviderFailure.ServerError)]
    [InlineData(ProviderFailure.Timeout)]
    public async Task P2_items_that_always_fail_wait_a_growing_turn_and_the_rest_goes_on(ProviderFailure kind)
    {
        string[] bad = s_items[..5];
        string? Answer(string item) => bad.Contains(item) ? Fail(kind) : item;
        await RunAsync("small", Answer); // the first five of the queue: nothing came
        Assert.Equal(bad, TakeAsked());
        await RunAsync("small", Answer);
        Assert.Equal(s_items[5..10], TakeAsked());
        _clock.AdvanceHours(13);
        await RunAsync(answer: Answer, items: bad);
        Assert.Equal(bad, TakeAsked());
        // A second failure in a row: twice as long.
        _clock.AdvanceHours(13);
        await RunAsync(answer: Answer, items: bad);
        Assert.Empty(TakeAsked());
        _clock.AdvanceHours(12);
        await RunAsync(items: bad);
        Assert.Equal(bad, TakeAsked());
        await using var session = _provider.GetRequiredService<IDocumentStore>().QuerySession();
        Assert.All(await session.Query<AskedItem>().Where(a => a.Item == "I00").ToListAsync(Ct), a => Assert.Equal(0, a.Failures));
    }

    [Fact]
    public async Task P2_a_provider_that_is_down_does_not_make_its_items_wait()
    {
        await Assert.ThrowsAsync<ProviderException>(() => RunAsync(answer: _ => Fail(ProviderFailure.Timeout)));
        TakeAsked();
        Assert.Equal(50, (await RunAsync()).Rows);
    }
}
