using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>Health of a board.</summary>
/// <param name="Status">healthy; degraded when prices do not come as they should; unhealthy when PostgreSQL is gone.</param>
/// <param name="Database">connected or disconnected.</param>
/// <param name="DataFreshness">fresh, stale (the market is open and nothing traded for a minute), closed (the market is), or empty.</param>
/// <param name="LastTradeAt">The newest trade on the board.</param>
/// <param name="Feed">The live feed behind it; null when no replica ever fed.</param>
/// <param name="Error">What is wrong, in words.</param>
public sealed record EquityHealthAnswer(
    string Status,
    string Database,
    string DataFreshness,
    Instant? LastTradeAt,
    FeedStatus? Feed,
    MarketStatus MarketStatus,
    Instant LastCheck,
    string? Error
);

/// <summary>Counts of a board.</summary>
/// <param name="TotalSymbols">Listed.</param>
/// <param name="SymbolsWithPrice">Those that have traded.</param>
/// <param name="SymbolsWithPreviousClose">Those whose change is known.</param>
/// <param name="TradesToday">
/// Trades of the present session in the store; null when shares changed hands and no trade of them was recorded.
/// </param>
/// <param name="LastTradeAt">The newest trade on the board.</param>
/// <param name="Seq">Number of the last batch, as in the stream.</param>
/// <param name="Epoch">Its numbering.</param>
public sealed record EquityStats(
    int TotalSymbols,
    int SymbolsWithPrice,
    int SymbolsWithPreviousClose,
    long? TradesToday,
    Instant? LastTradeAt,
    long Seq,
    string Epoch
);

/// <summary>Stats of a board.</summary>
/// <param name="ServiceName">Which board.</param>
/// <param name="Stats">Its counts.</param>
/// <param name="Uptime">Of this process: days.hours:minutes:seconds.</param>
public sealed record EquityStatsAnswer(string ServiceName, EquityStats Stats, MarketStatus MarketStatus, string Uptime);

/// <summary>Health and counts of a US board.</summary>
public sealed class EquityBoardState(EquityBoard board, SessionTradeCount trades, IFeedStatusReader feeds, IClock clock, Uptime uptime)
{
    /// <summary>Silence of an open market that means a fault: one of some hundred symbols trades every second.</summary>
    private static readonly Duration Silence = Duration.FromSeconds(60);

    public async Task<EquityHealthAnswer> HealthAsync(CancellationToken ct)
    {
        var status = board.MarketStatus();
        try
        {
            var feed = (await feeds.ReadAsync(ct)).FirstOrDefault(f => f.Provider == "finnhub");
            var moment = await board.ReadAsync(ct);
            var (freshness, error) = Judge(moment, status);
            return new EquityHealthAnswer(
                error is null ? "healthy" : "degraded",
                "connected",
                freshness,
                moment.LastEventAt,
                feed,
                status,
                clock.GetCurrentInstant(),
                error
            );
        }
        catch (Exception e) when (e.IsStoreGone())
        {
            return new EquityHealthAnswer(
                "unhealthy",
                "disconnected",
                "unknown",
                null,
                null,
                status,
                clock.GetCurrentInstant(),
                "PostgreSQL cannot be reached"
            );
        }
    }

    public async Task<EquityStatsAnswer> StatsAsync(string serviceName, CancellationToken ct)
    {
        var moment = await board.ReadAsync(ct);
        var stats = new EquityStats(
            moment.Rows.Count,
            moment.Rows.Count(r => r.Price is not null),
            moment.Rows.Count(r => r.PreviousClose is not null),
            await trades.ReadAsync(moment, ct),
            moment.LastEventAt,
            moment.Seq,
            moment.Epoch
        );
        return new EquityStatsAnswer(serviceName, stats, board.MarketStatus(), uptime.ToString());
    }

    private (string Freshness, string? Error) Judge(EquityMoment moment, MarketStatus status)
    {
        if (moment.Rows.Count == 0)
            return ("empty", "the list of symbols has not been read yet");
        if (moment.StaleSince is { } since)
            return ("stale", $"the live board stands still since {since}");
        if (moment.LastEventAt is not { } last)
            return ("empty", "no trade yet");
        if (!status.IsOpen)
            return ("closed", null);
        // A replay's minute bars come Speed times as fast as its clients' time: the silence that matters is the wall's.
        var limit = clock is ReplayClock replay ? Silence * (double)replay.Speed : Silence;
        return clock.GetCurrentInstant() - last > limit ? ("stale", "no trade for 60 s while the market is open") : ("fresh", null);
    }
}
