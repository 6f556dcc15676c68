using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Text;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Coins;

/// <summary>
/// Finds the coin that a symbol means. Several coins share one: what the domestic exchange trades under it comes first, then the larger
/// market value of those that are traded at all. Symbols are
/// exact but for their case; part of one finds nothing.
/// </summary>
public sealed class CoinDirectory(IDocumentStore store, InstrumentDirectory instruments, AgedAnswers cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(10);

    /// <param name="symbol">As the client wrote it.</param>
    /// <param name="ct">Of the request.</param>
    /// <exception cref="ProblemException">404: no coin of that symbol is known.</exception>
    public async Task<Coin> FindAsync(string symbol, CancellationToken ct)
    {
        var wanted = CoinSymbol.IsName(symbol) ? await SymbolOfAsync(symbol, ct) : CoinSymbol.Normalize(symbol);
        var found = await cache.GetAsync("crypto-details:coin:" + wanted, s_freshFor, c => LoadAsync(wanted, c), ct);
        return found.Coin
            ?? throw ProblemException.NotFound(
                found.ListIsEmpty ? "No coins are held yet; /api/v1/ingestion/status says why." : $"{wanted} is not a known coin."
            );
    }

    /// <summary>The coin that the domestic exchange lists under a Korean name; the name itself when it lists none.</summary>
    private async Task<string> SymbolOfAsync(string text, CancellationToken ct)
    {
        var name = NameForm.Of(text);
        var listed = (await instruments.ReadAsync("crypto", ct)).FirstOrDefault(i => NameForm.Of(i.LocalName).Is(name));
        return listed is null ? TextFold.Typed(text).Trim() : CoinSymbol.OfMarket(listed.Symbol);
    }

    private async Task<Found> LoadAsync(string symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var mapping = await session.LoadAsync<CoinMapping>(CoinSymbol.MarketOf(symbol), ct);
        var listing = mapping is null ? null : await session.LoadAsync<CoinListing>(mapping.CoinId, ct);
        if (listing is null)
        {
            var namesakes = await session.Query<CoinListing>().Where(c => c.Symbol == symbol).ToListAsync(ct);
            listing = namesakes
                .OrderByDescending(c => c.IsAlive)
                .ThenBy(c => c.Rank ?? int.MaxValue)
                .ThenBy(c => c.Id, StringComparer.Ordinal)
                .FirstOrDefault();
        }
        if (listing is null)
            return new Found(null, ListIsEmpty: !await session.Query<CoinListing>().AnyAsync(ct));
        return new Found(
            new Coin(listing, await session.LoadAsync<CoinDetails>(listing.Id, ct), mapping?.CoinId == listing.Id ? mapping.Id : null)
        );
    }

    private sealed record Found(Coin? Coin, bool ListIsEmpty = false);
}
