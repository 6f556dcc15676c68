using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>The list of coins and the markets that are mapped to them.</summary>
public sealed class CoinListJobTests(LocalServices services) : CoinJobsTestBase(services)
{
    [Fact]
    public async Task The_list_twice_is_held_once_and_the_markets_are_mapped()
    {
        AnswerList(Three);
        Assert.Equal(3, (await ListAsync()).Rows);
        Assert.Equal(3, (await ListAsync(byHand: true)).Rows);
        Assert.Equal(["bitcoin", "ethereum", "tether"], (await AllAsync<CoinListing>()).OrderBy(c => c.Rank).Select(c => c.Id));
        var mappings = (await AllAsync<CoinMapping>()).OrderBy(m => m.Id).ToList();
        Assert.Equal(["bitcoin", "ethereum", "tether"], mappings.Select(m => m.CoinId));
        Assert.All(mappings, m => Assert.Equal(Start, m.MappedAt));
    }

    [Fact]
    public async Task A_whole_list_takes_the_rank_of_a_coin_that_is_gone_and_a_part_of_it_does_not()
    {
        await HaveCoinsAsync();
        AnswerList(Coins(("bitcoin", "btc", 1, 1)));
        Clock.AdvanceHours(2); // the next whole list is due in a day
        await ListAsync();
        Assert.Equal(2, (await LoadAsync<CoinListing>("ethereum"))!.Rank);
        Clock.AdvanceHours(22);
        await ListAsync();
        Assert.Null((await LoadAsync<CoinListing>("ethereum"))!.Rank);
        Assert.Equal(4_000m, (await LoadAsync<CoinListing>("ethereum"))!.PriceUsd);
    }

    [Fact]
    public async Task An_empty_list_fails_and_the_last_good_one_stays()
    {
        await HaveCoinsAsync();
        AnswerList("[]");
        Assert.Equal(ProviderFailure.BadReply, (await Assert.ThrowsAsync<ProviderException>(() => ListAsync())).Kind);
        Assert.Equal(3, (await AllAsync<CoinListing>()).Count);
    }

    [Fact]
    public async Task A_market_whose_coin_is_no_longer_plausible_loses_its_mapping()
    {
        await HaveCoinsAsync();
        Board.Put("KRW-USDT", 1_400, 1, Start);
        Board.Put("KRW-ETH", 56_000_000, 1, Start); // 40,000 USD
        AnswerList(Coins(("impostor", "eth", 2, 4), ("bitcoin", "btc", 1, 1)));
        await using (var session = Documents.LightweightSession())
        {
            session.Delete<CoinListing>("ethereum");
            await session.SaveChangesAsync(Ct);
        }
        await ListAsync(byHand: true);
        Assert.Null(await LoadAsync<CoinMapping>("KRW-ETH"));
        Assert.NotNull(await LoadAsync<CoinMapping>("KRW-BTC"));
    }
}
