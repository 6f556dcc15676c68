using System.Reflection;
using Npgsql;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Secrets;

/// <summary>
/// The one list of settings that hold secrets. A test fails when a setting is named like a secret and is not found from here.
/// </summary>
public static class SecretSettings
{
    /// <summary>
    /// Settings whose whole value is a secret. Others come from <see cref="ISecretNames"/> and from properties with
    /// <see cref="SecretAttribute"/>.
    /// </summary>
    private static readonly string[] s_whole =
    [
        "ADMIN_API_KEY",
        "DB_PASSWORD",
        "DATABASE_PASSWORD",
        "DB_OWNER_PASSWORD",
        "REDIS_PASSWORD",
        "SMTP_PASSWORD",
        "OTEL_EXPORTER_OTLP_HEADERS",
    ];

    /// <summary>Addresses that may carry a user's password: scheme://user:password@host.</summary>
    private static readonly string[] s_addresses = ["DATABASE_URL", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    private static readonly string[] s_named =
    [
        .. Declarations.Of<ISecretNames>(typeof(SecretSettings).Assembly).SelectMany(n => n.Variables),
    ];

    /// <summary>All properties of the options classes that mark a secret.</summary>
    private static readonly PropertyInfo[] s_options =
    [
        .. typeof(SecretSettings)
            .Assembly.GetTypes()
            .Select(t => t.GetProperties())
            .Where(all => all.Any(p => p.IsDefined(typeof(SecretAttribute), inherit: false)))
            .SelectMany(all => all),
    ];

    /// <summary>The secrets that are set, each once.</summary>
    public static IReadOnlyList<string> Find(IConfiguration configuration)
    {
        var found = s_whole
            .Concat(s_named)
            .Select(name => configuration[name])
            .Concat(configuration["OTEL_EXPORTER_OTLP_HEADERS"]?.Split(',').Select(h => h[(h.IndexOf('=') + 1)..]) ?? [])
            .Concat(s_addresses.Select(name => PasswordOf(configuration[name])))
            .Append(PostgresPassword(configuration.GetConnectionString("Postgres")))
            .Append(PostgresPassword(configuration.GetConnectionString("PostgresOwner")))
            .Append(PostgresPassword(configuration.GetConnectionString("PostgresDirect")))
            .Append(RedisPassword(configuration.GetConnectionString("Redis")))
            .Concat(configuration.AsEnumerable().Where(s => s.Key.Contains(':')).Select(Marked));
        return [.. found.OfType<string>().Select(s => s.Trim()).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The value where the last part of the name is a marked property of an options class; of an address beside one, its password.
    /// </summary>
    private static string? Marked(KeyValuePair<string, string?> setting)
    {
        var name = setting.Key[(setting.Key.LastIndexOf(':') + 1)..];
        foreach (var property in s_options)
        {
            if (!property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            if (property.IsDefined(typeof(SecretAttribute), inherit: false))
                return setting.Value;
            if (property.PropertyType == typeof(Uri))
                return PasswordOf(setting.Value);
        }
        return null;
    }

    private static string? PasswordOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Split(':', 2) is [_, var password]
            ? Uri.UnescapeDataString(password)
            : null;

    private static string? PostgresPassword(string? text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Password;
        }
        catch (ArgumentException)
        {
            return text; // the code that opens the connection reports what is wrong with it; until then all of it is a secret
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
