using System.Collections.Frozen;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Sentiment;

/// <summary>
/// How a text sounds, by a lexicon: the values of its words, each turned and weighed by the words around it, added up and squeezed into -1
/// to 1. English and Korean, also mixed. What it can and cannot is measured on a labelled set (docs/social-analysis.md).
/// </summary>
public static class SentimentScorer
{
    /// <summary>Changes with the lexicon and the rules, so that stored scores are made again.</summary>
    public const string Method = "lexicon-1";

    public const string Positive = "positive",
        Neutral = "neutral",
        Negative = "negative";

    /// <summary>Scores nearer to 0 than this say nothing.</summary>
    public const decimal Threshold = 0.2m;

    /// <summary>Square of the sum at which the score is 0.71: with it one strong word or two weak ones are a clear label.</summary>
    private const double Softness = 12;

    /// <summary>A turned word says less than its opposite: "not bad" is not "good".</summary>
    private const decimal Turned = -0.7m;

    private const int BoostReach = 2,
        InverseReach = 3;

    /// <summary>Words that may stand between a thing and what it does: inflation (is finally) cooling.</summary>
    private static readonly FrozenSet<string> s_links = new[]
    {
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "be",
        "being",
        "to",
        "will",
        "would",
        "keep",
        "keeps",
        "kept",
        "continue",
        "continues",
        "continued",
        "again",
        "finally",
        "still",
        "just",
        "also",
        "already",
        "now",
        "begin",
        "begins",
        "began",
        "start",
        "starts",
        "started",
        "rate",
        "numbers",
        "data",
        "growth",
        "the",
        "a",
        "an",
        "its",
        "their",
        "our",
        "this",
        "level",
        "it",
        "all",
    }.ToFrozenSet();

    public static PostSentiment Score(string text)
    {
        var sum = Sum(PostWords.Read(text));
        var score = Math.Round(
            (decimal)((double)sum / Math.Sqrt(((double)sum * (double)sum) + Softness)),
            3,
            MidpointRounding.AwayFromZero
        );
        return new PostSentiment(
            score >= Threshold ? Positive
                : score <= -Threshold ? Negative
                : Neutral,
            score,
            Method
        );
    }

    private static decimal Sum(PostWords words)
    {
        var (before, after, weight) = (0m, 0m, 1m);
        var contrasted = false;
        for (var i = 0; i < words.Count; i++)
        {
            var token = words[i];
            if (token.Kind is TokenKind.Stop or TokenKind.Comma or TokenKind.Exclamation or TokenKind.Question)
                weight = 1;
            if (words.IsContrast(i))
            {
                // What was said before a "but" weighs less, what follows is meant.
                (before, after, contrasted) = (before + after, 0m, true);
                continue;
            }
            if (PostWords.Lexicon.IsConcession(token.Text))
            {
                weight = 0.3m;
                continue;
            }
            if (token.Kind == TokenKind.Emoji)
                after += PostWords.Lexicon.Emoji(token.Text) ?? 0;
            else if (words.EntryAt(i) is { } entry)
            {
                after += Weigh(words, i, entry) * weight;
                i += entry.Words - 1;
            }
            // "좋지만": good, but.
            if (token.Kind == TokenKind.Korean && token.Text.EndsWith("지만", StringComparison.Ordinal))
                (before, after, contrasted) = (before + after, 0m, true);
        }
        var sum = contrasted ? (before * 0.5m) + (after * 1.25m) : after;
        sum *= 1 + (0.1m * Math.Min(3, words.Exclamations()));
        return words.OnlyAsks() ? sum * 0.5m : sum;
    }

    private static decimal Weigh(PostWords words, int at, LexiconEntry entry)
    {
        var value = entry.Value;
        if (value == 0)
            return 0;
        if (entry.IsMove && HasNear(words, at, entry.Words, e => e.IsInverse))
            value = -value;
        // A word of which less is good takes the sign of what it does: "inflation cools" is said by "cools" alone.
        else if (entry.IsInverse && HasNear(words, at, entry.Words, e => e.IsMove))
            return 0;
        if (words[at].IsShouted)
            value *= 1.25m;
        var boosts = 0;
        for (var i = at - 1; i >= 0 && at - i <= BoostReach && words.InClause(i); i--)
        {
            if (PostWords.Lexicon.Booster(words[i].Text) is { } factor && boosts++ == 0)
                value *= factor;
        }
        return Negation.IsNegated(words, at, entry.Words) ? value * Turned : value;
    }

    /// <summary>
    /// Whether a direction and a thing belong together: the thing before it with nothing but links between (inflation is finally cooling),
    /// or right behind it (lower fees). Korean says the thing directly before.
    /// </summary>
    private static bool HasNear(PostWords words, int at, int length, Predicate<LexiconEntry> wanted)
    {
        var isKorean = words[at].Kind == TokenKind.Korean;
        for (var i = at - 1; i >= 0 && at - i <= InverseReach + 1 && words.InClause(i); i--)
        {
            if (words.EntryEndingAt(i) is { } entry)
            {
                if (wanted(entry))
                    return true;
                if (!entry.IsMove)
                    break;
            }
            else if (!s_links.Contains(words[i].Text) && PostWords.Lexicon.Booster(words[i].Text) is null)
                break;
        }
        for (var i = at + length; i < words.Count && i - at - length < InverseReach && words.InClause(i); i++)
        {
            if (words.EntryAt(i) is { } entry)
            {
                if (wanted(entry))
                    return true;
                if (!entry.IsMove)
                    break;
            }
            else if (isKorean || (!s_links.Contains(words[i].Text) && PostWords.Lexicon.Booster(words[i].Text) is null))
                break;
        }
        return false;
    }
}
