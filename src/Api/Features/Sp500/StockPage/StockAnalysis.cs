using System.Globalization;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Features.Sp500.Documents;

namespace InvestmentAssistant.Api.Features.Sp500.StockPage;

/// <summary>Summary of overview and balance sheet; needs both. Information, not advice.</summary>
/// <param name="KeyHighlights">Facts, at most six.</param>
public sealed record StockAnalysis(
    bool Available,
    string? Summary,
    string? InvestmentPerspective,
    IReadOnlyList<string>? KeyHighlights,
    string? Message
)
{
    private const int Most = 6;

    internal static StockAnalysis Of(CompanyOverview? overview, BalanceSheet? sheet, Valuation valuation, Yardstick? yardstick = null)
    {
        if (overview is null || sheet is null)
        {
            var missing = (overview, sheet) switch
            {
                (null, null) => "기업 개요와 재무 데이터",
                (null, _) => "기업 개요",
                _ => "재무 데이터",
            };
            return new StockAnalysis(false, null, null, null, $"분석에 필요한 {missing}를 수집 중입니다.");
        }
        var ratios = Ratio.AllOf(sheet, yardstick);
        var health = FinancialHealth.Of(ratios);
        return new StockAnalysis(
            true,
            SummaryOf(overview, health, valuation),
            PerspectiveOf(sheet, health, valuation),
            [.. HighlightsOf(overview, ratios, valuation).Take(Most)],
            null
        );
    }

    private static string SummaryOf(CompanyOverview overview, FinancialHealth? health, Valuation valuation)
    {
        var size = overview.MarketCapitalization is { } cap ? $"시가총액 {Dollars(cap)}" : "시가총액 미상";
        var pe = overview.PeRatio is { } ratio ? $"P/E {Text(ratio, "0.0")}배({LevelOf(valuation)})" : "P/E 없음(적자이거나 미제공)";
        var verdict = health switch
        {
            null => "재무 건전성을 판단할 항목이 부족합니다",
            { Score: null } => $"{health.Yardstick.Name().Ko} 업종이라 일반 기업의 재무 비율로 등급을 매기지 않습니다({health.Grade})",
            _ => $"재무 건전성은 {health.Grade}({health.Status})입니다",
        };
        return $"{overview.Name}({overview.Symbol}): {size}, {pe}. {verdict}.";
    }

    private static string LevelOf(Valuation valuation)
    {
        var level = valuation.PeLevel switch
        {
            "low" => "낮은 편",
            "high" => "높은 편",
            "fair" => "보통",
            _ => "판단 불가",
        };
        return valuation.SectorMedianPe is { } median ? $"업종 중앙값 {Text(median, "0.0")}배 대비 {level}" : level;
    }

    /// <summary>Price and books side by side; each alone would mislead.</summary>
    private static string PerspectiveOf(BalanceSheet sheet, FinancialHealth? health, Valuation valuation)
    {
        var price = valuation.PeLevel switch
        {
            "low" => "이익에 비해 가격이 낮은 편입니다",
            "high" => "이익에 비해 가격이 높은 편입니다",
            "fair" => "이익에 비한 가격은 보통 수준입니다",
            _ => "이익에 비한 가격을 판단할 수 없습니다",
        };
        var books = health?.Score switch
        {
            _ when sheet.TotalShareholderEquity < 0 => "부채가 자산보다 많아(자본잠식) 재무 구조에 주의가 필요합니다",
            >= 75 => "재무 구조는 튼튼합니다",
            >= 55 => "재무 구조는 대체로 안정적입니다",
            >= 35 => "재무 구조에 주의할 점이 있습니다",
            not null => "재무 비율 대부분이 일반 기업 기준의 위험 구간에 있습니다",
            null when health is not null => $"재무 구조는 업종에 맞는 지표({health.Yardstick.Measure().Ko})로 보아야 합니다",
            null => "재무 구조를 판단할 항목이 부족합니다",
        };
        return $"{price}. {books}. 투자 권유가 아닌 참고 정보입니다.";
    }

    private static IEnumerable<string> HighlightsOf(CompanyOverview o, IReadOnlyList<Ratio> ratios, Valuation valuation)
    {
        if (o.MarketCapitalization is { } cap)
            yield return $"시가총액 {Dollars(cap)}";
        if (o.PeRatio is { } pe)
            yield return $"P/E {Text(pe, "0.0")}배, {LevelOf(valuation)}";
        if (o.ReturnOnEquityTtm is { } roe)
            yield return $"자기자본이익률(ROE) {Percent(roe)}";
        if (o.ProfitMargin is { } margin)
            yield return $"순이익률 {Percent(margin)}";
        if (o.DividendYield is > 0 and { } dividend)
            yield return $"배당수익률 {Percent(dividend)}";
        foreach (var ratio in ratios.Where(r => r.Exact is not null && (r.Rule == RatioRule.DebtToAsset || r.Rule == RatioRule.Current)))
        {
            var value = ratio.Rule.IsShare ? Percent(ratio.Exact!.Value) : Text(ratio.Exact!.Value, "0.00") + "배";
            yield return $"{ratio.Rule.Name.Ko} {value}({ratio.Label})";
        }
        if (o.Beta is { } beta)
            yield return $"베타 {Text(beta, "0.00")}";
    }

    /// <summary>In 조 (10^12) or 억 (10^8) dollars, as Korean readers count.</summary>
    private static string Dollars(decimal amount) =>
        amount >= 1_000_000_000_000
            ? $"{Text(amount / 1_000_000_000_000, "#,0.00")}조 달러"
            : $"{Text(amount / 100_000_000, "#,0")}억 달러";

    private static string Percent(decimal fraction) => Text(fraction * 100, "0.0") + "%";

    private static string Text(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
