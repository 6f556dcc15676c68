using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Extensions.Configuration;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>Where a container's health check asks; that it asks is held by the published build (Deployment/PublishTests).</summary>
public sealed class SelfCheckTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8888", "http://127.0.0.1:8888/health/live")]
    [InlineData("http://0.0.0.0:8888", "http://127.0.0.1:8888/health/live")]
    [InlineData("http://*:9000", "http://127.0.0.1:9000/health/live")]
    [InlineData("http://[::]:9000", "http://127.0.0.1:9000/health/live")]
    [InlineData("http://[::1]:9000", "http://[::1]:9000/health/live")]
    [InlineData("http://+", "http://127.0.0.1/health/live")]
    [InlineData("https://*:8443;http://*:8080", "http://127.0.0.1:8080/health/live")]
    [InlineData("http://localhost:8080/base", "http://localhost:8080/base/health/live")]
    public void The_check_asks_the_address_that_this_machine_reaches(string addresses, string target) =>
        Assert.Equal(new Uri(target), SelfCheck.TargetOf(addresses, "/health/live"));

    [Theory]
    [InlineData("", "http://127.0.0.1:8888")]
    [InlineData("SERVER_HOST=0.0.0.0", "http://0.0.0.0:8888")]
    [InlineData("SERVER_HOST=|SERVER_PORT=9000", "http://127.0.0.1:9000")]
    [InlineData("SERVER_PORT=9000|urls=http://*:80", "http://*:80")]
    public void The_address_to_listen_on_is_found_by_any_of_its_names(string settings, string address)
    {
        var values = settings
            .Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.Split('=', 2))
            .ToDictionary(p => p[0], p => (string?)p[1]);

        Assert.Equal(address, ListenAddress.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build()));
    }

    [Fact]
    public async Task Other_words_are_not_its_business()
    {
        Assert.Null(await SelfCheck.TryRunAsync(["jobs", "list"], ListenAddress.From, "/health/live"));
        Assert.Null(await SelfCheck.TryRunAsync([], ListenAddress.From, "/health/live"));
    }
}
