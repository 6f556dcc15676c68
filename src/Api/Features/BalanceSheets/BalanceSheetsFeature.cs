using InvestmentAssistant.Api.Features.BalanceSheets.Ingestion;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Balance sheets of the S&amp;P 500 companies: the reports, their ratios, what they tell of a company's health, and how they change.</summary>
public sealed class BalanceSheetsFeature : IFeature
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<LatestSheets>().AddDataSetJob<BalanceSheetJob>();
}
