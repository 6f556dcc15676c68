using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using Marten;

namespace InvestmentAssistant.Api.Features.Sp500.Ingestion;

/// <summary>
/// Overviews of the index members, one call a company. Market value and P/E move with the price, so each is asked for daily where the plan
/// allows, and in rotation where it does not (a free key: three companies a day). The last one replaces the one before.
/// </summary>
public sealed class CompanyOverviewJob(AlphaVantageClient provider, InstrumentDirectory directory, ItemRotation rotation, IClock clock)
    : IDataSetJob
{
    // A little less than a day, so that a run that starts a minute early finds them due.
    private static readonly RotationPlan s_plan = new(
        "company-overview",
        AlphaVantageClient.Provider,
        Duration.FromHours(20),
        ShareOfDay: 0.12m
    );

    public DataSetDescription Description { get; } =
        new(s_plan.DataSet, s_plan.Provider, "S&P 500 company overviews", "0 0 6 * * ?", Duration.FromDays(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var companies = await directory.WhenListedAsync("sp500", ct);
        return await rotation.RunAsync(s_plan, [.. companies.Select(c => c.Symbol)], AskAsync, WriteAsync, context, ct);
    }

    private async Task<CompanyOverview?> AskAsync(string symbol, CancellationToken ct)
    {
        using var reply = await provider.JsonAsync("OVERVIEW", [("symbol", AlphaVantageText.Symbol(symbol))], ct);
        return reply is null ? null : CompanyOverviewReply.Read(reply.RootElement, symbol, clock.GetCurrentInstant());
    }

    private static Task<Written> WriteAsync(IDocumentSession session, IReadOnlyList<CompanyOverview> overviews, CancellationToken ct)
    {
        session.Store<CompanyOverview>(overviews);
        return Task.FromResult(new Written(overviews.Count, 0));
    }
}
