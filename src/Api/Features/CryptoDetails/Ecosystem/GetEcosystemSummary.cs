using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Concept;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>GET /api/v1/crypto/details/ecosystem/{symbol}/summary: the ecosystem in a few lines.</summary>
public sealed class GetEcosystemSummary(CoinDirectory coins, IClock clock) : Endpoint<CoinTextRequest, EcosystemSummaryAnswer>
{
    public override void Configure()
    {
        Get("ecosystem/{symbol}/summary");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "The ecosystem in a few lines";
            s.Description =
                "One sentence, key numbers, what stands out (rank to 10, more than 200 commits in four weeks, 100,000 people on "
                + "Telegram, 10,000 stars), what to look "
                + "into (no commits, less than 70 % of the data, no Telegram), and next steps.";
        });
    }

    public override async Task<EcosystemSummaryAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var language = request.LanguageFor(HttpContext);
        var coin = await coins.FindAsync(request.Symbol, ct);
        return new EcosystemSummaryAnswer(
            EcosystemSummary.Of(coin, clock.GetCurrentInstant().InUtc().Date, language),
            NextSteps.Of(coin, language),
            coin.Symbol,
            coin.FetchedAt
        );
    }
}

/// <param name="LastUpdated">When its data was fetched.</param>
public sealed record EcosystemSummaryAnswer(EcosystemSummary Summary, NextSteps NextSteps, string Symbol, Instant LastUpdated);

/// <param name="ProjectOverview">One sentence.</param>
public sealed record EcosystemSummary(
    string ProjectOverview,
    KeyNumbers KeyNumbers,
    IReadOnlyList<string> WhatStandsOut,
    IReadOnlyList<string> AreasToInvestigate
)
{
    public static EcosystemSummary Of(Coin coin, LocalDate today, Language language)
    {
        var details = coin.Details;
        var numbers = new KeyNumbers(
            coin.Rank,
            details?.Commits4Weeks,
            details?.Stars,
            details?.TelegramUsers,
            details?.RedditSubscribers,
            ConceptDescription.AgeInDays(details?.GenesisDate, today),
            DataAvailability.Of(coin).CompletenessPercent
        );
        return new EcosystemSummary(
            Overview(coin, language),
            numbers,
            [.. StandsOut(numbers).Select(t => t.In(language))],
            [.. ToInvestigate(numbers).Select(t => t.In(language))]
        );
    }

    private static string Overview(Coin coin, Language language)
    {
        var category = coin.Details?.PrimaryCategory is { } primary
            ? CategoryTable.Find(primary)?.Label ?? new Text(primary, primary)
            : (Text?)null;
        Text sentence = (coin.Rank, category) switch
        {
            ({ } rank, { } kind) => Labels.Of(
                $"{coin.Name}({coin.Symbol})은(는) 시가총액 {rank}위의 {kind.Ko} 프로젝트입니다.",
                $"{coin.Name} ({coin.Symbol}) is a {kind.En} project, number {rank} by market value."
            ),
            ({ } rank, null) => Labels.Of(
                $"{coin.Name}({coin.Symbol})은(는) 시가총액 {rank}위의 프로젝트입니다.",
                $"{coin.Name} ({coin.Symbol}) is number {rank} by market value."
            ),
            (null, { } kind) => new Text(
                $"{coin.Name}({coin.Symbol})은(는) {kind.Ko} 프로젝트입니다.",
                $"{coin.Name} ({coin.Symbol}) is a {kind.En} project."
            ),
            _ => new Text($"{coin.Name}({coin.Symbol})", $"{coin.Name} ({coin.Symbol})"),
        };
        return sentence.In(language);
    }

    private static IEnumerable<Text> StandsOut(KeyNumbers numbers)
    {
        if (numbers.MarketCapRank <= 10)
            yield return Labels.Of($"시가총액 {numbers.MarketCapRank}위", $"Number {numbers.MarketCapRank} by market value");
        if (numbers.CommitCount4Weeks > 200)
            yield return Labels.Of(
                $"최근 4주 커밋 {numbers.CommitCount4Weeks:#,0}회",
                $"{numbers.CommitCount4Weeks:#,0} commits in four weeks"
            );
        if (numbers.TelegramUsers > 100_000)
            yield return Labels.Of($"텔레그램 사용자 {numbers.TelegramUsers:#,0}명", $"{numbers.TelegramUsers:#,0} people on Telegram");
        if (numbers.GithubStars > 10_000)
            yield return Labels.Of($"GitHub 스타 {numbers.GithubStars:#,0}개", $"{numbers.GithubStars:#,0} stars on GitHub");
    }

    private static IEnumerable<Text> ToInvestigate(KeyNumbers numbers)
    {
        if (numbers.CommitCount4Weeks is null)
            yield return new Text("공개된 개발 활동 자료가 없습니다", "No development activity is published");
        else if (numbers.CommitCount4Weeks == 0)
            yield return new Text("최근 4주간 커밋이 없습니다", "No commits in four weeks");
        if (numbers.DataCompletenessPercent < 70)
            yield return Labels.Of(
                $"자료 완성도가 {numbers.DataCompletenessPercent}%입니다",
                $"Only {numbers.DataCompletenessPercent}% of the data is there"
            );
        if (numbers.TelegramUsers is null)
            yield return new Text("텔레그램 커뮤니티 자료가 없습니다", "No Telegram community is known");
    }
}

/// <summary>Null = not known.</summary>
public sealed record KeyNumbers(
    int? MarketCapRank,
    int? CommitCount4Weeks,
    int? GithubStars,
    long? TelegramUsers,
    long? RedditSubscribers,
    int? ProjectAgeDays,
    decimal DataCompletenessPercent
);

/// <summary>Next steps for the reader; an address is named only where there is one.</summary>
public sealed record NextSteps(IReadOnlyList<string> ForBeginners, IReadOnlyList<string> ForAnalysts, IReadOnlyList<string> ForInvestors)
{
    public static NextSteps Of(Coin coin, Language language)
    {
        var links = coin.Details?.Links;
        return new NextSteps(
            Known(
                language,
                With("공식 홈페이지 살펴보기", "Read the official site", links?.Homepage),
                With("백서의 개요 읽기", "Read the white paper's introduction", links?.Whitepaper),
                new Text("같은 카테고리의 코인과 비교하기", "Compare with coins of its category")
            ),
            Known(
                language,
                With(
                    "코드 저장소의 최근 변경 확인하기",
                    "Look at recent changes of the code",
                    links?.Repositories.Count > 0 ? links.Repositories[0] : null
                ),
                With(
                    "블록 탐색기에서 온체인 거래 확인하기",
                    "Look at transactions in an explorer",
                    links?.Explorers.Count > 0 ? links.Explorers[0] : null
                ),
                new Text("해결되지 않은 이슈의 추이 확인하기", "Follow its open issues")
            ),
            Known(
                language,
                new Text("김치 프리미엄과 거래량 확인하기", "Look at the kimchi premium and the volume"),
                new Text("유통량과 최대 발행량 확인하기", "Look at circulating and maximum supply"),
                new Text("위험 지표를 확인하고 감당할 수 있는 비중 정하기", "Read the risk figures and decide on a share you can bear")
            )
        );
    }

    private static List<string> Known(Language language, params ReadOnlySpan<Text?> steps)
    {
        var known = new List<string>();
        foreach (var step in steps)
        {
            if (step is { } text)
                known.Add(text.In(language));
        }
        return known;
    }

    private static Text? With(string ko, string en, string? address) =>
        address is null ? null : new Text($"{ko}: {address}", $"{en}: {address}");
}
