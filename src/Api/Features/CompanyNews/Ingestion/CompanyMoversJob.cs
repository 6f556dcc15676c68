using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;

namespace InvestmentAssistant.Api.Features.CompanyNews.Ingestion;

/// <summary>
/// Takes the movers when a session has ended, by the market's calendar, and keeps their news young. The schedule covers the ends of all
/// sessions (13:00 and 16:00 in New York, summer and winter); a run with nothing to take and nothing to ask costs no call.
/// </summary>
public sealed class CompanyMoversJob(
    ChosenMovers movers,
    CompanyArticles articles,
    IDocumentStore store,
    MarketCalendar calendar,
    IClock clock
) : IDataSetJob
{
    public const string Name = "company-movers";

    /// <summary>The schedule has pauses longer than this only over night.</summary>
    private static readonly Duration s_newsAgainAfter = Duration.FromHours(3);

    public DataSetDescription Description { get; } =
        new(Name, FinnhubClient.Provider, "Movers of the session and their news", "0 20,50 1,5,9,13,17-22 * * ?", Duration.FromHours(14));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var session = UsDailyClosesJob.LastFinished(calendar, clock.GetCurrentInstant());
        var taken = await TakeAsync(session, context.ByHand, ct);
        if (await LatestAsync(ct) is not { } latest)
            return taken;
        context.Progress($"movers of {latest.Id}: {latest.Symbols.Count()} symbols");
        var news = await articles.FetchAsync([.. latest.Symbols], s_newsAgainAfter, context, ct);
        return new JobOutcome(
            taken.Rows + news.Rows,
            taken.Dropped + news.Dropped,
            taken.Complete && news.Complete,
            Joined(taken.Note, news.Note)
        )
        {
            IsLimited = taken.IsLimited || news.IsLimited,
            Answered = (taken.Rows > 0 ? 1 : 0) + (news.Answered ?? 0),
            Left = news.Left,
        };
    }

    /// <summary>Takes the batch of a session unless it is held and final.</summary>
    private async Task<JobOutcome> TakeAsync(Session session, bool again, CancellationToken ct)
    {
        await using var writing = store.LightweightSession();
        var held = await writing.LoadAsync<MoverBatch>(MoverBatch.IdOf(session.Date), ct);
        if (held is { IsFinal: true } && !again)
            return new JobOutcome(0);
        var (batch, dropped, note) = await movers.TakeAsync(session, ct);
        if (batch is null || batch.Id < MoverBatch.IdOf(session.Date))
            return new JobOutcome(0, dropped, Complete: false, note);
        writing.Store(batch);
        await writing.SaveChangesAsync(ct);
        return new JobOutcome(batch.Movers.Count, dropped, batch.IsFinal, note);
    }

    private async Task<MoverBatch?> LatestAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<MoverBatch>().OrderByDescending(b => b.Id).FirstOrDefaultAsync(ct);
    }

    private static string? Joined(params IEnumerable<string?> notes) =>
        string.Join("; ", notes.OfType<string>()) is { Length: > 0 } joined ? joined : null;
}
