using System.Globalization;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>Weeks that a search looks into at once.</summary>
/// <param name="Weeks">Their facets; none: all weeks there are.</param>
/// <param name="Articles">About how many articles they hold.</param>
internal sealed record ArticleSpan(IReadOnlyList<string> Weeks, int Articles)
{
    /// <summary>
    /// The next span to look into: the shortest that should hold more matches than are counted, going by how many this one holds; else the
    /// last.
    /// </summary>
    /// <param name="spans">Each within the next; the last holds all.</param>
    /// <param name="at">This one, which is not the last.</param>
    /// <param name="matches">What it holds.</param>
    /// <param name="counted">Matches that are counted at most.</param>
    public static int Next(IReadOnlyList<ArticleSpan> spans, int at, int matches, int counted)
    {
        var share = (double)matches / Math.Max(1, spans[at].Articles);
        for (var next = at + 1; next < spans.Count - 1; next++)
        {
            if (share * spans[next].Articles > 1.5 * counted)
                return next;
        }
        return spans.Count - 1;
    }
}

/// <summary>
/// How articles are spread over weeks. Each article has its week as a facet, so that the index of words finds the matches of some weeks
/// without touching those of all others.
/// </summary>
public sealed class ArticleWeeks<TArticle>(
    ArticleIndexName<TArticle> index,
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database,
    AnswerCache cache
)
    where TArticle : class, IIndexedArticle
{
    /// <summary>Seconds of a week; weeks are counted from 1970 on.</summary>
    internal const int Length = 7 * 24 * 3_600;

    /// <summary>
    /// Articles of the first looks: enough to tell a common word from a rare one, and to hold the first pages of a common one.
    /// </summary>
    private static readonly int[] s_steps = [8_000, 64_000, 400_000];

    /// <summary>They only say where to look first, so they need not be of this minute.</summary>
    private static readonly TimeSpan s_freshFor = TimeSpan.FromMinutes(10);

    /// <summary>Weeks after the newest that was counted: articles that came since.</summary>
    private const int Ahead = 2;

    /// <summary>Spans of time to look into one after the other, from the newest weeks on; the last is all of it.</summary>
    /// <param name="from">Nothing before this is wanted; null: no bound.</param>
    /// <param name="to">Nothing after this is wanted.</param>
    /// <param name="ct">Of the request.</param>
    internal async Task<IReadOnlyList<ArticleSpan>> SpansAsync(Instant? from, Instant? to, CancellationToken ct)
    {
        var counted = (await cache.GetAsync($"articles:{index.Name}:weeks", s_freshFor, CountAsync, ct)).Value;
        var (first, last) = (WeekOf(from) ?? int.MinValue, WeekOf(to) ?? int.MaxValue);
        List<WeekCount> within = [.. counted.Where(w => w.Week >= first && w.Week <= last)];
        var all = within.Sum(w => w.Articles);
        var spans = new List<ArticleSpan>();
        if (within.Count > 0)
        {
            var newest = Math.Min(last, within[0].Week + Ahead);
            var (held, step) = (0, 0);
            foreach (var week in within)
            {
                held += week.Articles;
                if (step == s_steps.Length || held < s_steps[step])
                    continue;
                if (held > all / 2)
                    break;
                spans.Add(new ArticleSpan([.. Enumerable.Range(week.Week, newest - week.Week + 1).Select(FacetOf)], held));
                while (step < s_steps.Length && held >= s_steps[step])
                    step++;
            }
        }
        spans.Add(new ArticleSpan([], all));
        return spans;
    }

    private static int? WeekOf(Instant? time) => time is { } at ? (int)Math.Floor((double)at.ToUnixTimeSeconds() / Length) : null;

    private static string FacetOf(int week) => string.Create(CultureInfo.InvariantCulture, $"week={week}");

    private sealed record WeekCount(int Week, int Articles);

    /// <summary>Newest first.</summary>
    private async Task<List<WeekCount>> CountAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
            select floor(extract(epoch from published_at) / {Length})::int as week, count(*)::int from {index.Rows}
            group by 1 order by 1 desc
            """
        );
        var weeks = new List<WeekCount>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            weeks.Add(new WeekCount(reader.GetInt32(0), reader.GetInt32(1)));
        return weeks;
    }
}
