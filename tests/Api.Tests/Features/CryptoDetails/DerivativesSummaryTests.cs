using InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Funding, open interest and their bands, by hand.</summary>
public sealed class DerivativesSummaryTests
{
    private const decimal Billion = 1_000_000_000;
    private static readonly Instant s_batch = Instant.FromUtc(2026, 11, 24, 10, 0);

    private static DerivativeContract Perpetual(
        decimal? rate,
        decimal? interest = 1_000,
        string market = "M",
        decimal price = 100,
        decimal? basis = null,
        int hoursSilent = 0
    ) => new(market, "BTCUSDT", "perpetual", price, basis, 0.01m, rate, interest, 500, s_batch - Duration.FromHours(hoursSilent), null);

    private static DerivativesSummary Of(params DerivativeContract[] contracts) =>
        DerivativesSummary.Of(
            new CoinDerivatives
            {
                Id = "BTC",
                OpenInterestUsd = 1,
                Contracts = contracts,
                FetchedAt = s_batch,
            },
            3,
            100,
            s_batch
        );

    [Fact]
    public void The_mean_counts_every_rate_alike_and_the_weighted_one_by_open_interest()
    {
        var summary = Of(
            Perpetual(0.01m, 3_000, basis: 0.2m),
            Perpetual(-0.002m, 1_000, basis: -0.1m),
            Perpetual(null, 5_000, basis: 0.4m)
        );
        // (0.01 - 0.002) / 2; (0.01 x 3,000 - 0.002 x 1,000) / 4,000
        Assert.Equal(("0.004", 0.007m), (summary.AvgFundingRate, summary.OiWeightedFundingRate));
        Assert.Equal(
            (1, 1, "9000", "1500", 0.2m, 3),
            (
                summary.PositiveFundingCount,
                summary.NegativeFundingCount,
                summary.TotalOpenInterest,
                summary.Volume24hUsd,
                summary.MedianBasis,
                summary.OpenInterestRank
            )
        );
        Assert.Equal(s_batch, summary.BatchAt);
    }

    [Theory]
    [InlineData(0.0101, "기관들이 강한 Long 우세", "강세")]
    [InlineData(0.01, "기관들이 약한 Long 우세", "약한 강세")]
    [InlineData(0.005, "중립적 포지션", "중립")]
    [InlineData(-0.0049, "중립적 포지션", "중립")]
    [InlineData(-0.005, "기관들이 Short 우세", "약세")]
    public void The_bands_of_the_funding_rate(double rate, string words, string mood)
    {
        var summary = Of(Perpetual((decimal)rate));
        Assert.Equal((words, mood), (summary.FundingRateInterpretation, summary.MarketSentiment));
    }

    [Theory]
    [InlineData(10.1, "매우 높음")]
    [InlineData(10, "높음")]
    [InlineData(5, "보통")]
    [InlineData(1, "낮음")]
    public void The_bands_of_open_interest(double billions, string label) =>
        Assert.Equal(label, Of(Perpetual(0, (decimal)billions * Billion)).InstitutionalInterest);

    [Fact]
    public void More_than_ten_markets_are_mature()
    {
        Assert.Equal("신흥", Of([.. Enumerable.Range(1, 10).Select(i => Perpetual(0, market: $"M{i}"))]).MarketMaturity);
        Assert.Equal("성숙", Of([.. Enumerable.Range(1, 11).Select(i => Perpetual(0, market: $"M{i}"))]).MarketMaturity);
        Assert.Equal(1, Of(Perpetual(0), Perpetual(0)).MarketCount);
    }

    [Fact]
    public void Expired_silent_and_foreign_contracts_are_left_out_and_counted()
    {
        var expired = Perpetual(0.5m) with { ContractType = "futures", ExpiresAt = s_batch };
        var summary = Of(
            Perpetual(0.001m),
            expired,
            Perpetual(0.5m, hoursSilent: 25),
            Perpetual(0.5m, price: 0.4m),
            Perpetual(0.5m, price: 151)
        );
        Assert.Equal(("0.001", 1, new LeftOutContracts(1, 1, 2)), (summary.AvgFundingRate, summary.ContractCount, summary.LeftOut));
    }

    [Fact]
    public void A_dated_future_has_open_interest_but_no_funding()
    {
        var dated = Perpetual(0) with { ContractType = "futures", ExpiresAt = s_batch + Duration.FromDays(30) };
        var summary = Of(Perpetual(0.004m), dated);
        Assert.Equal(("0.004", "2000", 0), (summary.AvgFundingRate, summary.TotalOpenInterest, summary.NegativeFundingCount));
    }

    [Fact]
    public void A_coin_without_derivatives_has_nulls_and_no_mood()
    {
        foreach (var summary in new[] { DerivativesSummary.Of(null, null, 100, s_batch), Of(Perpetual(1, hoursSilent: 30)) })
        {
            Assert.Null(summary.AvgFundingRate);
            Assert.Null(summary.MarketSentiment);
            Assert.Null(summary.TotalOpenInterest);
            Assert.Null(summary.InstitutionalInterest);
            Assert.Null(summary.MarketMaturity);
            Assert.Equal(0, summary.ContractCount);
        }
    }

    [Fact]
    public void What_no_contract_says_is_null_not_zero()
    {
        var summary = Of(Perpetual(null, interest: null));
        Assert.Null(summary.TotalOpenInterest);
        Assert.Null(summary.AvgFundingRate);
        Assert.Null(summary.InstitutionalInterest);
        Assert.Equal((0, 0, 1), (summary.PositiveFundingCount, summary.NegativeFundingCount, summary.ContractCount));
    }

    [Fact]
    public void N12_an_hourly_rate_and_the_same_cost_for_eight_hours_are_one_rate()
    {
        var summary = Of(Perpetual(0.01m, 1_000, "Hyperliquid (Futures)"), Perpetual(0.08m, 9_000, "Binance (Futures)"));
        Assert.Equal(
            ("0.08", 0.08m, "percent_per_8h", 0),
            (summary.AvgFundingRate, summary.OiWeightedFundingRate, summary.FundingRateUnit, summary.FundingIntervalAssumed)
        );
    }

    [Fact]
    public void N12_a_market_whose_interval_is_not_known_is_taken_for_eight_hours_and_counted()
    {
        var summary = Of(Perpetual(0.02m, market: "Nobody knows"), Perpetual(0.01m, market: "OKX (Futures)"));
        Assert.Equal(("0.015", 1), (summary.AvgFundingRate, summary.FundingIntervalAssumed));
    }

    [Theory]
    [InlineData("Hyperliquid (Futures)", 1)]
    [InlineData("dYdX Chain", 1)]
    [InlineData("Kraken (Futures)", 1)]
    [InlineData("Bitget Futures", 8)]
    [InlineData("Gate (Futures)", 8)]
    [InlineData("Sample Exchange", null)]
    public void N12_intervals_come_from_the_data_file(string market, int? hours) => Assert.Equal(hours, FundingIntervals.HoursOf(market));
}
