using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>Mail addresses as people type them.</summary>
internal static partial class EmailAddress
{
    /// <summary>RFC 5321: the longest address that fits into a command.</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;

    /// <summary>Trimmed and in lower case, so that one person has one subscription.</summary>
    public static string Normalize(string? text) => text?.Trim().ToLowerInvariant() ?? "";

    /// <summary>Whether mail can be sent there: the form that browsers accept in an e-mail field, with a domain that has a dot.</summary>
    public static bool IsValid(string address) =>
        address.Length <= MaxLength && address.IndexOf('@', StringComparison.Ordinal) <= MaxLocalLength && Form().IsMatch(address);

    /// <summary>For the log: j***@example.com.</summary>
    public static string Masked(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}***{address[at..]}" : "***";

    [GeneratedRegex(@"^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
