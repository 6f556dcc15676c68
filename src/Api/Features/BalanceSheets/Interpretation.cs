using System.Globalization;
using InvestmentAssistant.Api.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Interprets ratios in words: facts and their meaning, never advice.</summary>
internal static class Interpretation
{
    private const int Most = 3;
    private const decimal Billion = 1_000_000_000;

    public static InterpretationAnswer Of(BalanceSheet sheet, IReadOnlyList<Ratio> ratios, FinancialHealth health, Language language) =>
        new(
            Overall(sheet.Symbol, ratios, health).In(language),
            [.. Strengths(sheet, ratios).Take(Most).Select(w => w.In(language))],
            [.. ratios.Where(r => r.Rating <= Rating.Fair).Take(Most).Select(r => r.Sentence().In(language))],
            Outlook(health).In(language)
        );

    /// <summary>Number of good ratios.</summary>
    public static Words Overview(IReadOnlyList<Ratio> ratios)
    {
        var rated = ratios.Count(r => r.Rating is not null);
        var well = ratios.Count(r => r.Rating >= Rating.Good);
        return rated == 0 && ratios.FirstOrDefault(r => r.Missing == NoValue.NotApplicable) is { } foreign
                ? new(
                    $"{foreign.Yardstick.Name().Ko} 업종이라 일반 기업의 재무 비율을 적용하지 않습니다.",
                    $"This is {foreign.Yardstick.Name().En}: ratios of industrial companies do not apply."
                )
            : rated == 0 ? new("보고된 항목이 부족해 판단할 수 있는 비율이 없습니다.", "Too little is reported to rate any ratio.")
            : new(
                $"판단할 수 있는 {rated}개 비율 가운데 {well}개가 양호 이상입니다.",
                $"{well} of the {rated} ratios that can be rated are good or better."
            );
    }

    /// <summary>A group is summed up by its leading ratio.</summary>
    public static Words GroupSummary(RatioGroup group, IReadOnlyList<Ratio> ratios)
    {
        var (rule, what) = group switch
        {
            RatioGroup.Liquidity => (RatioRule.Current, new Words("단기 지급 능력", "Ability to pay what falls due")),
            RatioGroup.Leverage => (RatioRule.DebtToAsset, new Words("부채 구조", "Debt structure")),
            _ => (RatioRule.InventoryToAsset, new Words("재고 부담", "Burden of inventory")),
        };
        var leading = ratios.First(r => r.Rule == rule);
        return leading switch
        {
            { Rating: { } rating } => new($"{what.Ko}: {rating.Label()}", $"{what.En}: {rating.ToString().ToLowerInvariant()}"),
            { Missing: NoValue.NotApplicable } => new(
                $"{leading.Yardstick.Name().Ko} 업종에는 적용하지 않아 평가하지 않습니다.",
                $"Not rated: this does not apply to {leading.Yardstick.Name().En}."
            ),
            { Missing: NoValue.NoCurrentItems } => new(
                "유동 항목을 따로 보고하지 않는 업종이라 평가하지 않습니다.",
                "Not rated: this kind of company reports no current items."
            ),
            _ => new("데이터가 부족해 평가할 수 없습니다.", "Not rated: too little is reported."),
        };
    }

