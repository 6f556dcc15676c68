using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using Marten;

namespace InvestmentAssistant.Api.Features.BalanceSheets.Ingestion;

/// <summary>
/// Balance sheets of the index members, one call a company. Companies report once a quarter and the provider follows within days, so each
/// is asked for weekly where the plan allows, and in rotation where it does not (a free key: five companies a day).
/// </summary>
public sealed class BalanceSheetJob(AlphaVantageClient provider, InstrumentDirectory directory, ItemRotation rotation, IClock clock)
    : IDataSetJob
{
    private static readonly RotationPlan s_plan = new(
        "balance-sheets",
        AlphaVantageClient.Provider,
        Duration.FromDays(7),
        ShareOfDay: 0.2m
    );

    public DataSetDescription Description { get; } =
        new(s_plan.DataSet, s_plan.Provider, "S&P 500 balance sheets", "0 30 4 * * ?", Duration.FromDays(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var companies = await directory.WhenListedAsync("sp500", ct);
        return await rotation.RunAsync(s_plan, [.. companies.Select(c => c.Symbol)], AskAsync, WriteAsync, context, ct);
    }

    private async Task<BalanceSheetReply?> AskAsync(string symbol, CancellationToken ct)
    {
        using var reply = await provider.JsonAsync("BALANCE_SHEET", [("symbol", AlphaVantageText.Symbol(symbol))], ct);
        return reply is null ? null : BalanceSheetReply.Read(reply.RootElement, symbol, clock.GetCurrentInstant());
    }

    /// <summary>Writes new and changed sheets; sheets that the provider no longer sends are kept.</summary>
    private static async Task<Written> WriteAsync(IDocumentSession session, IReadOnlyList<BalanceSheetReply> replies, CancellationToken ct)
    {
        var symbols = replies.Select(r => r.Symbol).ToArray();
        var held = (await session.Query<BalanceSheet>().Where(s => s.Symbol.IsOneOf(symbols)).ToListAsync(ct)).ToDictionary(
            s => s.Id,
            StringComparer.Ordinal
        );
        var news = replies.SelectMany(r => r.Sheets).Where(s => !held.TryGetValue(s.Id, out var old) || !s.SaysTheSameAs(old)).ToList();
        session.Store<BalanceSheet>(news);
        return new Written(news.Count, replies.Sum(r => r.Dropped));
    }
}
