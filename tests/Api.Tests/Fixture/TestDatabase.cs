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

    public async ValueTask InitializeAsync() => ConnectionString = await services.NewDatabaseAsync();

    /// <summary>The server and all its databases go at the end of the run.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
