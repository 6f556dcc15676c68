using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>
/// Every run of every job, in PostgreSQL. It also keeps a job from running twice at once, started by any way (scheduler, admin, command
/// line): a partial unique index allows one running row a data set.
/// </summary>
public sealed class RunHistory(NpgsqlDataSource database, IClock clock, SecretRedactor secrets)
{
    /// <summary>Interval of the heartbeat of a running job.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    /// <summary>A running row that was silent for this long belongs to a process that is gone.</summary>
    private const string Silence = "interval '20 seconds'";

    private const string Columns =
        "id, data_set, trigger, instance, started_at, ended_at, rows_written, dropped, outcome, progress, note, answered, "
        + "items_left, worked";

    /// <summary>Records the start of a run.</summary>
    /// <returns>The run's id, or null when the job is running already.</returns>
    public async Task<long?> StartAsync(string dataSet, RunTrigger trigger, CancellationToken ct)
    {
        await AbandonLostAsync(ct);
        await using var command = database.CreateCommand(
            """
            insert into ingestion.runs (data_set, trigger, instance, started_at, heartbeat_at, outcome)
            values (@data_set, @trigger, @instance, @now, now(), 'running')
            on conflict (data_set) where outcome = 'running' do nothing
            returning id
            """
        );
        Add(command, dataSet, trigger);
        return (long?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Says that the run goes on, and how far it is.</summary>
    public async Task BeatAsync(long id, string? progress, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "update ingestion.runs set heartbeat_at = now(), progress = @progress where id = @id and outcome = 'running'"
        );
        command.With(("id", id));
        command.Parameters.Add(new NpgsqlParameter<string?>("progress", secrets.Redact(progress)));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Records the end of a run.</summary>
    public async Task FinishAsync(long id, RunResult result, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            update ingestion.runs
            set ended_at = @now, heartbeat_at = now(), outcome = @outcome, rows_written = @rows, dropped = @dropped, note = @note,
                progress = null,
                answered = @answered, items_left = @left
            where id = @id
            """
        );
        command.With(
            ("id", id),
            ("now", clock.GetCurrentInstant()),
            ("outcome", Text(result.Outcome)),
            ("rows", result.Rows),
            ("dropped", result.Dropped)
        );
        command.Parameters.Add(new NpgsqlParameter<string?>("note", secrets.Redact(result.Note)));
        command.Parameters.Add(new NpgsqlParameter<int?>("answered", result.Answered));
        command.Parameters.Add(new NpgsqlParameter<int?>("left", result.Left));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Records a run that did nothing, and why.</summary>
    public async Task SkipAsync(string dataSet, RunTrigger trigger, string note, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into ingestion.runs (data_set, trigger, instance, started_at, ended_at, heartbeat_at, outcome, note)
            values (@data_set, @trigger, @instance, @now, @now, now(), 'skipped', @note)
            """
        );
        Add(command, dataSet, trigger);
        command.With(("note", secrets.Redact(note)));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Marks the running rows of processes that are gone as abandoned.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> AbandonLostAsync(CancellationToken ct)
    {
        // Liveness is real time (the server's clock); what people read is the market's clock, which a replay runs faster.
        await using var command = database.CreateCommand(
            $"""
            update ingestion.runs set outcome = 'abandoned', ended_at = @now,
                note = 'the process ' || instance || ' ended without recording an outcome'
            where outcome = 'running' and heartbeat_at < now() - {Silence}
            """
        );
        command.With(("now", clock.GetCurrentInstant()));
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Deletes runs that started before a moment, but the newest success of each data set stays: its state is read from it.
    /// </summary>
    public async Task<int> PurgeAsync(Instant before, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            delete from ingestion.runs
            where started_at < @before and outcome <> 'running'
              and id not in (select max(id) from ingestion.runs where worked group by data_set)
            """
        );
        command.With(("before", before));
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The newest runs of the named data sets, in the order of the names.</summary>
    public async Task<IReadOnlyList<LatestRuns>> LatestAsync(IReadOnlyList<string> dataSets, CancellationToken ct)
    {
        const string newest = $"select {Columns} from ingestion.runs where data_set = n.name and";
        await using var command = database.CreateCommand(
            $"""
            select n.position, r.* from unnest(@names) with ordinality n(name, position)
            cross join lateral (
                ({newest} outcome <> 'skipped' order by id desc limit 1)
                union ({newest} outcome not in ('skipped', 'running') order by id desc limit 1)
                union ({newest} worked order by id desc limit 1)) r
            order by n.position, r.id desc
            """
        );
        command.With(("names", dataSets.ToArray()));
        var runs = (await ReadAsync(command, firstColumn: 1, ct)).ToLookup(r => r.DataSet, StringComparer.Ordinal);
        return
        [
            .. dataSets.Select(name => new LatestRuns(
                name,
                runs[name].FirstOrDefault(),
                runs[name].FirstOrDefault(r => r.Outcome != RunOutcome.Running),
                runs[name].FirstOrDefault(r => r.Worked)
            )),
        ];
    }

    /// <summary>The newest runs of a data set, newest first, skipped ones included.</summary>
    public async Task<IReadOnlyList<Run>> ReadAsync(string dataSet, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from ingestion.runs where data_set = @name order by id desc limit @limit"
        );
        command.With(("name", dataSet), ("limit", limit));
        return await ReadAsync(command, firstColumn: 0, ct);
    }

    private void Add(NpgsqlCommand command, string dataSet, RunTrigger trigger)
    {
        command.With(
            ("data_set", dataSet),
            ("trigger", trigger.ToString().ToLowerInvariant()),
            ("instance", Replica.Name),
            ("now", clock.GetCurrentInstant())
        );
    }

    /// <summary>The outcome as it is stored and counted: succeeded.</summary>
    internal static string Text(RunOutcome outcome) => outcome.ToString().ToLowerInvariant();

    // Also on the way out: rows of a build that did not redact are kept for a month.
    private async Task<List<Run>> ReadAsync(NpgsqlCommand command, int firstColumn, CancellationToken ct)
    {
        var runs = new List<Run>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var c = firstColumn;
            runs.Add(
                new Run(
                    reader.GetInt64(c),
                    reader.GetString(c + 1),
                    Enum.Parse<RunTrigger>(reader.GetString(c + 2), ignoreCase: true),
                    reader.GetString(c + 3),
                    await reader.GetFieldValueAsync<Instant>(c + 4, ct),
                    await reader.GetFieldValueAsync<Instant?>(c + 5, ct),
                    reader.GetInt32(c + 6),
                    reader.GetInt32(c + 7),
                    Enum.Parse<RunOutcome>(reader.GetString(c + 8), ignoreCase: true),
                    secrets.Redact(reader[c + 9] as string),
                    secrets.Redact(reader[c + 10] as string),
                    reader[c + 11] as int?,
                    reader[c + 12] as int?,
                    reader.GetBoolean(c + 13)
                )
            );
        }
        return runs;
    }
}

internal sealed class RunHistorySchema : ISchemaPart
{
    public string Name => "ingestion-runs";

    public string Sql =>
        """
            create schema if not exists ingestion;
            create table if not exists ingestion.runs (
                id bigint generated always as identity primary key,
                data_set text not null,
                trigger text not null,
                instance text not null,
                started_at timestamptz not null,
                ended_at timestamptz,
                heartbeat_at timestamptz not null,
                outcome text not null,
                rows_written integer not null default 0,
                dropped integer not null default 0,
                progress text,
                note text
            );
            alter table ingestion.runs add column if not exists answered integer;
            alter table ingestion.runs add column if not exists items_left integer;
            -- The one place that says which runs count as a success.
            alter table ingestion.runs add column if not exists worked boolean not null generated always as
                (outcome = 'succeeded' or (outcome in ('partial', 'limited') and coalesce(answered, rows_written) > 0)) stored;
            create unique index if not exists runs_one_running on ingestion.runs (data_set) where outcome = 'running';
            create index if not exists runs_newest on ingestion.runs (data_set, id desc);
            create index if not exists runs_newest_worked on ingestion.runs (data_set, id desc) where worked;
            drop index if exists ingestion.runs_newest_success;
            """;
}
