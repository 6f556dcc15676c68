using InvestmentAssistant.Api.Platform.Caching;
using Microsoft.Extensions.Options;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Caching;

public sealed class AnswerCacheTests : IDisposable
{
    private readonly AnswerCache _cache = new(TimeProvider.System);
    private int _reads;

    public void Dispose() => _cache.Dispose();

    private Task<string> ReadAsync(CancellationToken ct) => Task.FromResult($"read {Interlocked.Increment(ref _reads)}");

    [Fact]
    public async Task A_fresh_value_is_not_read_again()
    {
        var first = await _cache.GetAsync("key", TimeSpan.FromMinutes(1), ReadAsync, Ct);
        var second = await _cache.GetAsync("key", TimeSpan.FromMinutes(1), ReadAsync, Ct);

        Assert.Equal(("read 1", "read 1"), (first.Value, second.Value));
        Assert.False(second.IsStale);
        Assert.Equal((1, 1, 0, 1), (_cache.Hits, _cache.Misses, _cache.Stale, _cache.Entries));
    }

    [Fact]
    public async Task Requests_for_the_same_thing_share_one_read()
    {
        var gate = new TaskCompletionSource();
        async Task<string> Slow(CancellationToken ct)
        {
            await gate.Task;
            return await ReadAsync(ct);
        }
        var all = Enumerable.Range(0, 20).Select(_ => _cache.GetAsync("key", TimeSpan.FromMinutes(1), Slow, Ct)).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(all), kept => Assert.Equal("read 1", kept.Value));
    }

    [Fact]
    public async Task The_last_value_is_served_while_the_store_is_gone_and_says_so()
    {
        await _cache.GetAsync("key", TimeSpan.Zero, ReadAsync, Ct);
        var gone = await _cache.GetAsync("key", TimeSpan.Zero, Task<string> (_) => throw new NpgsqlException("refused"), Ct);
        var back = await _cache.GetAsync("key", TimeSpan.Zero, ReadAsync, Ct);

        Assert.Equal(("read 1", true), (gone.Value, gone.IsStale));
        Assert.Equal(("read 2", false), (back.Value, back.IsStale));
        Assert.Equal((0, 2, 1), (_cache.Hits, _cache.Misses, _cache.Stale));
    }

    [Fact]
    public async Task A_store_that_hangs_is_not_waited_for_when_a_value_is_held()
    {
        await _cache.GetAsync("key", TimeSpan.Zero, ReadAsync, Ct);
        var kept = await _cache.GetAsync(
            "key",
            TimeSpan.Zero,
            async Task<string> (ct) =>
            {
                await Task.Delay(Timeout.Infinite, ct);
                return "never";
            },
            Ct
        );

        Assert.Equal(("read 1", true), (kept.Value, kept.IsStale));
    }

    [Fact]
    public async Task A_fault_of_our_own_is_not_hidden_by_an_old_value()
    {
        await _cache.GetAsync("key", TimeSpan.Zero, ReadAsync, Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _cache.GetAsync("key", TimeSpan.Zero, Task<string> (_) => throw new InvalidOperationException("a bug"), Ct)
        );
    }

    [Fact]
    public async Task Kept_answers_stay_within_their_bytes_whatever_is_asked_for()
    {
        using var small = new AnswerCache(TimeProvider.System, Options.Create(new AnswerCacheOptions { MaxMegabytes = 2 }));
        var rows = Enumerable.Range(0, 100).Select(n => new { Name = new string('x', 100), Value = n }).ToList();

        for (var i = 0; i < 2_000; i++)
        {
            await small.GetAsync($"day:{i}", TimeSpan.FromMinutes(1), _ => Task.FromResult(rows), Ct);
            Assert.InRange(small.Bytes, 0, 2 * 1024 * 1024);
        }

        // Some 25 KB each: the last ones are kept, not all two thousand.
        Assert.True(small.Bytes > 100_000, $"{small.Bytes}");
    }

    [Fact]
    public async Task A_value_without_json_is_kept_too()
    {
        var strange = new Dictionary<(string, int), Func<int>> { [("a", 1)] = () => 1 };

        await _cache.GetAsync("strange", TimeSpan.FromMinutes(1), _ => Task.FromResult(strange), Ct);
        var again = await _cache.GetAsync(
            "strange",
            TimeSpan.FromMinutes(1),
            Task<Dictionary<(string, int), Func<int>>> (_) => throw new InvalidOperationException(),
            Ct
        );

        Assert.Same(strange, again.Value);
    }
}
