using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Features.Sns.Sentiment;

internal enum TokenKind
{
    Word,
    Korean,
    Emoji,
    Stop,
    Comma,
    Exclamation,
    Question,
}

/// <param name="Text">Lower case.</param>
/// <param name="IsShouted">All in capitals in a text that is not.</param>
/// <param name="Rest">The text from here on, for Korean phrases of several words.</param>
internal readonly record struct Token(TokenKind Kind, string Text, bool IsShouted, string Rest);

/// <summary>A text in words, emoji and stops, and what the lexicon says of them.</summary>
internal sealed partial class PostWords
{
    /// <summary>Turns of phrase that say something else than their words, and what they say.</summary>
    private static readonly (string Phrase, string Meaning)[] s_idioms =
    [
        ("never been more", "very"),
        ("never been better", "excellent"),
        ("never looked better", "excellent"),
        ("never felt better", "excellent"),
        ("get much better than", "superb"),
        ("get any better than", "superb"),
        ("doesn't superb", "superb"),
        ("couldn't be happier", "thrilled"),
        ("could not be happier", "thrilled"),
        ("couldn't be better", "excellent"),
        ("can't wait", "excited"),
        ("cannot wait", "excited"),
        ("not only", ""),
        ("no doubt", ""),
        ("no wonder", ""),
        ("no matter", ""),
        ("hard not to", ""),
        ("can't help but", ""),
        ("nothing can stop", "unstoppable"),
        ("last but not least", ""),
        ("not to mention", ""),
        ("so far so good", "good"),
        ("too good to be true", "scam"),
        ("no brainer", "great"),
        ("the worst is behind", "recovery"),
        ("the worst is over", "recovery"),
        ("party is over", "slump"),
        ("party's over", "slump"),
    ];

    private readonly List<Token> _tokens;

    private PostWords(List<Token> tokens) => _tokens = tokens;

    public static Lexicon Lexicon => Lexicon.Shipped;

    public int Count => _tokens.Count;

    public Token this[int at] => _tokens[at];

    public static PostWords Read(string text)
    {
        var plain = NotWords().Replace(text.Replace('’', '\'').Replace("\uFE0F", "", StringComparison.Ordinal), " ");
        foreach (var (phrase, meaning) in s_idioms)
            plain = plain.Replace(phrase, meaning, StringComparison.OrdinalIgnoreCase);
        var letters = plain.Count(char.IsLetter);
        var shoutsAll = letters > 0 && plain.Count(char.IsUpper) * 2 > letters;
        var tokens = new List<Token>();
        foreach (Match match in TokenShape().Matches(plain))
        {
            var word = match.Value;
            var kind =
                match.Groups["ko"].Success ? TokenKind.Korean
                : match.Groups["word"].Success ? TokenKind.Word
                : word[0] switch
                {
                    '!' => TokenKind.Exclamation,
                    '?' => TokenKind.Question,
                    ',' => TokenKind.Comma,
                    '.' or ';' or ':' or '\n' or '…' => TokenKind.Stop,
                    _ => TokenKind.Emoji,
                };
            var isShouted = kind == TokenKind.Word && !shoutsAll && word.Length > 2 && word.All(c => !char.IsLetter(c) || char.IsUpper(c));
            tokens.Add(
                new Token(
                    kind,
                    word.ToLowerInvariant(),
                    isShouted,
                    kind == TokenKind.Korean ? plain[match.Index..Math.Min(plain.Length, match.Index + 16)] : ""
                )
            );
        }
        return new PostWords(tokens);
    }

    /// <summary>The longest phrase of the lexicon that begins here.</summary>
    public LexiconEntry? EntryAt(int at)
    {
        if (_tokens[at].Kind == TokenKind.Korean)
            return Lexicon.Stem(_tokens[at].Rest) is { } stem && at + stem.Words <= Count ? stem : null;
        if (_tokens[at].Kind != TokenKind.Word)
            return null;
        var most = 1;
        while (most < Lexicon.LongestPhrase && at + most < Count && _tokens[at + most].Kind == TokenKind.Word)
            most++;
        for (var count = most; count > 0; count--)
        {
            if (Lexicon.Word(Phrase(at, count)) is { } entry)
                return entry;
        }
        return null;
    }

    /// <summary>The entry that ends at this word.</summary>
    public LexiconEntry? EntryEndingAt(int at)
    {
        for (var start = Math.Max(0, at - Lexicon.LongestPhrase + 1); start <= at; start++)
        {
            if (EntryAt(start) is { } entry && start + entry.Words - 1 == at)
                return entry;
        }
        return null;
    }

    /// <summary>Number of words in a row.</summary>
    public string Phrase(int at, int count) =>
        count == 1 ? _tokens[at].Text : string.Join(' ', _tokens.Skip(at).Take(count).Select(t => t.Text));

    /// <summary>Whether what follows is meant more than what came before: but, however.</summary>
    public bool IsContrast(int at) => _tokens[at].Kind is TokenKind.Word or TokenKind.Korean && Lexicon.IsContrast(_tokens[at].Text);

    /// <summary>Whether it is a word that does not end the clause.</summary>
    public bool InClause(int at) =>
        _tokens[at].Kind is TokenKind.Word or TokenKind.Korean && !IsContrast(at) && !Lexicon.IsConcession(_tokens[at].Text);

    /// <summary>A text that only asks states nothing.</summary>
    public bool OnlyAsks() =>
        _tokens.FindLast(t => t.Kind != TokenKind.Emoji).Kind == TokenKind.Question
        && !_tokens.Exists(t => t.Kind is TokenKind.Stop or TokenKind.Exclamation);

    public int Exclamations() => _tokens.Count(t => t.Kind == TokenKind.Exclamation);

    /// <summary>Addresses, accounts, symbols and numbers name things; they say nothing about them.</summary>
    [GeneratedRegex(@"https?://\S+|(?<!\w)@\w+|(?<!\w)\$[A-Za-z][\w.]*|&\w+;")]
    private static partial Regex NotWords();

    [GeneratedRegex(@"(?<ko>[가-힣]+)|(?<word>[A-Za-z]+(?:['\-][A-Za-z]+)*)|\p{Cs}\p{Cs}|[\u2600-\u27BF\u2B00-\u2BFF]|[!?,.;:\n…]")]
    private static partial Regex TokenShape();
}
