using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Fundamentals;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Earnings;

/// <summary>Result of a write.</summary>
/// <param name="Changed">Events that are new or differ from before.</param>
/// <param name="Removed">Events that the calendar no longer has.</param>
/// <param name="Doubled">Notices about an event that another notice of the same list was about.</param>
/// <param name="Note">For people.</param>
public sealed record EarningsWriting(int Changed, int Removed = 0, int Doubled = 0, string? Note = null);

/// <summary>News that are kept of an event.</summary>
public sealed record EarningsNewsCount(int EventId, int Forecast, int Reaction, int ReportDay, int Stories);

/// <summary>
/// The one place that writes events. Announcements, results, the index's list and counts of news come from jobs that may run side by side,
/// and each changes only what is its own: so every writing reads and writes in one transaction, one after the other. A run that is killed
/// has changed nothing; its repetition ends the same.
/// </summary>
public sealed class EarningsBook(IDocumentStore store, IIndexMembers members, IClock clock)
{
    /// <summary>Number of the advisory lock: "earnings" as ASCII.</summary>
    private const long Lock = 0x6561726E696E6773;

    /// <summary>Days around a list's dates in which a stored event may be the one that the list means.</summary>
    private const int Around = 120;

    /// <summary>A list with less than this part of what is held is a broken one, and nothing is taken off the calendar for it.</summary>
    private const double Whole = 0.6;

    /// <summary>
    /// Takes over a calendar of announcements. Takes off coming events of its span that it does not have, unless too many are missing: then
    /// the calendar must be broken.
    /// </summary>
    public Task<EarningsWriting> AnnounceAsync(IReadOnlyList<EarningsNotice> calendar, CancellationToken ct) =>
        calendar.Count == 0
            ? Task.FromResult(new EarningsWriting(0))
            : WriteAsync(
                async page =>
                {
                    var today = clock.Today();
                    var last = calendar.Max(n => n.Date);
                    await page.LoadAsync(calendar.Min(n => n.Date).PlusDays(-Around), last.PlusDays(Around), ct);
                    page.Take(calendar, insert: _ => true, EarningsNotices.Announce);

                    var coming = page
                        .Held.Where(e => e is { IsListed: true, Actual: null } && e.ReportDate > today && e.ReportDate <= last)
                        .ToList();
                    var missing = coming.Where(e => !page.IsTaken(e)).ToList();
                    if (coming.Count - missing.Count < coming.Count * Whole)
                        return page.Done(
                            note: $"the calendar lacks {missing.Count} of {coming.Count} reports that were announced; none was taken off"
                        );
                    foreach (var gone in missing)
                        page.Put(gone with { IsListed = false }, gone);
                    page.Complete();
                    return page.Done(missing.Count);
                },
                ct
            );

    /// <summary>Takes over results. A report that was not announced is added on its day.</summary>
    public Task<EarningsWriting> ReportAsync(IReadOnlyList<EarningsNotice> results, CancellationToken ct) =>
        results.Count == 0
            ? Task.FromResult(new EarningsWriting(0))
            : WriteAsync(
                async page =>
                {
                    var today = clock.Today();
                    await page.LoadAsync(results.Min(n => n.Date).PlusDays(-Around), results.Max(n => n.Date).PlusDays(Around), ct);
                    page.Take(results, insert: n => n.Date <= today, EarningsNotices.Report);
                    page.Complete();
                    return page.Done();
                },
                ct
            );

    /// <summary>
    /// Marks the events between two dates that are of the index, as its list now stands, and completes them with what has become known of
    /// their companies.
    /// </summary>
    public Task<EarningsWriting> RebuildIndexAsync(LocalDate from, LocalDate to, CancellationToken ct) =>
        WriteAsync(
            async page =>
            {
                await page.LoadAsync(from, to, ct);
                foreach (var held in page.Held)
                    page.Put(held, held);
                return page.Done();
            },
            ct
        );

    /// <summary>Notes how much news is kept of events, in the transaction of the session that writes the news.</summary>
    public async Task CountNewsAsync(IDocumentSession session, IReadOnlyList<EarningsNewsCount> counts, CancellationToken ct)
    {
        await BeginAsync(session, ct);
        var held = (await session.LoadManyAsync<EarningsEvent>(ct, [.. counts.Select(c => c.EventId)])).ToDictionary(e => e.Id);
        foreach (var count in counts)
        {
            if (!held.TryGetValue(count.EventId, out var before))
                continue;
            var after = before with
            {
                ForecastNewsCount = count.Forecast,
                ReactionNewsCount = count.Reaction,
                ReportDayNewsCount = count.ReportDay,
                StoryCount = count.Stories,
            };
            if (after != before)
                session.Store(after with { UpdatedAt = clock.GetCurrentInstant() });
        }
    }

