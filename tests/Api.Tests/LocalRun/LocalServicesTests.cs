using InvestmentAssistant.Api.Tests.Fixture;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.LocalRun;

public sealed class LocalServicesTests(LocalServices services)
{
    [Fact]
    public async Task PostgreSQL_listens_on_the_loopback_only_and_keeps_what_is_written()
    {
        await using var connection = new NpgsqlConnection(await services.NewDatabaseAsync());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var write = new NpgsqlCommand("create table t (x int); insert into t values (7)", connection);
        await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var read = new NpgsqlCommand("select x || ' ' || current_setting('listen_addresses') from t", connection);
        Assert.Equal("7 127.0.0.1", await read.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Redis_comes_back_on_the_same_port_and_empty()
    {
        await using var server = await services.NewRedisAsync();
        await using (var before = await RawRedis.ConnectAsync(server.Endpoint))
            await before.Database.StringSetAsync("key", "value");
        var port = server.Port;

        await server.StopServerAsync();
        await server.StartServerAsync(TestContext.Current.CancellationToken);

        Assert.Equal(port, server.Port);
        await using var after = await RawRedis.ConnectAsync(server.Endpoint);
        Assert.False(await after.Database.KeyExistsAsync("key"));
    }
}
