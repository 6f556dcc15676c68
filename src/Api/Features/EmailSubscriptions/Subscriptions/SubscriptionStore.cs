using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Persistence;
using NodaTime.Extensions;
using Npgsql;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>Whether a verification link can still be used.</summary>
public enum LinkState
{
    Good,
    Expired,
    Used,
    Unknown,
}

/// <summary>Where a verification link leads.</summary>
/// <param name="State">Whether it can still be used.</param>
/// <param name="Address">Of the subscription; null when unknown.</param>
/// <param name="Scope">Of the subscription; null when unknown.</param>
public sealed record VerificationLink(LinkState State, string? Address, string? Scope);

/// <summary>
/// The life of a subscription: pending until its link is used, active, cancelled for ever. Times of links are wall time also in a replay:
/// people wait for them.
/// </summary>
public sealed class SubscriptionStore(NpgsqlDataSource database, IClock market, TimeProvider time)
{
    public static readonly Duration VerificationLife = Duration.FromHours(24);

    private static readonly Duration s_betweenMails = Duration.FromHours(24);

    /// <summary>A mail that could not be sent for this long is not sent any more.</summary>
    private static readonly Duration s_mailLife = Duration.FromHours(24);

    /// <summary>
    /// Notes the wish and a mail about it. The statement and its writes are the same whether or not the address is known: which mail it is
    /// (please confirm, or you are subscribed already) is decided when it is sent. After one mail there is no other until its link was used
    /// or a day is over, however often somebody types the address.
    /// </summary>
    public async Task SubscribeAsync(string address, string scope, Language language, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            with wished as (
                insert into email.subscriptions as s (id, address, scope, state, language, consent_text, agreed_at, created_at)
                values (@id, @address, @scope, 'pending', @language, @consent, @now, @now)
                on conflict (address, scope) do update set
                    language = case s.state when 'pending' then excluded.language else s.language end,
                    consent_text = case s.state when 'pending' then excluded.consent_text else s.consent_text end,
                    agreed_at = case s.state when 'pending' then excluded.agreed_at else s.agreed_at end
                returning id, verified_at)
            insert into email.outbox (subscription, kind, created_at, due_at, expires_at)
            select id, 'subscription', @now, @now, @expires from wished
            where not exists (
                select from email.outbox o
                where o.subscription = wished.id and o.kind = 'subscription' and o.state = 'sent' and o.done_at > @day
                    and (wished.verified_at is null or o.done_at > wished.verified_at))
            on conflict do nothing
            """
        );
        var now = Now();
        command.With(
            ("id", Guid.CreateVersion7()),
            ("address", address),
            ("scope", scope),
            ("language", language.Code()),
            ("consent", Words.ConsentVersion),
            ("now", now),
            ("day", now - s_betweenMails),
            ("expires", now + s_mailLife)
        );
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Notes a mail with the link that cancels the subscription of an address; nothing when there is none.</summary>
    public async Task RequestCancelLinkAsync(string address, string scope, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into email.outbox (subscription, kind, created_at, due_at, expires_at)
            select id, 'unsubscribe_link', @now, @now, @expires from email.subscriptions where address = @address and scope = @scope
            on conflict do nothing
            """
        );
        var now = Now();
        command.With(("address", address), ("scope", scope), ("now", now), ("expires", now + s_mailLife));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Makes a new link; those of earlier mails keep working.</summary>
    /// <returns>The token, which is nowhere kept.</returns>
    public async Task<string> IssueAsync(Guid subscription, bool forVerification, CancellationToken ct)
    {
        var token = LinkToken.Create();
        await using var command = database.CreateCommand(
            "insert into email.tokens (hash, subscription, purpose, created_at, expires_at) values (@hash, @subscription, "
                + "@purpose, @now, @expires)"
        );
        var now = Now();
        command.With(
            ("hash", LinkToken.HashOf(token)),
            ("subscription", subscription),
            ("purpose", forVerification ? "verify" : "unsubscribe"),
            ("now", now)
        );
        command.Parameters.Add(new NpgsqlParameter<Instant?>("expires", forVerification ? now + VerificationLife : null));
        await command.ExecuteNonQueryAsync(ct);
        return token;
    }

