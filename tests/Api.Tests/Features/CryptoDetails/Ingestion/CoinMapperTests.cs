using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>Which of several coins of one symbol the exchange trades.</summary>
public sealed class CoinMapperTests
{
    private static CoinListing Coin(string id, string name, int? rank, decimal? price) =>
        new() { Id = id, Symbol = "BEAM", Name = name, Rank = rank, PriceUsd = price, FetchedAt = Sample.Now };

    [Fact]
    public void The_price_tells_namesakes_apart_even_when_the_other_is_larger()
    {
        CoinListing[] both = [Coin("beam", "Beam", 900, 0.03m), Coin("beam-2", "Beam", 1_200, 0.006m)];
        Assert.Equal(("beam-2", "name"), CoinMapper.Choose("BEAM", "Beam", 0.0061m, both));
        Assert.Equal(("beam", "name"), CoinMapper.Choose("BEAM", "Beam", 0.029m, both));
        // Without a price the names are equal, and rank decides.
        Assert.Equal(("beam", "name"), CoinMapper.Choose("BEAM", "Beam", null, both));
    }

    [Fact]
    public void The_exchanges_name_comes_before_rank_whatever_its_spelling() => Assert.Equal(
        ("usd-coin", "name"), CoinMapper.Choose("USDC", "USD-Coin", 1m, [Coin("bridged", "Bridged USDC", 3, 1m), Coin("usd-coin", "USD coin", 7, 1m)]));

    [Fact]
    public void Without_a_name_that_fits_the_larger_coin_is_taken_and_the_unranked_last() => Assert.Equal(
        ("b", "rank"), CoinMapper.Choose("X", "Something", 1m, [Coin("a", "A", null, 1m), Coin("b", "B", 50, 1m), Coin("c", "C", 60, 1m)]));

    [Fact]
    public void A_market_without_a_plausible_coin_is_not_mapped()
    {
        Assert.Null(CoinMapper.Choose("X", "Exact Name", 10m, [Coin("a", "Exact Name", 1, 3.3m), Coin("b", "Exact Name", 2, 30.1m)]));
        Assert.Null(CoinMapper.Choose("X", "Exact Name", 10m, []));
        Assert.Equal("a", CoinMapper.Choose("X", "Exact Name", 10m, [Coin("a", "Exact Name", 1, null)])?.CoinId); // no price speaks against it
    }

    [Fact]
    public void The_eight_majors_are_pinned() => Assert.Equal(
        ("bitcoin", "pinned"), CoinMapper.Choose("BTC", "Bitcoin", 100_000m, [Coin("batcat", "Bitcoin", 1, 100_000m), Coin("bitcoin", "Bitcoin", 2, null)]));
}
