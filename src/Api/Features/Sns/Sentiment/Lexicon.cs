using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.Sns.Sentiment;

/// <summary>A word or phrase of the lexicon.</summary>
/// <param name="Value">Strength, -3 to 3; 0 for a word that only reverses directions.</param>
/// <param name="IsMove">A direction (rises, falls): good or bad depending on what moves.</param>
/// <param name="IsInverse">Of this, less is better.</param>
/// <param name="Words">How many words it has.</param>
public sealed record LexiconEntry(decimal Value, bool IsMove, bool IsInverse, int Words);

/// <summary>
/// The words of <c>Data/sns-sentiment.csv</c> (finance, and what posts say; our own) and <c>Data/sns-sentiment-general.csv</c> (general
/// English, of VADER), found by whole word in English, by the beginning of a word in Korean, whose endings carry no sentiment of their own.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, LexiconEntry> _words = new(StringComparer.Ordinal),
        _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _boosters = new(StringComparer.Ordinal),
        _emoji = new(StringComparer.Ordinal);
    private readonly HashSet<string> _negators = new(StringComparer.Ordinal),
        _contrasts = new(StringComparer.Ordinal),
        _concessions = new(StringComparer.Ordinal);
    private readonly int _longestStem;

    private Lexicon(IEnumerable<(string Kind, string Term, decimal Value)> lines)
    {
        foreach (var (kind, term, value) in lines)
        {
            switch (kind)
            {
                case "word" or "general":
                    Add(_words, term, value);
                    break;
                case "move":
                    Add(_words, term, value, isMove: true);
                    break;
                case "inverse":
                    Add(_words, term, 0, isInverse: true);
                    break;
                case "stem":
                    Add(_stems, term, value);
                    break;
                case "movestem":
                    Add(_stems, term, value, isMove: true);
                    break;
                case "inversestem":
                    Add(_stems, term, 0, isInverse: true);
                    break;
                case "booster" or "stembooster":
                    _boosters[term] = value;
                    break;
                case "negator":
                    _negators.Add(term);
                    break;
                case "contrast":
                    _contrasts.Add(term);
                    break;
                case "concession":
                    _concessions.Add(term);
                    break;
                case "emoji":
                    _emoji[term] = value;
                    break;
                default:
                    throw new FormatException($"The lexicon knows no {kind}.");
            }
        }
        LongestPhrase = _words.Keys.Concat(_negators).Concat(_boosters.Keys).Max(w => w.Count(c => c == ' ') + 1);
        _longestStem = _stems.Keys.Max(s => s.Length);
    }

    /// <summary>The lexicon shipped with the program.</summary>
    public static Lexicon Shipped { get; } = new([.. Read("sns-sentiment.csv"), .. Read("sns-sentiment-general.csv")]);

    /// <summary>Words of the longest English phrase.</summary>
    public int LongestPhrase { get; }

    /// <summary>An English word or phrase, in lower case; null for a neutral one.</summary>
    public LexiconEntry? Word(string phrase) => _words.GetValueOrDefault(phrase);

    /// <summary>The longest stem that the Korean text begins with, which may have a blank in it; null when there is none.</summary>
    public LexiconEntry? Stem(ReadOnlySpan<char> text)
    {
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longestStem, text.Length); length > 0; length--)
        {
            if (stems.TryGetValue(text[..length], out var entry))
                return entry;
        }
        return null;
    }

    /// <summary>The factor of a word like very or slightly; null for any other.</summary>
    public decimal? Booster(string word) => _boosters.TryGetValue(word, out var factor) ? factor : null;

    public decimal? Emoji(string symbol) => _emoji.TryGetValue(symbol, out var value) ? value : null;

    public bool IsNegator(string phrase) => _negators.Contains(phrase);

    /// <summary>Whether what follows in the clause is granted rather than said: despite, although.</summary>
    public bool IsConcession(string word) => _concessions.Contains(word);

    /// <summary>Whether what follows is meant more than what came before: but, however.</summary>
    public bool IsContrast(string word) => _contrasts.Contains(word);

    /// <summary>A word may say something itself and turn directions about too: debt is bad, falling debt is good.</summary>
    private static void Add(
        Dictionary<string, LexiconEntry> entries,
        string term,
        decimal value,
        bool isMove = false,
        bool isInverse = false
    ) =>
        entries[term] = entries.TryGetValue(term, out var held)
            ? held with
            {
                Value = held.Value != 0 ? held.Value : value,
                IsMove = held.IsMove || isMove,
                IsInverse = held.IsInverse || isInverse,
            }
            : new LexiconEntry(value, isMove, isInverse, term.Count(c => c == ' ') + 1);

    private static IEnumerable<(string, string, decimal)> Read(string file)
    {
        using var csv = DataFile.OpenCsv(typeof(Lexicon), file);
        while (csv.Read())
            yield return (csv.GetField("kind")!, csv.GetField("term")!.Trim(), csv.GetField<decimal>("value"));
    }
}
