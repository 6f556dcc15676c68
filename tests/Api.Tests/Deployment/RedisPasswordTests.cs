using System.Globalization;
using System.Text;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>Redis as compose and the K3s overlay start it, by their own commands: nobody without the password is served.</summary>
public sealed class RedisPasswordTests(LocalServices services)
{
    private const string Password = "two words and a $sign";

    [Fact]
    public async Task On_k3s_Redis_asks_for_the_password_and_shows_it_to_no_other_process()
    {
        var container = Overlay.All.Single(o => o.Name == "k3s").Containers().Single(c => c.Workload == "investment-redis").Container;
        Assert.Equal(["REDISCLI_AUTH", "REDIS_PASSWORD"], container.Env.Select(e => e.Name).Order(StringComparer.Ordinal));

        await AsksForThePasswordAsync([.. container.Command]);
    }

    [Fact]
    public async Task In_compose_Redis_asks_for_the_password_and_shows_it_to_no_other_process() =>
        // Compose reads two dollar signs as one.
        await AsksForThePasswordAsync([
            .. ComposeFile.Read().Services["redis"].Command.Select(c => c.Replace("$$", "$", StringComparison.Ordinal)),
        ]);

    private async Task AsksForThePasswordAsync(IReadOnlyList<string> command)
    {
        var port = FreePort.Next();
        var server = string.Create(CultureInfo.InvariantCulture, $"redis-server - --port {port} --bind 127.0.0.1 ");
        var own = command.Select(c => c.Replace("redis-server - ", server, StringComparison.Ordinal));
        await using var process = await ChildProcess.StartAsync(
            // Its allocator cannot start with the preloaded clock of other days.
            new ChildSpec("redis", ["env", "-u", "LD_PRELOAD", .. own], services.Log($"redis-{port}"))
            {
                Environment = new Dictionary<string, string> { ["REDIS_PASSWORD"] = Password },
            }
        );
        await Wait.Until(() => process.HasExited || !FreePort.IsFree(port), what: "Redis listens");
        Assert.False(process.HasExited, process.LogTail());

        await Assert.ThrowsAsync<RedisConnectionException>(() => PingAsync(port, null));
        await Assert.ThrowsAsync<RedisConnectionException>(() => PingAsync(port, "another"));
        await PingAsync(port, Password);
        var shown = await File.ReadAllTextAsync($"/proc/{process.Id}/cmdline", Encoding.UTF8, Ct);
        Assert.Contains("redis-server", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, shown, StringComparison.Ordinal);
    }

    private static async Task PingAsync(int port, string? password)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(
            new ConfigurationOptions
            {
                EndPoints = { { "127.0.0.1", port } },
                Password = password,
                ConnectRetry = 1,
                ConnectTimeout = 2000,
            }
        );
        await connection.GetDatabase().PingAsync();
    }
}
