using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Platform.Text;

/// <summary>
/// <see cref="TextFold.Of"/> as a function of the database, from the same tables, for texts that are stored there. It does not depend on
/// the locale of the database: ASCII is lowered by the C collation, other capitals by the table.
/// </summary>
internal sealed class TextFoldSchema : ISchemaPart
{
    /// <summary>Parts are applied by name: this one before those that use it.</summary>
    public string Name => "alphabet";

    public string Sql =>
        $"""
            create schema if not exists search;

            create or replace function search.fold(words text) returns text language sql immutable parallel safe as
            $$ select case when octet_length(words) = length(words) or words !~ '[^\u0001-\u007f\uac00-\ud7a3]' then lower(words collate "C")
                else normalize({Folded("words")}, NFKC) end $$;
            """;

    /// <summary>The steps of <see cref="TextFold.Of"/> up to the composition, the innermost first.</summary>
    private static string Folded(string text)
    {
        var decomposed = $"normalize(translate({text}, {Quoted(TextFold.Before)}, {Quoted(TextFold.BeforeAs)}), NFKD)";
        var dropped = string.Concat(TextFold.Dropped.Select(r => $@"\U{r.First:X8}-\U{r.Last:X8}"));
        var lowered = $"lower(regexp_replace({decomposed}, '[{dropped}]', '', 'g') collate \"C\")";
        var (from, to) = (Quoted(TextFold.Marks + TextFold.Letters), Quoted(TextFold.MarksAs + TextFold.LettersAs));
        return TextFold.Pairs.Aggregate($"translate({lowered}, {from}, {to})", (inner, p) => $"replace({inner}, '{p.Letter}', '{p.As}')");
    }

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

public static class TextExtensions
{
    /// <summary>The function <c>search.fold</c> for those that compare stored texts; each of them asks for it.</summary>
    public static IServiceCollection AddTextFold(this IServiceCollection services)
    {
        if (!services.Any(s => s.ImplementationType == typeof(TextFoldSchema)))
            services.AddSingleton<ISchemaPart, TextFoldSchema>();
        return services;
    }
}
