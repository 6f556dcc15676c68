using InvestmentAssistant.Api.Domain.News;

namespace InvestmentAssistant.Api.Tests.Domain.News;

/// <summary>P6's kin among the news: what a provider puts around the words is not what was written.</summary>
public sealed class ArticleEnvelopeTests
{
    [Theory]
    [InlineData("The first words… [+2339 chars]", "The first words…")]
    [InlineData("The first words [+1,234 chars] ", "The first words")]
    [InlineData("He said [+5] twice", "He said [+5] twice")]
    [InlineData("[+2339 chars]", null)]
    [InlineData("[Removed]", null)]
    [InlineData(null, null)]
    public void P6_the_count_of_what_was_cut_off_is_no_content(string? sent, string? content) =>
        Assert.Equal(content, ArticleEnvelope.Content(sent));

    [Theory]
    [InlineData("Rates held steady", null)]
    [InlineData("RATES held – steady.", null)]
    [InlineData("[Removed]", null)]
    [InlineData("Rates held steady. A cut is likely in spring.", "Rates held steady. A cut is likely in spring.")]
    public void P6_a_summary_that_is_the_headline_again_is_none(string sent, string? summary) =>
        Assert.Equal(summary, ArticleEnvelope.Summary(sent, "Rates held steady"));

    [Theory]
    [InlineData("Rates held steady - Harbor Wire", "Harbor Wire", "Rates held steady")]
    [InlineData("Rates held steady | Harbor Wire", "harbor wire", "Rates held steady")]
    [InlineData("Why we read Harbor Wire", "Harbor Wire", "Why we read Harbor Wire")]
    [InlineData("- Harbor Wire", "Harbor Wire", "- Harbor Wire")]
    [InlineData("Harbor Wire", "Harbor Wire", "Harbor Wire")]
    [InlineData("Rates held steady", null, "Rates held steady")]
    public void P6_the_publisher_behind_a_headline_is_no_part_of_it(string sent, string? publisher, string headline) =>
        Assert.Equal(headline, ArticleEnvelope.Headline(sent, publisher));
}
