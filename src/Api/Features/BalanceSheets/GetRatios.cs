using FastEndpoints;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>A ratio and its meaning.</summary>
/// <param name="Name">In the asked language.</param>
/// <param name="Value">A multiple or a fraction (0.62 = 62 %); null when it cannot be had.</param>
/// <param name="Status">우수, 양호, 보통 or 위험; 해당 없음 where it does not apply to the industry, 판단 불가 when it cannot be rated.</param>
/// <param name="Description">One sentence with the value, or why there is none.</param>
/// <param name="Benchmark">A sound value to compare with; null where the ratio does not apply.</param>
/// <param name="Reason">
/// Why there is no value: not_applicable, no_current_items, not_reported, zero_divisor or negative_equity; null when there is one.
/// </param>
public sealed record FinancialRatio(string Name, decimal? Value, string Status, string Description, decimal? Benchmark, NoValue? Reason)
{
    public static FinancialRatio Of(Ratio ratio, Language language) =>
        new(
            ratio.Rule.Name.In(language),
            ratio.Value,
            ratio.Label,
            ratio.Sentence().In(language),
            ratio.Missing == NoValue.NotApplicable ? null : ratio.Rule.Benchmark,
            ratio.Missing
        );

    public static IReadOnlyDictionary<string, FinancialRatio> ByKey(IEnumerable<Ratio> ratios, Language language) =>
        ratios.ToDictionary(r => r.Rule.Key, r => Of(r, language), StringComparer.Ordinal);
}

/// <summary>All ratios of a company's latest balance sheet.</summary>
/// <param name="AnalysisDate">Fiscal date of the balance sheet.</param>
/// <param name="Ratios">By key: current_ratio, quick_ratio, cash_ratio, debt_to_asset, debt_to_equity, equity_ratio,
/// inventory_ratio.</param>
/// <param name="Summary">One sentence.</param>
public sealed record RatiosAnswer(
    string Symbol,
    LocalDate AnalysisDate,
    IReadOnlyDictionary<string, FinancialRatio> Ratios,
    string Summary
);

/// <summary>GET /api/v1/balance-sheet/ratios/{symbol}: the ratios of the latest period.</summary>
public sealed class GetRatios(BalanceSheetReader reader, YardstickReader yardsticks) : Endpoint<CompanyTextRequest, RatiosAnswer>
{
    public override void Configure()
    {
        Get("ratios/{symbol}");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Ratios of one company";
            s.Description = """
                Of the latest balance sheet; zero is a value, a missing line or a zero divisor gives null. Bands (우수 / 양호 / 보통, else 위험):
                current_ratio = current assets / current liabilities (2 / 1.5 / 1); quick_ratio without inventory (1 / 0.8 / 0.5);
                cash_ratio = cash / current liabilities (0.3 / 0.2 / 0.1);
                debt_to_asset = liabilities / assets (up to 0.3 / 0.5 / 0.7); debt_to_equity (up to 0.5 / 1 / 2; negative equity is 위험
                without a value); equity_ratio = equity / assets
                (0.7 / 0.5 / 0.3); inventory_ratio = inventory / assets (up to 0.05 / 0.1 / 0.2). To banks, insurers, other financial
                companies, property trusts and
                utilities (by GICS) these bands do not apply: their ratios are null with the reason not_applicable.
                404 when no balance sheet is held.
                """;
            s.ResponseExamples[200] = new RatiosAnswer(
                "IBM",
                new LocalDate(2023, 9, 30),
                new Dictionary<string, FinancialRatio>
                {
                    ["current_ratio"] = new("유동비율", 0.91m, "위험", "유동자산이 유동부채의 0.91배로 위험한 수준입니다.", 1.5m, null),
                },
                "7개 비율 가운데 3개가 양호 이상입니다."
            );
        });
    }

    public override async Task<RatiosAnswer> ExecuteAsync(CompanyTextRequest request, CancellationToken ct)
    {
        var sheet = (await reader.NeededOfAsync(request.Symbol, ct))[0];
        var ratios = Ratio.AllOf(sheet, await yardsticks.OfAsync(sheet, ct));
        return new RatiosAnswer(
            sheet.Symbol,
            sheet.FiscalDateEnding,
            FinancialRatio.ByKey(ratios, request.Language()),
            Interpretation.Overview(ratios).In(request.Language())
        );
    }
}
