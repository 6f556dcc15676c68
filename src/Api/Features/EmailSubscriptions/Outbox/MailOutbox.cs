using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using NodaTime.Extensions;
using Npgsql;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;

/// <summary>State of the outbox.</summary>
/// <param name="Waiting">Not sent yet.</param>
/// <param name="Troubled">Those of them that were tried and have to wait.</param>
/// <param name="Failed">Given up within the last seven days.</param>
/// <param name="SentToday">Sent within the last 24 hours.</param>
/// <param name="OldestDue">Since when the longest waiting one could have been sent; null when none is due.</param>
/// <param name="LastError">Of the newest trouble, without addresses; null when there is none.</param>
public sealed record OutboxState(int Waiting, int Troubled, int Failed, int SentToday, Instant? OldestDue, string? LastError);

/// <summary>
/// The mails to send, in PostgreSQL. A sender holds the lock of its row while it sends: others skip the row, and when the sender dies the
/// lock dies with its connection and the next one takes the row at once, with no clock in between.
/// </summary>
public sealed class MailOutbox(NpgsqlDataSource database, TimeProvider time, SecretRedactor secrets)
{
    /// <summary>An earnings mail that comes later than this is of no use.</summary>
    private static readonly Duration s_earningsLife = Duration.FromDays(3);

    // A sender whose machine vanished without closing its sockets loses its lock after three minutes; a send may take one.
    private const string Next = """
        set local idle_in_transaction_session_timeout = '3min';
        select o.id, o.kind, o.week, o.first_day, o.attempts, o.created_at, o.expires_at, s.id, s.address, s.scope, s.state, s.language
        from email.outbox o join email.subscriptions s on s.id = o.subscription
        where o.state = 'waiting' and o.due_at <= @now
        order by o.week nulls first, o.due_at
        limit 1 for update of o skip locked
        """;

    /// <summary>
    /// Puts this week's earnings mail in for every address that has none of this week: one statement, so that a run that dies has put in
    /// none.
    /// </summary>
    /// <returns>How many were put in.</returns>
    public async Task<int> QueueEarningsAsync(MailWeek week, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into email.outbox (subscription, kind, week, first_day, created_at, due_at, expires_at)
            select distinct on (s.address) s.id, 'earnings', @week, @first_day, @now, @now, @expires
            from email.subscriptions s
            where s.state = 'active' and not exists (
                select from email.outbox o join email.subscriptions other on other.id = o.subscription
                where o.week = @week and other.address = s.address)
            order by s.address, s.created_at, s.id
            on conflict do nothing
            """
        );
        command.CommandTimeout = 300;
        command.With(("week", week.Sunday), ("first_day", week.FirstDay), ("now", Now()), ("expires", Now() + s_earningsLife));
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes the next mail that is due and that no other sender holds.</summary>
    /// <returns>Null when there is none. Disposing without an outcome leaves the mail unchanged.</returns>
    public async Task<MailClaim?> ClaimAsync(CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            await using var command = new NpgsqlCommand(Next, connection, transaction);
            command.With(("now", Now()));
            if (await ReadAsync(command, ct) is { } order)
                return new MailClaim(order, connection, transaction, time, secrets);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public async Task<OutboxState> ReadStateAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select count(*) filter (where state = 'waiting')::int, count(*) filter (where state = 'waiting' and error is not null)::int,
                   count(*) filter (where state = 'failed' and done_at > @now - interval '7 days')::int,
                   count(*) filter (where state = 'sent' and done_at > @now - interval '1 day')::int,
                   min(due_at) filter (where state = 'waiting' and due_at <= @now),
                   (array_agg(error order by coalesce(done_at, due_at) desc) filter (where error is not null))[1]
            from email.outbox where state = 'waiting' or done_at > @now - interval '7 days'
            """
        );
        command.With(("now", Now()));
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new OutboxState(
            reader.GetInt32(0),
            reader.GetInt32(1),
            reader.GetInt32(2),
            reader.GetInt32(3),
            await reader.GetFieldValueAsync<Instant?>(4, ct),
            TextOf(reader, 5)
        );
    }

    /// <summary>
    /// Forgets mails that were done with sixty days ago: the record of a week is needed as long as the week may be asked for again.
    /// </summary>
    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from email.outbox where done_at < @before");
        command.With(("before", Now() - Duration.FromDays(60)));
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<MailOrder?> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        var recipient = new Recipient(
            reader.GetGuid(7),
            TextOf(reader, 8),
            reader.GetString(9),
            reader.GetString(10) == "active",
            Languages.FromCode(reader.GetString(11))
        );
        return new MailOrder(
            reader.GetGuid(0),
            KindOf(reader.GetString(1)),
            await reader.GetFieldValueAsync<LocalDate?>(2, ct),
            await reader.GetFieldValueAsync<LocalDate?>(3, ct),
            reader.GetInt32(4),
            await reader.GetFieldValueAsync<Instant>(5, ct),
            await reader.GetFieldValueAsync<Instant>(6, ct),
            recipient
        );
    }

    private static string? TextOf(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static MailKind KindOf(string stored) =>
        stored switch
        {
            "subscription" => MailKind.Subscription,
            "unsubscribe_link" => MailKind.UnsubscribeLink,
            _ => MailKind.Earnings,
        };

    private Instant Now() => time.GetUtcNow().ToInstant();
}
