using System.Collections.Frozen;
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

    /// <summary>Turns of phrase that say something else than their words, and what they say.</summary>
    private static readonly (string Phrase, string Meaning)[] s_idioms =
    [
        ("never been more", "very"), ("never been better", "excellent"), ("never looked better", "excellent"), ("never felt better", "excellent"), ("get much better than", "superb"),
        ("get any better than", "superb"), ("doesn't superb", "superb"), ("couldn't be happier", "thrilled"), ("could not be happier", "thrilled"), ("couldn't be better", "excellent"),
        ("can't wait", "excited"), ("cannot wait", "excited"), ("not only", ""), ("no doubt", ""), ("no wonder", ""), ("no matter", ""), ("hard not to", ""), ("can't help but", ""),
        ("nothing can stop", "unstoppable"), ("last but not least", ""), ("not to mention", ""), ("so far so good", "good"), ("too good to be true", "scam"), ("no brainer", "great"), ("the worst is behind", "recovery"), ("the worst is over", "recovery"), ("party is over", "slump"), ("party's over", "slump"),
    ];

    /// <summary>Words that may stand between a thing and what it does: inflation (is finally) cooling.</summary>
    private static readonly FrozenSet<string> s_links = new[]
    {
        "is", "are", "was", "were", "has", "have", "had", "been", "be", "being", "to", "will", "would", "keep", "keeps", "kept", "continue", "continues", "continued", "again", "finally", "still",
        "just", "also", "already", "now", "begin", "begins", "began", "start", "starts", "started", "rate", "numbers", "data", "growth", "the", "a", "an", "its", "their", "our", "this", "level", "it", "all",
    }.ToFrozenSet();

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
        foreach (var (phrase, meaning) in s_idioms) plain = plain.Replace(phrase, meaning, StringComparison.OrdinalIgnoreCase);
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
        var (before, after, weight) = (0m, 0m, 1m);
        var contrasted = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is TokenKind.Stop or TokenKind.Comma or TokenKind.Exclamation or TokenKind.Question) weight = 1;
            if (IsContrast(token))
            {
                // What was said before a "but" weighs less, what follows is meant.
                (before, after, contrasted) = (before + after, 0m, true);
                continue;
            }
            if (s_lexicon.IsConcession(token.Text))
            {
                weight = 0.3m;
                continue;
            }
            if (token.Kind == TokenKind.Emoji) after += s_lexicon.Emoji(token.Text) ?? 0;
            else if (EntryAt(tokens, i) is { } entry)
            {
                after += Weigh(tokens, i, entry) * weight;
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
        if (entry.IsMove && HasNear(tokens, at, entry.Words, e => e.IsInverse)) value = -value;
        // A word of which less is good takes the sign of what it does: "inflation cools" is said by "cools" alone.
        else if (entry.IsInverse && HasNear(tokens, at, entry.Words, e => e.IsMove)) return 0;
        if (tokens[at].IsShouted) value *= 1.25m;
        var boosts = 0;
        for (var i = at - 1; i >= 0 && at - i <= BoostReach && InClause(tokens[i]); i--)
        {
            if (s_lexicon.Booster(tokens[i].Text) is { } factor && boosts++ == 0) value *= factor;
        }
        return IsNegated(tokens, at, entry.Words) ? value * Turned : value;
    }

    /// <summary>An odd number of negations, before the word or behind it.</summary>
    private static bool IsNegated(List<Token> tokens, int at, int length)
    {
        var negations = 0;
        for (var i = at - 1; i >= 0 && at - i <= NegationReach && InClause(tokens[i]); i--)
        {
            var words = NegatorEndingAt(tokens, i);
            if (words > 0) negations++;
            if (words > 1) i -= words - 1;
            if (at - i == 1 && tokens[i].Text is "안" or "못") negations++;
        }
        negations += tokens[at].Kind == TokenKind.Korean ? KoreanNegationsBehind(tokens, at, length) : IsDeniedBehind(tokens, at + length) ? 1 : 0;
        return negations % 2 == 1;
    }

    /// <summary>Words of the longest negator that ends here: no sign of, far from, not; 0 when there is none.</summary>
    private static int NegatorEndingAt(List<Token> tokens, int at)
    {
        for (var count = Math.Min(4, at + 1); count > 0; count--)
        {
            var phrase = count == 1 ? tokens[at].Text : string.Join(' ', tokens.Skip(at - count + 1).Take(count).Select(t => t.Text));
            if (tokens[at].Kind == TokenKind.Word && s_lexicon.IsNegator(phrase)) return count;
        }
        return 0;
    }

    /// <summary>좋지 않다, 호재가 없다, 호재는 아니다, 하락이 멈췄다: Korean says no after the word.</summary>
    private static int KoreanNegationsBehind(List<Token> tokens, int at, int words)
    {
        var own = tokens[at + words - 1].Text;
        if (own.Contains("지않", StringComparison.Ordinal) || own.Contains("지못", StringComparison.Ordinal)) return 1;
        var negations = 0;
        for (var i = at + words; i < tokens.Count && i - at - words < 2 && tokens[i].Kind == TokenKind.Korean; i++)
        {
            if (KoreanNo().IsMatch(tokens[i].Text)) negations++;
            // Another word with a meaning of its own: what follows denies that one.
            else if (s_lexicon.Stem(tokens[i].Rest) is { Value: not 0 }) break;
        }
        return negations;
    }

    /// <summary>"The recovery is not happening", "the rally is over": said of the word, and nothing with a meaning of its own follows.</summary>
    private static bool IsDeniedBehind(List<Token> tokens, int next)
    {
        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Word || !Copula().IsMatch(tokens[next].Text)) return false;
        var denied = tokens[next].Text.EndsWith("n't", StringComparison.Ordinal);
        if (!denied && next + 1 < tokens.Count && tokens[next + 1].Text is "not" or "never" or "over" or "gone" or "finished" or "ending" or "fading")
        {
            denied = true;
            next++;
        }
        for (var i = next + 1; denied && i < tokens.Count && i <= next + 3 && InClause(tokens[i]); i++)
        {
            if (EntryAt(tokens, i) is { Value: not 0 }) return false;
        }
        return denied;
    }

    /// <summary>
    /// Whether a direction and a thing belong together: the thing before it with nothing but links between (inflation is finally cooling), or right behind it (lower fees). Korean says the
    /// thing directly before.
    /// </summary>
    private static bool HasNear(List<Token> tokens, int at, int words, Predicate<LexiconEntry> wanted)
    {
        var isKorean = tokens[at].Kind == TokenKind.Korean;
        for (var i = at - 1; i >= 0 && at - i <= InverseReach + 1 && InClause(tokens[i]); i--)
        {
            if (Ending(tokens, i) is { } entry)
            {
                if (wanted(entry)) return true;
                if (!entry.IsMove) break;
            }
            else if (!s_links.Contains(tokens[i].Text) && s_lexicon.Booster(tokens[i].Text) is null) break;
        }
        for (var i = at + words; i < tokens.Count && i - at - words < InverseReach && InClause(tokens[i]); i++)
        {
            if (EntryAt(tokens, i) is { } entry)
            {
                if (wanted(entry)) return true;
                if (!entry.IsMove) break;
            }
            else if (isKorean || (!s_links.Contains(tokens[i].Text) && s_lexicon.Booster(tokens[i].Text) is null)) break;
        }
        return false;
    }

    /// <summary>The entry that ends at this word.</summary>
    private static LexiconEntry? Ending(List<Token> tokens, int at)
    {
        for (var start = Math.Max(0, at - s_lexicon.LongestPhrase + 1); start <= at; start++)
        {
            if (EntryAt(tokens, start) is { } entry && start + entry.Words - 1 == at) return entry;
        }
        return null;
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

    private static bool IsContrast(Token token) => token.Kind is TokenKind.Word or TokenKind.Korean && s_lexicon.IsContrast(token.Text);

    private static bool InClause(Token token) => token.Kind is TokenKind.Word or TokenKind.Korean && !IsContrast(token) && !s_lexicon.IsConcession(token.Text);

    /// <summary>Addresses, accounts, symbols and numbers name things; they say nothing about them.</summary>
    [GeneratedRegex(@"https?://\S+|(?<!\w)@\w+|(?<!\w)\$[A-Za-z][\w.]*|&\w+;")]
    private static partial Regex NotWords();

    [GeneratedRegex(@"(?<ko>[가-힣]+)|(?<word>[A-Za-z]+(?:['\-][A-Za-z]+)*)|\p{Cs}\p{Cs}|[\u2600-\u27BF\u2B00-\u2BFF]|[!?,.;:\n…]")]
    private static partial Regex TokenShape();

    [GeneratedRegex("^(않|아니|아닌|없|못하|못했|말자|멈추|멈췄|그치|그쳤|끝나|끝났|막)")]
    private static partial Regex KoreanNo();

    [GeneratedRegex("^(is|are|was|were|will|has|have|does|did|looks|isn't|aren't|wasn't|weren't|won't|hasn't|haven't|doesn't|didn't)$")]
    private static partial Regex Copula();
}
