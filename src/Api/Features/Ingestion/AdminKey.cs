using System.Security.Cryptography;
using System.Text;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>The key of the admin endpoints: header X-Api-Key against the setting ADMIN_API_KEY. Without the setting they are off.</summary>
public sealed class AdminKey(IConfiguration configuration)
{
    public const string Header = "X-Api-Key";

    /// <summary>Why a request may not pass; null when it may.</summary>
    public IResult? Refusal(HttpContext http)
    {
        if (configuration["ADMIN_API_KEY"] is not { Length: > 0 } expected)
            return Results.Problem("The admin endpoints are off: the setting ADMIN_API_KEY is not set.", statusCode: StatusCodes.Status403Forbidden);
        return Matches(expected, http.Request.Headers[Header].ToString())
            ? null
            : Results.Problem($"The header {Header} is missing or wrong.", statusCode: StatusCodes.Status401Unauthorized);
    }

    /// <summary>Compares hashes in constant time, so that neither the content nor the length of the key can be measured.</summary>
    internal static bool Matches(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
