using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// The newest prices of each coin of the domestic exchange on other venues. The larger a coin, the sooner its turn comes again; when the
/// budget is too small for all, every turn is stretched alike and each coin gets its turn. Each coin's venues are also kept as the last
/// state of the day.
/// </summary>
public sealed class CoinTickersJob(
    CoinGeckoClient provider,
    CoinRound round,
    PremiumCalculator calculator,
    IDocumentStore store,
    IOptionsMonitor<CryptoDetailsOptions> settings,
    IClock clock
) : IDataSetJob
{
    private const string Purpose = "tickers";

    /// <summary>Share of the day's calls.</summary>
    private const double Share = 0.40;

    public DataSetDescription Description { get; } =
        new("coin-tickers", CoinGeckoClient.Provider, "Prices of coins on other exchanges", "0 0/2 * * * ?", Duration.FromHours(1));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var calls = await round.CallsAsync(Purpose, ct);
        var now = clock.GetCurrentInstant();
        var due = (await CoinsAsync(ct))
            .Select(c =>
                (c.CoinId, Overdue: calls.TryGetValue(c.CoinId, out var call) ? (now - call.At) / WaitOf(call, c.Rank) : double.MaxValue)
            )
            .Where(c => c.Overdue >= 1)
            .OrderByDescending(c => c.Overdue)
            .Select(c => c.CoinId)
            .ToList();
        var coins = due.Take(round.Allowance(Share, calls.Values)).ToList();
        var outcome = await round.RunAsync(context, Purpose, coins, (coin, session) => FetchAsync(coin, session, ct), ct);
        return outcome with { Complete = outcome.Complete && coins.Count == due.Count, Left = outcome.Left + due.Count - coins.Count };
    }

    /// <summary>Time between two calls about a coin; a little under the job's period, so that two firings are two turns.</summary>
    private Duration TurnOf(int? rank)
    {
        var minutes = rank switch
        {
            <= 10 => 2,
            <= 50 => 5,
            _ => 10,
        };
        return Duration.FromMinutes(Math.Min(settings.CurrentValue.MaxQuoteAgeMinutes, minutes)) - Duration.FromSeconds(15);
    }

    /// <summary>A coin that fails waits longer each time, at most an hour: its premium is live data.</summary>
    private Duration WaitOf(CoinCall call, int? rank) => TurnOf(rank) is var turn ? call.Wait(turn, turn * 2, Duration.FromHours(1)) : turn;

    private async Task<(int, int)> FetchAsync(string coin, IDocumentSession session, CancellationToken ct)
    {
        var reply = await provider.TickersAsync(coin, settings.CurrentValue.ListExchanges(), ct);
        var read = reply.Rows.Select(CoinRows.Ticker).ToList();
        var venues = read.OfType<VenueTicker>().Where(CoinRows.IsUsable).ToList();
        var now = clock.GetCurrentInstant();
        session.Store(
            new CoinTickers
            {
                Id = coin,
                Venues = venues,
                FetchedAt = now,
            }
        );
        await KeepDayAsync(coin, venues, await RateAsync(coin, venues, session, now, ct), session, now, ct);
        return (venues.Count, reply.Dropped + DroppedRows.Count(read, "tickers without a pair, an exchange or a price that can be true"));
    }

    /// <summary>The stated rate of this moment; null when it is not known.</summary>
    private async Task<decimal?> RateAsync(
        string coin,
        IReadOnlyList<VenueTicker> venues,
        IDocumentSession session,
        Instant now,
        CancellationToken ct
    )
    {
        var tether =
            coin == PremiumCalculator.Tether
                ? new CoinTickers
                {
                    Id = coin,
                    Venues = venues,
                    FetchedAt = now,
                }
                : await session.LoadAsync<CoinTickers>(PremiumCalculator.Tether, ct);
        return calculator.Rate(tether, await session.LoadAsync<FxRate>(FxRate.UsdKrw, ct)).UsdKrw;
    }

    /// <summary>One state an exchange and Seoul day, the latest; flagged rows are none, and a domestic one needs the rate.</summary>
    private static async Task KeepDayAsync(
        string coin,
        IReadOnlyList<VenueTicker> venues,
        decimal? rate,
        IDocumentSession session,
        Instant now,
        CancellationToken ct
    )
    {
        var date = SeoulDay.DateOf(now);
        var fresh = venues
            .Where(v => v is { IsStale: false, IsAnomaly: false, TrustScore: not "red", At: { } at } && SeoulDay.DateOf(at) == date)
            .GroupBy(v => v.ExchangeId, StringComparer.Ordinal)
            .Select(g => PointOf(g.MaxBy(v => v.VolumeUsd ?? 0)!, rate))
            .OfType<VenueDayPoint>()
            .ToList();
        if (fresh.Count == 0)
            return;
        var id = VenueDay.IdOf(coin, date);
        var before = (await session.LoadAsync<VenueDay>(id, ct))?.Venues ?? [];
        session.Store(
            new VenueDay
            {
                Id = id,
                CoinId = coin,
                Date = date,
                Venues =
                [
                    .. fresh
                        .Concat(before.Where(b => fresh.All(f => f.ExchangeId != b.ExchangeId)))
                        .OrderBy(v => v.ExchangeId, StringComparer.Ordinal),
                ],
            }
        );
    }

    private static VenueDayPoint? PointOf(VenueTicker venue, decimal? rate)
    {
        if (!PremiumCalculator.IsDomestic(venue.ExchangeId))
            return venue.PriceUsd is { } usd
                ? new VenueDayPoint(venue.ExchangeId, usd, venue.VolumeUsd, venue.SpreadPercent, venue.At!.Value)
                : null;
        return rate is null
            ? null
            : new VenueDayPoint(
                venue.ExchangeId,
                KimchiPremium.Round(venue.Last / rate, 8)!.Value,
                KimchiPremium.Round(venue.Volume * venue.Last / rate, 2),
                venue.SpreadPercent,
                venue.At!.Value
            );
    }

    private async Task<IReadOnlyList<(string CoinId, int? Rank)>> CoinsAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var ids = (await session.Query<CoinMapping>().Select(m => m.CoinId).ToListAsync(ct)).Distinct(StringComparer.Ordinal).ToArray();
        var ranks = await session.Query<CoinListing>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Rank }).ToListAsync(ct);
        // Without USDT nothing has a rate: it goes first.
        return
        [
            .. ranks
                .OrderBy(c => c.Id == PremiumCalculator.Tether ? 0 : c.Rank ?? int.MaxValue)
                .ThenBy(c => c.Id, StringComparer.Ordinal)
                .Select(c => (c.Id, c.Rank)),
        ];
    }
}
