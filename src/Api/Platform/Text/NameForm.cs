using System.Text;

namespace InvestmentAssistant.Api.Platform.Text;

/// <summary>
/// A name as searches compare it: letters and digits of its folded form without anything between them, so that T-Mobile, TMobile and t
/// mobile are one, with the places where its words begin.
/// </summary>
public sealed class NameForm
{
    private readonly HashSet<int> _starts;

    private NameForm(string letters, HashSet<int> starts, IReadOnlyList<string> words) =>
        (Letters, _starts, Words) = (letters, starts, words);

    /// <summary>Letters and digits only; empty for a name of signs.</summary>
    public string Letters { get; }

    /// <summary>Its words, folded.</summary>
    public IReadOnlyList<string> Words { get; }

    public static NameForm Of(string? name)
    {
        var (letters, starts, words, word) = (new StringBuilder(), new HashSet<int>(), new List<string>(), new StringBuilder());
        foreach (var rune in TextFold.Of(TextFold.Typed(name)).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                if (word.Length == 0)
                    starts.Add(letters.Length);
                word.Append(rune);
                letters.Append(rune);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return new NameForm(letters.ToString(), starts, words);
    }

    /// <summary>Whether it is the same name.</summary>
    public bool Is(NameForm other) => Letters.Length > 0 && Letters == other.Letters;

    /// <summary>Whether the other stands anywhere in it, and whether a word of it begins there.</summary>
    public (bool Anywhere, bool AtWord) Find(NameForm other)
    {
        if (other.Letters.Length == 0)
            return (false, false);
        var anywhere = false;
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (_starts.Contains(at))
                return (true, true);
            anywhere = true;
        }
        return (anywhere, false);

        int Next(int from) => Letters.IndexOf(other.Letters, from, StringComparison.Ordinal);
    }
}
