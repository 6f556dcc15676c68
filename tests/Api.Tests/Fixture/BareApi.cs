namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>Class fixture: the real API as a process over an empty database, without any provider.</summary>
public sealed class BareApi(LocalServices services) : IAsyncLifetime
{
    private ApiProcess _process = null!;

    /// <summary>A client whose base address is the process.</summary>
    public HttpClient Http => _process.Http;

    public async ValueTask InitializeAsync() =>
        _process = await ApiProcess.StartAsync(
            services,
            new()
            {
                Postgres = await services.NewDatabaseAsync(),
                Redis = (await services.RedisAsync()).Endpoint,
                Roles = "api",
            }
        );

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
