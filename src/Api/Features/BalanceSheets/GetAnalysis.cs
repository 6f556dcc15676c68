using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Markets.Fundamentals;
using NodaTime;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>The verdict over all ratios.</summary>
/// <param name="Grade">A+, A, B+, B, C+, C or D.</param>
/// <param name="Score">20 to 100.</param>
/// <param name="Status">The grade in a word.</param>
/// <param name="BasedOn">Keys of the ratios that could be rated.</param>
/// <param name="Coverage">Weight of those ratios, percent of all.</param>
public sealed record HealthAnswer(string Grade, int Score, string Status, IReadOnlyList<string> BasedOn, int Coverage)
{
    public static HealthAnswer Of(FinancialHealth health) =>
        new(health.Grade, health.Score, health.Status, [.. health.BasedOn.Select(r => r.Rule.Key)], health.Coverage);
}

/// <summary>Ratios that tell of one thing.</summary>
public sealed record RatioGroupAnswer(IReadOnlyDictionary<string, FinancialRatio> Ratios, string Summary);

/// <summary>The ratios by what they tell.</summary>
public sealed record KeyRatiosAnswer(RatioGroupAnswer Liquidity, RatioGroupAnswer Leverage, RatioGroupAnswer Efficiency);

/// <summary>What the figures mean, in words. Information, not advice.</summary>
/// <param name="Strengths">At most three.</param>
/// <param name="Concerns">At most three.</param>
public sealed record InterpretationAnswer(string OverallSummary, IReadOnlyList<string> Strengths, IReadOnlyList<string> Concerns, string Recommendation);

/// <summary>A company's latest balance sheet, judged.</summary>
/// <param name="AnalysisDate">Fiscal date of the balance sheet.</param>
/// <param name="SectorComparison">Against the medians of its GICS sector; null when fewer than five other companies of it are held.</param>
public sealed record AnalysisAnswer(
    string Symbol, LocalDate AnalysisDate, HealthAnswer FinancialHealth, KeyRatiosAnswer KeyRatios, InterpretationAnswer Interpretation,
    SectorComparison? SectorComparison);

/// <summary>GET /api/v1/balance-sheet/analysis/{symbol}: how healthy a company's latest balance sheet is.</summary>
public sealed class GetAnalysis(BalanceSheetReader reader, LatestSheets latest) : Endpoint<CompanyTextRequest, AnalysisAnswer>
{
    public override void Configure()
    {
        Get("/api/v1/balance-sheet/analysis/{symbol}");
        Options(b => b.WithTags(BalanceSheetRow.Tag).Keeps(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Financial health of one company";
            s.Description = """
                Score: mean of the ratios' points (우수 100, 양호 80, 보통 60, 위험 20) by weight (current 25, debt to assets 25, equity 20, cash 15, quick 10, debt to equity 5), over the ratios
                that can be rated; based_on and coverage say which and how much of the weight. 85 and more is A+, 75 A, 65 B+, 55 B, 45 C+, 35 C, below D. Texts are information, not advice.
                404 when no balance sheet is held, or none of these ratios can be rated.
                """;
        });
    }

    public override async Task<AnalysisAnswer> ExecuteAsync(CompanyTextRequest request, CancellationToken ct)
    {
        var language = request.Language();
        var sheet = (await reader.NeededOfAsync(request.Symbol, HttpContext, ct))[0];
        var ratios = Ratio.AllOf(sheet);
        var health = Platform.Markets.Fundamentals.FinancialHealth.Of(ratios)
            ?? throw ProblemException.NotFound($"The latest balance sheet of {sheet.Symbol} reports too little for any rated ratio.");
        var sector = SectorComparison.Of(sheet, ratios, await latest.ReadAsync(HttpContext, ct));
        return new AnalysisAnswer(
            sheet.Symbol, sheet.FiscalDateEnding, HealthAnswer.Of(health),
            new KeyRatiosAnswer(Group(RatioGroup.Liquidity), Group(RatioGroup.Leverage), Group(RatioGroup.Efficiency)),
            Interpretation.Of(sheet, ratios, health, language), sector);

        RatioGroupAnswer Group(RatioGroup group)
        {
            var own = ratios.Where(r => r.Rule.Group == group).ToList();
            return new RatioGroupAnswer(FinancialRatio.ByKey(own, language), Interpretation.GroupSummary(group, own).In(language));
        }
    }
}
