using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Reference;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>M2: funds move with what they hold, and related figures of the simulator agree with each other.</summary>
public sealed class FundMovesTests : IAsyncLifetime
{
    /// <summary>A Friday, half an hour after the close in New York.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 21, 30);

    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start(Now);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("SPXL", "SPY", 3)]
    [InlineData("SPXS", "SPY", -3)]
    [InlineData("UPRO", "SPY", 3)]
    [InlineData("TQQQ", "QQQ", 3)]
    [InlineData("SQQQ", "QQQ", -3)]
    [InlineData("SOXL", "SOXX", 3)]
    [InlineData("VOO", "SPY", 1)]
    [InlineData("IVV", "SPY", 1)]
    [InlineData("QQQM", "QQQ", 1)]
    [InlineData("IAU", "GLD", 1)]
    [InlineData("IEFA", "VEA", 1)]
    [InlineData("VWO", "EEM", 1)]
    [InlineData("BND", "AGG", 1)]
    [InlineData("GOOG", "GOOGL", 1)]
    [InlineData("FOX", "FOXA", 1)]
    [InlineData("NWS", "NWSA", 1)]
    public async Task M2_a_daily_move_is_a_multiple_of_another_ones(string symbol, string of, double multiple)
    {
        var (moves, underlying) = (await MovesAsync(symbol), await MovesAsync(of));
        Assert.InRange(moves.Count, 60, 100);
        // Prices are rounded to the cent.
        Assert.All(moves.Zip(underlying), m =>
            Assert.InRange(
                m.First.Move,
                (multiple * m.Second.Move) - m.First.Cent - 0.0005,
                (multiple * m.Second.Move) + m.First.Cent + 0.0005
            )
        );
    }

    [Theory]
    [InlineData("SPXS", "SPY", -3)]
    [InlineData("TQQQ", "QQQ", 3)]
    public async Task M2_a_leveraged_fund_follows_within_the_day_too(string symbol, string of, double multiple)
    {
        _simulator.Clock.Reset(Instant.FromUtc(2026, 11, 20, 17, 12));
        var (fund, underlying) = (await QuoteAsync(symbol), await QuoteAsync(of));
        Assert.Equal(multiple * Change(underlying), Change(fund), tolerance: 0.003);

        static double Change(JsonElement quote) => quote.GetProperty("dp").GetDouble() / 100;
    }

    [Theory]
    [InlineData("SPY")]
    [InlineData("XLK")]
    [InlineData("XLF")]
    [InlineData("IWM")]
    [InlineData("ARKK")]
    public async Task M2_a_fund_of_shares_moves_as_the_weighted_sum_of_its_holdings(string symbol)
    {
        var move = (await MovesAsync(symbol))[^1].Move;
        var sum = 0.0;
        foreach (var holding in (await ProfileAsync(symbol)).GetProperty("holdings").EnumerateArray())
        {
            if (holding.GetProperty("symbol").GetString() is not ("n/a" or null) and var held)
                sum +=
                    double.Parse(holding.GetProperty("weight").GetString()!, CultureInfo.InvariantCulture)
                    * (await MovesAsync(held.Replace('-', '.'), days: 5))[^1].Move;
        }
        // Weights are those of the evening and have four decimals; cash does not move.
        Assert.Equal(sum, move, tolerance: 0.002);
    }

    [Fact]
    public async Task M2_the_weights_of_every_fund_add_up_to_one()
    {
        foreach (var fund in new Listings().Funds)
        {
            var profile = await ProfileAsync(fund.Symbol);
            foreach (var list in (string[])["holdings", "sectors"])
            {
                var weights = profile
                    .GetProperty(list)
                    .EnumerateArray()
                    .Select(r => decimal.Parse(r.GetProperty("weight").GetString()!, CultureInfo.InvariantCulture))
                    .ToList();
                if (weights.Count > 0)
                    Assert.True(weights.Sum() == 1, $"{fund.Symbol} {list}: {weights.Sum()}");
                Assert.All(weights, w => Assert.InRange(w, 0, 1));
            }
        }
    }

    [Fact]
    public async Task M2_some_companies_make_a_loss_and_have_no_price_earnings_ratio()
    {
        var (losses, all) = (0, new Listings().Companies);
        foreach (var company in all)
        {
            var o = await _simulator.Get($"alphavantage/query?function=OVERVIEW&symbol={company.Symbol.Replace('.', '-')}&apikey=k");
            var eps = decimal.Parse(o.GetProperty("EPS").GetString()!, CultureInfo.InvariantCulture);
            Assert.True(eps < 0 == o.GetProperty("ProfitMargin").GetString()!.StartsWith('-'), company.Symbol);
            Assert.True(eps > 0 || o.GetProperty("PERatio").GetString() == "None", company.Symbol);
            Assert.True(eps > 0 || o.GetProperty("DividendPerShare").GetString() == "None", company.Symbol);
            if (eps < 0)
                losses++;
        }
        Assert.InRange(losses, all.Count / 40, all.Count / 8);
    }

    [Fact]
    public async Task M2_both_classes_of_a_companys_shares_have_one_set_of_books()
    {
        Assert.Equal(
            (await _simulator.Get("alphavantage/query?function=BALANCE_SHEET&symbol=GOOG&apikey=k"))
                .GetProperty("quarterlyReports")
                .GetRawText(),
            (await _simulator.Get("alphavantage/query?function=BALANCE_SHEET&symbol=GOOGL&apikey=k"))
                .GetProperty("quarterlyReports")
                .GetRawText()
        );
        var (c, a) = (await Overview("GOOG"), await Overview("GOOGL"));
        foreach (var name in (string[])["EPS", "RevenueTTM", "SharesOutstanding", "ProfitMargin", "FiscalYearEnd"])
            Assert.Equal(a.GetProperty(name).GetString(), c.GetProperty(name).GetString());

        Task<JsonElement> Overview(string symbol) => _simulator.Get($"alphavantage/query?function=OVERVIEW&symbol={symbol}&apikey=k");
    }

    [Theory]
    [InlineData("TLT", 16.5)]
    [InlineData("IEF", 7.4)]
    [InlineData("SHY", 1.9)]
    public async Task M2_treasury_funds_fall_when_yields_rise_by_their_duration(string symbol, double duration)
    {
        var (moves, reference) = (await MovesAsync(symbol), await MovesAsync("IEF"));
        if (symbol == "IEF")
        {
            // The move is that of a yield with two decimals.
            Assert.All(moves, m => Assert.Equal(Math.Round(m.Move / duration * 10_000), m.Move / duration * 10_000, tolerance: 0.3));
            return;
        }
        var pairs = moves.Zip(reference, (m, r) => (Own: m.Move / duration, Other: r.Move / 7.4)).ToList();
        Assert.True(pairs.Count(p => Math.Sign(Math.Round(p.Own, 4)) * Math.Sign(Math.Round(p.Other, 4)) >= 0) > pairs.Count * 0.8);
    }

    private Task<JsonElement> ProfileAsync(string symbol) =>
        _simulator.Get($"alphavantage/query?function=ETF_PROFILE&symbol={symbol}&apikey=k");

    private Task<JsonElement> QuoteAsync(string symbol) => _simulator.Get($"finnhub/api/v1/quote?symbol={symbol}");

    /// <summary>Daily returns, and what half a cent is of the price.</summary>
    private async Task<List<(double Move, double Cent)>> MovesAsync(string symbol, int days = 100)
    {
        var (from, to) = (Now.Minus(Duration.FromDays(days)).ToUnixTimeSeconds(), Now.ToUnixTimeSeconds());
        var closes = (await _simulator.Get($"finnhub/api/v1/stock/candle?symbol={symbol}&resolution=D&from={from}&to={to}"))
            .GetProperty("c")
            .EnumerateArray()
            .Select(c => c.GetDouble())
            .ToList();
        return [.. closes.Zip(closes.Skip(1), (a, b) => ((b / a) - 1, 0.01 / a))];
    }
}
