using System.Text;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>Mail addresses as people type them.</summary>
internal static partial class EmailAddress
{
    /// <summary>RFC 5321: the longest address that fits into a command, in octets.</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;

    /// <summary>
    /// The one form in which an address is stored, so that one person has one subscription: in lower case, composed (NFC), the domain in
    /// its ASCII form (xn--3e0b707e.kr for 한국.kr) without a closing dot, no quotation marks that are not needed, full-width letters as
    /// ASCII. What is no address comes back in lower case.
    /// </summary>
    public static string Normalize(string? text)
    {
        var plain = HalfWidth(text ?? "").Trim();
        var at = plain.LastIndexOf('@');
        if (at < 0 || DomainName.ToAscii(plain[(at + 1)..]) is not { } domain)
            return plain.ToLowerInvariant();
        var local = DomainName.Composed(plain[..at]).ToLowerInvariant();
        if (Quoted().Match(local) is { Success: true } quoted)
            local = quoted.Groups["text"].Value;
        return $"{local}@{domain}";
    }

    /// <summary>
    /// Whether mail can be sent there: the form that browsers accept in an e-mail field, with letters of any script in its local part
    /// (RFC 6531) and a domain that has a dot.
    /// </summary>
    /// <param name="address">As <see cref="Normalize"/> gives it.</param>
    public static bool IsValid(string address) =>
        Encoding.UTF8.GetByteCount(address) <= MaxLength
        && address.LastIndexOf('@') is >= 0 and var at
        && Encoding.UTF8.GetByteCount(address.AsSpan(0, at)) <= MaxLocalLength
        && Form().IsMatch(address);

    /// <summary>The mailbox that an address leads to where tags are used: reader@example.com of reader+news@example.com.</summary>
    /// <param name="address">As <see cref="Normalize"/> gives it.</param>
    public static string MailboxOf(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }

    /// <summary>For the log: j***@example.com.</summary>
    public static string Masked(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{Rune.GetRuneAt(address, 0)}***{address[at..]}" : "***";

    /// <summary>
    /// What an Asian keyboard types in full width (ｕｓｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ), without the invisible characters that copying adds.
    /// </summary>
    private static string HalfWidth(string text) =>
        string.Concat(
            text.Where(c => c is not ('\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD'))
                .Select(c =>
                    c is >= '！' and <= '～' ? (char)(c - '！' + '!')
                    : c is '\u3000' ? ' '
                    : c
                )
        );

    /// <summary>Local parts that need no quotation marks.</summary>
    [GeneratedRegex(@"^""(?<text>[^""\\\s.@]+(\.[^""\\\s.@]+)*)""\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"^(?!.*[\p{Lu}\p{Lt}])[a-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{Nd}-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{Nd}-]+)*"
            + @"@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
