using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>Class fixture: a process that serves the boards which the shared host feeds, once they have moved.</summary>
public sealed class StreamingReplica(LocalServices services) : IAsyncLifetime
{
    private static readonly Uri s_status = new("/ws/status", UriKind.Relative);

    private ApiProcess _process = null!;

    /// <inheritdoc cref="ApiProcess.Port"/>
    public int Port => _process.Port;

    public async ValueTask InitializeAsync()
    {
        var api = new ApiHost(services);
        await api.InitializeAsync();
        await Listed.InAsync(api);
        _process = await ApiProcess.StartAsync(
            services,
            new ApiSettings
            {
                Postgres = api.Postgres,
                Redis = api.Redis,
                Roles = "api",
            }
        );
        await Wait.Until(async () =>
            (await _process.Http.GetStringAsync(s_status, TestContext.Current.CancellationToken)).Contains(
                "\"last_event_at\":\"2",
                StringComparison.Ordinal
            )
        );
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
