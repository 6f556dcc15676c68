using InvestmentAssistant.FollowPrices;
using InvestmentAssistant.FollowPrices.Streams;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>The stream client of the C# sample: merging, and when it comes back.</summary>
public sealed class SampleStreamTests
{
    private static readonly StockPrice s_stock = new("A", 1, null, null, null, null, null, null);

    [Fact]
    public void A_snapshot_replaces_the_board_and_a_batch_is_merged_into_it()
    {
        var board = Board(isWhole: true);

        Assert.Equal(Taken.Snapshot, board.Take(Snapshot(4, ("A", 1), ("B", 2))));
        Assert.Equal(Taken.Batch, board.Take(Batch(5, ("B", 3))));
        Assert.Equal([1m, 3m], board.Items.Values.Select(i => i.Price));
        Assert.Equal(("e", 5), (board.Epoch, board.Seq));
        board.Take(Snapshot(9, ("B", 4)));
        Assert.Equal(["B"], board.Items.Keys);
    }

    [Fact]
    public void A_missing_number_is_a_gap_and_only_a_snapshot_ends_it()
    {
        var board = Board(isWhole: true);
        board.Take(Snapshot(4, ("A", 1)));

        Assert.Equal(Taken.Gap, board.Take(Batch(6, ("A", 2))));
        Assert.Equal(Taken.Gap, board.Take(Batch(5, ("A", 3))));
        Assert.Equal(Taken.Gap, board.Take(Batch(7, ("A", 3)) with { Conflated = true }));
        Assert.Equal((4, 1m), (board.Seq, board.Items["A"].Price));
        Assert.Equal(Taken.Snapshot, board.Take(Snapshot(7, ("A", 3))));
        Assert.Equal(Taken.Batch, board.Take(Batch(8, ("A", 4))));
    }

    [Theory]
    [InlineData(true, true, Taken.Batch)]
    [InlineData(true, false, Taken.Gap)]
    [InlineData(false, false, Taken.Batch)]
    public void Numbers_jump_over_what_a_conflated_batch_replaces_and_over_batches_of_other_symbols(
        bool isWhole,
        bool conflated,
        Taken expected
    )
    {
        var board = Board(isWhole);
        board.Take(Snapshot(4, ("A", 1)));

        Assert.Equal(expected, board.Take(Batch(9, ("A", 2)) with { Conflated = conflated }));
    }

    [Fact]
    public void A_batch_that_is_in_already_changes_nothing_and_one_of_another_epoch_is_a_gap()
    {
        var board = Board(isWhole: true);
        Assert.Equal(Taken.Gap, board.Take(Batch(1, ("A", 1))));
        board.Take(Snapshot(4, ("A", 1)));

        Assert.Equal(Taken.Old, board.Take(Batch(4, ("A", 2))));
        Assert.Equal(1m, board.Items["A"].Price);
        Assert.Equal(Taken.Gap, board.Take(Batch(5, ("A", 2)) with { Epoch = "f" }));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(50, 30)]
    public void The_window_of_the_random_pause_doubles_up_to_half_a_minute(int attempt, double seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Reconnect.FullJitter(attempt, 1));
        Assert.Equal(TimeSpan.FromSeconds(seconds / 4), Reconnect.FullJitter(attempt, 0.25));
    }

    [Theory]
    [InlineData(1000, 0.25)]
    [InlineData(1001, 0.25)]
    [InlineData(1006, 0.25)]
    [InlineData(1011, 0.25)]
    [InlineData(4008, 5.25)]
    [InlineData(4013, 5.25)]
    [InlineData(4029, 5.25)]
    [InlineData(1002, null)]
    [InlineData(1003, null)]
    [InlineData(1007, null)]
    [InlineData(1008, null)]
    [InlineData(1009, null)]
    public void Close_codes_say_whether_to_come_back(int code, double? seconds) =>
        Assert.Equal(
            seconds is { } pause ? TimeSpan.FromSeconds(pause) : null,
            Reconnect.PauseBefore(attempt: 0, code, retryAfter: null, random: 0.5)
        );

    [Fact]
    public void The_time_of_going_away_is_waited_for_first() =>
        Assert.Equal(TimeSpan.FromSeconds(3.25), Reconnect.PauseBefore(0, 1001, TimeSpan.FromSeconds(3), 0.5));

    private static MergedBoard<StockPrice> Board(bool isWhole) => new(s => s.Symbol, isWhole);

    private static NumberedBatch<StockPrice> Batch(long seq, params (string Symbol, decimal Price)[] items) =>
        new("sp500_trade", "e", seq, false, [.. items.Select(i => s_stock with { Symbol = i.Symbol, Price = i.Price })]);

    private static NumberedBatch<StockPrice> Snapshot(long seq, params (string Symbol, decimal Price)[] items) =>
        Batch(seq, items) with
        {
            Type = "snapshot",
        };
}
