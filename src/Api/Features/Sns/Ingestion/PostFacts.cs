using System.Globalization;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Features.Sns.Documents;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>Checked fields of a post of either network: an impossible value is null.</summary>
internal static partial class PostFacts
{
    /// <summary>More likes than there are people.</summary>
    private const long ImpossibleCount = 100_000_000_000;

    private const int LongestAddress = 2_000;
    private const int LongestName = 100;

    /// <summary>Time by which a network's clock may be ahead of ours.</summary>
    private static readonly Duration s_ahead = Duration.FromMinutes(5);

    private static readonly long s_lastMillisecond = Instant.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The number that an id is; null when it is none.</summary>
    public static ulong? Id(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A count of likes, reposts ...</summary>
    public static long? Count(long? told) => told is >= 0 and < ImpossibleCount ? told : null;

    public static string? Username(string? name) => name is not null && UsernameShape().IsMatch(name) ? name : null;

    public static string? DisplayName(string? name) =>
        PostText.OfX(name, []) is { Length: > 0 } plain
            ? new StringInfo(plain) is var letters && letters.LengthInTextElements > LongestName
                ? letters.SubstringByTextElements(0, LongestName)
                : plain
            : null;

    /// <summary>An address that a page may link to.</summary>
    public static string? WebAddress(string? url) =>
        url is { Length: <= LongestAddress } && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? url
            : null;

    /// <summary>A language code: en, zh, und.</summary>
    public static string? Language(string? code) => code is not null && LanguageShape().IsMatch(code) ? code : null;

    public static SocialMedia Media(string? type, string? url, string? previewUrl) =>
        new(type is not null && MediaShape().IsMatch(type) ? type : "unknown", WebAddress(url), WebAddress(previewUrl));

    /// <summary>When a post was written: the time said, else the time in its id; null when the id is of the future or neither can be
    /// true.</summary>
    /// <param name="said">As sent.</param>
    /// <param name="idMilliseconds">Unix time in the id.</param>
    /// <param name="began">When the network began.</param>
    /// <param name="now">Our clock.</param>
    public static Instant? Time(string? said, ulong idMilliseconds, Instant began, Instant now)
    {
        var latest = now + s_ahead;
        // Walks go on from the highest id: one of the future would hide every post until then.
        if (
            idMilliseconds > (ulong)s_lastMillisecond
            || Instant.FromUnixTimeMilliseconds((long)idMilliseconds) is var inId && inId > latest
        )
            return null;
        if (
            said is not null
            && OffsetDateTimePattern.ExtendedIso.Parse(said) is { Success: true, Value: var parsed }
            && parsed.ToInstant() is var at
            && at >= began
            && at <= latest
        )
            return at;
        return inId >= began ? inId : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,62}[A-Za-z0-9_])?\z")]
    private static partial Regex UsernameShape();

    [GeneratedRegex(@"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?\z")]
    private static partial Regex LanguageShape();

    [GeneratedRegex(@"^[a-z_]{1,20}\z")]
    private static partial Regex MediaShape();
}
