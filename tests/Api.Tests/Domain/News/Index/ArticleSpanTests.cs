using InvestmentAssistant.Api.Domain.News.Index;

namespace InvestmentAssistant.Api.Tests.Domain.News.Index;

public sealed class ArticleSpanTests
{
    private static readonly ArticleSpan[] s_spans =
    [
        new(["week=2"], 8_000),
        new(["week=1"], 64_000),
        new(["week=0"], 400_000),
        new([], 1_000_000),
    ];

    [Theory]
    // None here: what there is, is anywhere.
    [InlineData(0, 0, 3)]
    // One in a hundred: 640 of 64,000 are too few, and so are 4,000 of 400,000.
    [InlineData(0, 80, 3)]
    [InlineData(0, 240, 2)]
    [InlineData(0, 4_000, 1)]
    [InlineData(1, 2_000, 2)]
    [InlineData(2, 5_000, 3)]
    public void The_next_look_goes_back_as_far_as_more_than_are_counted_should_take(int at, int matches, int next) =>
        Assert.Equal(next, ArticleSpan.Next(s_spans, at, matches, counted: 5_000));
}
