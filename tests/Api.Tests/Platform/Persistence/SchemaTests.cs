using System.Net;
using System.Net.Sockets;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Persistence;

public sealed class SchemaTests(LocalServices services)
{
    [Fact]
    public async Task Many_replicas_may_apply_the_schema_at_once_and_again()
    {
        var database = await services.NewDatabaseAsync();
        var replicas = Enumerable.Range(0, 4).Select(_ => MarketTestStore.Build(database, SystemClock.Instance)).ToList();
        await Task.WhenAll(replicas.Select(r => r.GetRequiredService<SchemaApplier>().ApplyAsync(Ct)));
        await replicas[0].GetRequiredService<SchemaApplier>().ApplyAsync(Ct);

        await using var count = replicas[0]
            .GetRequiredService<NpgsqlDataSource>()
            .CreateCommand(
                "select count(*) from information_schema.tables where table_schema = 'market' and table_name in ('trades', "
                    + "'bars', 'day_bars', 'last_quotes')"
            );
        Assert.Equal(4L, await count.ExecuteScalarAsync(Ct));
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    [Fact]
    public async Task A_process_starts_without_PostgreSQL_and_its_gate_opens_when_it_comes()
    {
        var real = new NpgsqlConnectionStringBuilder(await services.NewDatabaseAsync());
        // A port without a server, then a relay to the real server on it.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await using var replica = MarketTestStore.Build(
            new NpgsqlConnectionStringBuilder(real.ConnectionString) { Host = "127.0.0.1", Port = port }.ConnectionString,
            SystemClock.Instance
        );
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Schema:ApplyAtStart"] = "true" })
            .Build();
        var gate = replica.GetRequiredService<SchemaGate>();
        using var start = new SchemaAtStart(
            replica.GetRequiredService<SchemaApplier>(),
            gate,
            configuration,
            NullLogger<SchemaAtStart>.Instance
        );
        await start.StartAsync(Ct);
        Assert.False(gate.IsOpen);
        Assert.NotNull(gate.LastError);

        using var relay = new TcpListener(IPAddress.Loopback, port);
        relay.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var serving = RelayAsync(relay, real.Host!, real.Port, stop.Token);
        await gate.WaitAsync(Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct);
        Assert.Null(gate.LastError);
        await start.StopAsync(Ct);
        await stop.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task A_process_that_does_not_apply_the_schema_waits_until_its_own_is_in_place()
    {
        var database = await services.NewDatabaseAsync();
        await using var older = MarketTestStore.Build(database, SystemClock.Instance);
        await using var replica = MarketTestStore.Build(database, SystemClock.Instance, new ExtraPart());
        var gate = replica.GetRequiredService<SchemaGate>();
        var applier = replica.GetRequiredService<SchemaApplier>();
        using var start = new SchemaAtStart(applier, gate, new ConfigurationBuilder().Build(), NullLogger<SchemaAtStart>.Instance);

        await start.StartAsync(Ct);
        Assert.False(gate.IsOpen);
        Assert.Contains("Api schema apply", gate.LastError, StringComparison.Ordinal);
        await older.GetRequiredService<SchemaApplier>().ApplyAsync(Ct);
        Assert.False(await applier.IsAppliedAsync(Ct));
        await applier.ApplyAsync(Ct);
        await gate.WaitAsync(Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct);
        Assert.Null(gate.LastError);
        await start.StopAsync(Ct);

        // After a roll-back the older build starts, and nothing has to be applied.
        Assert.True(await older.GetRequiredService<SchemaApplier>().IsAppliedAsync(Ct));
    }

    [Fact]
    public async Task The_fingerprint_is_that_of_the_build_and_of_nothing_else()
    {
        var clock = new FakeClock(Instant.FromUtc(2014, 6, 10, 0, 0));
        await using var one = MarketTestStore.Build("Host=one", SystemClock.Instance);
        await using var same = MarketTestStore.Build("Host=two;Database=other", clock);
        await using var more = MarketTestStore.Build("Host=one", SystemClock.Instance, new ExtraPart());
        string Of(ServiceProvider replica) => replica.GetRequiredService<SchemaApplier>().Fingerprint;

        Assert.Matches("^[0-9a-f]{64}$", Of(one));
        Assert.Equal(Of(one), Of(same));
        Assert.NotEqual(Of(one), Of(more));
    }

    private sealed class ExtraPart : ISchemaPart
    {
        public string Name => "extra";
        public string Sql => "create table if not exists app.extra (id int primary key)";
    }

    private static async Task RelayAsync(TcpListener listener, string host, int port, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(ct);
                var server = new TcpClient();
                await server.ConnectAsync(host, port, ct);
                _ = client.GetStream().CopyToAsync(server.GetStream(), ct);
                _ = server.GetStream().CopyToAsync(client.GetStream(), ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
    }

    [Theory]
    [InlineData("ConnectionStrings:Postgres=Host=a;Port=1;Username=u;Database=d;Password=p", "a", 1, "u", "d")]
    [InlineData("DATABASE_URL=postgres://me:s%40crt@db.example:6432/stocks", "db.example", 6432, "me", "stocks")]
    [InlineData("DB_HOST=db|DB_PORT=5433|DB_USER=app|DB_PASSWORD=x|DB_NAME=market", "db", 5433, "app", "market")]
    [InlineData("DATABASE_HOST=db2|DATABASE_NAME=other", "db2", 5432, "postgres", "other")]
    [InlineData("ConnectionStrings:Postgres=Host=a;Port=1;Username=u;Database=d|DB_HOST=ignored", "a", 1, "u", "d")]
    public void The_connection_is_found_by_any_of_its_names(string settings, string host, int port, string user, string name)
    {
        var values = settings.Split('|').Select(s => s.Split('=', 2)).ToDictionary(p => p[0], p => (string?)p[1]);
        var found = new NpgsqlConnectionStringBuilder(
            PostgresConnection.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
        );
        Assert.Equal((host, port, user, name), (found.Host, found.Port, found.Username, found.Database));
    }

    [Theory]
    [InlineData("DB_HOST=db", 100)]
    [InlineData("DB_HOST=db|DB_MAX_POOL_SIZE=20", 20)]
    [InlineData("DATABASE_URL=postgres://db/stocks|DB_MAX_POOL_SIZE=20", 20)]
    [InlineData("ConnectionStrings:Postgres=Host=a;Database=d|DB_MAX_POOL_SIZE=20", 20)]
    [InlineData("ConnectionStrings:Postgres=Host=a;Database=d;Maximum Pool Size=7|DB_MAX_POOL_SIZE=20", 7)]
    public void The_pool_is_as_large_as_its_setting_says_unless_the_connection_string_says_it(string settings, int size)
    {
        var values = settings.Split('|').Select(s => s.Split('=', 2)).ToDictionary(p => p[0], p => (string?)p[1]);
        Assert.Equal(
            size,
            new NpgsqlConnectionStringBuilder(
                PostgresConnection.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            ).MaxPoolSize
        );
    }

    [Fact]
    public void A_port_that_is_none_stops_the_start_and_is_named()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["DB_PORT"] = "54x" })
            .Build();
        Assert.Contains(
            "DB_PORT",
            Assert.Throws<InvalidOperationException>(() => PostgresConnection.From(configuration)).Message,
            StringComparison.Ordinal
        );
    }
}
