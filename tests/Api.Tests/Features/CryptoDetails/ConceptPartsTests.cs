using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Concept;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Texts are made of facts; without a fact there is no text.</summary>
public sealed class ConceptPartsTests
{
    private static readonly LocalDate s_today = new(2026, 11, 24);

    [Fact]
    public void Age_is_in_whole_years_and_a_date_to_come_is_none()
    {
        var description = ConceptDescription.Of(Sample.Coin(), s_today, Language.Ko);
        Assert.Equal(("2021-11-25", 4, 1825), (description.GenesisDate, description.ProjectAgeYears, description.ProjectAgeDays));
        var future = ConceptDescription.Of(
            Sample.Coin(details: Sample.Details() with { GenesisDate = s_today.PlusDays(1) }),
            s_today,
            Language.Ko
        );
        Assert.Equal((null, null, null), (future.GenesisDate, future.ProjectAgeYears, future.ProjectAgeDays));
    }

    [Fact]
    public void A_long_description_is_cut_after_a_sentence_or_else_a_word()
    {
        var sentences = string.Concat(Enumerable.Repeat("Sixty characters make up this one sentence of plain English. ", 6)).Trim();
        Assert.Equal(3, ConceptDescription.FirstSentences(sentences)!.Split(". ").Length);
        Assert.EndsWith("English.", ConceptDescription.FirstSentences(sentences), StringComparison.Ordinal);
        var words = string.Concat(Enumerable.Repeat("word ", 100)).Trim();
        Assert.EndsWith("word ...", ConceptDescription.FirstSentences(words), StringComparison.Ordinal);
        Assert.Equal(("Short.", null), (ConceptDescription.FirstSentences("Short."), ConceptDescription.FirstSentences(null)));
    }

    [Fact]
    public void Korean_is_taken_where_there_is_one()
    {
        var coin = Sample.Coin(details: Sample.Details() with { DescriptionKo = "샘플은 블록체인입니다." });
        Assert.Equal("샘플은 블록체인입니다.", ConceptDescription.Of(coin, s_today, Language.Ko).DescriptionSummary);
        Assert.Equal("Sample is a chain.", ConceptDescription.Of(coin, s_today, Language.En).DescriptionSummary);
    }

    [Fact]
    public void The_primary_category_says_most_and_chains_or_holders_say_nothing()
    {
        Assert.Equal(
            "Layer 1 (L1)",
            CategoryTable.PrimaryOf(["FTX Holdings", "Smart Contract Platform", "Layer 1 (L1)", "Bitcoin Ecosystem"])
        );
        Assert.Equal("Oracle", CategoryTable.PrimaryOf(["Infrastructure", "Oracle"]));
        Assert.Equal(
            "Something New",
            CategoryTable.PrimaryOf(["Solana Ecosystem", "GMCI 30 Index", "Multicoin Capital Portfolio", "Made in USA", "Something New"])
        );
        Assert.Null(CategoryTable.PrimaryOf(["Solana Ecosystem"]));
    }

    [Fact]
    public void Categories_keep_their_order_and_the_unknown_their_name()
    {
        var info = ConceptCategoryInfo.Of(Sample.Coin(), Language.Ko);
        Assert.Equal(["스마트 컨트랙트 플랫폼", "레이어 1", "지분 증명 (PoS)", "Sample Ecosystem"], info.CategoriesKorean);
        Assert.Equal(("레이어 1", "독자적인 블록체인입니다."), (info.PrimaryCategory, info.CategoryDescription));
        Assert.Equal("Layer 1 (L1)", ConceptCategoryInfo.Of(Sample.Coin(), Language.En).PrimaryCategory);
        var unknown = ConceptCategoryInfo.Of(
            Sample.Coin(details: Sample.Details() with { Categories = ["New Thing"], PrimaryCategory = "New Thing" }),
            Language.Ko
        );
        Assert.Equal(("New Thing", null), (unknown.PrimaryCategory, unknown.CategoryDescription));
    }

