using InvestmentAssistant.Api.Features.EmailSubscriptions;
using InvestmentAssistant.Api.Features.Streaming;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>Whether the application starts with the variables of a deployment.</summary>
internal static class SettingsCheck
{
    /// <summary>Variables as the application gets them: the later ones win.</summary>
    public static IConfiguration Configuration(params IEnumerable<KeyValuePair<string, string>>[] variables) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                variables
                    .SelectMany(v => v)
                    .GroupBy(v => v.Key)
                    .Select(g => KeyValuePair.Create(g.Key.Replace("__", ":", StringComparison.Ordinal), (string?)g.Last().Value))
            )
            .Build();

    /// <summary>Reads them as a start does: what cannot be right throws, and names the setting.</summary>
    public static void Accepts(IConfiguration configuration)
    {
        AppRoles.From(configuration);
        LogExtensions.LevelOf(configuration["LOG_LEVEL"]);
        LogExtensions.IsJson(configuration["LOG_FORMAT"]);
        ManagementSettings.From(configuration);
        Assert.NotEmpty(HttpSettings.From(configuration).CorsOrigins);
        Assert.NotNull(configuration.GetSection("Streaming").Get<StreamOptions>() ?? new StreamOptions());
        Assert.NotEmpty(new NpgsqlConnectionStringBuilder(PostgresConnection.From(configuration)).Host!);
        Assert.NotEmpty(RedisConnection.OptionsFrom(configuration).EndPoints);
        Assert.NotEmpty(EmailSettings.Read(configuration, new Production()).ApiUrl);
        // The server in the container listens on all interfaces, else no Service reaches it.
        Assert.Equal("http://0.0.0.0:8888", ListenAddress.From(configuration));
    }

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ApplicationName { get; set; } = "Api";
        public string ContentRootPath { get; set; } = "/app";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
