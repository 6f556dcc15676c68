using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Indicators.Ingestion;

/// <summary>
/// Keeps the series of one data set. The provider is asked when a period that can be out is not held, when the last answer is a week old
/// (revisions), or when a person asked for the run. Daily series move each weekday: they come after the others, the one asked longest ago
/// first, on a small share of a plan with few calls a day. Series are written one by one: when the budget ends in the middle, what came is
/// kept and the next run asks for the rest.
/// </summary>
public sealed class MacroSeriesJob(
    MacroDataSet dataSet,
    AlphaVantageClient provider,
    SeriesStore store,
    IOptionsMonitor<ProviderOptions> options,
    IClock clock,
    ILogger<MacroSeriesJob> log
) : IDataSetJob
{
    private static readonly Duration s_reread = Duration.FromDays(7);

    /// <summary>Time until a daily series is asked for again: a little less than a day, and every third day where calls are few.</summary>
    private static readonly Duration s_daily = Duration.FromHours(20),
        s_dailyOfFew = Duration.FromHours(70);

    /// <summary>Part of the day's calls that one run may take for daily series (two of a free key's 25).</summary>
    private const decimal DailyShare = 0.08m;

    public DataSetDescription Description => dataSet.Description;

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var (rows, dropped, read) = (0, 0, 0);
        var failures = ItemFailures.OfQuestions();
        foreach (var series in await DueAsync(context.ByHand, ct))
        {
            var end = await failures.TryAsync(series.Key, async () =>
            {
                var reply = await AskAsync(series, ct);
                var (added, revised) = await store.WriteAsync(series, reply, ct);
                (rows, dropped, read) = (rows + added + revised, dropped + reply.Dropped, read + 1);
                if (reply.Dropped > 0)
                    log.LogDebug("{Series}: {Dropped} rows of the provider are invalid and were dropped", series.Key, reply.Dropped);
                context.Progress($"{series.Title}: {reply.Values.Count} values, {added} new, {revised} revised");
            });
            if (end is ItemEnd.Limited)
                return JobOutcome.CutBy(failures.Limit!, rows, dropped, read, dataSet.Series.Count - read, "series");
        }
        if (failures.First is { } refused && read == 0)
            throw refused;
        return failures.First is { } failure
            ? new JobOutcome(rows, dropped, Complete: false, failure.Message) { Answered = read, Left = dataSet.Series.Count - read }
            : new JobOutcome(rows, dropped, Note: read == 0 ? "nothing new can be out; not asked" : null);
    }

    private async Task<IReadOnlyList<MacroSeries>> DueAsync(bool all, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var perDay = options.Get(AlphaVantageClient.Provider).CallsPerDay;
        var due = new List<(MacroSeries Series, Instant AskedAt)>();
        foreach (var series in dataSet.Series)
        {
            var held = await store.ProgressAsync(series, ct);
            if (all || IsDue(series, held, now, isLimited: perDay > 0))
                due.Add((series, held.FetchedAt ?? Instant.MinValue));
        }
        var daily = due.Where(d => d.Series.IsDaily).OrderBy(d => d.AskedAt).Select(d => d.Series);
        var most = all || perDay <= 0 ? int.MaxValue : Math.Max(1, (int)(perDay * DailyShare));
        return [.. due.Where(d => !d.Series.IsDaily).Select(d => d.Series), .. daily.Take(most)];
    }

    private static bool IsDue(MacroSeries series, SeriesProgress held, Instant now, bool isLimited)
    {
        if (held is not { FetchedAt: { } fetchedAt, Newest: { } newest } || now - fetchedAt >= s_reread)
            return true;
        return newest < series.NewestPossible(now.InUtc().Date)
            && (!series.IsDaily || now - fetchedAt >= (isLimited ? s_dailyOfFew : s_daily));
    }

    private async Task<SeriesReply> AskAsync(MacroSeries series, CancellationToken ct)
    {
        using var reply = await provider.JsonAsync(series.Function, series.Parameters, ct)
            ?? throw new ProviderException(
                ProviderFailure.BadReply,
                AlphaVantageClient.Provider,
                $"sent an empty object for {series.Function}"
            );
        return SeriesReply.Read(reply.RootElement, series, clock.GetCurrentInstant().InUtc().Date);
    }
}
