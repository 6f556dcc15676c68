using System.Text.Json;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>The two ways a test can have the API.</summary>
public sealed class FixtureTests(LocalServices services, ApiHost api) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task The_shared_host_is_healthy_on_its_own_services()
    {
        // The parts come up one after the other behind the host; a test asks when it likes.
        await Wait.Until(async () =>
        {
            var answer = await api.Host.Scenario(s => s.Get.Url("/health/detailed"));
            return JsonDocument.Parse(await answer.ReadAsTextAsync()).RootElement.GetProperty("status").GetString() == "healthy";
        });
    }

    [Fact]
    public async Task A_process_of_its_own_answers_on_a_real_port_and_does_not_survive_a_kill()
    {
        var settings = new ApiSettings { Postgres = await services.NewDatabaseAsync(), Redis = (await services.RedisAsync()).Endpoint };
        await using var replica = await ApiProcess.StartAsync(services, settings);
        using var answer = await replica.Http.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("simulated", Assert.Single(answer.Headers.GetValues("X-Data-Source")));

        await replica.KillAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            replica.Http.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken)
        );
    }
}
