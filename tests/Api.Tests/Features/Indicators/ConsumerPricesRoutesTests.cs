using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Indicators;

/// <summary>Consumer prices by month and year, and their chart.</summary>
public sealed class ConsumerPricesRoutesTests(ApiHost api) : IndicatorRoutesTestBase(api)
{
    [Fact]
    public async Task Consumer_prices_of_a_month_among_its_neighbours()
    {
        var month = await Routes.Ok("/api/v1/cpi/month/2023/11");
        Assert.Equal(
            [
                "date",
                "cpi_value",
                "year_over_year_inflation",
                "month_over_month_change",
                "month_over_month_value",
                "previous_month_cpi",
                "previous_year_cpi",
                "interval_type",
                "unit",
                "name",
                "ranking_in_year",
                "is_yearly_high",
                "is_yearly_low",
            ],
            Names(month)
        );
        Assert.Equal(
            (307.051m, 3.14m, -0.202m, -0.620m),
            (Number("cpi_value"), Number("year_over_year_inflation"), Number("month_over_month_change"), Number("month_over_month_value"))
        );
        Assert.Equal(
            (3m, false, false),
            (Number("ranking_in_year"), month.GetProperty("is_yearly_high").GetBoolean(), month.GetProperty("is_yearly_low").GetBoolean())
        );
        Assert.True((await Routes.Ok("/api/v1/cpi/month/2023/1")).GetProperty("is_yearly_low").GetBoolean());
        Assert.Equal(JsonValueKind.Null, (await Routes.Ok("/api/v1/cpi/month/2025/11")).GetProperty("previous_month_cpi").ValueKind);

        decimal Number(string name) => month.GetProperty(name).GetDecimal();
    }

    [Fact]
    public async Task Consumer_prices_of_a_year_skip_the_month_that_was_not_published()
    {
        var months = Items(await Routes.Ok("/api/v1/cpi/year/2025")).Select(i => Date(i).Month);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12], months);
    }

    [Fact]
    public async Task Consumer_prices_of_two_months_are_compared_on_any_day()
    {
        var json = await Routes.Ok("/api/v1/cpi/compare?start_date=2022-11-30&end_date=2023-11-02");
        Assert.Equal(
            """{"start_date":"2022-11-01","end_date":"2023-11-01","start_cpi":297.711,"end_cpi":307.051,"total_change":9.340,"total_change_percent":3.14,"average_monthly_change":0.261,"cumulative_inflation":3.14,"annualized_inflation":3.14}""",
            json.GetRawText()
        );
    }

    [Fact]
    public async Task Consumer_price_chart_figures_and_analysis_agree()
    {
        var chart = await Routes.Ok("/api/v1/cpi/chart");
        Assert.Equal(
            [
                "data",
                "current_cpi",
                "previous_cpi",
                "monthly_change",
                "annual_inflation",
                "avg_cpi_12m",
                "max_cpi",
                "min_cpi",
                "latest_annual_inflation",
            ],
            Names(chart)
        );
        var points = Items(chart, "data");
        Assert.Equal(["year", "month", "cpi_value", "date_str", "inflation_rate"], Names(points[0]));
        Assert.Equal(JsonValueKind.Null, points[0].GetProperty("inflation_rate").ValueKind);
        Assert.Equal(
            3.01m,
            points.First(p => p.GetProperty("date_str").GetString() == "2025-09").GetProperty("inflation_rate").GetDecimal()
        );

        var current = await Routes.Ok("/api/v1/cpi/current");
        Assert.Equal(chart.GetProperty("current_cpi").GetDecimal(), current.GetProperty("cpi_value").GetDecimal());
        var figures = await Routes.Ok("/api/v1/cpi/statistics");
        Assert.Equal(
            [
                "latest_date",
                "latest_cpi",
                "previous_month_cpi",
                "monthly_change",
                "monthly_change_value",
                "annual_inflation",
                "avg_12_months",
                "max_12_months",
                "min_12_months",
                "trend",
                "total_months",
                "latest_annual_inflation",
            ],
            Names(figures)
        );
        var rated = points.Last(p => p.GetProperty("inflation_rate").ValueKind == JsonValueKind.Number);
        Assert.Equal(
            rated.GetProperty("date_str").GetString(),
            figures.GetProperty("latest_annual_inflation").GetProperty("date_str").GetString()
        );
        Assert.Equal(
            rated.GetProperty("inflation_rate").GetDecimal(),
            chart.GetProperty("latest_annual_inflation").GetProperty("rate").GetDecimal()
        );
        Assert.Equal(points.Count, figures.GetProperty("total_months").GetInt32());
        Assert.Equal(chart.GetProperty("avg_cpi_12m").GetDecimal(), figures.GetProperty("avg_12_months").GetDecimal());

        var analysis = await Routes.Ok("/api/v1/cpi/inflation-analysis");
        Assert.Equal(
            [
                "recent_6m",
                "recent_12m",
                "avg_inflation_6m",
                "avg_inflation_12m",
                "inflation_trend",
                "volatility_score",
                "price_stability_status",
            ],
            Names(analysis)
        );
        Assert.Equal(points.TakeLast(6).Select(p => p.GetRawText()), Items(analysis, "recent_6m").Select(p => p.GetRawText()));
        Assert.InRange(analysis.GetProperty("avg_inflation_12m").GetDecimal(), -2m, 12m);
    }
}
