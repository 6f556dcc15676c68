using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Concept;

/// <summary>A coin explained from its facts; what no fact says is null.</summary>
/// <param name="WhyCreated">From a list of facts that is kept by hand, with their source.</param>
/// <param name="DifficultyLevel">How much one should know beforehand, by the primary category: 초급, 중급 or 고급.</param>
/// <param name="WhySource">Where the reason is from.</param>
public sealed record EducationalContent(
    string? WhatIsIt,
    string? HowItWorks,
    string? WhyCreated,
    IReadOnlyList<string> RealWorldUsage,
    string? BeginnerSummary,
    string? DifficultyLevel,
    string? WhySource
)
{
    public static EducationalContent Of(Coin coin, Language language)
    {
        var category = coin.Details?.PrimaryCategory is { } primary ? CategoryTable.Find(primary) : null;
        var facts = CoinFacts.Of(coin.Id);
        return new EducationalContent(
            Introduction(coin, category)?.In(language),
            Consensus.HowItWorks(coin)?.In(language),
            facts?.Why?.In(language),
            KeyFeatures.UsesOf(coin, language),
            OneSentence(coin, category)?.In(language),
            LevelOf(category)?.In(language),
            facts?.WhySource
        );
    }

    private static Text? Introduction(Coin coin, Category? category) =>
        category is null
            ? null
            : new Text(
                $"{coin.Name}({coin.Symbol})은(는) {category.Label.Ko} 분야의 가상자산입니다. {category.Explanation.Ko}",
                $"{coin.Name} ({coin.Symbol}) belongs to {category.Name}. {category.Explanation.En}"
            );

    private static Text? OneSentence(Coin coin, Category? category) =>
        (coin.Rank, category) switch
        {
            ({ } rank, { } known) => Labels.Of(
                $"{coin.Name}은(는) 시가총액 {rank}위의 {known.Label.Ko} 코인입니다.",
                $"{coin.Name} is number {rank} by market value, in {known.Name}."
            ),
            ({ } rank, null) => Labels.Of(
                $"{coin.Name}은(는) 시가총액 {rank}위의 코인입니다.",
                $"{coin.Name} is number {rank} by market value."
            ),
            _ => null,
        };

    private static Text? LevelOf(Category? category) =>
        category?.Level switch
        {
            "beginner" => new Text("초급", "Beginner"),
            "intermediate" => new Text("중급", "Intermediate"),
            "advanced" => new Text("고급", "Advanced"),
            _ => null,
        };
}

/// <summary>A question and its answer; both come from a fact, or are left out.</summary>
/// <param name="Category">기본 정보, 공급량, 기술 or 시장.</param>
public sealed record Faq(string Question, string Answer, string? Category)
{
    public static IReadOnlyList<Faq> Of(Coin coin, Language language) =>
        [.. Facts(coin).Select(f => new Faq(f.Question.In(language), f.Answer.In(language), f.Category.In(language)))];

    private static IEnumerable<(Text Question, Text Answer, Text Category)> Facts(Coin coin)
    {
        var basics = new Text("기본 정보", "Basics");
        var supply = new Text("공급량", "Supply");
        var technology = new Text("기술", "Technology");
        if (coin.Details?.GenesisDate is { } born)
            yield return (
                new Text($"{coin.Name}은(는) 언제 시작되었나요?", $"When did {coin.Name} begin?"),
                new Text($"{Labels.Day(born)}에 시작되었습니다.", $"On {Labels.Day(born)}."),
                basics
            );
        if (coin.MaxSupply is { } max)
        {
            yield return (
                new Text("최대 몇 개까지 발행되나요?", "How many will there be at most?"),
                coin.IssuedPercent is { } issued
                    ? Labels.Of(
                        $"최대 {Labels.Amount(max)}개이며, 지금까지 {issued:0.#}%가 유통되고 있습니다.",
                        $"{Labels.Amount(max)}; {issued:0.#}% of them circulate by now."
                    )
                    : Labels.Of($"최대 {Labels.Amount(max)}개입니다.", $"{Labels.Amount(max)}."),
                supply
            );
        }
        else if (coin.HasNoSupplyLimit == true)
        {
            yield return (
                new Text("최대 몇 개까지 발행되나요?", "How many will there be at most?"),
                new Text("정해진 상한이 없습니다.", "There is no limit."),
                supply
            );
        }
        if (Consensus.Of(coin) is { } consensus)
            yield return (
                new Text("어떤 합의 방식을 쓰나요?", "How does its network agree?"),
                new Text($"{consensus.Ko} 방식을 씁니다.", $"By {consensus.En}."),
                technology
            );
        if (coin.Details?.Platform is { } platform)
            yield return (
                new Text("어느 블록체인에서 쓰이나요?", "On which chain does it live?"),
                new Text($"{platform} 블록체인의 토큰입니다.", $"It is a token on {platform}."),
                technology
            );
        if (coin.Rank is { } rank)
            yield return (
                new Text("시장에서 몇 위인가요?", "Where does it stand in the market?"),
                Labels.Of($"시가총액 {rank}위입니다.", $"Number {rank} by market value."),
                new Text("시장", "Market")
            );
    }
}
