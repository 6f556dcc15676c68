using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Providers.AlphaVantage;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Indicators.Ingestion;

/// <summary>
/// Keeps the series of one data set. The provider is asked when a period that can be out is not held, when the last answer is a week old (revisions), or when a
/// person asked for the run. Series are written one by one: when the budget ends in the middle, what came is kept and the next run asks for the rest.
/// </summary>
public sealed class MacroSeriesJob(MacroDataSet dataSet, AlphaVantageClient provider, SeriesStore store, IClock clock, ILogger<MacroSeriesJob> log) : IDataSetJob
{
    private static readonly Duration s_reread = Duration.FromDays(7);

    public DataSetDescription Description => dataSet.Description;

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var (rows, dropped, read) = (0, 0, 0);
        ProviderException? failure = null;
        foreach (var series in dataSet.Series)
        {
            if (!context.ByHand && !await IsDueAsync(series, ct)) continue;
            try
            {
                var reply = await AskAsync(series, ct);
                var (added, revised) = await store.WriteAsync(series, reply, ct);
                (rows, dropped, read) = (rows + added + revised, dropped + reply.Dropped, read + 1);
                if (reply.Dropped > 0) log.LogWarning("{Series}: {Dropped} rows of the provider cannot be true and were dropped", series.Key, reply.Dropped);
                context.Progress($"{series.Title}: {reply.Values.Count} values, {added} new, {revised} revised");
            }
            catch (ProviderException e) when (e.Kind is ProviderFailure.Rejected or ProviderFailure.BadReply)
            {
                failure ??= e; // about this series alone: the others may still be had
            }
            catch (ProviderException e) when (e.Kind == ProviderFailure.BudgetSpent && read > 0)
            {
                return new JobOutcome(rows, dropped, Complete: false, $"{read} of {dataSet.Series.Count} series, then {e.Message}");
            }
        }
        if (failure is not null && read == 0) throw failure;
        return failure is not null ? new JobOutcome(rows, dropped, Complete: false, failure.Message)
            : new JobOutcome(rows, dropped, Note: read == 0 ? "nothing new can be out; not asked" : null);
    }

    private async Task<bool> IsDueAsync(MacroSeries series, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var held = await store.ProgressAsync(series, ct);
        return held.FetchedAt is not { } fetchedAt || now - fetchedAt >= s_reread
            || held.Newest is not { } newest || newest < series.NewestPossible(now.InUtc().Date);
    }

    private async Task<SeriesReply> AskAsync(MacroSeries series, CancellationToken ct)
    {
        using var reply = await provider.JsonAsync(series.Function, series.Parameters, ct)
            ?? throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, $"sent an empty object for {series.Function}");
        return SeriesReply.Read(reply.RootElement, series, clock.GetCurrentInstant().InUtc().Date);
    }
}