    private static Words Overall(string symbol, IReadOnlyList<Ratio> ratios, FinancialHealth health)
    {
        if (health.Score is null)
        {
            var name = health.Yardstick.Name();
            return new(
                $"{symbol}: {name.Ko} 업종이라 일반 기업의 재무 비율로 등급을 매기지 않습니다({FinancialHealth.NoGrade}, {health.Status}).",
                $"{symbol} is {name.En}: it has no grade ({FinancialHealth.NoGrade}), because ratios of industrial companies do not apply."
            );
        }
        var partial =
            ratios.Any(r => r.Missing == NoValue.NoCurrentItems)
                ? new Words(
                    " 유동 항목을 따로 보고하지 않아 단기 지급 능력은 반영하지 않았습니다. 업종 중앙값과 함께 보아야 합니다.",
                    " It reports no current items, so liquidity is not part of it: see it beside its sector's medians."
                )
            : health.Coverage < 100
                ? new Words(
                    $" 일부 항목이 없어 평가 비중의 {health.Coverage}%만 반영했습니다.",
                    $" Some lines are missing: it covers {health.Coverage}% of the weights."
                )
            : default;
        var basis = health.Grade[0] switch
        {
            'A' => new Words("지급 능력과 자본 구조가 전반적으로 튼튼합니다.", "liquidity and capital structure are sound."),
            'B' => new Words("큰 문제는 없지만 약한 비율이 섞여 있습니다.", "no large problem, with some weaker ratios."),
            'C' => new Words("약한 비율이 많아 주의가 필요합니다.", "many ratios are weak."),
            _ => new Words("대부분의 비율이 위험 구간에 있습니다.", "most ratios are in the poor band."),
        };
        return new(
            $"{symbol}의 재무 건전성은 {health.Grade}({health.Status})입니다. {basis.Ko}{partial.Ko}",
            $"{symbol} is graded {health.Grade}: {basis.En}{partial.En}"
        );
    }

    private static IEnumerable<Words> Strengths(BalanceSheet sheet, IReadOnlyList<Ratio> ratios)
    {
        foreach (var ratio in ratios.Where(r => r.Rating >= Rating.Good))
            yield return ratio.Sentence();
        if (sheet.ReportedCurrency != "USD")
            yield break; // its size in dollars is not known
        if (CompanySizes.Of(sheet) is (CompanySize.Large or CompanySize.Mid) and var size)
        {
            var (ko, en) = size == CompanySize.Large ? ("대형사", "large") : ("중견사", "mid-sized");
            yield return new(
                $"총자산 {InHundredMillions(sheet.TotalAssets)}억 달러 규모의 {ko}입니다.",
                $"A {en} company, with total assets of {InBillions(sheet.TotalAssets)} billion USD."
            );
        }
        if (sheet.Cash >= 10 * Billion)
            yield return new(
                $"현금성 자산이 {InHundredMillions(sheet.Cash)}억 달러입니다.",
                $"Cash and equivalents are {InBillions(sheet.Cash)} billion USD."
            );
    }

    /// <summary>By score, 75 / 55 / 35; without one the measures of the industry.</summary>
    private static Words Outlook(FinancialHealth health) =>
        health.Score switch
        {
            null => new(
                $"이 업종은 다른 지표로 살펴야 합니다: {health.Yardstick.Measure().Ko}.",
                $"Companies of this industry are judged by other measures: {health.Yardstick.Measure().En}."
            ),
            >= 75 => new(
                "재무 안정성이 높은 편입니다. 다음 분기에도 유지되는지 확인할 만합니다.",
                "Financially stable; worth checking that it stays so next quarter."
            ),
            >= 55 => new(
                "대체로 안정적이지만 약한 비율의 변화를 지켜볼 필요가 있습니다.",
                "Mostly stable; the weaker ratios are worth watching."
            ),
            >= 35 => new(
                "재무 위험 요인이 있어 부채와 유동성의 흐름을 함께 살펴야 합니다.",
                "There are financial risks; look at how debt and liquidity develop."
            ),
            _ => new(
                "재무 위험이 큰 구간입니다. 차입 상환 일정과 자본 확충 여부를 확인해야 합니다.",
                "Financial risk is high; check when debt falls due and whether capital is being raised."
            ),
        };

    /// <summary>In hundred millions, the Korean unit 억.</summary>
    private static string InHundredMillions(decimal? amount) => (amount!.Value / 100_000_000).ToString("#,0", CultureInfo.InvariantCulture);

    private static string InBillions(decimal? amount) => (amount!.Value / Billion).ToString("#,0.#", CultureInfo.InvariantCulture);
}
