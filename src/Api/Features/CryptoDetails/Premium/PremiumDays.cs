using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>Stored premium of a coin over some days.</summary>
public sealed record HeldPremiumDays(IReadOnlyList<VenueDay> Venues, IReadOnlyList<PremiumPoint> Hours, IReadOnlyList<DayBar> Bars);

/// <summary>Reads what a chart of the premium is made of; kept for half a minute.</summary>
public sealed class PremiumDays(PremiumHistory history, IMarketStore bars, IDocumentStore store, AgedAnswers cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    /// <summary>Returns the days from one to today, in Seoul.</summary>
    public Task<HeldPremiumDays> ReadAsync(Coin coin, LocalDate from, LocalDate today, CancellationToken ct) =>
        cache.GetAsync($"crypto-details:premium-chart:{coin.Id}:{from}", s_freshFor, c => LoadAsync(coin, from, today, c), ct);

    private async Task<HeldPremiumDays> LoadAsync(Coin coin, LocalDate from, LocalDate today, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var days = await session.Query<VenueDay>().Where(d => d.CoinId == coin.Id && d.Date >= from).ToListAsync(ct);
        return new HeldPremiumDays(
            [.. days.OrderBy(d => d.Date)],
            await history.ReadAsync(coin.Id, SeoulDay.StartOf(from), ct),
            coin.Market is { } market ? await bars.ReadDayBarsAsync(market, from, today, ct) : []
        );
    }
}
