using System.Text;
using InvestmentAssistant.Api.Features.Streaming.Hub;

namespace InvestmentAssistant.Api.Tests.Features.Streaming.Hub;

/// <summary>What a client that resumes finds, and what it no longer finds.</summary>
public sealed class ReplayRingTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static TopicBatch Batch(long from, long seq, params (string Key, string Json)[] items) =>
        new(0, "epoch", from, seq, [.. items.Select(i => i.Key)], [.. items.Select(i => Encoding.UTF8.GetBytes(i.Json))], (_, _) => []);

    private static ReplayRing Ring(long maxBytes, params TopicBatch[] batches)
    {
        var ring = new ReplayRing(Hour, maxBytes);
        foreach (var batch in batches)
            ring.Add(batch);
        return ring;
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 2)]
    [InlineData(6, 3)]
    [InlineData(9, 3)]
    public void The_first_batch_after_a_number_is_the_first_that_ends_beyond_it(long seq, int place) =>
        Assert.Equal(place, Ring(long.MaxValue, Batch(1, 2), Batch(3, 4), Batch(5, 6)).FirstAfter(seq));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_number_whose_next_batch_is_gone_has_no_place(long seq) =>
        Assert.Null(Ring(long.MaxValue, Batch(4, 5), Batch(6, 6)).FirstAfter(seq));

    [Fact]
    public void An_empty_ring_has_a_place_for_no_number() => Assert.Null(Ring(long.MaxValue).FirstAfter(0));

    [Fact]
    public void Memory_is_bounded_and_the_newest_batch_stays_however_large_it_is()
    {
        var ring = Ring(200, Batch(1, 1, ("a", "{}")), Batch(2, 2, ("a", "{}")), Batch(3, 3, ("a", "{}")));
        Assert.Equal((2, 2L), (ring.Count, ring[0].FromSeq));
        ring.Add(Batch(4, 4, ("a", new string(' ', 1_000))));
        Assert.Equal((1, 4L), (ring.Count, ring[0].FromSeq));
    }

    [Fact]
    public void The_latest_state_of_each_item_between_two_places_is_one_of_that_stretch()
    {
        var ring = Ring(long.MaxValue, Batch(1, 1, ("a", "1"), ("b", "1")), Batch(2, 2, ("a", "2")), Batch(3, 3, ("a", "3"), ("c", "3")));
        Assert.Equal(["a=2", "b=1"], Written(ring.ItemsOf(0, 2, null)));
        Assert.Equal(["a=3", "c=3"], Written(ring.ItemsOf(1, 3, null)));
        Assert.Equal(["b=1"], Written(ring.ItemsOf(0, 3, ["b"])));

        static IEnumerable<string> Written(Dictionary<string, byte[]> items) =>
            items.Select(i => $"{i.Key}={Encoding.UTF8.GetString(i.Value)}").Order();
    }

    [Fact]
    public void A_cleared_ring_begins_again()
    {
        var ring = Ring(long.MaxValue, Batch(1, 1));
        ring.Clear();
        Assert.Equal(0, ring.Count);
        ring.Add(Batch(1, 1));
        Assert.Equal(0, ring.FirstAfter(0));
    }
}
