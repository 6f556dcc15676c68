using System.Text;

namespace InvestmentAssistant.Api.Platform.Text;

/// <summary>Hangul that was typed letter by letter (ㄱㅡㅁㄹㅣ, full or half width), put together as an input method does it: 금리.</summary>
internal static class HangulKeys
{
    private const string Leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private const string Tails = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /// <summary>Letters that form no syllable stay what they are: ㅋㅋ.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(IsLetter))
            return text;
        var letters = string.Concat(text.Select(FullWidth));
        var composed = new StringBuilder(letters.Length);
        for (var at = 0; at < letters.Length; at++)
        {
            var (lead, vowel) = (Leads.IndexOf(letters[at], StringComparison.Ordinal), VowelAt(letters, at + 1));
            if (lead < 0 || vowel < 0)
            {
                composed.Append(letters[at]);
                continue;
            }
            at++;
            // A consonant before a vowel begins the next syllable.
            var hasTail = at + 1 < letters.Length && VowelAt(letters, at + 2) < 0;
            var tail = hasTail ? Tails.IndexOf(letters[at + 1], StringComparison.Ordinal) + 1 : 0;
            if (tail > 0)
                at++;
            composed.Append((char)(0xAC00 + ((lead * 21) + vowel) * 28 + tail));
        }
        return composed.ToString();
    }

    private static int VowelAt(string letters, int at) => at < letters.Length ? Vowels.IndexOf(letters[at], StringComparison.Ordinal) : -1;

    private static bool IsLetter(char c) => c is (>= 'ㄱ' and <= 'ㅣ') or (>= '\uFFA1' and <= '\uFFDC');

    private static char FullWidth(char c) =>
        c switch
        {
            >= '\uFFA1' and <= '\uFFBE' => (char)(c - '\uFFA1' + 'ㄱ'),
            >= '\uFFC2' and <= '\uFFC7' => (char)(c - '\uFFC2' + 'ㅏ'),
            >= '\uFFCA' and <= '\uFFCF' => (char)(c - '\uFFCA' + 'ㅕ'),
            >= '\uFFD2' and <= '\uFFD7' => (char)(c - '\uFFD2' + 'ㅛ'),
            >= '\uFFDA' and <= '\uFFDC' => (char)(c - '\uFFDA' + 'ㅡ'),
            _ => c,
        };
}
