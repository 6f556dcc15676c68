using Npgsql;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>Statements over an index with the ways that the planner may go.</summary>
internal static class ArticleBatch
{
    /// <summary>
    /// Where the planner takes matches for many, reading the whole table until a limit is reached seems cheapest to it, or reading all
    /// articles from the newest on; where it is wrong, that costs forty milliseconds instead of two. So a statement that is to go by the
    /// index of words has no other way.
    /// </summary>
    public static NpgsqlBatch CreateBatch(this NpgsqlDataSource database, NpgsqlBatchCommand command, bool byWords)
    {
        var batch = database.CreateBatch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(
                byWords
                    ? "select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)"
                    : "select set_config('enable_seqscan', 'off', true)"
            )
        );
        batch.BatchCommands.Add(command);
        return batch;
    }

    /// <summary>Executes it; the reader stands at the rows of the statement.</summary>
    public static async Task<NpgsqlDataReader> ReadRowsAsync(this NpgsqlBatch batch, CancellationToken ct)
    {
        var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return reader;
    }
}
