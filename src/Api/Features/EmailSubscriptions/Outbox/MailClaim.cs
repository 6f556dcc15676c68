using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using NodaTime.Extensions;
using Npgsql;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;

/// <summary>
/// A mail that one sender holds: its row is locked until this is disposed. Each outcome is recorded by one call; without one the mail stays
/// unchanged.
/// </summary>
public sealed class MailClaim : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly TimeProvider _time;
    private readonly SecretRedactor _secrets;

    internal MailClaim(
        MailOrder order,
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        TimeProvider time,
        SecretRedactor secrets
    ) => (Order, _connection, _transaction, _time, _secrets) = (order, connection, transaction, time, secrets);

    public MailOrder Order { get; }

    /// <summary>Records that it was sent; the row stays.</summary>
    public Task SentAsync(CancellationToken ct) =>
        EndAsync("update email.outbox set state = 'sent', done_at = @now, error = null where id = @id", null, null, ct);

    /// <summary>Records that it was refused permanently, or too often.</summary>
    public Task GiveUpAsync(string error, CancellationToken ct) =>
        EndAsync(
            "update email.outbox set state = 'failed', attempts = attempts + 1, done_at = @now, error = @error where id = @id",
            error,
            null,
            ct
        );

    /// <summary>Records that it was refused temporarily.</summary>
    public Task RetryAsync(string error, Duration after, CancellationToken ct) =>
        EndAsync("update email.outbox set attempts = attempts + 1, due_at = @due, error = @error where id = @id", error, after, ct);

    /// <summary>The mail server could not be reached, which is not this mail's fault.</summary>
    public Task PostponeAsync(string error, Duration after, CancellationToken ct) =>
        EndAsync("update email.outbox set due_at = @due, error = @error where id = @id", error, after, ct);

    /// <summary>There is nothing to send any more: no record is left, so that it may be asked for again.</summary>
    public Task DropAsync(CancellationToken ct) => EndAsync("delete from email.outbox where id = @id", null, null, ct);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task EndAsync(string sql, string? error, Duration? after, CancellationToken ct)
    {
        var now = _time.GetUtcNow().ToInstant();
        await using var command = new NpgsqlCommand(sql, _connection, _transaction);
        command.With(("id", Order.Id), ("now", now));
        command.Parameters.Add(new NpgsqlParameter<string?>("error", _secrets.Redact(error)));
        command.With(("due", now + (after ?? Duration.Zero)));
        await command.ExecuteNonQueryAsync(ct);
        await _transaction.CommitAsync(ct);
    }
}
