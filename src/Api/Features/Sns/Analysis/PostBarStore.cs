using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>A post and a market of which no minutes are kept.</summary>
public sealed record MinutesWanted(string AnalysisId, string Market, Instant PostedAt);

/// <summary>The minutes that are kept with analyses.</summary>
public sealed class PostBarStore(IDocumentStore store, NpgsqlDataSource database)
{
    /// <summary>Reads the stored bars of these analyses, by document id.</summary>
    public async Task<IReadOnlyDictionary<string, PostBars>> LoadAsync(IEnumerable<PostAnalysis> analyses, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var ids = analyses.SelectMany(a => a.Assets.Select(s => PostBars.IdOf(a.Id, s.Market)));
        return (await session.LoadManyAsync<PostBars>(ct, ids)).ToDictionary(b => b.Id);
    }

    public async Task WriteAsync(PostBars bars, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(bars);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Markets of these boards whose minutes are not kept of posts from before that time, newest post first.</summary>
    public async Task<IReadOnlyList<MinutesWanted>> WantedAsync(
        IReadOnlyList<string> boards,
        Instant postedBefore,
        int most,
        CancellationToken ct
    )
    {
        await using var command = database.CreateCommand(
            $"""
            select a.id, asset ->> 'market', a.posted__at
            from {store.TableOf<PostAnalysis>()} a, jsonb_array_elements(a.data -> 'assets') asset
            where asset ->> 'board' = any($1) and a.posted__at < $2
              and not exists (select 1 from {store.TableOf<PostBars>()} b where b.id = a.id || '/' || (asset ->> 'market'))
            order by a.posted__at desc, a.id limit $3
            """
        );
        command.WithValues([boards.ToArray(), postedBefore, most]);
        var wanted = new List<MinutesWanted>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            wanted.Add(new MinutesWanted(rows.GetString(0), rows.GetString(1), await rows.GetFieldValueAsync<Instant>(2, ct)));
        return wanted;
    }
}
