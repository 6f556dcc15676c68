using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>Reads the text of a question as words of the index.</summary>
public sealed class ArticleTerms<TArticle>(
    ArticleIndexName<TArticle> index,
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database
)
    where TArticle : class, IIndexedArticle
{
    /// <summary>The text of a query; null when it has none.</summary>
    /// <exception cref="ProblemException">400: nothing but exclusions.</exception>
    internal async Task<ArticleWords?> ReadAsync(ArticleQuery query, CancellationToken ct)
    {
        var text = SearchText.Clean(query.Text);
        if (text.Length == 0)
            return null;
        var terms = await ReadTermsAsync(SearchText.Terms(text), ct);
        string[] tickers = [.. terms.Where(t => t.MayBeTicker(terms)).Select(t => t.Words).Distinct()];
        return ArticleWords.Of(terms, tickers.Length == 0 ? new HashSet<string>() : await KnownTickersAsync(tickers, ct))
            ?? throw ProblemException.BadParameter(
                query.TextParameter,
                $"{query.TextParameter} must hold a word to find, not only words to exclude."
            );
    }

    private async Task<IReadOnlyList<ReadTerm>> ReadTermsAsync(IReadOnlyList<SearchTerm> terms, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select case when numnode(q) = 0 then '' else p end, q::text, p !~ ' ' and to_tsvector('pg_catalog.english', p) = ''::tsvector
            from unnest($1::text[]) with ordinality as typed (t, n),
                lateral (select trim(search.plain(t)) as p, search.term(t) as q) words
            order by n
            """
        );
        command.WithValues([terms.Select(t => t.Text).ToArray()]);
        var read = new List<ReadTerm>(terms.Count);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            read.Add(new ReadTerm(terms[read.Count], reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return read;
    }

    /// <summary>Those of the words that some article has as a ticker: one that no article has is taken for the word that it is.</summary>
    private async Task<IReadOnlySet<string>> KnownTickersAsync(string[] words, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand(
            $"select w from unnest($1::text[]) w where exists (select from {index.Rows} where vector @@ quote_literal('$' || w)::tsquery)"
        );
        command.WithValues([words]);
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var batch = database.CreateBatch(command, byWords: true);
        await using var reader = await batch.ReadRowsAsync(ct);
        while (await reader.ReadAsync(ct))
            known.Add(reader.GetString(0));
        return known;
    }
}
