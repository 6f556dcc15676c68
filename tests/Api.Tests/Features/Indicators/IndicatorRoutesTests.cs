using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Indicators;

/// <summary>What the four indicators have in common, inflation and the federal funds rate.</summary>
public sealed class IndicatorRoutesTests(ApiHost api) : IndicatorRoutesTestBase(api)
{
    [Theory]
    [InlineData("inflation", "inflation_rate", 20)]
    [InlineData("federal-funds-rate", "rate", 180)]
    [InlineData("cpi", "cpi_value", 180)]
    public async Task A_list_is_newest_first_and_has_ten_years_and_more(string route, string value, int atLeast)
    {
        var json = await Routes.Ok($"/api/v1/{route}/");
        var items = Items(json);
        Assert.Equal(items.Count, json.GetProperty("total_count").GetInt32());
        Assert.InRange(items.Count, atLeast, 2_000);
        Assert.Equal(["date", value, "interval_type", "unit", "name"], Names(items[0]));
        Assert.All(items, i => Assert.Equal(JsonValueKind.Number, i.GetProperty(value).ValueKind));
        var dates = items.Select(i => Date(i)).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.Equal(Enumerable.Reverse(dates), Items(await Routes.Ok($"/api/v1/{route}?order_by=asc")).Select(i => Date(i)));
    }

    [Theory]
    [InlineData("inflation/recent", 10)]
    [InlineData("inflation/recent?years=3", 3)]
    [InlineData("inflation/recent?years=20", 20)]
    [InlineData("federal-funds-rate/recent", 12)]
    [InlineData("federal-funds-rate/recent?months=60", 60)]
    [InlineData("cpi/recent?months=1", 1)]
    public async Task Recent_gives_the_last_values_newest_first(string path, int count)
    {
        var recent = Items(await Routes.Ok($"/api/v1/{path}"));
        var all = Items(await Routes.Ok($"/api/v1/{path[..path.IndexOf('/', StringComparison.Ordinal)]}"));
        Assert.Equal(all.Take(count).Select(i => Date(i)), recent.Select(i => Date(i)));
    }

