using System.Net;
using System.Text;

namespace InvestmentAssistant.Api.Platform.Secrets;

/// <summary>
/// The forms in which a secret may be quoted back: as it is, URL-encoded, in base64 or hex. Escapes of JSON and HTML are undone before they
/// are looked for.
/// </summary>
internal static class SecretForms
{
    /// <summary>Shortest piece of base64 or hex that is looked for: shorter ones match by chance.</summary>
    private const int ShortestPiece = 8;

    public static IEnumerable<string> Of(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return Convert.ToHexString(bytes);
        // In "user:secret" and the like the secret begins at any of three places of a base64 group: what stays the same whatever stands
        // around it.
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var first = (before * 8 + 5) / 6;
            var piece = text[first..((before + bytes.Length) * 8 / 6)];
            if (piece.Length < ShortestPiece)
                continue;
            yield return piece;
            yield return piece.Replace('+', '-').Replace('/', '_');
        }
    }
}