    [Fact]
    public void Consensus_is_read_from_category_and_algorithm_and_never_assumed()
    {
        Coin With(string? hashing, params string[] categories) =>
            Sample.Coin(details: Sample.Details() with { HashingAlgorithm = hashing, Categories = categories });
        // changed over, with its old algorithm on record
        Assert.Equal("지분 증명 (PoS)", Consensus.Of(With("Ethash", "Proof of Stake (PoS)"))?.Ko);
        Assert.Equal("Proof of Work (PoW), SHA-256", Consensus.Of(With("SHA-256"))?.En);
        Assert.Equal("작업 증명 (PoW)", Consensus.Of(With(null, "Proof of Work (PoW)"))?.Ko);
        Assert.Null(Consensus.Of(With(null, "Layer 1 (L1)")));
        Assert.Null(Consensus.Of(Sample.Bare()));
    }

    [Theory]
    [InlineData(10, "10분", "10 minutes")]
    [InlineData(2.5, "2.5분", "2.5 minutes")]
    [InlineData(0.2, "12초", "12 seconds")]
    public void Block_times_are_written_as_people_say_them(double minutes, string ko, string en) =>
        Assert.Equal(new Text(ko, en), Consensus.BlockTime((decimal)minutes));

    [Fact]
    public void Questions_have_answers_from_facts()
    {
        var faqs = Faq.Of(Sample.Coin(), Language.En);
        Assert.Equal(
            ["On 2021-11-25.", "25,000,000; 80% of them circulate by now.", "By Proof of Stake (PoS).", "Number 7 by market value."],
            faqs.Select(f => f.Answer)
        );
        Assert.Equal(["기본 정보", "공급량", "기술", "시장"], Faq.Of(Sample.Coin(), Language.Ko).Select(f => f.Category));
        Assert.Empty(Faq.Of(Sample.Bare(), Language.Ko));
    }

    [Fact]
    public void Explanations_of_a_coin_of_which_nothing_is_known_are_null()
    {
        var content = EducationalContent.Of(Sample.Bare(), Language.Ko);
        Assert.Equal(
            (null, null, null, null, null),
            (content.WhatIsIt, content.HowItWorks, content.WhyCreated, content.BeginnerSummary, content.DifficultyLevel)
        );
        Assert.Empty(content.RealWorldUsage);
        var features = KeyFeatures.Of(Sample.Bare(), Language.Ko);
        Assert.Equal(
            (null, null, 0, 0),
            (features.ConsensusAlgorithm, features.BlockchainType, features.UseCases.Count, features.UniqueFeatures.Count)
        );
    }

    [Fact]
    public void A_token_follows_the_rules_of_its_chain()
    {
        var token = Sample.Coin(
            details: Sample.Details() with
            {
                Platform = "ethereum",
                Categories = ["Oracle"],
                PrimaryCategory = "Oracle",
            }
        );
        var content = EducationalContent.Of(token, Language.En);
        Assert.Equal("A token issued on ethereum; transfers follow that chain's rules.", content.HowItWorks);
        Assert.Equal("Advanced", content.DifficultyLevel);
        Assert.Equal("ethereum 기반 토큰", KeyFeatures.Of(token, Language.Ko).BlockchainType);
    }

    [Theory]
    [InlineData("Stablecoins")]
    [InlineData("Meme")]
    [InlineData("Layer 2 (L2)")]
    [InlineData("decentralized finance (defi)")]
    [InlineData("Governance")]
    public void A_known_category_is_explained_in_both_languages(string name)
    {
        var category = CategoryTable.Find(name)!;
        Assert.All([category.Label.Ko, category.Explanation.Ko, category.Explanation.En], Assert.NotEmpty);
        Assert.Contains(category.Level, s_levels);
    }

    private static readonly string[] s_levels = ["beginner", "intermediate", "advanced"];
}
