using InvestmentAssistant.Api.Features.BalanceSheets.Ingestion;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Balance sheets of the S&amp;P 500 companies: the reports, their ratios, the company's health, and their changes.</summary>
public sealed class BalanceSheetsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(BalanceSheetGroup.Tag, "재무제표", "Balance sheets", "재무제표", "Balance sheets of companies, ratios, grades and trends.")
        {
            Place = 80,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<LatestSheets>().AddDataSetJob<BalanceSheetJob>(fillOrder: 40);
}
