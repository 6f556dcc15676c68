using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

public sealed class AnswerAgeTests
{
    [Fact]
    public void An_answer_is_as_old_as_its_oldest_part()
    {
        var age = new AnswerAge();
        age.Record(TimeSpan.FromSeconds(7.9), isStale: false);
        age.Record(TimeSpan.FromSeconds(2), isStale: false);

        IHeaderDictionary headers = new HeaderDictionary();
        age.WriteTo(headers);

        Assert.Equal("7", headers.Age);
        Assert.False(headers.ContainsKey(AnswerHeaders.DataStale));
    }

    [Fact]
    public void One_stale_part_makes_the_answer_stale()
    {
        var age = new AnswerAge();
        age.Record(TimeSpan.Zero, isStale: true);
        age.Record(TimeSpan.Zero, isStale: false);

        var headers = new HeaderDictionary();
        age.WriteTo(headers);

        Assert.Equal("true", headers[AnswerHeaders.DataStale]);
        Assert.False(headers.ContainsKey("Age"));
    }

    [Fact]
    public void An_answer_that_was_read_just_now_says_nothing()
    {
        var headers = new HeaderDictionary();
        new AnswerAge().WriteTo(headers);

        Assert.Empty(headers);
    }

    [Fact]
    public async Task What_a_request_reads_from_the_cache_counts_for_its_own_answer_only()
    {
        var time = new StillTime();
        using var cache = new AnswerCache(time);
        AnswerAge first = new(),
            second = new(),
            third = new();
        await new AgedAnswers(cache, first).GetAsync("key", TimeSpan.FromMinutes(1), _ => Task.FromResult("read"), Ct);
        time.Now += TimeSpan.FromSeconds(20);
        await new AgedAnswers(cache, second).GetAsync("key", TimeSpan.FromMinutes(1), _ => Task.FromResult("again"), Ct);
        var kept = await new AgedAnswers(cache, third).GetAsync(
            "key",
            TimeSpan.Zero,
            Task<string> (_) => throw new NpgsqlException("refused"),
            Ct
        );

        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20)), (first.Oldest, second.Oldest, third.Oldest));
        Assert.Equal((false, false, true), (first.IsStale, second.IsStale, third.IsStale));
        Assert.Equal("read", kept);
    }
}
