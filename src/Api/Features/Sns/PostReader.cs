using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Text;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>
/// Reads the posts that lists show, newest first, ids breaking ties. (Marten doubles the underscores in the names of duplicated columns.)
/// </summary>
public sealed class PostReader(IDocumentStore store, [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database)
{
    /// <summary>The order of every list of posts.</summary>
    private const string Order = "order by d.created__at desc, d.id desc";

    /// <param name="sources">Which sources.</param>
    /// <param name="author">User name in any spelling, or null for all.</param>
    /// <param name="after">Goes on after this post; then nothing is skipped.</param>
    /// <param name="window">How many, and after how many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<SocialPost>> ReadAsync(
        IReadOnlyList<string> sources,
        string? author,
        TimePosition? after,
        Window window,
        CancellationToken ct
    )
    {
        await using var session = store.QuerySession();
        var named = NameOf(author);
        return after is null
            ? await session.QueryAsync<SocialPost>(
                $"where d.is__listed and d.source = any(?) and (? = '' or search.fold(d.author) = ?) {Order} limit ? offset ?",
                ct,
                sources.ToArray(),
                named,
                named,
                window.Limit,
                window.Skip
            )
            : await session.QueryAsync<SocialPost>(
                $"where d.is__listed and d.source = any(?) and (? = '' or search.fold(d.author) = ?)  "
                    + $"and (d.created__at, d.id) < (?, ?) {Order} limit ?",
                ct,
                sources.ToArray(),
                named,
                named,
                after.At,
                after.Key,
                window.Limit
            );
    }

    /// <summary>User names are one in every spelling, and with the sign that networks put before them.</summary>
    private static string NameOf(string? author) => TextFold.Of(TextFold.Typed(author)).Trim().TrimStart('@');

    /// <summary>Number of posts of each source for these filters; 0 where it has none.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyList<string> sources, string? author, CancellationToken ct)
    {
        var counts = sources.ToDictionary(s => s, _ => 0);
        await using var command = database.CreateCommand(
            $"""
            select source, count(*)::int from {store.TableOf<SocialPost>()}
            where is__listed and source = any($1) and ($2 = '' or search.fold(author) = $2) group by source
            """
        );
        command.WithValues([sources.ToArray(), NameOf(author)]);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            counts[rows.GetString(0)] = rows.GetInt32(1);
        return counts;
    }

    /// <summary>One post by its first or its newest id, whether lists show it or not; null when none of the sources has it, or its network
    /// no longer shows it.</summary>
    public async Task<SocialPost?> FindAsync(IReadOnlyList<string> sources, string postId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var held = await session.LoadManyAsync<SocialPost>(ct, sources.Select(s => SocialPost.IdOf(s, postId)));
        if (sources.Select(s => held.FirstOrDefault(p => p.Source == s)).FirstOrDefault(p => p is not null) is not { } post)
            post = await session
                .Query<SocialPost>()
                .FirstOrDefaultAsync(p => p.LatestId == postId && p.Source.IsOneOf(sources.ToArray()), ct);
        return post is { GoneAt: null } ? post : null;
    }

    /// <summary>The posts of these document ids, by id; those that are no longer held, or no longer shown by their network, are
    /// missing.</summary>
    public async Task<IReadOnlyDictionary<string, SocialPost>> LoadAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.LoadManyAsync<SocialPost>(ct, ids)).Where(p => p.GoneAt is null).ToDictionary(p => p.Id);
    }
}
