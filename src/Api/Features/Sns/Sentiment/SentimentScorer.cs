using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Sentiment;

/// <summary>
/// How a text sounds, by a lexicon: the values of its words, each turned and weighed by the words around it, added up and squeezed into -1 to 1. English and Korean, also mixed. What it can
/// and cannot is measured on a labelled set (docs/social-analysis.md).
/// </summary>
public static partial class SentimentScorer
{
    /// <summary>Changes with the lexicon and the rules, so that stored scores are made anew.</summary>
    public const string Method = "lexicon-1";

    public const string Positive = "positive", Neutral = "neutral", Negative = "negative";

    /// <summary>Scores nearer to 0 than this say nothing.</summary>
    public const decimal Threshold = 0.2m;

    /// <summary>The sum at which the score is 0.71: with it one strong word or two weak ones are a clear label.</summary>
    private const double Softness = 12;

    /// <summary>A turned word says less than its opposite: "not bad" is not "good".</summary>
    private const decimal Turned = -0.7m;

    private const int NegationReach = 3, BoostReach = 2, InverseReach = 3;

    private static readonly Lexicon s_lexicon = Lexicon.Shipped;

    public static PostSentiment Score(string text)
    {
        var sum = Sum(Tokens(text));
        var score = Math.Round((decimal)((double)sum / Math.Sqrt(((double)sum * (double)sum) + Softness)), 3, MidpointRounding.AwayFromZero);
        return new PostSentiment(score >= Threshold ? Positive : score <= -Threshold ? Negative : Neutral, score, Method);
    }

    private enum TokenKind { Word, Korean, Emoji, Stop, Comma, Exclamation, Question }

    /// <param name="Text">Lower case.</param>
    /// <param name="IsShouted">All in capitals in a text that is not.</param>
    /// <param name="Rest">The text from here on, for Korean phrases of several words.</param>
    private readonly record struct Token(TokenKind Kind, string Text, bool IsShouted, string Rest);

    private static List<Token> Tokens(string text)
    {
        var plain = NotWords().Replace(text.Replace('’', '\'').Replace("\uFE0F", "", StringComparison.Ordinal), " ");
        var letters = plain.Count(char.IsLetter);
        var shoutsAll = letters > 0 && plain.Count(char.IsUpper) * 2 > letters;
        var tokens = new List<Token>();
        foreach (Match match in TokenShape().Matches(plain))
        {
            var word = match.Value;
            var kind = match.Groups["ko"].Success ? TokenKind.Korean
                : match.Groups["word"].Success ? TokenKind.Word
                : word[0] switch { '!' => TokenKind.Exclamation, '?' => TokenKind.Question, ',' => TokenKind.Comma, '.' or ';' or ':' or '\n' or '…' => TokenKind.Stop, _ => TokenKind.Emoji };
            var isShouted = kind == TokenKind.Word && !shoutsAll && word.Length > 2 && word.All(c => !char.IsLetter(c) || char.IsUpper(c));
            tokens.Add(new Token(kind, word.ToLowerInvariant(), isShouted, kind == TokenKind.Korean ? plain[match.Index..Math.Min(plain.Length, match.Index + 16)] : ""));
        }
        return tokens;
    }

