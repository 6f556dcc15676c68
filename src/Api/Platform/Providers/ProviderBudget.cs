using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>State of a provider's budget.</summary>
/// <param name="Provider">finnhub.</param>
/// <param name="CallsInLastMinute">Calls of all replicas in the last 60 seconds; 0 for providers without a minute budget.</param>
/// <param name="CallsToday">Calls of all replicas in the present UTC day.</param>
public sealed record BudgetState(string Provider, int CallsInLastMinute, int CallsToday);

/// <summary>
/// Calls to providers, counted in PostgreSQL: shared by all replicas, and a restart forgets nothing. The minute is exact (any 60 seconds,
/// not the calendar minute: two calendar minutes back to back would let twice the limit through), the day is the UTC day.
/// </summary>
public sealed class ProviderBudget(NpgsqlDataSource database, IClock clock)
{
    /// <summary>The minute budget frees a call within 60 s; waiting longer means that too many callers queue.</summary>
    private static readonly Duration s_longestWait = Duration.FromSeconds(90);

    // One row a provider, changed by one atomic statement: the row lock orders concurrent callers, and the condition is checked on the row
    // as the caller before left it. No row comes back when a limit is reached. Times ahead of the clock by more than replicas' clocks
    // differ are those of a replay that was started over: they count for nothing.
    private const string Spend = """
        insert into ingestion.provider_budgets as b (provider, recent, day, day_calls)
        values (@provider, case when @minute > 0 then array[@now] else '{}'::timestamptz[] end, @day, 1)
        on conflict (provider) do update set
            recent = case when @minute > 0
                then array(select t from unnest(b.recent) t where t > @now - interval '1 minute' and t <= @now + interval '1 minute') ||
                @now
                else '{}'::timestamptz[] end,
            day = excluded.day,
            day_calls = case when b.day = excluded.day then b.day_calls + 1 else 1 end
        where (@minute = 0 or (
                select count(*) from unnest(b.recent) t where t > @now - interval '1 minute' and t <= @now + interval '1 minute') < @minute)
          and (@per_day = 0 or b.day <> excluded.day or b.day_calls < @per_day)
        returning day_calls
        """;

    private const string Inspect = """
        select day = @day and day_calls >= @per_day and @per_day > 0,
               (select min(t) from unnest(recent) t where t > @now - interval '1 minute' and t <= @now + interval '1 minute')
        from ingestion.provider_budgets where provider = @provider
        """;

    /// <summary>Takes one call. Waits (bounded) for the minute budget.</summary>
    /// <param name="provider">finnhub.</param>
    /// <param name="callsPerMinute">Calls in any 60 seconds; 0 = no limit.</param>
    /// <param name="callsPerDay">Calls in a UTC day; 0 = no limit.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="ProviderException">BudgetSpent: the day's calls are gone, or the minute's for longer than a call may
    /// wait.</exception>
    public async Task SpendAsync(string provider, int callsPerMinute, int callsPerDay, CancellationToken ct)
    {
        var giveUpAt = clock.GetCurrentInstant() + s_longestWait;
        while (true)
        {
            var now = clock.GetCurrentInstant();
            if (await TrySpendAsync(provider, callsPerMinute, callsPerDay, now, ct))
                return;

            var (dayIsSpent, oldest) = await InspectAsync(provider, callsPerDay, now, ct);
            if (dayIsSpent)
            {
                var midnight = now.InUtc().Date.PlusDays(1).AtMidnight().InUtc().ToInstant();
                throw new ProviderException(
                    ProviderFailure.BudgetSpent,
                    provider,
                    $"the day's budget of {callsPerDay} calls is spent",
                    (midnight - now).ToTimeSpan()
                );
            }
            // Another caller may have been faster: then oldest is gone and the next try decides.
            var freeAt = (oldest ?? now) + Duration.FromMinutes(1);
            if (freeAt > giveUpAt)
            {
                throw new ProviderException(
                    ProviderFailure.BudgetSpent,
                    provider,
                    $"the budget of {callsPerMinute} calls a minute is spent",
                    (freeAt - now).ToTimeSpan()
                );
            }
            // The clock may run faster than real time (a replay): look at it often instead of sleeping the whole span.
            while (clock.GetCurrentInstant() < freeAt)
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    /// <summary>The budgets of all providers that were ever called, by name.</summary>
    public async Task<IReadOnlyList<BudgetState>> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await using var command = database.CreateCommand(
            """
            select provider, (select count(*) from unnest(recent) t where t > @now - interval '1 minute' and t <= @now + interval
            '1 minute')::int,
                   case when day = @day then day_calls else 0 end
            from ingestion.provider_budgets order by provider
            """
        );
        command.With(("now", now), ("day", now.InUtc().Date));
        var states = new List<BudgetState>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            states.Add(new BudgetState(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)));
        return states;
    }

    private async Task<bool> TrySpendAsync(string provider, int callsPerMinute, int callsPerDay, Instant now, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Spend);
        command.With(("provider", provider), ("minute", callsPerMinute), ("per_day", callsPerDay), ("now", now), ("day", now.InUtc().Date));
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private async Task<(bool DayIsSpent, Instant? Oldest)> InspectAsync(string provider, int callsPerDay, Instant now, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Inspect);
        command.With(("provider", provider), ("per_day", callsPerDay), ("now", now), ("day", now.InUtc().Date));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetBoolean(0), await reader.GetFieldValueAsync<Instant?>(1, ct)) : (false, null);
    }
}

internal sealed class ProviderBudgetSchema : ISchemaPart
{
    public string Name => "provider-budgets";

    public string Sql =>
        """
            create schema if not exists ingestion;
            create table if not exists ingestion.provider_budgets (
                provider text primary key,
                recent timestamptz[] not null,
                day date not null,
                day_calls integer not null
            );
            """;
}
