using InvestmentAssistant.Api.Platform.Providers;
using Npgsql;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Secrets;

/// <summary>
/// The one list of settings that hold secrets. A test fails when a setting is named like a secret and is not found from here.
/// </summary>
public static class SecretSettings
{
    /// <summary>
    /// Settings whose whole value is a secret. Keys of providers come from <see cref="KnownProviders"/> and from properties with <see
    /// cref="SecretAttribute"/>.
    /// </summary>
    private static readonly string[] s_whole =
        ["ADMIN_API_KEY", "DB_PASSWORD", "DATABASE_PASSWORD", "REDIS_PASSWORD", "SMTP_PASSWORD", "OTEL_EXPORTER_OTLP_HEADERS"];

    /// <summary>Addresses that may carry a user's password: scheme://user:password@host.</summary>
    private static readonly string[] s_addresses = ["DATABASE_URL", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    /// <summary>The secrets that are set, each once.</summary>
    public static IReadOnlyList<string> Find(IConfiguration configuration)
    {
        var found = s_whole.Concat(KnownProviders.All.Select(p => p.KeyVariable).OfType<string>()).Select(name => configuration[name])
            .Concat(configuration["OTEL_EXPORTER_OTLP_HEADERS"]?.Split(',').Select(h => h[(h.IndexOf('=') + 1)..]) ?? [])
            .Concat(s_addresses.Select(name => PasswordOf(configuration[name])))
            .Append(PostgresPassword(configuration.GetConnectionString("Postgres")))
            .Append(RedisPassword(configuration.GetConnectionString("Redis")))
            .Concat(configuration.AsEnumerable().Where(s => s.Key.StartsWith("Providers:", StringComparison.OrdinalIgnoreCase))
                .Select(Marked<ProviderOptions>));
        return [.. found.OfType<string>().Select(s => s.Trim()).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The value where the last part of the name is a marked property of the options class; of an address, its password.</summary>
    private static string? Marked<TOptions>(KeyValuePair<string, string?> setting)
    {
        var name = setting.Key[(setting.Key.LastIndexOf(':') + 1)..];
        if (typeof(TOptions).GetProperties()
            .FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } property) return null;
        return property.IsDefined(typeof(SecretAttribute), inherit: false) ? setting.Value : property.PropertyType == typeof(Uri)
            ? PasswordOf(setting.Value) : null;
    }

    private static string? PasswordOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Split(':', 2) is [_, var password]
            ? Uri.UnescapeDataString(password) : null;

    private static string? PostgresPassword(string? text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Password;
        }
        catch (ArgumentException)
        {
            return text; // whoever opens the connection says what is wrong with it; until then all of it is a secret
        }
    }

    private static string? RedisPassword(string? text)
    {
        try
        {
            return text is null ? null : ConfigurationOptions.Parse(text).Password;
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
