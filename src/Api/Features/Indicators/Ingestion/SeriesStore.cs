using InvestmentAssistant.Api.Features.Indicators.Documents;
using InvestmentAssistant.Api.Features.Indicators.Series;
using Marten;

namespace InvestmentAssistant.Api.Features.Indicators.Ingestion;

/// <summary>Stored state of a series, as the job needs it.</summary>
/// <param name="Newest">Date of the newest value; null when there is none.</param>
/// <param name="FetchedAt">When the provider last answered; null when never.</param>
public sealed record SeriesProgress(LocalDate? Newest, Instant? FetchedAt);

/// <summary>
/// Writes a reply over what is held: new dates are added, changed values replaced, and what the reply no longer has is kept.
/// </summary>
public sealed class SeriesStore(IDocumentStore store, IClock clock)
{
    public async Task<SeriesProgress> ProgressAsync(MacroSeries series, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var source = await session.LoadAsync<SeriesSource>(series.Key, ct);
        var newest = await session
            .Query<Observation>()
            .Where(o => o.Series == series.Key)
            .OrderByDescending(o => o.Date)
            .FirstOrDefaultAsync(ct);
        return new SeriesProgress(newest?.Date, source?.FetchedAt);
    }

    /// <summary>
    /// One transaction: a run that is killed has changed nothing, and its repetition ends the same. Returns how many values were added and
    /// revised.
    /// </summary>
    public async Task<(int Added, int Revised)> WriteAsync(MacroSeries series, SeriesReply reply, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await using var session = store.LightweightSession();
        var held = (await session.Query<Observation>().Where(o => o.Series == series.Key).ToListAsync(ct)).ToDictionary(o => o.Date);
        var (added, revised) = (0, 0);
        foreach (var (date, value) in reply.Values)
        {
            if (!held.TryGetValue(date, out var old))
            {
                added++;
                session.Store(
                    new Observation
                    {
                        Id = Observation.IdOf(series.Key, date),
                        Series = series.Key,
                        Date = date,
                        Value = value,
                        CreatedAt = now,
                        UpdatedAt = now,
                    }
                );
            }
            else if (old.Value != value)
            {
                revised++;
                session.Store(old with { Value = value, UpdatedAt = now });
            }
        }
        session.Store(
            new SeriesSource
            {
                Id = series.Key,
                Name = reply.Name ?? series.Title,
                Interval = reply.Interval ?? series.Interval,
                Unit = reply.Unit ?? series.Unit,
                FetchedAt = now,
            }
        );
        await session.SaveChangesAsync(ct);
        return (added, revised);
    }
}
