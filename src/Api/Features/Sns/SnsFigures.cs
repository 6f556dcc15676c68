using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>An account and how much it writes.</summary>
/// <param name="DisplayName">Of its newest post; the user name where it has none.</param>
/// <param name="PostCount">Posts of the last 30 days.</param>
/// <param name="LastPostDate">Time of the newest.</param>
public sealed record AuthorView(string Username, string DisplayName, int PostCount, Instant LastPostDate, bool Verified);

/// <param name="Date">UTC.</param>
public sealed record DayCount(LocalDate Date, int Count);

/// <summary>State of one source.</summary>
/// <param name="Authors">Accounts with at least one post.</param>
/// <param name="LatestPostAt">Null when it has no post.</param>
/// <param name="LatestFetchAt">When the network last answered; null when never.</param>
public sealed record SourceFigures(int Posts, int Authors, Instant? LatestPostAt, Instant? LatestFetchAt);

/// <summary>Counts over the posts that lists show, asked of PostgreSQL at once.</summary>
public sealed class SnsFigures(IDocumentStore store, [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database)
{
    /// <summary>Authors of each source with posts since then, most posts first, then the newest. One line a user name, whatever display
    /// names it had. Reposts do not count as written.</summary>
    public async Task<ILookup<string, AuthorView>> AuthorsAsync(Instant since, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
            select source, (array_agg(author order by created__at desc))[1], (array_agg(data ->> 'display_name' order by created__at
            desc))[1], count(*)::int,
                   max(created__at), bool_or((data ->> 'verified')::boolean)
            from {store.TableOf<SocialPost>()} where is__listed and created__at >= $1 and data ->> 'reposted_by' is null
            group by source, search.fold(author) order by count(*) desc, max(created__at) desc, search.fold(author)
            """
        );
        command.WithValues([since]);
        var authors = new List<(string Source, AuthorView Author)>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var name = rows.GetString(1);
            authors.Add(
                (
                    rows.GetString(0),
                    new AuthorView(
                        name,
                        await rows.IsDBNullAsync(2, ct) ? name : rows.GetString(2),
                        rows.GetInt32(3),
                        await rows.GetFieldValueAsync<Instant>(4, ct),
                        rows.GetBoolean(5)
                    )
                )
            );
        }
        return authors.ToLookup(a => a.Source, a => a.Author);
    }

    /// <summary>Every source, those without posts too.</summary>
    public async Task<IReadOnlyDictionary<string, SourceFigures>> SourcesAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
            select s.source, coalesce(p.posts, 0), coalesce(p.authors, 0), p.latest, f.fetched
            from unnest($1::text[]) with ordinality as s (source, place)
            left join (select source, count(*)::int posts, max(created__at) latest,
                              (count(distinct search.fold(author)) filter (where data ->> 'reposted_by' is null))::int authors
                       from {store.TableOf<SocialPost>()} where is__listed group by source) p on p.source = s.source
            left join (select id, (data ->> 'fetched_at')::timestamptz fetched from {store.TableOf<SocialFetch>()}) f on f.id = s.source
            order by s.place
            """
        );
        command.WithValues([SocialSource.All.ToArray()]);
        var sources = new Dictionary<string, SourceFigures>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            sources[rows.GetString(0)] = new SourceFigures(
                rows.GetInt32(1),
                rows.GetInt32(2),
                await rows.GetFieldValueAsync<Instant?>(3, ct),
                await rows.GetFieldValueAsync<Instant?>(4, ct)
            );
        }
        return sources;
    }

    /// <summary>Posts of each day (UTC) from the first to the last, ascending; days without posts have 0.</summary>
    public async Task<IReadOnlyList<DayCount>> DaysAsync(LocalDate first, LocalDate last, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
            select d::date, count(p.id)::int from generate_series($1::timestamp, $2::timestamp, interval '1 day') d
            left join {store.TableOf<SocialPost>()} p
                on p.is__listed and p.created__at >= d at time zone 'UTC' and p.created__at < (d + interval '1 day') at time zone 'UTC'
            group by d order by d
            """
        );
        command.WithValues([first.AtMidnight(), last.AtMidnight()]);
        var days = new List<DayCount>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            days.Add(new DayCount(await rows.GetFieldValueAsync<LocalDate>(0, ct), rows.GetInt32(1)));
        return days;
    }

    /// <summary>Posts with an analysis; those that their network no longer shows do not count.</summary>
    public async Task<int> AnalysedAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
            select count(*)::int from {store.TableOf<PostAnalysis>()} a
            where not exists (select 1 from {store.TableOf<SocialPost>()} p where p.id = a.id and p.data ->> 'gone_at' is not null)
            """
        );
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }
}
