using Npgsql;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>Class fixture: an empty database of this class alone.</summary>
public sealed class TestDatabase(LocalServices services) : IAsyncLifetime
{
    /// <summary>Npgsql connection string.</summary>
    public string ConnectionString { get; private set; } = null!;

    /// <summary>Runs one statement and returns its first value.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sixty callers at once on a busy machine may wait for their connections longer than Npgsql's 15 s.</summary>
    public async ValueTask InitializeAsync() =>
        ConnectionString = new NpgsqlConnectionStringBuilder(await services.NewDatabaseAsync()) { Timeout = 120 }.ConnectionString;

    /// <summary>The server and all its databases go at the end of the run.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
