using FluentValidation;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>A part of a question: a word, or several that stand one after the other.</summary>
/// <param name="Text">As typed, without quotation marks and minus.</param>
/// <param name="IsPhrase">Whether it stood in quotation marks.</param>
/// <param name="IsExcluded">Whether articles with it are left out.</param>
/// <param name="Group">Which of the alternatives around "or" it belongs to, from 0.</param>
internal sealed record SearchTerm(string Text, bool IsPhrase, bool IsExcluded, int Group);

/// <summary>
/// Parses the text of a search box: words, "phrases", -exclusions. Any text is either searched for or refused with a reason.
/// </summary>
public static class SearchText
{
    public const int Longest = 200;

    /// <summary>Part of every description of a search.</summary>
    public const string Syntax =
        "Words in any order, \"phrases\", -word to exclude, or between words for either. English words in any form; "
        + "Korean words by their beginning; "
        + "names with signs as they are written (AT&T, BRK.B); an English stop word in capitals as a ticker (ALL, IT).";

    /// <summary>
    /// One line as a keyboard has it: decomposed and full-width letters, typographic quotation marks and dashes make no difference.
    /// </summary>
    public static string Clean(string? text) => TextFold.Typed(text).Trim();

    /// <summary>
    /// A search of up to 200 characters with a letter or digit of any script; an absent one passes. Decomposed Hangul has three code
    /// points a character.
    /// </summary>
    public static IRuleBuilderOptions<T, string?> IsSearch<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(3 * Longest)
            .Must(text => text is null || (Clean(text) is { Length: <= Longest } clean && TextFold.HasWord(clean)))
            .WithMessage($"must hold a word, and at most {Longest} characters");

    /// <summary>The terms of a cleaned text; "or" only counts between two of them.</summary>
    internal static IReadOnlyList<SearchTerm> Terms(string clean)
    {
        var (terms, group, at) = (new List<SearchTerm>(), 0, 0);
        while (at < clean.Length)
        {
            if (clean[at] == ' ')
            {
                at++;
                continue;
            }
            var start = at;
            while (at < clean.Length && clean[at] == '-')
                at++;
            var isExcluded = at > start && at < clean.Length && clean[at] != ' ';
            var isPhrase = at < clean.Length && clean[at] == '"';
            if (isPhrase)
                at++;
            var end = at < clean.Length ? clean.IndexOfAny(isPhrase ? ['"'] : [' ', '"'], at) : -1;
            if (end < 0)
                end = clean.Length;
            var text = clean[at..end];
            at = isPhrase && end < clean.Length ? end + 1 : end;
            var isWord = !isPhrase && !isExcluded && terms.Count > 0 && at < clean.Length;
            var isOr = isWord && text.Equals("or", StringComparison.OrdinalIgnoreCase);
            if (isOr)
                group = terms[^1].Group + 1;
            else if (!string.IsNullOrWhiteSpace(text))
                terms.Add(new SearchTerm(text, isPhrase, isExcluded, group));
        }
        return terms;
    }
}
