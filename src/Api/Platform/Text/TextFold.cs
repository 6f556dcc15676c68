using System.Collections.Frozen;
using System.Text;
using ICU4N.Text;

namespace InvestmentAssistant.Api.Platform.Text;

/// <summary>
/// The one form in which texts are compared: what a person types, what a provider sends, names, words of articles. The database's
/// function <c>search.fold</c> (<see cref="TextFoldSchema"/>) follows the same tables step by step; a test holds the two together
/// (decision 0150).
/// </summary>
public static class TextFold
{
    /// <summary>Exchanged first: compatibility decomposition would make letters or blanks of them.</summary>
    internal const string Before = "™℠®©´ㆍ",
        BeforeAs = "    '·";

    /// <summary>Quotation marks, apostrophes, dashes, dots and blanks, by the character on a keyboard.</summary>
    internal const string Marks =
        "‘’‚‛′‵ʹʻʼʽˈ" + "“”„‟«»‹›「」『』〝〞〟" + "‐‑‒–—―−⁃" + "·‧•∙⋅・" + "。、" + "⁄∕" + "\u2028\u2029\u0085\u1680";
    internal const string MarksAs = "'''''''''''" + "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"" + "--------" + "······" + ".," + "//" + "    ";

    /// <summary>Capitals and variants of letters that no decomposition joins, and ASCII capitals.</summary>
    internal static readonly string Letters,
        LettersAs;

    /// <summary>Letters that are written as two.</summary>
    internal static readonly (string Letter, string As)[] Pairs = [("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th")];

    /// <summary>
    /// Dropped after decomposition: accents, and what has no width (joiners, soft hyphens, direction marks, variation selectors, tags).
    /// </summary>
    internal static readonly (int First, int Last)[] Dropped =
    [
        (0x00AD, 0x00AD),
        (0x0300, 0x036F),
        (0x0483, 0x0489),
        (0x0591, 0x05BD),
        (0x05BF, 0x05BF),
        (0x05C1, 0x05C2),
        (0x05C4, 0x05C5),
        (0x05C7, 0x05C7),
        (0x0610, 0x061C),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180E),
        (0x1AB0, 0x1AFF),
        (0x1DC0, 0x1DFF),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x20D0, 0x20FF),
        (0xFE00, 0xFE0F),
        (0xFE20, 0xFE2F),
        (0xFEFF, 0xFEFF),
        (0xFFF9, 0xFFFB),
        (0xE0000, 0xE007F),
        (0xE0100, 0xE01EF),
    ];

    /// <summary>The part of <see cref="Dropped"/> that is always invisible; accents are not.</summary>
    private static readonly (int First, int Last)[] s_invisible =
    [
        .. Dropped.Where(r =>
            r.First is 0x00AD or 0x061C or 0x115F or 0x180B or 0x200B or 0x202A or 0x2060 or 0xFE00 or 0xFEFF or 0xFFF9 or >= 0xE0000
        ),
    ];

    private static readonly FrozenDictionary<char, char> s_before,
        s_marks,
        s_after;
    private static readonly FrozenDictionary<char, string> s_pairs = Pairs.ToFrozenDictionary(p => p.Letter[0], p => p.As);

    static TextFold()
    {
        var capitals = new Dictionary<char, char>();
        void Shift(int first, int last, int by)
        {
            for (var c = first; c <= last; c++)
                capitals[(char)c] = (char)(c + by);
        }

        Shift(0x0391, 0x03A1, 32);
        Shift(0x03A3, 0x03A9, 32);
        Shift(0x0410, 0x042F, 32);
        Shift(0x0400, 0x040F, 80);
        Shift(0x0531, 0x0556, 48);
        for (var c = 0x048A; c <= 0x04BE; c += 2)
            capitals[(char)c] = (char)(c + 1);
        foreach (var (from, to) in "ςσıiØoøoĐdđdÐdðdŁlłlĦhħhŦtŧtẞßÆæŒœÞþŊŋ".Chunk(2).Select(c => (c[0], c[1])))
            capitals[from] = to;
        (Letters, LettersAs) = (string.Concat(capitals.Keys), string.Concat(capitals.Values));
        s_before = Before.Zip(BeforeAs).ToFrozenDictionary(p => p.First, p => p.Second);
        s_marks = Marks.Zip(MarksAs).ToFrozenDictionary(p => p.First, p => p.Second);
        s_after = (Marks + Letters).Zip(MarksAs + LettersAs).ToFrozenDictionary(p => p.First, p => p.Second);
    }

    /// <summary>
    /// The form for comparing, not for showing: compatibility forms, cases, accents and spellings of punctuation are one, what is
    /// invisible is gone. The form of a form is itself.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Normalizer2.NFKDInstance.Normalize(Exchanged(text)).EnumerateRunes())
        {
            if (IsIn(Dropped, rune.Value))
                continue;
            if (!rune.IsBmp)
                folded.Append(rune);
            else if (rune.IsAscii)
                folded.Append(char.ToLowerInvariant((char)rune.Value));
            else
                AppendFolded(folded, (char)rune.Value);
        }
        return Normalizer2.NFKCInstance.Normalize(folded.ToString());
    }

    private static void AppendFolded(StringBuilder folded, char letter)
    {
        letter = s_after.GetValueOrDefault(letter, letter);
        if (s_pairs.TryGetValue(letter, out var pair))
            folded.Append(pair);
        else
            folded.Append(letter);
    }

    /// <summary>
    /// What a person typed, on one line, still in its cases and accents: letters composed (Hangul from separate letters too), full-width
    /// forms and typographic punctuation as a keyboard has them, controls as blanks, one blank between words.
    /// </summary>
    public static string Typed(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var composed = Ascii.IsValid(text) ? text : Normalizer2.NFKCInstance.Normalize(HangulKeys.Compose(Exchanged(text)));
        var typed = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (IsIn(s_invisible, rune.Value))
                continue;
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar)
            {
                if (typed.Length > 0 && typed[^1] != ' ')
                    typed.Append(' ');
            }
            else if (rune.IsBmp)
            {
                typed.Append(s_marks.GetValueOrDefault((char)rune.Value, (char)rune.Value));
            }
            else
            {
                typed.Append(rune);
            }
        }
        return typed.ToString().TrimEnd();
    }

    /// <summary>A symbol as a person typed it, in capitals, without the sign of a cashtag: AAPL for ａａｐｌ and $aapl.</summary>
    public static string Symbol(string? text) => Typed(text).TrimStart('$').ToUpperInvariant();

    /// <summary>
    /// Whether there is anything to look for: a letter or a digit of any script. One Hangul or Han letter is a word, one Latin letter a
    /// ticker.
    /// </summary>
    public static bool HasWord(string? text) => Typed(text).EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Halves of surrogate pairs, which nothing can store, are enumerated as the replacement character.</summary>
    private static string Exchanged(string text)
    {
        var exchanged = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp)
                exchanged.Append(s_before.GetValueOrDefault((char)rune.Value, (char)rune.Value));
            else
                exchanged.Append(rune);
        }
        return exchanged.ToString();
    }

    private static bool IsIn((int First, int Last)[] ranges, int value)
    {
        if (value < 0xAD)
            return false;
        foreach (var (first, last) in ranges)
        {
            if (value >= first && value <= last)
                return true;
        }
        return false;
    }
}