    private async Task<EarningsWriting> WriteAsync(Func<Page, Task<EarningsWriting>> change, CancellationToken ct)
    {
        var index = (await members.ReadAsync(ct)).ToDictionary(m => m.Symbol, StringComparer.Ordinal);
        await using var session = store.LightweightSession();
        await BeginAsync(session, ct);
        var writing = await change(new Page(session, index, clock.GetCurrentInstant()));
        await session.SaveChangesAsync(ct);
        return writing;
    }

    /// <summary>From here to the end of the session's transaction no other process writes events.</summary>
    private static async Task BeginAsync(IDocumentSession session, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var wait = new NpgsqlCommand($"select pg_advisory_xact_lock({Lock})");
        await session.ExecuteAsync(wait, ct);
    }

    /// <summary>The events a writing is about, as held and as they will be.</summary>
    private sealed class Page(IDocumentSession session, IReadOnlyDictionary<string, IndexMember> index, Instant now)
    {
        /// <summary>Balance sheets up to this long before the events show in which months a company's quarters end.</summary>
        private const int SheetsBefore = 400;

        private readonly HashSet<EarningsEvent> _taken = new(ReferenceEqualityComparer.Instance),
            _put = new(ReferenceEqualityComparer.Instance);
        private readonly CompanyFacts _facts = new();
        private int _changed,
            _doubled;

        public IReadOnlyList<EarningsEvent> Held { get; private set; } = [];

        public bool IsTaken(EarningsEvent held) => _taken.Contains(held);

        public async Task LoadAsync(LocalDate from, LocalDate to, CancellationToken ct)
        {
            Held = await session.Query<EarningsEvent>().Where(e => e.ReportDate >= from && e.ReportDate <= to).ToListAsync(ct);
            foreach (var e in Held)
                _facts.Note(e.Symbol, e.CompanyName, e.Currency, e.AnnouncedQuarter);
            var first = from.PlusDays(-SheetsBefore);
            var sheets = await session
                .Query<BalanceSheet>()
                .Where(s => s.FiscalDateEnding >= first)
                .Select(s => new { s.Symbol, s.FiscalDateEnding })
                .ToListAsync(ct);
            foreach (var sheet in sheets)
                _facts.Sheet(sheet.Symbol, sheet.FiscalDateEnding);
        }

        /// <summary>Completes the held events that nothing was said of, with what is known by now.</summary>
        public void Complete()
        {
            foreach (
                var held in Held.Where(e =>
                    !_put.Contains(e) && (e.AnnouncedQuarter is null || e.CompanyName is null || e.Currency is null)
                )
            )
                Put(held, held);
        }

        public void Take(
            IReadOnlyList<EarningsNotice> notices,
            Func<EarningsNotice, bool> insert,
            Func<EarningsEvent, EarningsNotice, EarningsEvent> merge
        )
        {
            foreach (var notice in notices)
                _facts.Note(notice.Symbol, notice.CompanyName, notice.Currency, notice.FiscalDateEnding);
            var bySymbol = Held.GroupBy(e => e.Symbol, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
            foreach (var notice in notices)
            {
                var ofSymbol = bySymbol.TryGetValue(notice.Symbol, out var some) ? some : bySymbol[notice.Symbol] = [];
                if (notice.FindIn(ofSymbol) is { } held)
                {
                    if (!_taken.Add(held))
                        _doubled++;
                    else
                        Put(merge(held, notice) with { FetchedAt = now }, held);
                }
                else if (insert(notice))
                {
                    var fresh = notice.AsEvent(now);
                    ofSymbol.Add(fresh);
                    _taken.Add(fresh);
                    Put(fresh, before: null);
                }
            }
        }

        /// <summary>Stores what differs from before; <paramref name="before"/> is null for an event that is new.</summary>
        public void Put(EarningsEvent after, EarningsEvent? before)
        {
            if (before is not null)
                _put.Add(before);
            after = _facts.Complete(Stamp(after));
            if (before is not null && after with { FetchedAt = before.FetchedAt } == before)
            {
                if (after.FetchedAt != before.FetchedAt)
                    session.Store(after);
                return;
            }
            _changed++;
            session.Store(after with { UpdatedAt = now });
        }

        public EarningsWriting Done(int removed = 0, string? note = null) => new(_changed, removed, _doubled, note);

        /// <summary>
        /// Says whether the report is one of the index, by its list of the report date. Without a list nothing is changed.
        /// </summary>
        private EarningsEvent Stamp(EarningsEvent e)
        {
            if (index.Count == 0)
                return e;
            if (!index.TryGetValue(e.Symbol, out var member) || !member.IsListedOn(e.ReportDate))
                return e with { IsSp500 = false, GicsSector = null, GicsSubIndustry = null, Headquarters = null };
            return e with
            {
                IsSp500 = true,
                CompanyName = member.CompanyName,
                GicsSector = member.GicsSector,
                GicsSubIndustry = member.GicsSubIndustry,
                Headquarters = member.Headquarters,
                Currency = e.Currency ?? "USD",
            };
        }
    }
}
