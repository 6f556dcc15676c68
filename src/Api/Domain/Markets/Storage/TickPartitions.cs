using System.Collections.Concurrent;
using System.Globalization;
using InvestmentAssistant.Api.Platform.Persistence;
using NodaTime.Text;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>
/// Partitions of trades (a UTC day), minute bars (a week from Monday) and coarser bars (a month), made when the first row of their
/// time comes, whenever that time is: a replay brings rows of 2013. An advisory lock puts replicas in a row; a new partition is attached,
/// which does not stop readers or writers of the others.
/// </summary>
public sealed class TickPartitions(NpgsqlDataSource source, ILogger<TickPartitions> log)
{
    /// <summary>Number of the advisory lock: "ticks" as ASCII.</summary>
    private const long Lock = 0x7469636B73;

    private static readonly LocalDatePattern Suffix = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>One partition: its table, its parent, and the days from &lt;= day &lt; to (UTC).</summary>
    internal sealed record Partition(string Parent, string Name, LocalDate From, LocalDate To);

    internal static Partition ForTrade(Instant at)
    {
        var day = at.InUtc().Date;
        return new("trades", $"trades_{Suffix.Format(day)}", day, day.PlusDays(1));
    }

    internal static Partition ForBar(BarResolution resolution, Instant start)
    {
        var day = start.InUtc().Date;
        var parent = BarParent(resolution);
        var (from, to) =
            resolution is BarResolution.Minute
                ? (day.PlusDays(1).Previous(IsoDayOfWeek.Monday), day.Next(IsoDayOfWeek.Monday))
                : (new LocalDate(day.Year, day.Month, 1), new LocalDate(day.Year, day.Month, 1).PlusMonths(1));
        return new(parent, $"{parent}_{Suffix.Format(from)}", from, to);
    }

    private static string BarParent(BarResolution resolution) =>
        resolution switch
        {
            BarResolution.Minute => "bars_1m",
            BarResolution.QuarterHour => "bars_15m",
            BarResolution.Hour => "bars_1h",
            _ => throw new ArgumentOutOfRangeException(nameof(resolution)),
        };

    /// <summary>Makes the partitions that are missing, in a transaction of their own.</summary>
    internal async Task EnsureAsync(IEnumerable<Partition> wanted, CancellationToken ct)
    {
        var missing = wanted
            .Where(p => !_known.ContainsKey(p.Name))
            .DistinctBy(p => p.Name)
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ToList();
        if (missing.Count == 0)
            return;

        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Lock})", ct);
        foreach (var partition in missing)
        {
            await using var make = new NpgsqlCommand("select market.make_partition($1, $2, $3)", connection);
            make.WithValues([partition.Parent, partition.From, partition.To]);
            if (await make.ExecuteScalarAsync(ct) is true)
                log.LogInformation("Partition {Partition} is made", partition.Name);
        }
        await transaction.CommitAsync(ct);
        foreach (var partition in missing)
            _known[partition.Name] = true;
    }

    /// <summary>Forgets what was known: a partition that was thought to be there is gone.</summary>
    internal void Forget() => _known.Clear();

    /// <summary>Drops the partitions that end at or before that day.</summary>
    /// <returns>Their names.</returns>
    internal async Task<IReadOnlyList<string>> DropBeforeAsync(string parent, LocalDate day, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // Rather try again at the next firing than hold up the writer behind a long read.
        await ExecuteAsync(connection, "set local lock_timeout = '5s'", ct);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Lock})", ct);
        var dropped = new List<string>();
        await using (
            var list = new NpgsqlCommand(
                """
                select c.relname, pg_get_expr(c.relpartbound, c.oid) from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = to_regclass($1) order by c.relname
                """,
                connection
            )
            {
                Parameters = { new() { Value = $"market.{parent}" } },
            }
        )
        await using (var rows = await list.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
                if (End(rows.GetString(1)) is { } end && end <= day)
                    dropped.Add(rows.GetString(0));
        }
        foreach (var name in dropped)
        {
            await using var drop = new NpgsqlCommand("select market.drop_partition($1)", connection);
            drop.WithValues([name]);
            await drop.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
        foreach (var name in dropped)
            _known.TryRemove(name, out _);
        return dropped;
    }

    /// <summary>
    /// The day that a bound ends at: FOR VALUES FROM ('2013-10-04 00:00:00+00') TO ('2013-10-05 00:00:00+00'), whatever zone it is shown
    /// in.
    /// </summary>
    private static LocalDate? End(string bound)
    {
        var at = bound.LastIndexOf("TO ('", StringComparison.Ordinal);
        return
            at >= 0
            && DateTimeOffset.TryParse(
                bound[(at + 5)..bound.LastIndexOf('\'')],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var end
            )
            ? LocalDate.FromDateTime(end.UtcDateTime)
            : null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
