using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Etf.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using Marten;

namespace InvestmentAssistant.Api.Features.Etf.Ingestion;

/// <summary>
/// Profiles of the funds on the board, one call a fund. Holdings move slowly, so each is asked for weekly where the plan allows, and in
/// rotation where it does not (a free key: two funds a day). The last one replaces the one before.
/// </summary>
public sealed class FundProfileJob(AlphaVantageClient provider, InstrumentDirectory directory, ItemRotation rotation, IClock clock)
    : IDataSetJob
{
    private static readonly RotationPlan s_plan = new("etf-profiles", AlphaVantageClient.Provider, Duration.FromDays(7), ShareOfDay: 0.08m);

    public DataSetDescription Description { get; } =
        new(s_plan.DataSet, s_plan.Provider, "ETF profiles and holdings", "0 0 8 * * ?", Duration.FromDays(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var funds = await directory.WhenListedAsync("etf", ct);
        return await rotation.RunAsync(s_plan, [.. funds.Select(f => f.Symbol)], AskAsync, WriteAsync, context, ct);
    }

    private async Task<FundProfileReply?> AskAsync(string symbol, CancellationToken ct)
    {
        using var reply = await provider.JsonAsync("ETF_PROFILE", [("symbol", AlphaVantageText.Symbol(symbol))], ct);
        return reply is null ? null : FundProfileReply.Read(reply.RootElement, symbol, clock.GetCurrentInstant());
    }

    private static Task<Written> WriteAsync(IDocumentSession session, IReadOnlyList<FundProfileReply> replies, CancellationToken ct)
    {
        session.Store<FundProfile>(replies.Select(r => r.Profile));
        return Task.FromResult(new Written(replies.Count, replies.Sum(r => r.Dropped)));
    }
}
