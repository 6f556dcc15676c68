using System.Net;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Ingestion;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>Where a request to a provider may go, whatever the provider answers.</summary>
public sealed class ProviderConnectionsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private StubProvider _stub = null!;

    public async ValueTask InitializeAsync() => _stub = await StubProvider.StartAsync();

    public ValueTask DisposeAsync() => _stub.DisposeAsync();

    private Task<ReplicaHost> ReplicaAsync(string provider, string address, params (string, string)[] settings) =>
        ProviderClientTests.ReplicaAsync(database.ConnectionString, [], provider, address, settings);

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_the_key_goes_nowhere_else(int status)
    {
        await using var elsewhere = await StubProvider.StartAsync();
        _stub.Answer = (http, _) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = elsewhere.Address + "collect";
            return Task.CompletedTask;
        };
        await using var replica = await ReplicaAsync("stub-redirect", _stub.Address, ("Providers:stub-redirect:ApiKey", "secret-key"));

        Assert.Equal(ProviderFailure.BadReply, (await ProviderClientTests.FailureAsync(replica)).Kind);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    public void Private_addresses_are_told_from_those_of_the_internet(string address, bool isPublic) =>
        Assert.Equal(isPublic, ProviderConnections.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_to_a_private_address_is_refused_unless_the_settings_allow_it()
    {
        // The name of this machine stands for one that an attacker has pointed at us; "localhost" itself counts as configured.
        var port = new Uri(_stub.Address).Port;
        var address = $"http://{Dns.GetHostName()}:{port}/";
        await using var strict = await ReplicaAsync("stub-private", address);
        Assert.Equal(ProviderFailure.ServerError, (await ProviderClientTests.FailureAsync(strict)).Kind);
        Assert.Empty(_stub.Requests);

        await using var trusting = await ReplicaAsync("stub-private", address, ("Providers:AllowPrivateAddresses", "true"));
        Assert.True((await trusting.Get<ProviderClientTests.StubClient>().GetAsync("thing", Ct)).Ok);
    }
}