    [Theory]
    [InlineData("inflation?order_by=up", "order_by")]
    [InlineData("inflation/recent?years=0", "years")]
    [InlineData("inflation/recent?years=21", "years")]
    [InlineData("inflation/recent?years=many", "years")]
    [InlineData("inflation/year/0", "year")]
    [InlineData("inflation/year/10000", "year")]
    [InlineData("inflation/year/now", "year")]
    [InlineData("inflation/range", "start_year")]
    [InlineData("inflation/range?start_year=2020", "end_year")]
    [InlineData("inflation/range?start_year=1899&end_year=2000", "start_year")]
    [InlineData("inflation/range?start_year=2000&end_year=2101", "end_year")]
    [InlineData("inflation/range?start_year=2021&end_year=2020", "start_year")]
    [InlineData("federal-funds-rate/recent?months=61", "months")]
    [InlineData("cpi/recent?months=-1", "months")]
    [InlineData("cpi/compare?start_date=2020-01-01", "end_date")]
    [InlineData("cpi/compare?start_date=2020-13-01&end_date=2021-01-01", "start_date")]
    [InlineData("cpi/compare?start_date=2021-01-01&end_date=2020-01-01", "start_date")]
    [InlineData("cpi/compare?start_date=2021-01-01&end_date=2021-01-31", "start_date")]
    [InlineData("cpi/year/-5", "year")]
    [InlineData("cpi/month/2024/13", "month")]
    [InlineData("treasury-yield?page=0", "page")]
    [InlineData("treasury-yield?size=1001", "size")]
    [InlineData("treasury-yield?maturity=4year", "maturity")]
    [InlineData("treasury-yield?order_by=size", "order_by")]
    [InlineData("treasury-yield?start_date=2024-02-01&end_date=2024-01-01", "start_date")]
    [InlineData("treasury-yield?start_date=yesterday", "start_date")]
    [InlineData("treasury-yield/recent?days=366", "days")]
    [InlineData("treasury-yield?interval=weekly", "interval")]
    [InlineData("treasury-yield/statistics?interval=weekly", "interval")]
    [InlineData("federal-funds-rate?interval=yearly", "interval")]
    [InlineData("treasury-yield/chart?period=1week", "period")]
    [InlineData("treasury-yield/maturity/1year", "maturity")]
    [InlineData("treasury-yield/yield-curve?target_date=2024-02-30", "target_date")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json) = await Routes.Get($"/api/v1/{path}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }

    [Theory]
    [InlineData("inflation/year/1875", "2005")]
    [InlineData("cpi/month/2025/10", "2025-09 and 2025-11")]
    [InlineData("cpi/year/2001", "2010-01")]
    [InlineData("cpi/compare?start_date=2025-10-15&end_date=2026-01-01", "2025-09 and 2025-11")]
    [InlineData("treasury-yield/yield-curve?target_date=2024-08-15&interval=monthly", "2024-08-01 and 2024-09-01")]
    public async Task What_is_not_held_is_404_and_names_the_nearest(string path, string nearest)
    {
        var (status, json) = await Routes.Get($"/api/v1/{path}");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(nearest, json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inflation_of_a_year_a_range_and_all_years()
    {
        Assert.Equal(8.00279982052121m, (await Routes.Ok("/api/v1/inflation/year/2022")).GetProperty("inflation_rate").GetDecimal());
        Assert.Equal(
            [2019, 2020, 2021],
            Items(await Routes.Ok("/api/v1/inflation/range?start_year=2019&end_year=2021")).Select(i => Date(i).Year)
        );
        Assert.Equal(0, (await Routes.Ok("/api/v1/inflation/range?start_year=1900&end_year=1901")).GetProperty("total_count").GetInt32());

        var chart = await Routes.Ok("/api/v1/inflation/chart/");
        var years = Items(chart, "data").Select(p => p.GetProperty("year").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(2005, years.Count), years);
        Assert.Equal(
            (-0.355546266299747m, 8.00279982052121m),
            (chart.GetProperty("min_rate").GetDecimal(), chart.GetProperty("max_rate").GetDecimal())
        );

        var figures = await Routes.Ok("/api/v1/inflation/statistics");
        Assert.Equal(["latest_year", "latest_rate", "average_rate", "min_rate", "max_rate", "total_years"], Names(figures));
        Assert.Equal(
            (years[^1], years.Count),
            (figures.GetProperty("latest_year").GetInt32(), figures.GetProperty("total_years").GetInt32())
        );
        Assert.Equal(chart.GetProperty("avg_rate").GetDecimal(), figures.GetProperty("average_rate").GetDecimal());
    }

    [Fact]
    public async Task The_federal_funds_rate_with_its_trend()
    {
        var chart = await Routes.Ok("/api/v1/federal-funds-rate/chart");
        Assert.Equal(
            ["data", "current_rate", "rate_trend", "change_from_prev", "avg_rate_12m", "max_rate", "min_rate", "latest_daily"],
            Names(chart)
        );
        var points = Items(chart, "data");
        Assert.Equal(["year", "month", "rate", "date_str"], Names(points[0]));
        Assert.Equal("2010-01", points[0].GetProperty("date_str").GetString());
        Assert.Equal(5.33m, chart.GetProperty("max_rate").GetDecimal());
        Assert.Equal(0.05m, chart.GetProperty("min_rate").GetDecimal());

        var current = await Routes.Ok("/api/v1/federal-funds-rate/current");
        // N10: the newest day, which the months end before.
        Assert.Equal(current.GetProperty("rate").GetDecimal(), chart.GetProperty("latest_daily").GetProperty("rate").GetDecimal());
        Assert.Equal("daily", current.GetProperty("interval_type").GetString());
        var figures = await Routes.Ok("/api/v1/federal-funds-rate/statistics");
        Assert.Equal(
            [
                "latest_date",
                "latest_rate",
                "previous_rate",
                "rate_change",
                "trend",
                "avg_12_months",
                "max_12_months",
                "min_12_months",
                "total_months",
                "latest_daily",
            ],
            Names(figures)
        );
        Assert.Equal(current.GetProperty("date").GetString(), figures.GetProperty("latest_daily").GetProperty("date").GetString());
        Assert.Equal(points[^1].GetProperty("date_str").GetString() + "-01", figures.GetProperty("latest_date").GetString());
        Assert.Equal(
            Math.Round(points.TakeLast(12).Average(p => p.GetProperty("rate").GetDecimal()), 3, MidpointRounding.AwayFromZero),
            figures.GetProperty("avg_12_months").GetDecimal()
        );

        var trend = await Routes.Ok("/api/v1/federal-funds-rate/trend");
        Assert.Equal(["recent_6m", "recent_12m", "trend_direction", "volatility_score", "rate_cycle_phase"], Names(trend));
        Assert.Equal((6, 12), (Items(trend, "recent_6m").Count, Items(trend, "recent_12m").Count));
    }

    [Fact]
    public async Task The_data_sets_are_in_the_ingestion_status()
    {
        var sets = Items(await Routes.Ok("/api/v1/ingestion/status"), "data_sets")
            .Where(d => d.GetProperty("name").GetString()!.StartsWith("macro-", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            ["macro-cpi", "macro-federal-funds-rate", "macro-inflation", "macro-treasury-yield"],
            sets.Select(d => d.GetProperty("name").GetString()).Order()
        );
        Assert.All(sets.Where(d => d.GetProperty("name").GetString() != "macro-treasury-yield"), d =>
            Assert.Equal("fresh", d.GetProperty("state").GetString())
        );
    }
}
