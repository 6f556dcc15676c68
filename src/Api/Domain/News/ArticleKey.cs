using System.Security.Cryptography;
using System.Text;

namespace InvestmentAssistant.Api.Domain.News;

/// <summary>
/// Natural keys of articles. An address may be thousands of letters long, more than an index takes, so keys hold its hash.
/// </summary>
public static class ArticleKey
{
    /// <summary>
    /// 128 bits of SHA-256 over the parts, as 32 hex digits: the same parts give the same key, and no two others ever do. An address goes
    /// in as <see cref="ArticleUrl.Key"/>.
    /// </summary>
    public static string Of(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));
}
