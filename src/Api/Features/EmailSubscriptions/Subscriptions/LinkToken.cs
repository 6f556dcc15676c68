using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>The secret in a mail's link: 256 random bits as 43 URL-safe characters. Only its hash is kept.</summary>
internal static class LinkToken
{
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256. No salt and no slow hash: 256 random bits cannot be guessed.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
