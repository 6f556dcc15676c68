using System.Text.RegularExpressions;
using System.Xml.Linq;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>Dockerfile and compose.yaml agree with each other and with the application.</summary>
public sealed class ContainerTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static readonly IReadOnlyList<DockerStage> Stages = DockerStage.Read();
    private static readonly ComposeFile Compose = ComposeFile.Read();

    private static DockerStage Stage(string name) => Stages.Single(s => s.Name == name);

    /// <summary>Services that run the API's image.</summary>
    private static readonly IReadOnlyDictionary<string, ComposeFile.Service> Own = Compose
        .Services.Where(s => s.Value.Build?.Target == "api")
        .ToDictionary(s => s.Key, s => s.Value);

    [Theory]
    [InlineData("api", "Api")]
    [InlineData("simulator", "MarketSimulator")]
    public void An_image_starts_and_checks_the_program_that_was_published_into_it(string name, string project)
    {
        var stage = Stage(name);
        var source = Regex.Match(Assert.Single(stage.All("COPY")), @"--from=(\S+) (\S+) \.$");
        var publish = Assert.Single(Stage(source.Groups[1].Value).All("RUN"));
        var assembly = XDocument
            .Load(Path.Combine(Repository.Current.Root, "src", project, project + ".csproj"))
            .Descendants("AssemblyName")
            .Single()
            .Value;

        Assert.Matches($@"build/publish\.sh {project} {Regex.Escape(source.Groups[2].Value)}$", publish);
        Assert.Equal([$"./{assembly}"], stage.Entrypoint);
        Assert.Equal([.. stage.Entrypoint, "health"], stage.HealthCheck);
        Assert.Matches(@"^\d+:\d+$", stage.Last("USER"));
        Assert.Equal("/app", stage.Last("WORKDIR"));
        Assert.All(stage.Environment.Keys, v => Assert.True(ApplicationSettings.Knows(v), v));
    }

    [Fact]
    public void The_image_that_is_built_without_a_target_is_the_API_on_a_small_base_of_the_frameworks_version()
    {
        var framework = XDocument
            .Load(Path.Combine(Repository.Current.Root, "Directory.Build.props"))
            .Descendants("TargetFramework")
            .Single()
            .Value["net".Length..];

        Assert.Equal("api", Stages[^1].Name);
        Assert.Equal($"mcr.microsoft.com/dotnet/sdk:{framework}-noble", Stage("source").From);
        Assert.Equal($"mcr.microsoft.com/dotnet/aspnet:{framework}-noble-chiseled", Stage("runtime").From);
        Assert.All(Stages, s => Assert.True(s.From.Contains('/') || Stages.Any(o => o.Name == s.From), s.From));
    }

    [Fact]
    public void Compose_runs_both_roles_the_schema_before_them_and_their_stores()
    {
        Assert.Equal(["api", "ingest", "postgres", "redis", "schema", "simulator"], Compose.Services.Keys.Order());
        Assert.Equal(["api", "ingest", "schema"], Own.Keys.Order());

        Assert.Equal("service_completed_successfully", Compose.Services["api"].DependsOn["schema"].Condition);
        Assert.Equal("service_completed_successfully", Compose.Services["ingest"].DependsOn["schema"].Condition);
        Assert.Contains(
            string.Join(' ', Compose.Services["schema"].Command),
            api.Host.Services.GetServices<ICliCommand>().Select(c => c.Words)
        );
        foreach (var (name, service) in Compose.Services)
        {
            Assert.All(service.DependsOn, d =>
            {
                Assert.Contains(d.Key, Compose.Services.Keys);
                // Healthy can only be waited for where something checks it: compose.yaml, or the image.
                if (d.Value.Condition == "service_healthy")
                    Assert.True(IsChecked(Compose.Services[d.Key]), $"{name} waits for {d.Key}");
                else
                    Assert.Equal("service_completed_successfully", d.Value.Condition);
            });
            if (service.Build is { } build)
                Assert.Contains(Stages, s => s.Name == build.Target);
            Assert.All(service.Volumes, v =>
                Assert.True(
                    Compose.Volumes.ContainsKey(v.Split(':')[0]) || File.Exists(Path.Combine(Repository.Current.Root, v.Split(':')[0])),
                    v
                )
            );
        }
    }

    private static bool IsChecked(ComposeFile.Service service) =>
        service.Healthcheck is { Disable: false, Test.Count: > 1 }
        || (service.Build is { } build && service.Healthcheck is null && Stage(build.Target).HealthCheck is not null);

    [Fact]
    public void Only_the_API_has_a_published_port()
    {
        var published = Assert.Single(Compose.Services, s => s.Value.Ports.Count > 0);

        Assert.Equal("api", published.Key);
        Assert.Equal($"${{PORT:-{Stage("api").Port}}}:{Stage("api").Port}", Assert.Single(published.Value.Ports));
    }

    [Fact]
    public void Every_variable_of_compose_is_a_setting_that_the_application_reads_and_takes()
    {
        var simulated = SimulatedProviders();
        Assert.NotEmpty(Own["schema"].Environment);
        Assert.All(Own.Values.SelectMany(s => s.Environment.Keys).Concat(simulated.Keys), v =>
            Assert.True(ApplicationSettings.Knows(v), v)
        );

        foreach (var (name, service) in Own)
        {
            var configuration = SettingsCheck.Configuration(Stage("api").Environment, simulated, service.Environment);
            SettingsCheck.Accepts(configuration);
            Assert.Equal(("postgres", "redis"), (configuration["DB_HOST"], configuration["REDIS_HOST"]));
            Assert.Equal(["${PROVIDERS_ENV:-compose.simulated.env}"], service.EnvFile);
            if (name != "schema")
                Assert.Equal(name, configuration["ROLES"]);
        }
        var (postgres, redis) = (Compose.Services["postgres"].Environment, Compose.Services["redis"].Environment);
        var (schema, serving) = (Own["schema"].Environment, Own["api"].Environment);
        Assert.Equal(postgres["POSTGRES_DB"], serving["DB_NAME"]);
        Assert.All(["DB_USER", "DB_PASSWORD"], (string v) => Assert.Equal(postgres[v], serving[v]));
        Assert.All(["DB_OWNER_USER", "DB_OWNER_PASSWORD"], (string v) => Assert.Equal(postgres[v], schema[v]));
        Assert.Equal([redis["REDIS_PASSWORD"]], [.. redis.Values.Append(serving["REDIS_PASSWORD"]).Distinct()]);
        // Three roles, and those that serve know neither the owner's password nor the superuser's.
        Assert.Equal(3, new[] { postgres["POSTGRES_USER"], postgres["DB_OWNER_USER"], postgres["DB_USER"] }.Distinct().Count());
        Assert.All(["api", "ingest"], (string name) =>
            Assert.DoesNotContain(Own[name].Environment.Keys, v => v.Contains("OWNER", StringComparison.Ordinal))
        );
        var options = typeof(SimulatorOptions).GetProperties().Select(p => $"Simulator__{p.Name}").ToList();
        Assert.All(Compose.Services["simulator"].Environment.Keys, v => Assert.Contains(v, options));
    }

    [Fact]
    public void The_simulated_providers_of_compose_are_those_of_a_local_run()
    {
        var local = new ApiSettings
        {
            Postgres = "",
            Redis = "",
            Simulator = $"http://simulator:{Stage("simulator").Port}",
        }
            .ToEnvironment()
            .Where(v => v.Key.StartsWith("Providers__", StringComparison.Ordinal) || v.Key == "DATA_SOURCE")
            .ToDictionary();
        var compose = SimulatedProviders();

        Assert.True(local.Count > 10);
        Assert.True(
            local.OrderBy(v => v.Key).SequenceEqual(compose.OrderBy(v => v.Key)),
            $"compose.simulated.env must have, after its comment:\n{string.Join('\n', local.Select(v => $"{v.Key}={v.Value}"))}"
        );
    }

    [Fact]
    public void Our_containers_can_do_no_more_than_they_must_and_have_time_to_stop()
    {
        var limit = api.Host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        var ours = Compose.Services.Values.Where(s => s.Build is not null).ToList();
        Assert.Equal(4, ours.Count);

        Assert.All(ours, s =>
            Assert.True(s is { ReadOnly: true, CapDrop: ["ALL"], SecurityOpt: ["no-new-privileges:true"], Tmpfs: ["/tmp"] }, s.Image)
        );
        Assert.All(["api", "ingest"], (string name) =>
            Assert.True(
                int.Parse(Own[name].StopGracePeriod!.TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture) > limit.TotalSeconds,
                name
            )
        );
    }

    private static Dictionary<string, string> SimulatedProviders() =>
        Overlay.EnvFile(Path.Combine(Repository.Current.Root, "compose.simulated.env")).ToDictionary();
}
