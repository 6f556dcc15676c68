using System.Text.Json;
using InvestmentAssistant.Api.Features.Indicators.Ingestion;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.Indicators;

/// <summary>What is read from the provider's macro replies, as captured, and from broken ones.</summary>
public sealed class SeriesReplyTests
{
    private static readonly LocalDate Today = new(2026, 1, 5);

    private static SeriesReply Read(string json, MacroSeries series)
    {
        using var document = JsonDocument.Parse(json);
        return SeriesReply.Read(document.RootElement, series, Today);
    }

    private static SeriesReply Rows(string rows, MacroSeries? series = null) =>
        Read($$"""{"name":"n","interval":"monthly","unit":"u","data":[{{rows}}]}""", series ?? MacroSeries.Cpi);

    [Fact]
    public void A_captured_reply_is_read_in_the_order_of_its_dates()
    {
        var reply = Read(Samples.Text("AlphaVantage", "cpi.json"), MacroSeries.Cpi);
        Assert.Equal(
            ("Consumer Price Index for all Urban Consumers", "monthly", "index 1982-1984=100"),
            (reply.Name, reply.Interval, reply.Unit)
        );
        Assert.Equal([new(new(2023, 9, 1), 307.789m), new(new(2023, 10, 1), 307.671m), new(new(2023, 11, 1), 307.051m)], reply.Values);
        Assert.Equal((0, 0), (reply.Missing, reply.Dropped));
    }

    [Fact]
    public void Digits_are_kept_as_published() =>
        Assert.Equal(8.00279982052121m, Read(Samples.Text("AlphaVantage", "inflation.json"), MacroSeries.Inflation).Values[^1].Value);

    [Theory]
    [InlineData("federal-funds-rate.json", "Effective Federal Funds Rate")]
    [InlineData("treasury-yield-10year.json", "10-Year Treasury Constant Maturity Rate")]
    public void Rates_are_read_like_the_index(string sample, string name)
    {
        var reply = Read(Samples.Text("AlphaVantage", sample), MacroSeries.FederalFunds);
        Assert.Equal((name, "percent", 3), (reply.Name, reply.Unit, reply.Values.Count));
    }

    [Fact]
    public void A_day_marked_with_a_point_is_missing_and_neither_zero_nor_bad()
    {
        var reply = Read(Samples.Text("AlphaVantage", "treasury-yield-daily-missing.json"), MacroSeries.Treasury("10year"));
        Assert.Equal([4.15m, 4.14m], reply.Values.Select(v => v.Value));
        Assert.Equal((1, 0), (reply.Missing, reply.Dropped));
    }

    [Fact]
    public void Zero_and_deflation_are_values() =>
        Assert.Equal(
            [-0.3m, 0m],
            Rows("""{"date":"2009-01-01","value":"-0.3"},{"date":"2010-01-01","value":"0"}""", MacroSeries.Inflation)
                .Values.Select(v => v.Value)
        );

    [Theory]
    [InlineData("""{"date":"2025-13-01","value":"300"}""")]
    [InlineData("""{"value":"300"}""")]
    [InlineData("""{"date":"2025-02-01"}""")]
    [InlineData("""{"date":"2025-02-01","value":"three hundred"}""")]
    [InlineData("""{"date":"2025-02-01","value":"-300"}""")]
    [InlineData("""{"date":"2025-02-01","value":"3000000"}""")]
    [InlineData("""{"date":"2026-02-01","value":"300"}""")]
    [InlineData("""{"date":"2025-01-01","value":"301"}""")]
    [InlineData("null")]
    [InlineData("7")]
    public void A_row_that_cannot_be_true_is_dropped_and_the_good_one_beside_it_kept(string bad)
    {
        var reply = Rows($$"""{"date":"2025-01-01","value":"300"},{{bad}}""");
        Assert.Equal([new DatedValue(new(2025, 1, 1), 300m)], reply.Values);
        Assert.Equal((0, 1), (reply.Missing, reply.Dropped));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"date":"2025-01-01","value":"."}]}""")]
    public void A_reply_without_any_value_is_a_failure_and_not_an_empty_series(string json) =>
        Assert.Equal(ProviderFailure.BadReply, Assert.Throws<ProviderException>(() => Read(json, MacroSeries.Cpi)).Kind);
}
