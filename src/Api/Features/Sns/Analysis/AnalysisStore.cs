using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>Which posts wait for what, and their analyses.</summary>
public sealed class AnalysisStore(IDocumentStore store, NpgsqlDataSource database)
{
    /// <summary>
    /// Posts with a text that were never analysed, or whose text has changed since, or that were read with another method; newest first. A
    /// Truth Social post is analysed under one of its two sources only.
    /// </summary>
    /// <param name="method">What the fingerprint of an analysis ends in.</param>
    /// <param name="most">Upper limit of rows.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<SocialPost>> UnreadAsync(string method, int most, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
            select p.id from {store.TableOf<SocialPost>()} p left join {store.TableOf<PostAnalysis>()} a on a.id = p.id
            where p.is__listed and p.text__hash <> '' and (a.id is null or a.fingerprint <> p.text__hash || $1)
              and not (a.id is null and p.source <> '{SocialSource.X}' and exists (
                select 1 from {store.TableOf<PostAnalysis>()} b
                where b.post__id = p.post__id and b.post__source <> '{SocialSource.X}' and b.id <> p.id))
            order by p.created__at desc, p.id desc limit $2
            """
        );
        command.WithValues([method, most]);
        var ids = new List<string>();
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
                ids.Add(rows.GetString(0));
        }
        await using var session = store.QuerySession();
        // Both networks number their own posts: the same id in both Truth Social sources is one post.
        return
        [
            .. (await session.LoadManyAsync<SocialPost>(ct, ids))
                .OrderByDescending(p => p.CreatedAt)
                .DistinctBy(p => (p.Source == SocialSource.X, p.PostId)),
        ];
    }

    /// <summary>Analyses of which a figure has fallen due, the longest due first, of those due together the newest post.</summary>
    public async Task<IReadOnlyList<PostAnalysis>> DueAsync(Instant now, int most, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session
            .Query<PostAnalysis>()
            .Where(a => a.NextLookAt <= now)
            .OrderBy(a => a.NextLookAt)
            .ThenByDescending(a => a.PostedAt)
            .Take(most)
            .ToListAsync(ct);
    }

    public async Task<IReadOnlyDictionary<string, PostAnalysis>> LoadAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.LoadManyAsync<PostAnalysis>(ct, ids)).ToDictionary(a => a.Id);
    }

    /// <summary>One transaction.</summary>
    public async Task WriteAsync(IReadOnlyList<PostAnalysis> analyses, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store<PostAnalysis>(analyses);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Markets of a kind of board that posts from before that time still miss prices of.</summary>
    public async Task<IReadOnlyList<string>> MarketsWithoutPricesAsync(
        IReadOnlyList<string> boards,
        Instant postedBefore,
        CancellationToken ct
    )
    {
        await using var command = database.CreateCommand(
            $"""
            select distinct asset ->> 'market'
            from {store.TableOf<PostAnalysis>()} a, jsonb_array_elements(a.data -> 'assets') asset
            where a.next__look__at is not null and a.posted__at < $1 and asset ->> 'board' = any($2) order by 1
            """
        );
        command.WithValues([postedBefore, boards.ToArray()]);
        var markets = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            markets.Add(rows.GetString(0));
        return markets;
    }

    public async Task<bool> HasAnyAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<PostAnalysis>().AnyAsync(ct);
    }
}
