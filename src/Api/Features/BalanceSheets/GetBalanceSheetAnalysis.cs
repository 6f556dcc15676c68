using FastEndpoints;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>The verdict over all ratios.</summary>
/// <param name="Grade">A+, A, B+, B, C+, C or D; N/A where the ratios do not apply to the industry.</param>
/// <param name="Score">20 to 100; null with N/A.</param>
/// <param name="Status">The grade in a word.</param>
/// <param name="BasedOn">Keys of the ratios that could be rated.</param>
/// <param name="Coverage">Weight of those ratios, percent of all.</param>
/// <param name="Reason">not_applicable with N/A; else null.</param>
/// <param name="Yardstick">
/// By what measure: industrial, bank, insurer, financial_firm, real_estate_trust, utility, or unclassified (no current items, industry
/// unknown).
/// </param>
public sealed record FinancialHealthAnswer(
    string Grade,
    int? Score,
    string Status,
    IReadOnlyList<string> BasedOn,
    int Coverage,
    NoValue? Reason = null,
    Yardstick Yardstick = Yardstick.Industrial
)
{
    public static FinancialHealthAnswer Of(FinancialHealth health) =>
        new(
            health.Grade,
            health.Score,
            health.Status,
            [.. health.BasedOn.Select(r => r.Rule.Key)],
            health.Coverage,
            health.Score is null ? NoValue.NotApplicable : null,
            health.Yardstick
        );
}

/// <summary>Ratios about one subject.</summary>
public sealed record RatioGroupAnswer(IReadOnlyDictionary<string, FinancialRatio> Ratios, string Summary);

/// <summary>The ratios by subject.</summary>
public sealed record KeyRatiosAnswer(RatioGroupAnswer Liquidity, RatioGroupAnswer Leverage, RatioGroupAnswer Efficiency);

/// <summary>Interpretation of the figures. Information, not advice.</summary>
/// <param name="Strengths">At most three.</param>
/// <param name="Concerns">At most three.</param>
public sealed record InterpretationAnswer(
    string OverallSummary,
    IReadOnlyList<string> Strengths,
    IReadOnlyList<string> Concerns,
    string Recommendation
);

/// <summary>A company's latest balance sheet, judged.</summary>
/// <param name="AnalysisDate">Fiscal date of the balance sheet.</param>
/// <param name="SectorComparison">Against the medians of its GICS sector; null when fewer than five other companies of it are held.</param>
public sealed record AnalysisAnswer(
    string Symbol,
    LocalDate AnalysisDate,
    FinancialHealthAnswer FinancialHealth,
    KeyRatiosAnswer KeyRatios,
    InterpretationAnswer Interpretation,
    SectorComparison? SectorComparison
);

/// <summary>GET /api/v1/balance-sheet/analysis/{symbol}: how healthy a company's latest balance sheet is.</summary>
public sealed class GetBalanceSheetAnalysis(BalanceSheetReader reader, LatestSheets latest, YardstickReader yardsticks)
    : Endpoint<CompanyTextRequest, AnalysisAnswer>
{
    public override void Configure()
    {
        Get("analysis/{symbol}");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Financial health of one company";
            s.Description = """
                Score: mean of the ratios' points (우수 100, 양호 80, 보통 60, 위험 20) by weight (current 25, debt to assets 25,
                equity 20, cash 15, quick 10, debt to equity 5), over the ratios that can be rated; based_on and coverage say which and how much of the weight. 85 and more is A+, 75 A, 65 B+, 55 B, 45 C+,
                35 C, below D. To banks, insurers, other financial
                companies, property trusts and utilities these ratios do not apply: grade N/A, score null, reason not_applicable. Texts are
                information, not advice.
                404 when no balance sheet is held, or none of these ratios can be rated.
                """;
            var current = new FinancialRatio("유동비율", 0.91m, "위험", "유동자산이 유동부채의 0.91배로 위험한 수준입니다.", 1.5m, null);
            var debt = new FinancialRatio("부채비율", 0.821m, "위험", "총부채가 총자산의 82.1%로 위험한 수준입니다.", 0.5m, null);
            var inventory = new FinancialRatio("재고자산비율", 0.011m, "우수", "재고자산이 총자산의 1.1%로 우수한 수준입니다.", 0.1m, null);
            s.ResponseExamples[200] = new AnalysisAnswer(
                "IBM",
                new LocalDate(2023, 9, 30),
                new FinancialHealthAnswer("C", 35, "경고", ["current_ratio", "debt_to_asset"], 50),
                new KeyRatiosAnswer(
                    new RatioGroupAnswer(new Dictionary<string, FinancialRatio> { ["current_ratio"] = current }, "단기 지급 능력: 위험"),
                    new RatioGroupAnswer(new Dictionary<string, FinancialRatio> { ["debt_to_asset"] = debt }, "부채 구조: 위험"),
                    new RatioGroupAnswer(new Dictionary<string, FinancialRatio> { ["inventory_ratio"] = inventory }, "재고 부담: 우수")
                ),
                new InterpretationAnswer(
                    "IBM의 재무 건전성은 C(경고)입니다.",
                    [inventory.Description],
                    [current.Description, debt.Description],
                    "재무 위험 요인이 있습니다."
                ),
                new SectorComparison(
                    "Information Technology",
                    72,
                    new Dictionary<string, SectorRatio> { ["current_ratio"] = new(0.91m, 1.80m, 72, false) }
                )
            );
        });
    }

    public override async Task<AnalysisAnswer> ExecuteAsync(CompanyTextRequest request, CancellationToken ct)
    {
        var language = request.Language();
        var sheet = (await reader.NeededOfAsync(request.Symbol, ct))[0];
        var yardstick = await yardsticks.OfAsync(sheet, ct);
        var ratios = Ratio.AllOf(sheet, yardstick);
        var health = Domain.Fundamentals.FinancialHealth.Of(ratios)
            ?? throw ProblemException.NotFound($"The latest balance sheet of {sheet.Symbol} reports too little for any rated ratio.");
        var sector = SectorComparison.Of(sheet, ratios, await latest.ReadAsync(ct));
        return new AnalysisAnswer(
            sheet.Symbol,
            sheet.FiscalDateEnding,
            FinancialHealthAnswer.Of(health),
            new KeyRatiosAnswer(Group(RatioGroup.Liquidity), Group(RatioGroup.Leverage), Group(RatioGroup.Efficiency)),
            Interpretation.Of(sheet, ratios, health, language),
            sector
        );

        RatioGroupAnswer Group(RatioGroup group)
        {
            var own = ratios.Where(r => r.Rule.Group == group).ToList();
            return new RatioGroupAnswer(FinancialRatio.ByKey(own, language), Interpretation.GroupSummary(group, own).In(language));
        }
    }
}
