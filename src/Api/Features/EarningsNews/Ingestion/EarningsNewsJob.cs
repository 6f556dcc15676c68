using System.Globalization;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.EarningsNews.Ingestion;

/// <summary>Section <c>EarningsNews</c> of the settings.</summary>
public sealed class EarningsNewsOptions
{
    /// <summary>
    /// Calls one run may make; each is one report's news. 60 an hour are enough for the busiest weeks, and leave the live quotes their part
    /// of the minutes.
    /// </summary>
    public int CallsPerRun { get; set; } = 60;
}

/// <summary>
/// Company news around the reports of S&amp;P 500 companies: one call a report, for those that <see cref="EarningsNewsPlan"/> says are due.
/// Articles, their counts on the event and the note that it was asked for are one transaction.
/// </summary>
public sealed class EarningsNewsJob(
    FinnhubClient provider,
    ItemRotation rotation,
    EarningsBook book,
    IDocumentStore store,
    IOptions<EarningsNewsOptions> options,
    IClock clock
) : IDataSetJob
{
    public const string Name = "earnings-news";

    public DataSetDescription Description { get; } =
        new(Name, FinnhubClient.Provider, "News around earnings reports", "0 35 * * * ?", Duration.FromHours(4))
        {
            After = ["earnings-calendar"],
        };

    /// <summary>Whether a report is due is decided by the plan, so everything passed to the rotation is requested.</summary>
    private static RotationPlan Rotation { get; } = new(Name, FinnhubClient.Provider, AskAgainAfter: Duration.Zero, ShareOfDay: 1);

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var due = await DueAsync(ct);
        var events = due.Take(options.Value.CallsPerRun)
            .ToDictionary(e => e.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var outcome = await rotation.RunAsync(
            Rotation,
            [.. events.Keys],
            async (id, token) => await AskAsync(events[id], token),
            WriteAsync,
            context,
            ct
        );
        var waiting = due.Count - events.Count;
        return waiting == 0
            ? outcome
            : outcome with
            {
                Complete = false,
                Left = outcome.Left + waiting,
                Note = $"{outcome.Note}; {waiting} reports wait for the next run",
            };
    }

    private async Task<IReadOnlyList<EarningsEvent>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = NewYorkDay.DateOf(now);
        var (first, last) = (today.PlusDays(-EarningsNewsPlan.DaysBack), today.PlusDays(EarningsWindow.DaysBefore));
        await using var session = store.QuerySession();
        var events = await session.Sp500Earnings().Where(e => e.ReportDate >= first && e.ReportDate <= last).ToListAsync(ct);
        var asked = await session.Query<AskedItem>().Where(a => a.DataSet == Name).ToListAsync(ct);
        return EarningsNewsPlan.Due(events, asked.ToDictionary(a => int.Parse(a.Item, CultureInfo.InvariantCulture), a => a.AskedAt), now);
    }

    private sealed record Answer(EarningsEvent Event, ProviderRows<FinnhubArticle> News);

    private async Task<Answer?> AskAsync(EarningsEvent e, CancellationToken ct)
    {
        var last = LocalDate.Min(EarningsWindow.Closes(e), clock.Today());
        return new Answer(e, await provider.CompanyNewsAsync(e.Symbol, EarningsWindow.Opens(e), last, ct));
    }

    private async Task<Written> WriteAsync(IDocumentSession session, IReadOnlyList<Answer> answers, CancellationToken ct)
    {
        var ids = answers.Select(a => a.Event.Id).ToArray();
        var held = (await session.Query<EarningsArticle>().Where(a => ids.Contains(a.EventId)).ToListAsync(ct)).ToLookup(a => a.EventId);
        var now = clock.GetCurrentInstant();
        var changes = answers.Select(a => EarningsNewsMerge.Merge(a.Event, [.. held[a.Event.Id]], a.News.Rows, now)).ToList();
        foreach (var change in changes)
        {
            session.Store<EarningsArticle>(change.Stored);
            foreach (var gone in change.Removed)
                session.Delete<EarningsArticle>(gone.Id);
        }
        await book.CountNewsAsync(session, [.. changes.Select(c => c.Count)], ct);
        return new Written(
            changes.Sum(c => c.Stored.Count + c.Removed.Count),
            answers.Sum(a => a.News.Dropped) + changes.Sum(c => c.Dropped)
        );
    }
}
