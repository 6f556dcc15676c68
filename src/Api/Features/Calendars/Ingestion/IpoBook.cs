using InvestmentAssistant.Api.Features.Calendars.Documents;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Features.Calendars.Ingestion;

/// <summary>Result of a write.</summary>
public sealed record IpoWriting(int Changed, int Removed = 0, int Doubled = 0, string? Note = null);

/// <summary>
/// Writes offerings: one row an offering, also when its date moves. Two jobs write here, so each writing is one transaction behind the one
/// before; one that is killed has changed nothing.
/// </summary>
public sealed class IpoBook(IDocumentStore store, IClock clock)
{
    /// <summary>Number of the advisory lock: "ipo" as ASCII.</summary>
    private const long Lock = 0x69706F;

    /// <summary>
    /// A company goes public once: the same symbol within this many days is the same offering, later another company may have taken the
    /// symbol.
    /// </summary>
    private const int SameOfferingDays = 180;

    /// <summary>A calendar with less than this part of what is held is a broken one.</summary>
    private const double Whole = 0.5;

    /// <summary>
    /// Takes over the calendar: dates move, ranges become known, and what is no longer on it before its day has come is taken off.
    /// </summary>
    public Task<IpoWriting> AnnounceAsync(IReadOnlyList<IpoNotice> calendar, CancellationToken ct) =>
        WriteAsync(calendar, replace: true, ct);

    /// <summary>Adds past offerings of which nothing is held; what was announced is kept as it was.</summary>
    public Task<IpoWriting> AddPastAsync(IReadOnlyList<IpoNotice> past, CancellationToken ct) => WriteAsync(past, replace: false, ct);

    private async Task<IpoWriting> WriteAsync(IReadOnlyList<IpoNotice> notices, bool replace, CancellationToken ct)
    {
        if (notices.Count == 0)
            return new IpoWriting(0);
        var (now, today) = (clock.GetCurrentInstant(), clock.Today());
        var (first, last) = (notices.Min(n => n.Date).PlusDays(-SameOfferingDays), notices.Max(n => n.Date));

        await using var session = store.LightweightSession();
        await session.BeginTransactionAsync(ct);
        await using var wait = new NpgsqlCommand($"select pg_advisory_xact_lock({Lock})");
        await session.ExecuteAsync(wait, ct);
        var held = (await session.Query<IpoOffering>().Where(o => o.IpoDate >= first).ToListAsync(ct)).ToLookup(
            o => o.Symbol,
            StringComparer.Ordinal
        );

        var (changed, doubled) = (0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var notice in notices)
        {
            if (!seen.Add(notice.Symbol))
            {
                doubled++;
                continue;
            }
            var old = held[notice.Symbol]
                .Where(o => Math.Abs(Period.DaysBetween(o.IpoDate, notice.Date)) <= SameOfferingDays)
                .MinBy(o => Math.Abs(Period.DaysBetween(o.IpoDate, notice.Date)));
            if (old is not null && !replace)
                continue;
            var renewed = old is null ? New(notice, now) : Renew(old, notice) with { FetchedAt = now };
            if (old is null || renewed with { FetchedAt = old.FetchedAt } != old)
            {
                changed++;
                renewed = renewed with { UpdatedAt = now };
            }
            session.Store(renewed);
        }

        var removed = 0;
        string? note = null;
        if (replace)
        {
            var coming = held.SelectMany(g => g).Where(o => o.IsListed && o.IpoDate > today && o.IpoDate <= last).ToList();
            var missing = coming.Where(o => !seen.Contains(o.Symbol)).ToList();
            if (coming.Count - missing.Count < coming.Count * Whole)
                note = $"the calendar lacks {missing.Count} of {coming.Count} offerings that were announced; none was taken off";
            else
            {
                removed = missing.Count;
                session.Store(missing.Select(o => o with { IsListed = false, UpdatedAt = now }));
            }
        }
        await session.SaveChangesAsync(ct);
        return new IpoWriting(changed, removed, doubled, note);
    }

    private static IpoOffering New(IpoNotice notice, Instant now) =>
        new()
        {
            Symbol = notice.Symbol,
            CompanyName = notice.CompanyName,
            IpoDate = notice.Date,
            PriceRangeLow = notice.Low,
            PriceRangeHigh = notice.High,
            Currency = notice.Currency,
            Exchange = notice.Exchange,
            FetchedAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        };

    private static IpoOffering Renew(IpoOffering held, IpoNotice notice) =>
        held with
        {
            CompanyName = notice.CompanyName,
            IpoDate = notice.Date,
            PreviousDate = notice.Date == held.IpoDate ? held.PreviousDate : held.IpoDate,
            PriceRangeLow = notice.Low ?? held.PriceRangeLow,
            PriceRangeHigh = notice.High ?? held.PriceRangeHigh,
            Currency = notice.Currency ?? held.Currency,
            Exchange = notice.Exchange ?? held.Exchange,
            IsListed = true,
        };
}
