using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Features.Sns.Sentiment;

/// <summary>Whether a word is denied: not good, no sign of, the rally is over, 좋지 않다.</summary>
internal static partial class Negation
{
    /// <summary>Words between a negation and what it denies, at most.</summary>
    private const int Reach = 3;

    /// <summary>An odd number of negations, before the word or behind it.</summary>
    /// <param name="words">The text.</param>
    /// <param name="at">Where the entry of the lexicon begins.</param>
    /// <param name="length">Words of it.</param>
    public static bool IsNegated(PostWords words, int at, int length)
    {
        var negations = 0;
        for (var i = at - 1; i >= 0 && at - i <= Reach && words.InClause(i); i--)
        {
            var negator = NegatorEndingAt(words, i);
            if (negator > 0)
                negations++;
            if (negator > 1)
                i -= negator - 1;
            if (at - i == 1 && words[i].Text is "안" or "못")
                negations++;
        }
        negations +=
            words[at].Kind == TokenKind.Korean ? KoreanNegationsBehind(words, at, length)
            : IsDeniedBehind(words, at + length) ? 1
            : 0;
        return negations % 2 == 1;
    }

    /// <summary>Words of the longest negator that ends here: no sign of, far from, not; 0 when there is none.</summary>
    private static int NegatorEndingAt(PostWords words, int at)
    {
        for (var count = Math.Min(4, at + 1); count > 0; count--)
        {
            if (words[at].Kind == TokenKind.Word && PostWords.Lexicon.IsNegator(words.Phrase(at - count + 1, count)))
                return count;
        }
        return 0;
    }

    /// <summary>좋지 않다, 호재가 없다, 호재는 아니다, 하락이 멈췄다: Korean says no after the word.</summary>
    private static int KoreanNegationsBehind(PostWords words, int at, int length)
    {
        var own = words[at + length - 1].Text;
        if (own.Contains("지않", StringComparison.Ordinal) || own.Contains("지못", StringComparison.Ordinal))
            return 1;
        var negations = 0;
        for (var i = at + length; i < words.Count && i - at - length < 2 && words[i].Kind == TokenKind.Korean; i++)
        {
            if (KoreanNo().IsMatch(words[i].Text))
                negations++;
            // Another word with a meaning of its own: what follows denies that one.
            else if (PostWords.Lexicon.Stem(words[i].Rest) is { Value: not 0 })
                break;
        }
        return negations;
    }

    /// <summary>
    /// "The recovery is not happening", "the rally is over": said of the word, and nothing with a meaning of its own follows.
    /// </summary>
    private static bool IsDeniedBehind(PostWords words, int next)
    {
        if (next >= words.Count || words[next].Kind != TokenKind.Word || !Copula().IsMatch(words[next].Text))
            return false;
        var denied = words[next].Text.EndsWith("n't", StringComparison.Ordinal);
        if (
            !denied
            && next + 1 < words.Count
            && words[next + 1].Text is "not" or "never" or "over" or "gone" or "finished" or "ending" or "fading"
        )
        {
            denied = true;
            next++;
        }
        for (var i = next + 1; denied && i < words.Count && i <= next + 3 && words.InClause(i); i++)
        {
            if (words.EntryAt(i) is { Value: not 0 })
                return false;
        }
        return denied;
    }

    [GeneratedRegex("^(않|아니|아닌|없|못하|못했|말자|멈추|멈췄|그치|그쳤|끝나|끝났|막)")]
    private static partial Regex KoreanNo();

    [GeneratedRegex("^(is|are|was|were|will|has|have|does|did|looks|isn't|aren't|wasn't|weren't|won't|hasn't|haven't|doesn't|didn't)$")]
    private static partial Regex Copula();
}
