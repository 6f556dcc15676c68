using ICU4N.Impl;
using ICU4N.Text;

namespace InvestmentAssistant.Api.Platform.Text;

/// <summary>International domain names (UTS 46, nontransitional).</summary>
public static class DomainName
{
    private const int Longest = 253;

    private static readonly IDNA s_idna = IDNA.GetUTS46Instance(
        UTS46Options.NontransitionalToASCII
            | UTS46Options.UseSTD3Rules
            | UTS46Options.CheckBiDi
            | UTS46Options.CheckContextJ
            | UTS46Options.CheckContextO
    );

    /// <summary>
    /// The ASCII form in lower case: xn--3e0b707e.kr for 한국.kr, 한국。kr and the same decomposed; a dot at the end is dropped. Null for what
    /// is no domain name.
    /// </summary>
    public static string? ToAscii(string name)
    {
        if (name.Length is 0 or > 1000)
            return null;
        Span<char> ascii = stackalloc char[1024];
        if (!s_idna.TryNameToASCII(Composed(name), ascii, out var length, out var info) || info.HasErrors)
            return null;
        var found = ascii[..length].TrimEnd('.').ToString();
        return found.Length is > 0 and <= Longest && System.Text.Ascii.IsValid(found) ? found : null;
    }

    /// <summary>Composed letters (NFC); halves of surrogate pairs become the replacement character.</summary>
    public static string Composed(string text) =>
        System.Text.Ascii.IsValid(text)
            ? text
            : Normalizer2.NFCInstance.Normalize(string.Concat(text.EnumerateRunes().Select(r => r.ToString())));
}
