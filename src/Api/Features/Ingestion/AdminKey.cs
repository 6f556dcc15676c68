using System.Security.Cryptography;
using System.Text;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>The key of the admin endpoints: header X-Api-Key against the setting ADMIN_API_KEY. Without the setting they are off.</summary>
public sealed class AdminKey(IConfiguration configuration)
{
    public const string Header = "X-Api-Key";

    /// <exception cref="ProblemException">403 while the endpoints are off, 401 for a missing or wrong key.</exception>
    public void Check(HttpContext http)
    {
        if (configuration["ADMIN_API_KEY"] is not { Length: > 0 } expected)
            throw new ProblemException(
                StatusCodes.Status403Forbidden,
                "The admin endpoints are off: the setting ADMIN_API_KEY is not set."
            );
        if (!Matches(expected, http.Request.Headers[Header].ToString()))
            throw new ProblemException(StatusCodes.Status401Unauthorized, $"The header {Header} is missing or wrong.");
    }

    /// <summary>Compares hashes in constant time, so that neither the content nor the length of the key can be measured.</summary>
    internal static bool Matches(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(expected)),
            SHA256.HashData(Encoding.UTF8.GetBytes(given))
        );
}
