using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>
/// A score of 0 to 100 with everything it is made of. An input that is missing has no score and takes its weight out of the confidence; the
/// score is the mean of the others by their weights, and null below half of the confidence. docs/crypto-scores.md has the formulae.
/// </summary>
/// <param name="Value">0 to 100, 1 decimal; null when too little is known.</param>
/// <param name="Confidence">Weight of the inputs that are known, 0 to 1.</param>
public sealed record Score(decimal? Value, decimal Confidence, IReadOnlyList<ScoreInput> Inputs)
{
    public const decimal LeastConfidence = 0.5m;

    public static Score Of(params IReadOnlyList<ScoreInput> inputs)
    {
        var confidence = inputs.Where(i => i.Score is not null).Sum(i => i.Weight);
        return new Score(
            confidence >= LeastConfidence ? Decimals.Round(inputs.Sum(i => (i.Score ?? 0) * i.Weight) / confidence, 1) : null,
            confidence,
            [.. inputs.Select(i => i with { Value = Decimals.Round(i.Value, 4), Score = Decimals.Round(i.Score, 1) })]
        );
    }
}

/// <summary>One input of a score.</summary>
/// <param name="Value">As measured, in the unit named; null when not known.</param>
/// <param name="Score">0 to 100; null when not known.</param>
/// <param name="Weight">Of 1.</param>
public sealed record ScoreInput(string Name, decimal? Value, string Unit, decimal? Score, decimal Weight);

/// <summary>Scores of maturity, innovation and competition of a project, from figures.</summary>
public sealed record EcosystemScores(Score Maturity, Score Innovation, Score Competition)
{
    public static EcosystemScores Of(Coin coin, Peers peers, LocalDate today) =>
        new(MaturityOf(coin, today), InnovationOf(coin.Details), CompetitionOf(coin, peers));

    /// <summary>
    /// Age (ten years are full marks), merged pull requests (10,000 are, on a logarithmic scale; the provider counts no releases), share of
    /// the supply issued.
    /// </summary>
    private static Score MaturityOf(Coin coin, LocalDate today)
    {
        var years = coin.Details?.GenesisDate is { } born && born <= today ? Period.DaysBetween(born, today) / 365.25m : (decimal?)null;
        var merged = coin.Details?.MergedPullRequests;
        return Score.Of(
            new ScoreInput("age", years, "years", Full(years / 10 * 100), 0.4m),
            new ScoreInput(
                "merged_pull_requests",
                merged,
                "pull requests",
                merged is { } m ? Full((decimal)Math.Log10(1 + m) / 4 * 100) : null,
                0.3m
            ),
            new ScoreInput("supply_issued", coin.IssuedPercent, "percent of the maximum", Full(coin.IssuedPercent), 0.3m)
        );
    }

    /// <summary>
    /// In how many fields it is at work (six categories are full marks), and whether there were more commits in the last two weeks than in
    /// the two before.
    /// </summary>
    private static Score InnovationOf(CoinDetails? details)
    {
        var breadth = details?.Categories.Count(CategoryTable.SaysWhatItIs);
        if (breadth == 0)
            breadth = null;
        var (before, after) = details?.CommitsByDay is { Count: 28 } days ? (days.Take(14).Sum(), days.Skip(14).Sum()) : (0, 0);
        var trend = before + after > 0 ? (decimal)(after - before) / (before + after) * 100 : (decimal?)null;
        return Score.Of(
            new ScoreInput("category_breadth", breadth, "categories", Full(breadth / 6m * 100), 0.4m),
            new ScoreInput("developer_trend", trend, "percent: (last two weeks - two before) / both", 50 + (trend / 2), 0.6m)
        );
    }

    /// <summary>
    /// Its place by value among the coins of its category, its share of their value, and the share of them with fewer commits.
    /// </summary>
    private static Score CompetitionOf(Coin coin, Peers peers)
    {
        var count = peers.Category.Count;
        var place = peers.PlaceOf(coin.Id);
        var share = CategoryContext.ShareOf(coin, peers);
        var commits = coin.Details?.Commits4Weeks;
        var others = peers.Category.Where(p => p.CoingeckoId != coin.Id && p.CommitCount4Weeks is not null).ToList();
        var behind =
            commits is not null && others.Count > 0
                ? 100m * others.Count(p => p.CommitCount4Weeks < commits) / others.Count
                : (decimal?)null;
        return Score.Of(
            new ScoreInput(
                "category_place",
                place,
                $"of {count} in the category",
                count > 1 ? (decimal?)(count - place) / (count - 1) * 100 : null,
                0.5m
            ),
            new ScoreInput("category_value_share", share, "percent", Full(share), 0.3m),
            new ScoreInput("commits_ahead_of", behind, "percent of the category's coins", behind, 0.2m)
        );
    }

    private static decimal? Full(decimal? score) => score is { } s ? Math.Clamp(s, 0, 100) : null;
}
