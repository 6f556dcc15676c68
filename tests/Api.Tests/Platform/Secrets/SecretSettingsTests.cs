using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Tests.Deployment;
using Microsoft.Extensions.Configuration;

namespace InvestmentAssistant.Api.Tests.Platform.Secrets;

/// <summary>Case P1: the list of secrets knows every setting that holds one.</summary>
public sealed partial class SecretSettingsTests
{
    private static IReadOnlyList<string> Find(string name, string value) =>
        SecretSettings.Find(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build());

    [Fact]
    public void P1_a_setting_that_is_named_like_a_secret_is_in_the_list()
    {
        var named = ApplicationSettings
            .All.Values.Select(s => s.Key.Replace("*", "someprovider", StringComparison.Ordinal))
            .Where(k => SecretName().IsMatch(k))
            .ToList();

        foreach (
            var known in new[]
            {
                "ADMIN_API_KEY",
                "DB_PASSWORD",
                "REDIS_PASSWORD",
                "SMTP_PASSWORD",
                "FINNHUB_API_KEY",
                "TRUTHSOCIAL_TOKEN",
                "X_API_BEARER_TOKEN",
                "Providers:someprovider:ApiKey",
            }
        )
            Assert.Contains(known, named);
        var missing = named.Where(name => !Find(name, "  S3cret-of-a-test\n").Contains("S3cret-of-a-test")).ToList();
        Assert.True(missing.Count == 0, $"SecretSettings does not know {string.Join(", ", missing)}");
    }

    [Theory]
    [InlineData("ConnectionStrings:Postgres", "Host=h;Username=u;Password=p&\"q-77;Database=d", "p&\"q-77")]
    [InlineData("ConnectionStrings:Redis", "h:6379,password=r3dis-word,ssl=true", "r3dis-word")]
    [InlineData("DATABASE_URL", "postgres://user:p%40ss-1@host/db", "p@ss-1")]
    [InlineData("Providers:bithumb:BaseUrl", "https://u:pr0xy-word@proxy.example/", "pr0xy-word")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "x-token=abc-123456,other=b", "abc-123456")]
    public void P1_passwords_inside_addresses_and_connection_strings_are_secrets(string name, string value, string secret) =>
        Assert.Contains(secret, Find(name, value));

    /// <summary>NeedsKey says whether there is one.</summary>
    [GeneratedRegex("(?<!Needs)(?:KEY|TOKEN|SECRET|PASSWORD|PASSPHRASE|CREDENTIALS?)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
