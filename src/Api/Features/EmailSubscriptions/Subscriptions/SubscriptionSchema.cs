using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>
/// Plain tables (decision 0140): every change of state is one conditional statement, and the weekly fan-out is one insert from a select.
/// </summary>
internal sealed class SubscriptionSchema : ISchemaPart
{
    public string Name => "email-subscriptions";

    public string Sql =>
        """
            create schema if not exists email;

            -- A row a consent. Cancelling erases the address; subscribing again makes a new row.
            create table if not exists email.subscriptions (
                id uuid primary key,
                address text,
                scope text not null,
                state text not null check (state in ('pending', 'active', 'cancelled')),
                language text not null,
                consent_text text not null,
                agreed_at timestamptz not null,
                verified_at timestamptz,
                cancelled_at timestamptz,
                created_at timestamptz not null,
                check ((address is null) = (state = 'cancelled'))
            );
            create unique index if not exists subscriptions_address on email.subscriptions (address, scope);

            -- Links of mails, as SHA-256: who reads this table can open none of them.
            create table if not exists email.tokens (
                hash bytea primary key,
                subscription uuid not null references email.subscriptions on delete cascade,
                purpose text not null check (purpose in ('verify', 'unsubscribe')),
                created_at timestamptz not null,
                expires_at timestamptz,
                used_at timestamptz
            );
            create index if not exists tokens_subscription on email.tokens (subscription);

            -- Mails to send, and the record of those sent. week is the Sunday that an earnings mail counts for.
            create table if not exists email.outbox (
                id uuid primary key default gen_random_uuid(),
                subscription uuid not null references email.subscriptions on delete cascade,
                kind text not null check (kind in ('subscription', 'unsubscribe_link', 'earnings')),
                week date,
                first_day date,
                state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
                attempts integer not null default 0,
                created_at timestamptz not null,
                due_at timestamptz not null,
                expires_at timestamptz not null,
                done_at timestamptz,
                error text,
                check ((kind = 'earnings') = (week is not null and first_day is not null))
            );
            create unique index if not exists outbox_one_a_week on email.outbox (subscription, week) where week is not null;
            create unique index if not exists outbox_one_waiting on email.outbox (subscription, kind)
                where week is null and state = 'waiting';
            create index if not exists outbox_due on email.outbox (week nulls first, due_at) where state = 'waiting';
            create index if not exists outbox_done on email.outbox (done_at) where done_at is not null;

            -- Calls of the last hour that may cause a mail, by address (as a hash) and by client.
            create table if not exists email.calls (
                caller text primary key,
                recent timestamptz[] not null
            );
            """;
}
