using System.Security.Cryptography;
using System.Text;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Extensions.Caching.Memory;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>
/// The key of the admin endpoints: header X-Api-Key against the setting ADMIN_API_KEY. Without the setting, or with one that can be
/// guessed, they are off. An address that tries wrong keys waits.
/// </summary>
public sealed class AdminKey(IConfiguration configuration, TimeProvider time, ILogger<AdminKey> log) : IDisposable
{
    public const string Header = "X-Api-Key";

    /// <summary>Shorter keys can be tried out.</summary>
    public const int LeastLength = 16;

    /// <summary>Wrong keys of one address in a minute; after that even the right one is refused.</summary>
    private const int MostFailures = 5;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    // Bounded, so that a botnet's failures fill no memory.
    private readonly MemoryCache _failures = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <exception cref="ProblemException">
    /// 403 while the endpoints are off, 401 for a missing or wrong key, 429 after a row of them.
    /// </exception>
    public void Check(HttpContext http)
    {
        if (configuration["ADMIN_API_KEY"] is not { Length: > 0 } expected)
            throw new ProblemException(
                StatusCodes.Status403Forbidden,
                "The admin endpoints are off: the setting ADMIN_API_KEY is not set."
            );
        if (expected.Length < LeastLength)
            throw new ProblemException(
                StatusCodes.Status403Forbidden,
                $"The admin endpoints are off: the setting ADMIN_API_KEY has less than {LeastLength} characters."
            );
        var customer = ClientAddress.CountedCustomerOf(http, loopbackIsExempt: false)?.ToString() ?? "";
        var failures = _failures.Get<Failures>(customer);
        if (failures is { Count: >= MostFailures } && time.GetElapsedTime(failures.Since) < s_window)
        {
            http.CountRefusal("admin_keys");
            http.Response.Headers.RetryAfter = "60";
            throw new ProblemException(StatusCodes.Status429TooManyRequests, "Too many wrong keys; try again in a minute.");
        }
        var given = http.Request.Headers[Header].ToString();
        if (Matches(expected, given))
            return;
        if (given.Length > 0)
            Note(customer, failures);
        http.Response.Headers.WWWAuthenticate = $"ApiKey header=\"{Header}\"";
        throw new ProblemException(StatusCodes.Status401Unauthorized, $"The header {Header} is missing or wrong.");
    }

    /// <summary>Compares hashes in constant time, so that neither the content nor the length of the key can be measured.</summary>
    internal static bool Matches(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(expected)),
            SHA256.HashData(Encoding.UTF8.GetBytes(given))
        );

    public void Dispose() => _failures.Dispose();

    private void Note(string customer, Failures? before)
    {
        var isNew = before is null || time.GetElapsedTime(before.Since) >= s_window;
        var now = isNew ? new Failures(1, time.GetTimestamp()) : before! with { Count = before.Count + 1 };
        _failures.Set(customer, now, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = s_window });
        log.LogWarning("A wrong admin key from {Address}, {Count} in a minute", customer, now.Count);
    }

    private sealed record Failures(int Count, long Since);
}
