using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>The premium of one coin in one hour.</summary>
/// <param name="Hour">Start of its hour.</param>
/// <param name="MeasuredAt">When, in that hour.</param>
/// <param name="UsdKrw">KRW for one USD then.</param>
/// <param name="Method">venues: as the live premium; market_chart: worked out later from the provider's hourly price and the exchange's own
/// bars.</param>
public sealed record PremiumPoint(
    string CoinId,
    Instant Hour,
    Instant MeasuredAt,
    decimal? KoreanPriceKrw,
    decimal? KoreanPriceUsd,
    decimal? GlobalPriceUsd,
    decimal? UsdKrw,
    decimal? PremiumPercent,
    decimal? UsdtPremiumPercent,
    decimal? KoreanVolumeUsd,
    decimal? GlobalVolumeUsd,
    string Method
)
{
    public const string Venues = "venues";
    public const string MarketChart = "market_chart";

    public static Instant HourOf(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 3600 * 3600);
}

/// <summary>Hourly points of the premium in PostgreSQL: one a coin and hour.</summary>
public sealed class PremiumHistory(NpgsqlDataSource source)
{
    private const string Columns =
        "coin, hour, measured_at, korean_price_krw, korean_price_usd, global_price_usd, usd_krw, premium_percent, "
        + "usdt_premium_percent, korean_volume_usd, "
        + "global_volume_usd, method";

    private const string Rows = $"""
        insert into crypto.premium_history as h ({Columns})
        select * from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[],
        $8::numeric[], $9::numeric[],
            $10::numeric[], $11::numeric[], $12::text[])
        """;

    private const string LatestWins =
        Rows
        + """

            on conflict (coin, hour) do update set measured_at = excluded.measured_at, korean_price_krw = excluded.korean_price_krw,
            korean_price_usd = excluded.korean_price_usd,
                global_price_usd = excluded.global_price_usd, usd_krw = excluded.usd_krw, premium_percent = excluded.premium_percent,
                usdt_premium_percent = excluded.usdt_premium_percent, korean_volume_usd = excluded.korean_volume_usd, global_volume_usd =
                excluded.global_volume_usd,
                method = excluded.method
            where h.measured_at <= excluded.measured_at or h.method = 'market_chart'
            """;

    private const string OnlyMissing = Rows + " on conflict (coin, hour) do nothing";

    /// <summary>Writes measured points; the latest of an hour stays. Returns how many rows were written.</summary>
    public Task<int> WriteMeasuredAsync(IReadOnlyList<PremiumPoint> points, CancellationToken ct) => WriteAsync(LatestWins, points, ct);

    /// <summary>Fills hours that have no point yet. Returns how many rows were written.</summary>
    public Task<int> FillAsync(IReadOnlyList<PremiumPoint> points, CancellationToken ct) => WriteAsync(OnlyMissing, points, ct);

    /// <summary>A coin's points from that hour on, ascending.</summary>
    public async Task<IReadOnlyList<PremiumPoint>> ReadAsync(string coin, Instant from, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            $"select {Columns} from crypto.premium_history where coin = $1 and hour >= $2 order by hour"
        );
        command.WithValues([coin, from]);
        return await ReadAsync(command, ct);
    }

    /// <summary>The latest point that has a premium; null when there is none.</summary>
    public async Task<PremiumPoint?> LatestAsync(string coin, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            $"select {Columns} from crypto.premium_history where coin = $1 and premium_percent is not null order by hour desc limit 1"
        );
        command.WithValues([coin]);
        return await ReadAsync(command, ct) is [var latest, ..] ? latest : null;
    }

    /// <summary>Removes points of hours before; returns how many.</summary>
    public async Task<int> ForgetAsync(Instant before, CancellationToken ct)
    {
        await using var command = source.CreateCommand("delete from crypto.premium_history where hour < $1");
        command.WithValues([before]);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<int> WriteAsync(string sql, IReadOnlyList<PremiumPoint> points, CancellationToken ct)
    {
        if (points.Count == 0)
            return 0;
        await using var command = source.CreateCommand(sql);
        Add(points.Select(p => p.CoinId), NpgsqlDbType.Text);
        Add(points.Select(p => p.Hour), NpgsqlDbType.TimestampTz);
        Add(points.Select(p => p.MeasuredAt), NpgsqlDbType.TimestampTz);
        foreach (
            var column in (Func<PremiumPoint, decimal?>[])
                [
                    p => p.KoreanPriceKrw,
                    p => p.KoreanPriceUsd,
                    p => p.GlobalPriceUsd,
                    p => p.UsdKrw,
                    p => p.PremiumPercent,
                    p => p.UsdtPremiumPercent,
                    p => p.KoreanVolumeUsd,
                    p => p.GlobalVolumeUsd,
                ]
        )
        {
            Add(points.Select(column), NpgsqlDbType.Numeric);
        }
        Add(points.Select(p => p.Method), NpgsqlDbType.Text);
        return await command.ExecuteNonQueryAsync(ct);

        void Add<T>(IEnumerable<T> values, NpgsqlDbType type) =>
            command.Parameters.Add(new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    private static async Task<IReadOnlyList<PremiumPoint>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var points = new List<PremiumPoint>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            points.Add(
                new PremiumPoint(
                    row.GetString(0),
                    await row.GetFieldValueAsync<Instant>(1, ct),
                    await row.GetFieldValueAsync<Instant>(2, ct),
                    Number(3),
                    Number(4),
                    Number(5),
                    Number(6),
                    Number(7),
                    Number(8),
                    Number(9),
                    Number(10),
                    row.GetString(11)
                )
            );
        }
        return points;

        decimal? Number(int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);
    }
}

/// <summary>The table of the premium's history. Hours of a coin lie together; the second index is for forgetting.</summary>
internal sealed class PremiumHistorySchema : ISchemaPart
{
    public string Name => "crypto-premium-history";

    public string Sql =>
        """
            create schema if not exists crypto;
            create table if not exists crypto.premium_history (
                coin text collate "C" not null,
                hour timestamptz not null,
                measured_at timestamptz not null,
                korean_price_krw numeric,
                korean_price_usd numeric,
                global_price_usd numeric,
                usd_krw numeric,
                premium_percent numeric,
                usdt_premium_percent numeric,
                korean_volume_usd numeric,
                global_volume_usd numeric,
                method text not null,
                primary key (coin, hour)
            );
            create index if not exists premium_history_hour on crypto.premium_history (hour);
            """;
}
