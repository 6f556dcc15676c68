using System.Net;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>Derivatives and the snapshot of the whole market.</summary>
public sealed class CoinMarketJobsTests(LocalServices services) : CoinJobsTestBase(services)
{
    [Fact]
    public async Task A_batch_of_derivatives_takes_the_place_of_the_one_before()
    {
        Answer = _ =>
            (
                HttpStatusCode.OK,
                """[{"market":"M","symbol":"S","index_id":"BTC","open_interest":5},{"market":"N","symbol":"S","index_id":"btc","open_interest":7},{"market":"M","symbol":"S","index_id":"OLD"},{"symbol":"?"}]"""
            );
        var first = await DerivativesAsync();
        Assert.Equal((3, 1), (first.Rows, first.Dropped));
        Assert.Equal(12m, (await LoadAsync<CoinDerivatives>("BTC"))!.OpenInterestUsd);
        Clock.AdvanceHours(2);
        Answer = _ => (HttpStatusCode.OK, """[{"market":"M","symbol":"S","index_id":"BTC","open_interest":9}]""");
        await DerivativesAsync();
        await DerivativesAsync();
        Assert.Equal(("BTC", 9m), Assert.Single((await AllAsync<CoinDerivatives>()).Select(d => (d.Id, d.OpenInterestUsd))));
        Answer = _ => (HttpStatusCode.OK, "[]");
        await Assert.ThrowsAsync<ProviderException>(DerivativesAsync);
        Assert.Single(await AllAsync<CoinDerivatives>());
    }

    [Fact]
    public async Task The_global_snapshot_of_an_hour_is_one_and_a_bank_rate_is_the_quotient_of_two()
    {
        Answer = path =>
            (
                HttpStatusCode.OK,
                path.Contains("global", StringComparison.Ordinal)
                    ? """{"data":{"total_market_cap":{"usd":5},"market_cap_percentage":{"btc":50}}}"""
                    : """{"rates":{"usd":{"value":100000},"krw":{"value":140050000}}}"""
            );
        await new GlobalJob(Provider, Documents, Clock).RunAsync(new JobContext(_ => { }), Ct);
        await new GlobalJob(Provider, Documents, Clock).RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal("2026-11-24T10Z", Assert.Single(await AllAsync<GlobalSnapshot>()).Id);

        await new UsdKrwJob(Provider, Documents, Clock).RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal(new FxRate("USD/KRW", 1_400.5m, "coingecko", Start), await LoadAsync<FxRate>("USD/KRW"));
        Answer = _ => (HttpStatusCode.OK, Samples.Text("CoinGecko", "exchange-rates.json")); // crypto rows only
        await Assert.ThrowsAsync<ProviderException>(() => new UsdKrwJob(Provider, Documents, Clock).RunAsync(new JobContext(_ => { }), Ct));
        Assert.Equal(1_400.5m, (await LoadAsync<FxRate>("USD/KRW"))!.Rate);
    }
}
