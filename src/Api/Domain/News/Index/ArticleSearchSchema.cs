using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>
/// How texts become words to find, for every index: one configuration for articles and questions alike. It is the English one without its
/// list of stop words, since names are made of those (AT&amp;T, Allstate's ALL): it stems English words and leaves Korean words as they
/// are, just as the simple one does (decisions 0110, 0151). Korean words are looked for by their beginning, because particles are written
/// onto them.
/// </summary>
internal sealed class ArticleSearchSchema : ISchemaPart
{
    /// <summary>Hangul syllables and letters.</summary>
    private const string Hangul = "가-힣ᄀ-ᇿ";

    /// <summary>Scripts without blanks between words, whose letters are words of their own: Han, kana, bopomofo.</summary>
    private const string Unspaced =
        @"\u2e80-\u2fdf\u3005-\u3007\u3040-\u30fa\u30fc-\u318f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
        + @"\uf900-\ufaff\U00020000-\U0003ffff";

    /// <summary>Signs outside ASCII that are no letter, in every locale of a database.</summary>
    private const string Signs =
        @"\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02df"
        + @"\u2010-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030"
        + @"\u303d-\u303f\u30fb\ue000-\uf8ff\ufe10-\ufe6b\uff00-\uff0f\uff1a-\uff20"
        + @"\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff\U0001f000-\U0001faff";

    /// <summary>The stop words of the English configuration that can be tickers; single letters only where a ticker stands.</summary>
    private const string Tickers =
        "ME|MY|WE|OUR|YOU|HE|HIM|HIS|SHE|HER|IT|ITS|THEY|THEM|WHAT|WHICH|WHO|WHOM|THIS|THAT|"
        + "THESE|THOSE|AM|IS|ARE|WAS|WERE|BE|BEEN|HAVE|HAS|HAD|DO|DOES|DID|AN|THE|AND|BUT|"
        + "IF|OR|AS|OF|AT|BY|FOR|WITH|INTO|TO|FROM|UP|DOWN|IN|OUT|"
        + "ON|OFF|OVER|THEN|ONCE|HERE|THERE|WHEN|WHERE|WHY|HOW|ALL|ANY|BOTH|EACH|FEW|MORE|MOST|SOME|SUCH|NO|NOR|"
        + "NOT|ONLY|OWN|SAME|SO|THAN|TOO|VERY|CAN|WILL|JUST|DON|NOW";

    public string Name => "article-search";

