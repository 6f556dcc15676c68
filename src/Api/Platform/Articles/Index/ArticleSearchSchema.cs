using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Platform.Articles.Index;

/// <summary>
/// How texts become words to find, for every index: one configuration for articles and questions alike. It is the English one: it stems English words and leaves Korean words
/// as they are, just as the simple one does (decision 0110). Korean words are looked for by their beginning, because particles are written onto them.
/// </summary>
internal sealed class ArticleSearchSchema : ISchemaPart
{
    public string Name => "article-search";

    public string Sql =>
        """
        create schema if not exists search;

        -- Punctuation that some locales take for letters, and the slash, with which the parser makes one word of two.
        create or replace function search.plain(words text) returns text language sql immutable parallel safe as
        $$ select translate(coalesce(words, ''), '/\·ㆍ•…‥‘’“”「」『』《》〈〉【】〔〕［］（）—–―‐、。，！？：；~～|', repeat(' ', 50)) $$;

        -- Titles weigh most. The provider's note of how much it cut off is not content.
        create or replace function search.vector(title text, description text, content text) returns tsvector language sql immutable parallel safe as
        $$ select setweight(to_tsvector('english', search.plain(title)), 'A')
               || setweight(to_tsvector('english', search.plain(description)), 'B')
               || setweight(to_tsvector('english', search.plain(regexp_replace(content, '\[\+\d+ chars\]\s*$', ''))), 'C') $$;

        -- Any text gives a query: words, "phrases", -exclusions, or. A word with a Korean letter stands for all that begin with it.
        create or replace function search.query(words text) returns tsquery language sql immutable parallel safe as
        $$ select regexp_replace(
               websearch_to_tsquery('english', search.plain(words))::text, '''((?:[^'']|'''')*[가-힣](?:[^'']|'''')*)''', '''\1'':*', 'g')::tsquery $$;

        -- Marks around found words; what was text stays text when it is shown as HTML.
        create or replace function search.snippet(words text, query tsquery, options text) returns text language sql immutable parallel safe as
        $$ select ts_headline('english', replace(replace(replace(coalesce(words, ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), query,
               'StartSel=<mark>, StopSel=</mark>, ' || options) $$;
        """;
}
