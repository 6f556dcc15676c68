using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>Which of several coins of one symbol the exchange trades.</summary>
public sealed class CoinMapperTests
{
    private static CoinListing Coin(string id, string name, int? rank, decimal? price) =>
        new()
        {
            Id = id,
            Symbol = "BEAM",
            Name = name,
            Rank = rank,
            PriceUsd = price,
            FetchedAt = Sample.Now,
        };

    [Fact]
    public void The_price_tells_namesakes_apart_even_when_the_other_is_larger()
    {
        CoinListing[] both = [Coin("beam", "Beam", 900, 0.03m), Coin("beam-2", "Beam", 1_200, 0.006m)];
        Assert.Equal(("beam-2", "name"), CoinMapper.Choose("X", "Beam", 0.0061m, both));
        Assert.Equal(("beam", "name"), CoinMapper.Choose("X", "Beam", 0.029m, both));
        // Without a price the names are equal, and rank decides.
        Assert.Equal(("beam", "name"), CoinMapper.Choose("X", "Beam", null, both));
    }

    [Fact]
    public void The_exchanges_name_in_any_spelling_comes_before_rank() =>
        Assert.Equal(
            ("usd-coin", "name"),
            CoinMapper.Choose("X", "USD-Coin", 1m, [Coin("bridged", "Bridged USDC", 3, 1m), Coin("usd-coin", "USD coin", 7, 1m)])
        );

    [Fact]
    public void P5_names_must_agree_unless_one_coin_alone_has_the_very_price()
    {
        Assert.Null(CoinMapper.Choose("X", "Something", 1m, [Coin("a", "A", null, 1m), Coin("b", "B", 50, 1m), Coin("c", "C", 60, 1m)]));
        Assert.Equal(("b", "price"), CoinMapper.Choose("X", "Something", 1m, [Coin("b", "B", 50, 1.2m)]));
        Assert.Null(CoinMapper.Choose("X", "Something", 1m, [Coin("b", "B", 50, 1.3m)]));
        Assert.Null(CoinMapper.Choose("X", "Something", null, [Coin("b", "B", 50, 1m)]));
    }

    [Theory]
    [InlineData("Lido", "lido-dao", "Lido DAO", "similar_name")]
    [InlineData("Cosmos", "cosmos", "Cosmos Hub", "name")] // the id has it
    [InlineData("Ripple", "ripple", "XRP", "name")]
    [InlineData("Hedera Hashgraph", "hedera-hashgraph", "Hedera", "name")]
    public void P5_a_name_agrees_by_the_id_and_by_its_beginning_too(string exchange, string id, string name, string method) =>
        Assert.Equal((id, method), CoinMapper.Choose("X", exchange, 1m, [Coin("other", "Other", 1, 1m), Coin(id, name, 50, 1m)]));

    [Fact]
    public void P5_a_coin_without_a_price_is_never_preferred_to_one_that_is_traded()
    {
        // The exchange is cut off: its price is four times that of the world.
        Assert.Equal(
            ("true", "name"),
            CoinMapper.Choose("X", "Name", 4m, [Coin("true", "Name", 500, 1m), Coin("dead", "Name", null, null)])
        );
        Assert.Equal(
            ("true", "name"),
            CoinMapper.Choose("X", "Name", null, [Coin("dead", "Name", null, null), Coin("true", "Name", 500, 1m)])
        );
        Assert.Null(CoinMapper.Choose("X", "Name", 11m, [Coin("true", "Name", 500, 1m), Coin("dead", "Name", null, null)]));
    }

    [Fact]
    public void P5_neither_is_one_without_trades_or_without_a_move_for_a_week()
    {
        var (alive, idle) = (Coin("alive", "Name", 900, 1m), Coin("idle", "Name", 100, 1m) with { VolumeUsd = 0 });
        var old = Coin("old", "Name", 50, 1m) with { UpdatedAt = Sample.Now - NodaTime.Duration.FromDays(8) };
        Assert.Equal(("alive", "name"), CoinMapper.Choose("X", "Name", 1m, [idle, old, alive]));
    }

    [Fact]
    public void P5_a_pin_of_the_data_file_wins_over_names_and_prices() =>
        Assert.Equal(
            ("fetch-ai", "pinned"),
            CoinMapper.Choose(
                "FET",
                "Fetch",
                1m,
                [Coin("other", "Fetch", 1, 1m), Coin("fetch-ai", "Artificial Superintelligence Alliance", 90, 40m)]
            )
        );

    [Fact]
    public void A_market_without_a_plausible_coin_is_not_mapped()
    {
        Assert.Null(CoinMapper.Choose("X", "Exact Name", 10m, [Coin("a", "Exact Name", 1, 3.3m), Coin("b", "Exact Name", 2, 30.1m)]));
        Assert.Null(CoinMapper.Choose("X", "Exact Name", 10m, []));
        // no price speaks against it
        Assert.Equal("a", CoinMapper.Choose("X", "Exact Name", 10m, [Coin("a", "Exact Name", 1, null)])?.CoinId);
    }

    [Fact]
    public void The_eight_majors_are_pinned() =>
        Assert.Equal(
            ("bitcoin", "pinned"),
            CoinMapper.Choose("BTC", "Bitcoin", 100_000m, [Coin("batcat", "Bitcoin", 1, 100_000m), Coin("bitcoin", "Bitcoin", 2, null)])
        );
}