    private static decimal Sum(List<Token> tokens)
    {
        var (before, after) = (0m, 0m);
        var contrasted = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is TokenKind.Word or TokenKind.Korean && s_lexicon.IsContrast(token.Text))
            {
                // What was said before a "but" weighs less, what follows is meant.
                (before, after, contrasted) = (before + after, 0m, true);
                continue;
            }
            if (token.Kind == TokenKind.Emoji) after += s_lexicon.Emoji(token.Text) ?? 0;
            else if (EntryAt(tokens, i) is { } entry)
            {
                after += Weigh(tokens, i, entry);
                i += entry.Words - 1;
            }
            // "좋지만": good, but.
            if (token.Kind == TokenKind.Korean && token.Text.EndsWith("지만", StringComparison.Ordinal)) (before, after, contrasted) = (before + after, 0m, true);
        }
        var sum = contrasted ? (before * 0.5m) + (after * 1.25m) : after;
        sum *= 1 + (0.1m * Math.Min(3, tokens.Count(t => t.Kind == TokenKind.Exclamation)));
        // A text that only asks states nothing.
        return tokens.FindLast(t => t.Kind != TokenKind.Emoji).Kind == TokenKind.Question && !tokens.Exists(t => t.Kind is TokenKind.Stop or TokenKind.Exclamation) ? sum * 0.5m : sum;
    }

    private static decimal Weigh(List<Token> tokens, int at, LexiconEntry entry)
    {
        var value = entry.Value;
        if (value == 0) return 0;
        if (entry.IsMove && IsOfInverse(tokens, at, entry.Words)) value = -value;
        // A word of which less is good takes the sign of what it does: "inflation cools" is said by "cools" alone.
        else if (entry.IsInverse && MovesNear(tokens, at, entry.Words)) return 0;
        if (tokens[at].IsShouted) value *= 1.25m;
        var boosts = 0;
        for (var i = at - 1; i >= 0 && at - i <= BoostReach && InClause(tokens[i]); i--)
        {
            if (s_lexicon.Booster(tokens[i].Text) is { } factor && boosts++ == 0) value *= factor;
        }
        return IsNegated(tokens, at, entry.Words) ? value * Turned : value;
    }

    /// <summary>An odd number of negations before the word, or a Korean one behind it.</summary>
    private static bool IsNegated(List<Token> tokens, int at, int words)
    {
        var negations = 0;
        for (var i = at - 1; i >= 0 && at - i <= NegationReach && InClause(tokens[i]); i--)
        {
            var isPhrase = i > 0 && InClause(tokens[i - 1]) && s_lexicon.IsNegator($"{tokens[i - 1].Text} {tokens[i].Text}");
            if (isPhrase || (tokens[i].Kind == TokenKind.Word && s_lexicon.IsNegator(tokens[i].Text))) negations++;
            if (isPhrase) i--;
            if (at - i == 1 && tokens[i].Text is "안" or "못") negations++;
        }
        if (tokens[at].Kind == TokenKind.Korean) negations += IsNegatedBehind(tokens, at, words) ? 1 : 0;
        return negations % 2 == 1;
    }

    /// <summary>좋지 않다, 호재가 없다, 호재는 아니다: Korean says no after the word.</summary>
    private static bool IsNegatedBehind(List<Token> tokens, int at, int words)
    {
        var own = tokens[at + words - 1].Text;
        if (own.Contains("지않", StringComparison.Ordinal) || own.Contains("지못", StringComparison.Ordinal)) return true;
        for (var i = at + words; i < tokens.Count && i - at - words < 2 && tokens[i].Kind == TokenKind.Korean; i++)
        {
            if (KoreanNo().IsMatch(tokens[i].Text)) return true;
            // Another word with a meaning of its own: what follows denies that one.
            if (s_lexicon.Stem(tokens[i].Rest) is { Value: not 0 }) return false;
        }
        return false;
    }

    private static bool IsOfInverse(List<Token> tokens, int at, int words) => Near(tokens, at, words, e => e.IsInverse);

    private static bool MovesNear(List<Token> tokens, int at, int words) => Near(tokens, at, words, e => e.IsMove);

    /// <summary>Whether such a word stands within three words of the same clause, before or behind.</summary>
    private static bool Near(List<Token> tokens, int at, int words, Predicate<LexiconEntry> wanted)
    {
        for (var i = at - 1; i >= 0 && at - i <= InverseReach && InClause(tokens[i]); i--)
        {
            if (EntryAt(tokens, i) is { } entry && wanted(entry)) return true;
        }
        for (var i = at + words; i < tokens.Count && i - at - words < InverseReach && InClause(tokens[i]); i++)
        {
            if (EntryAt(tokens, i) is { } entry && wanted(entry)) return true;
        }
        return false;
    }

    /// <summary>The longest phrase that begins here.</summary>
    private static LexiconEntry? EntryAt(List<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Korean)
        {
            return s_lexicon.Stem(tokens[at].Rest) is { } stem && at + stem.Words <= tokens.Count ? stem : null;
        }
        if (tokens[at].Kind != TokenKind.Word) return null;
        var most = 1;
        while (most < s_lexicon.LongestPhrase && at + most < tokens.Count && tokens[at + most].Kind == TokenKind.Word) most++;
        for (var count = most; count > 0; count--)
        {
            var phrase = count == 1 ? tokens[at].Text : string.Join(' ', tokens.Skip(at).Take(count).Select(t => t.Text));
            if (s_lexicon.Word(phrase) is { } entry) return entry;
        }
        return null;
    }

    private static bool InClause(Token token) => token.Kind is TokenKind.Word or TokenKind.Korean && !s_lexicon.IsContrast(token.Text);

    /// <summary>Addresses, accounts, symbols and numbers name things; they say nothing about them.</summary>
    [GeneratedRegex(@"https?://\S+|(?<!\w)@\w+|(?<!\w)\$[A-Za-z][\w.]*|&\w+;")]
    private static partial Regex NotWords();

    [GeneratedRegex(@"(?<ko>[가-힣]+)|(?<word>[A-Za-z]+(?:['\-][A-Za-z]+)*)|\p{Cs}\p{Cs}|[\u2600-\u27BF\u2B00-\u2BFF]|[!?,.;:\n…]")]
    private static partial Regex TokenShape();

    [GeneratedRegex("^(않|아니|아닌|없|못하|못했|말자|힘들)")]
    private static partial Regex KoreanNo();
}