    public string Sql =>
        $$"""
            create schema if not exists search;

            do $do$ begin
                if not exists (select from pg_ts_config where cfgname = 'words' and cfgnamespace = 'search'::regnamespace) then
                    create text search dictionary search.every_english_word (template = pg_catalog.snowball, language = english);
                    create text search configuration search.words (copy = pg_catalog.english);
                    alter text search configuration search.words alter mapping replace pg_catalog.english_stem with search.every_english_word;
                end if;
            end $do$;

            -- Words with blanks between them, for the parser. Signs go, but for a point within a number; what is written together
            -- in two scripts, or as letters and digits, is parted: AI반도체, 3분기, Q3. Compounds are found as phrases, so nothing is lost by that.
            create or replace function search.plain(words text) returns text language sql immutable parallel safe as
            $$ select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
                   regexp_replace(regexp_replace(regexp_replace(regexp_replace(
                   coalesce(search.fold(words), ''),
                   '([a-z0-9])''s(?![a-z0-9])', '\1', 'g'),
                   '([a-z])\+(\+|(?![a-z0-9]))', '\1 plus ', 'g'),
                   '([0-9]),(?=[0-9]{3}(?![0-9]))', '\1', 'g'),
                   '(?<![0-9])\.|\.(?![0-9])|[\u0001-\u002d\u002f\u003a-\u0060\u007b-\u007f{{Signs}}]+', ' ', 'g'),
                   '([{{Unspaced}}])', ' \1 ', 'g'),
                   '([0-9])([a-z])', '\1 \2', 'g'),
                   '([a-z])([0-9])', '\1 \2', 'g'),
                   '([{{Hangul}}])([a-z0-9])', '\1 \2', 'g'),
                   '([a-z0-9])([{{Hangul}}])', '\1 \2', 'g') $$;

            -- Titles weigh most. The provider's note of how much it cut off is not content.
            create or replace function search.vector(title text, description text, content text) returns tsvector language sql immutable parallel safe as
            $$ select setweight(to_tsvector('search.words', search.plain(title)), 'A')
                   || setweight(to_tsvector('search.words', search.plain(description)), 'B')
                   || setweight(to_tsvector('search.words', search.plain(regexp_replace(content, '\[\+\d+ chars\]\s*$', ''))), 'C') $$;

            -- Lexemes beside the words: pairs of short words (AT&T, S&P, U.S.) as 'at&t', because each of the two is everywhere;
            -- and tickers that are English words too ($ALL, (NYSE: A), ALL in a text that is not all capitals, the provider's
            -- symbols) as '$all'.
            create or replace function search.names(words text, facets jsonb) returns tsvector language sql immutable parallel safe as
            $$ select array_to_tsvector(array(
                   select m[1] || '&' || m[2] from regexp_matches(search.fold(words), '{{ArticleWords.Pair}}', 'g') m
                   union select '$' || lower(m[1] collate "C") from regexp_matches(words, '\$([A-Za-z]{1,5})(?![A-Za-z0-9])', 'g') m
                   union select '$' || lower(m[1] collate "C")
                         from regexp_matches(words, '(?:\(|(?:NYSE|NASDAQ|Nasdaq|AMEX) ?: ?)([AIST])(?![A-Za-z0-9])', 'g') m
                   union select '$' || lower(m[1] collate "C")
                         from regexp_matches(words, '(?<![A-Za-z0-9''’.&-])({{Tickers}})(?![A-Za-z0-9''’&])', 'g') m
                         where words ~ '[a-z{{Hangul}}]'
                   union select '$' || search.fold(substr(f, 8)) from jsonb_array_elements_text(facets) f
                         where starts_with(f, 'symbol=') and length(f) > 7)) $$;

            -- Publishers are asked for in any spelling.
            create or replace function search.facets(facets jsonb) returns text[] language sql immutable parallel safe as
            $$ select array(select case when starts_with(f, 'source=') then 'source=' || search.fold(substr(f, 8)) else f end
                   from jsonb_array_elements_text(facets) f) $$;

            -- The words of a question's term, one after the other. A word with a Korean letter matches all words that begin with it.
            create or replace function search.term(words text) returns tsquery language sql immutable parallel safe as
            $$ select regexp_replace(
                   phraseto_tsquery('search.words', search.plain(words))::text, '(''[^'']*[{{Hangul}}][^'']*'')', '\1:*', 'g')::tsquery $$;

            -- A text as it is shown, as HTML. What search.plain parts is parted here by a control character that is taken out again.
            create or replace function search.shown(words text) returns text language sql immutable parallel safe as
            $$ select regexp_replace(regexp_replace(regexp_replace(regexp_replace(
                   replace(replace(replace(
                       left(normalize(translate(coalesce(words, ''), E'\u0001', ''), NFC), 10000), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
                   '([{{Unspaced}}])', E'\u0001\\1\u0001', 'g'),
                   '([A-Za-z])(?=[0-9{{Hangul}}])', E'\\1\u0001', 'g'),
                   '([0-9])(?=[A-Za-z{{Hangul}}])', E'\\1\u0001', 'g'),
                   '([{{Hangul}}])(?=[A-Za-z0-9])|([A-Za-z0-9][-./_@])(?=[A-Za-z])', E'\\1\\2\u0001', 'g') $$;

            -- The query, and in addition the words of the text that have one of its words as their form: Nestlé where nestle was asked for.
            create or replace function search.marks(words text, query tsquery) returns tsquery language sql immutable parallel safe as
            $$ select coalesce(query || (
                   select string_agg(plainto_tsquery('search.words', w)::text, ' | ')::tsquery
                   from (select distinct m[1] as w from regexp_matches(words,
                       '([0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff\ufb00-\ufb06\uff10-\uff5a]+)', 'g') m) t
                   where octet_length(w) <> length(w) and numnode(plainto_tsquery('search.words', w)) > 0
                       and to_tsvector('search.words', search.plain(w)) @@ regexp_replace(query::text, '<[^>]*>|&', '|', 'g')::tsquery
                   ), query) $$;

            -- Marks around found words; what was text stays text when it is shown as HTML.
            create or replace function search.snippet(words text, query tsquery, options text) returns text language sql immutable parallel safe as
            $$ select translate(
                   ts_headline('search.words', t, search.marks(t, query), 'StartSel=<mark>, StopSel=</mark>, ' || options), E'\u0001', '')
               from search.shown(words) t $$;
            """;
}
