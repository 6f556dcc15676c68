using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>A term as the database reads it.</summary>
/// <param name="Term">What was typed.</param>
/// <param name="Words">Its words with blanks between them; empty for signs alone.</param>
/// <param name="Query">The same as a tsquery.</param>
/// <param name="IsStopWord">Whether it is one word that nearly every English text has: the, at, all.</param>
internal sealed record ReadTerm(SearchTerm Term, string Words, string Query, bool IsStopWord)
{
    /// <summary>
    /// Whether a stop word may be meant as a ticker: with the sign of a cashtag; or in capitals, alone or in a text that is not all
    /// capitals. A or I in the middle of a text is a word that a phone has made large.
    /// </summary>
    public bool MayBeTicker(IReadOnlyCollection<ReadTerm> question)
    {
        if (!IsStopWord || Term.IsPhrase)
            return false;
        if (Term.Text.StartsWith('$'))
            return true;
        if (!Term.Text.Any(char.IsAsciiLetterUpper) || Term.Text.Any(char.IsAsciiLetterLower))
            return false;
        return question.Count == 1
            || (Words.Length > 1 && question.Any(t => t.Term.Text.Any(c => char.IsLetter(c) && !char.IsAsciiLetterUpper(c))));
    }
}

/// <summary>Words to find, in the database's language.</summary>
/// <param name="Query">A tsquery.</param>
/// <param name="Ranking">The same without what it excludes, by words alone: with exclusions, every rank would be next to nothing.</param>
/// <param name="FindsNothing">No word is left of what was typed: punctuation.</param>
internal sealed partial record ArticleWords(string Query, string Ranking, bool FindsNothing)
{
    /// <summary>
    /// Two short words with one sign between them (AT&amp;T, S&amp;P500, U.S.), in a folded text. .NET and PostgreSQL read it alike.
    /// </summary>
    public const string Pair = @"(?<![a-z0-9])([a-z]{1,2})(?: & |[!-/:-@\[-`{-~·])([a-z]{1,2})(?![a-z])";

    /// <summary>
    /// Puts terms together. Stop words count where there is nothing else to look for, within phrases and compounds, and as tickers.
    /// </summary>
    /// <param name="terms">All terms of the question.</param>
    /// <param name="tickers">The stop words that were meant as tickers and are tickers of some article.</param>
    /// <returns>Null when an alternative holds nothing but exclusions.</returns>
    public static ArticleWords? Of(IReadOnlyList<ReadTerm> terms, IReadOnlySet<string> tickers)
    {
        var (queries, rankings) = (new List<string>(), new List<string>());
        foreach (var group in terms.Where(t => t.Words.Length > 0).GroupBy(t => t.Term.Group))
        {
            bool IsTicker(ReadTerm term) => tickers.Contains(term.Words) && term.MayBeTicker(terms);
            bool Counts(ReadTerm term) => !term.IsStopWord || term.Term.IsPhrase || IsTicker(term);
            var named = group.Where(t => !t.Term.IsExcluded).ToList();
            if (named.Count == 0)
                return null;
            if (named.Any(Counts))
                named.RemoveAll(t => !Counts(t));
            string QueryOf(ReadTerm term) =>
                IsTicker(term) ? $"'${term.Words}'"
                : PairOf(term.Term.Text) is { } pair ? $"'{pair}'"
                : term.Query;
            var excluded = group.Where(t => t.Term.IsExcluded && Counts(t)).Select(t => $"!({QueryOf(t)})");
            queries.Add(string.Join(" & ", named.Select(t => $"({QueryOf(t)})").Concat(excluded)));
            rankings.Add(string.Join(" & ", named.Select(t => $"({t.Query})")));
        }
        return new ArticleWords(string.Join(" | ", queries), string.Join(" | ", rankings), FindsNothing: queries.Count == 0);
    }

    /// <summary>Lexeme of two short words that are written as one; null for all others.</summary>
    private static string? PairOf(string text) =>
        WholePair().Match(TextFold.Of(text)) is { Success: true } match ? $"{match.Groups[1]}&{match.Groups[2]}" : null;

    [GeneratedRegex($"^[!-/:-@\\[-`{{-~]*{Pair}[!-/:-@\\[-`{{-~]*$")]
    private static partial Regex WholePair();
}
