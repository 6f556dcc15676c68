using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Tests.Platform.Boards;

/// <summary>The number that clients resume by, whichever side counts.</summary>
public sealed class BoardNumberingTests
{
    private readonly BoardNumbering _numbering = new();

    [Fact]
    public void A_replica_without_a_publisher_counts_by_itself()
    {
        Assert.True(_numbering.IsOwn);
        Assert.Equal(((1L, 1L), (2L, 2L)), (_numbering.Advance(null), _numbering.Advance(null)));
        Assert.Null(_numbering.SourceEpoch);
    }

    [Fact]
    public void A_publishers_numbers_are_shown_as_they_are()
    {
        _numbering.Adopt("theirs", 40, keepsMeta: true);
        Assert.Equal(("theirs", 40L, false), (_numbering.Epoch, _numbering.Seq, _numbering.IsOwn));
        Assert.Equal((41L, 43L), _numbering.Advance(43));
        Assert.Equal((43L, 43L), (_numbering.Seq, _numbering.SourceSeq));
    }

    [Fact]
    public void A_numbering_of_its_own_still_follows_where_the_publisher_stands()
    {
        _numbering.Adopt("theirs", 40, keepsMeta: false);
        _numbering.BeginOwn();
        Assert.NotEqual("theirs", _numbering.Epoch);
        Assert.Equal((1L, 1L), _numbering.Advance(41));
        Assert.Equal((1L, 41L), (_numbering.Seq, _numbering.SourceSeq));
    }

    [Fact]
    public void A_publisher_that_counts_again_in_its_epoch_gets_a_new_epoch_here()
    {
        _numbering.Adopt("theirs", 40, keepsMeta: true);
        _numbering.StepBackTo(1);
        Assert.Equal((0L, true, 0L), (_numbering.SourceSeq, _numbering.IsOwn, _numbering.Seq));
        Assert.NotEqual("theirs", _numbering.Epoch);
    }

    [Fact]
    public void Second_publishers_are_remembered_up_to_a_bound()
    {
        _numbering.MarkForeign("second");
        Assert.True(_numbering.IsForeign("second"));
        for (var i = 0; i < 64; i++)
            _numbering.MarkForeign($"other {i}");
        Assert.False(_numbering.IsForeign("second"));
        Assert.True(_numbering.IsForeign("other 63"));
    }
}