    /// <summary>Looks a verification link up and changes nothing.</summary>
    public async Task<VerificationLink> FindVerificationAsync(string token, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select s.state, s.address, s.scope, t.used_at is not null, t.expires_at <= @now
            from email.tokens t join email.subscriptions s on s.id = t.subscription
            where t.hash = @hash and t.purpose = 'verify'
            """
        );
        command.With(("hash", LinkToken.HashOf(token)), ("now", Now()));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct) || reader.GetString(0) == "cancelled")
            return new VerificationLink(LinkState.Unknown, null, null);
        var isUsed = reader.GetBoolean(3) || reader.GetString(0) == "active";
        return new VerificationLink(
            isUsed ? LinkState.Used
                : reader.GetBoolean(4) ? LinkState.Expired
                : LinkState.Good,
            reader.GetString(1),
            reader.GetString(2)
        );
    }

    /// <summary>
    /// Uses a verification link: the subscription becomes active, and the coming week's earnings are put into the outbox. All or nothing.
    /// </summary>
    /// <returns>Good when it was used now, by this call alone; else why not.</returns>
    public async Task<VerificationLink> VerifyAsync(string token, CancellationToken ct)
    {
        await using (var connection = await database.OpenConnectionAsync(ct))
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            await using var verify = new NpgsqlCommand(
                """
                with used as (
                    update email.tokens set used_at = @now
                    where hash = @hash and purpose = 'verify' and used_at is null and expires_at > @now
                    returning subscription)
                update email.subscriptions s set state = 'active', verified_at = @now
                from used where s.id = used.subscription and s.state = 'pending'
                returning s.id, s.address, s.scope
                """,
                connection,
                transaction
            );
            verify.With(("hash", LinkToken.HashOf(token)), ("now", Now()));
            if (await ReadAsync(verify, ct) is { } verified)
            {
                await QueueWelcomeAsync(connection, transaction, verified.Id, ct);
                await transaction.CommitAsync(ct);
                return new VerificationLink(LinkState.Good, verified.Address, verified.Scope);
            }
        }
        return await FindVerificationAsync(token, ct) switch
        {
            // Another use of it was committed in between.
            { State: LinkState.Good } other => other with { State = LinkState.Used },
            var found => found,
        };
    }

    /// <summary>Whether an unsubscribe link leads to a subscription, cancelled or not.</summary>
    public async Task<bool> IsCancelLinkAsync(string token, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select exists (select from email.tokens where hash = @hash and purpose = 'unsubscribe')"
        );
        command.With(("hash", LinkToken.HashOf(token)));
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>
    /// Cancels the subscription that an unsubscribe link leads to and erases its address. Doing it again changes nothing.
    /// </summary>
    /// <returns>False when the link leads nowhere.</returns>
    public async Task<bool> CancelAsync(string token, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            with link as (
                update email.tokens set used_at = coalesce(used_at, @now) where hash = @hash and purpose = 'unsubscribe' returning
                subscription),
            cancelled as (
                update email.subscriptions s set state = 'cancelled', address = null, cancelled_at = @now
                from link where s.id = link.subscription and s.state <> 'cancelled')
            select exists (select from link)
            """
        );
        command.With(("hash", LinkToken.HashOf(token)), ("now", Now()));
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>
    /// Deletes subscriptions that were not confirmed within a week, and cancelled rows after a year, with their links and mails.
    /// </summary>
    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "delete from email.subscriptions where state = 'pending' and agreed_at < @week_ago or state = 'cancelled' and "
                + "cancelled_at < @year_ago"
        );
        command.With(("week_ago", Now() - Duration.FromDays(7)), ("year_ago", Now() - Duration.FromDays(365)));
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task QueueWelcomeAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        Guid subscription,
        CancellationToken ct
    )
    {
        var week = MailWeek.At(market.GetCurrentInstant());
        await using var command = new NpgsqlCommand(
            """
            insert into email.outbox (subscription, kind, week, first_day, created_at, due_at, expires_at)
            values (@subscription, 'earnings', @week, @first_day, @now, @now, @expires)
            on conflict do nothing
            """,
            connection,
            transaction
        );
        var now = Now();
        command.With(
            ("subscription", subscription),
            ("week", week.Sunday),
            ("first_day", week.FirstDay),
            ("now", now),
            ("expires", now + s_mailLife)
        );
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<(Guid Id, string Address, string Scope)?> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetGuid(0), reader.GetString(1), reader.GetString(2)) : null;
    }

    private Instant Now() => time.GetUtcNow().ToInstant();
}
