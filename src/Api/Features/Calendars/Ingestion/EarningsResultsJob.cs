using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Ingestion;

/// <summary>
/// What companies reported: earnings a share, and the estimate they are measured by. Asks week by week, because one reply holds a limited
/// number of rows, this week first. A week is asked for again until it was read a week after its end, when late results are in; older ones
/// back to ninety days are asked for once. So a first run fills the past as far as the plan reaches (the free one: a month), and later ones
/// take two calls.
/// </summary>
public sealed class EarningsResultsJob(FinnhubClient provider, EarningsBook book, IDocumentStore store, IClock clock) : IDataSetJob
{
    private const int DaysBack = 90;

    public DataSetDescription Description { get; } =
        new("earnings-results", FinnhubClient.Provider, "Results of earnings reports", "0 50 13,22 * * ?", Duration.FromHours(30))
        {
            After = ["sp500-companies"],
        };

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var today = clock.Today();
        var (rows, dropped, read) = (0, 0, 0);
        var weeks = await DueAsync(today, context.ByHand, ct);
        foreach (var week in weeks)
        {
            try
            {
                var reply = EarningsReplies.OfFinnhub(
                    await provider.EarningsAsync(week.Monday, LocalDate.Min(week.Sunday, today), ct),
                    today
                );
                var writing = await book.ReportAsync(reply.Notices, ct);
                await MarkReadAsync(week, ct);
                (rows, dropped, read) = (rows + writing.Changed, dropped + reply.Dropped + writing.Doubled, read + 1);
                context.Progress($"{read} of {weeks.Count} weeks, {rows} reports new or changed");
            }
            catch (ProviderException e) when (e.IsLimit)
            {
                return JobOutcome.CutBy(e, rows, dropped, read, weeks.Count - read, "weeks");
            }
        }
        return new JobOutcome(rows, dropped);
    }

    private async Task<IReadOnlyList<CalendarWeek>> DueAsync(LocalDate today, bool all, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var read = (await session.Query<ResultsWeek>().ToListAsync(ct)).ToDictionary(w => w.Id, w => NewYorkDay.DateOf(w.ReadAt));
        var weeks = new List<CalendarWeek>();
        for (
            var week = NewYorkDay.WeekOf(today);
            week.Sunday >= today.PlusDays(-DaysBack);
            week = NewYorkDay.WeekOf(week.Monday.PlusDays(-7))
        )
        {
            if (all || !read.TryGetValue(ResultsWeek.IdOf(week.Monday), out var on) || on < week.Sunday.PlusDays(7))
                weeks.Add(week);
        }
        return weeks;
    }

    private async Task MarkReadAsync(CalendarWeek week, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(new ResultsWeek { Id = ResultsWeek.IdOf(week.Monday), ReadAt = clock.GetCurrentInstant() });
        await session.SaveChangesAsync(ct);
    }
}
