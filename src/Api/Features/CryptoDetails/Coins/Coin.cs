using InvestmentAssistant.Api.Features.CryptoDetails.Documents;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Coins;

/// <summary>A coin as its routes see it: its place on the list, and what is known beside.</summary>
/// <param name="Details">Null until they have been fetched.</param>
/// <param name="Market">Its market on the domestic exchange (KRW-BTC); null when it has none.</param>
public sealed record Coin(CoinListing Listing, CoinDetails? Details, string? Market)
{
    public string Id => Listing.Id;

    public string Symbol => Listing.Symbol;

    public string Name => Listing.Name;

    public int? Rank => Listing.Rank;

    public decimal? CirculatingSupply => Listing.CirculatingSupply ?? Details?.CirculatingSupply;

    public decimal? MaxSupply => Listing.MaxSupply ?? Details?.MaxSupply;

    /// <summary>True, false, or null when the provider does not say.</summary>
    public bool? HasNoSupplyLimit => MaxSupply is not null ? false : Details?.MaxSupplyInfinite;

    /// <summary>Circulating / max x 100; null without a maximum.</summary>
    public decimal? IssuedPercent => MaxSupply is > 0 && CirculatingSupply is { } issued ? issued / MaxSupply * 100 : null;

    /// <summary>When what is said of it was last fetched.</summary>
    public Instant FetchedAt => Details is { } details ? Instant.Max(details.FetchedAt, Listing.FetchedAt) : Listing.FetchedAt;
}
