using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Text;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>Number of articles.</summary>
/// <param name="Count">All of them.</param>
/// <param name="First">Publication of the oldest; null without articles.</param>
/// <param name="Last">Publication of the newest.</param>
public sealed record ArticleTotals(int Count, Instant? First, Instant? Last);

/// <summary>Articles of one publisher.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Host">The host most of its articles are on; null when they come without addresses.</param>
public sealed record SourceFigures(string Source, string? Host, int Count, Instant First, Instant Last);

/// <summary>Articles of one UTC day.</summary>
/// <param name="Sources">How many publishers they are from.</param>
public sealed record DayFigures(LocalDate Date, int Count, int Sources);

/// <summary>Articles with one facet, without its kind: AAPL.</summary>
public sealed record FacetFigures(string Value, int Count, Instant Last);

/// <summary>Figures over all articles of one kind. They change with the ingestion, so each is kept for some seconds.</summary>
public sealed class ArticleFigures<TArticle>(
    ArticleIndexName<TArticle> index,
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database,
    AgedAnswers cache,
    IClock clock
)
    where TArticle : class, IIndexedArticle
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(10);

    public async Task<ArticleTotals> TotalsAsync(CancellationToken ct) =>
        (
            await ListAsync(
                "totals",
                $"select count(*)::int, min(published_at), max(published_at) from {index.Rows}",
                async (r, c) =>
                    new ArticleTotals(
                        r.GetInt32(0),
                        await r.GetFieldValueAsync<Instant?>(1, c),
                        await r.GetFieldValueAsync<Instant?>(2, c)
                    ),
                ct
            )
        )[0];

    /// <summary>
    /// Most articles first, ties by name. Spellings that differ in case, accents or width alone are one; the commonest is shown.
    /// </summary>
    public Task<IReadOnlyList<SourceFigures>> SourcesAsync(CancellationToken ct) =>
        ListAsync(
            "sources",
            $"""
            select mode() within group (order by source) as name, mode() within group (order by host), count(*)::int, min(published_at),
            max(published_at)
            from {index.Rows} where source <> '' group by search.fold(source) order by count(*) desc, name
            """,
            async (r, c) =>
                new SourceFigures(
                    r.GetString(0),
                    await r.GetFieldValueAsync<string?>(1, c),
                    r.GetInt32(2),
                    await r.GetFieldValueAsync<Instant>(3, c),
                    await r.GetFieldValueAsync<Instant>(4, c)
                ),
            ct
        );

    /// <summary>
    /// The facets of publishers that a request names: a whole name, or the beginning of one or more names or hosts, in any spelling. Of a
    /// unknown name there are no articles.
    /// </summary>
    public async Task<IReadOnlyList<string>> FacetsOfSourcesAsync(IEnumerable<string> wanted, CancellationToken ct)
    {
        var sources = await SourcesAsync(ct);
        return [.. wanted.Select(w => TextFold.Of(TextFold.Typed(w)).Trim()).SelectMany(Matching).Distinct(StringComparer.Ordinal)];

        IEnumerable<string> Matching(string name)
        {
            bool Begins(string? text) => TextFold.Of(text).StartsWith(name, StringComparison.Ordinal);
            var isWhole = sources.Any(s => TextFold.Of(s.Source) == name);
            var found =
                isWhole || name.Length == 0
                    ? []
                    : sources.Where(s => Begins(s.Source) || Begins(s.Host)).Select(s => Facet.OfSource(s.Source));
            return found.DefaultIfEmpty(Facet.OfSource(name));
        }
    }

    /// <summary>The newest UTC days up to today, oldest first; days without articles have 0.</summary>
    public async Task<IReadOnlyList<DayFigures>> DaysAsync(int days, CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var first = today.PlusDays(1 - days);
        var counted = await ListAsync(
            $"days:{first}:{days}",
            $"""
            select (published_at at time zone 'UTC')::date, count(*)::int, count(distinct search.fold(source))::int from {index.Rows}
            where published_at >= @from group by 1
            """,
            async (r, c) => new DayFigures(await r.GetFieldValueAsync<LocalDate>(0, c), r.GetInt32(1), r.GetInt32(2)),
            ct,
            ("from", first.AtMidnight().InUtc().ToInstant())
        );
        var byDate = counted.ToDictionary(d => d.Date);
        return
        [
            .. Enumerable
                .Range(0, days)
                .Select(i => byDate.GetValueOrDefault(first.PlusDays(i)) ?? new DayFigures(first.PlusDays(i), 0, 0)),
        ];
    }

    /// <summary>Facets of a kind, most articles first, ties by name.</summary>
    /// <param name="kind">One of <see cref="Facet"/>.</param>
    /// <param name="days">Counts only articles of the last days (times 24 hours); null for all.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<FacetFigures>> FacetsAsync(string kind, int? days, CancellationToken ct)
    {
        var from = days is { } span ? clock.GetCurrentInstant() - Duration.FromDays(span) : (Instant?)null;
        return ListAsync(
            $"facets:{kind}:{days}",
            $"""
            select substr(facet, length(@kind) + 2), count(*)::int, max(published_at) from {index.Rows}, unnest(facets) facet
            where starts_with(facet, @kind || '=') {(from is null ? "" : "and published_at >= @from")} group by facet order by 2 desc, 1
            """,
            async (r, c) => new FacetFigures(r.GetString(0), r.GetInt32(1), await r.GetFieldValueAsync<Instant>(2, c)),
            ct,
            ("kind", kind),
            ("from", from)
        );
    }

    private async Task<IReadOnlyList<TRow>> ListAsync<TRow>(
        string what,
        string sql,
        Func<NpgsqlDataReader, CancellationToken, ValueTask<TRow>> read,
        CancellationToken ct,
        params (string Name, object? Value)[] parameters
    ) =>
        await cache.GetAsync<IReadOnlyList<TRow>>(
            $"articles:{index.Name}:{what}",
            s_freshFor,
            async c =>
            {
                await using var command = database.CreateCommand(sql);
                command.With([.. parameters.Where(p => p.Value is not null)]);
                var rows = new List<TRow>();
                await using var reader = await command.ExecuteReaderAsync(c);
                while (await reader.ReadAsync(c))
                    rows.Add(await read(reader, c));
                return rows;
            },
            ct
        );
}
