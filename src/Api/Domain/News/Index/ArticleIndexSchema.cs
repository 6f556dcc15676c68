using InvestmentAssistant.Api.Platform.Persistence;
using Marten;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>
/// The index of one kind of article: a narrow row an article, written by a trigger on the documents' table, so that no way of writing can
/// forget it. A word vector in the documents' own table would be dropped by the migration tool, which knows only what is declared there,
/// and would make its rows too wide to scan (decision 0111).
/// </summary>
internal sealed class ArticleIndexSchema<TArticle>(ArticleIndexName<TArticle> index, IDocumentStore store) : ISchemaPart
    where TArticle : class, IIndexedArticle
{
    /// <summary>
    /// Raised when rows are to be made differently, also by the functions of <see cref="ArticleSearchSchema"/>: the next start makes all
    /// of them again.
    /// </summary>
    private const int Version = 3;

    public string Name => "article-search-" + index.Name;

    public string Sql => Statements(index.Name, index.DocumentsOf(store));

    private static string Statements(string name, string documents) =>
        $$"""
            create table if not exists search.{{name}} (
                id text primary key references {{documents}} (id) on delete cascade,
                published_at timestamptz not null,
                source text not null,
                host text,
                facets text[] not null,
                vector tsvector not null
            );
            -- Times alone: small enough to be counted through, and equal times are few.
            create index if not exists {{name}}_newest on search.{{name}} (published_at);
            create index if not exists {{name}}_words on search.{{name}} using gin (vector, facets) with (fastupdate = off);
            -- The statements over it leave the planner no choice (decision 0112); the more it knows of words, the longer it thinks.
            alter table search.{{name}} alter column vector set statistics 10;
            -- Counting through times looks up only rows of pages that no vacuum has seen yet: by default those are the newest fifth.
            alter table search.{{name}} set (autovacuum_vacuum_insert_scale_factor = 0.02);

            create or replace function search.row_of_{{name}}(key text, data jsonb) returns search.{{name}} language sql immutable as
            $$ select key, (data ->> 'published_at')::timestamptz, coalesce(data ->> 'source', ''), data ->> 'host',
                   search.facets(data -> 'facets')
                       || ('week=' || floor(extract(epoch from (data ->> 'published_at')::timestamptz) / {{ArticleWeeks<TArticle>.Length}})::int),
                   search.vector(data ->> 'title', data ->> 'description', data ->> 'content')
                       || search.names(concat_ws(' . ', data ->> 'title', data ->> 'description', data ->> 'content'), data -> 'facets') $$;

            create or replace function search.keep_{{name}}() returns trigger language plpgsql as
            $$
            declare kept search.{{name}} := search.row_of_{{name}}(new.id, new.data);
            begin
                insert into search.{{name}} as i values (kept.*)
                on conflict (id) do update set
                    published_at = excluded.published_at, source = excluded.source, host = excluded.host, facets = excluded.facets, vector
                    = excluded.vector
                -- Most articles come again unchanged.
                where i.* is distinct from excluded.*;
                return null;
            end
            $$;

            create or replace trigger keep_search after insert or update on {{documents}}
                for each row execute function search.keep_{{name}}();

            do $$
            begin
                if obj_description('search.{{name}}'::regclass) is distinct from 'version {{Version}}' then
                    delete from search.{{name}};
                    insert into search.{{name}} select (search.row_of_{{name}}(d.id, d.data)).* from {{documents}} d;
                    comment on table search.{{name}} is 'version {{Version}}';
                end if;
            end $$;
            """;
}
