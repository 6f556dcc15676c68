using System.Globalization;
using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Indicators;

/// <summary>All routes of the four indicators, over the simulated provider's sixteen years.</summary>
public sealed class IndicatorRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    /// <summary>Data sets of one provider fill one after the other, and others may stand before these.</summary>
    private static readonly TimeSpan s_fill = TimeSpan.FromSeconds(100);

    /// <summary>The data sets fill in the background when the host starts; the last one written is the 7-year yield by day.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var path in new[] { "cpi", "inflation", "federal-funds-rate", "federal-funds-rate?interval=daily" })
            await Wait.Until(async () => (await _routes.Get($"/api/v1/{path}")).Json.GetProperty("total_count").GetInt32() > 0, s_fill);
        await Wait.Until(
            async () =>
                (await _routes.Get("/api/v1/treasury-yield?maturity=7year&interval=daily")).Json.GetProperty("total").GetInt32() > 0,
            s_fill
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private readonly RouteClient _routes = new(api);

    private static LocalDate Date(JsonElement row, string name = "date") =>
        LocalDatePattern.Iso.Parse(row.GetProperty(name).GetString()!).Value;

    private static decimal Yield(JsonElement row) =>
        decimal.Parse(row.GetProperty("yield_rate").GetString()!, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("inflation", "inflation_rate", 20)]
    [InlineData("federal-funds-rate", "rate", 180)]
    [InlineData("cpi", "cpi_value", 180)]
    public async Task A_list_is_newest_first_and_has_ten_years_and_more(string route, string value, int atLeast)
    {
        var json = await _routes.Ok($"/api/v1/{route}/");
        var items = Items(json);
        Assert.Equal(items.Count, json.GetProperty("total_count").GetInt32());
        Assert.InRange(items.Count, atLeast, 2_000);
        Assert.Equal(["date", value, "interval_type", "unit", "name"], Names(items[0]));
        Assert.All(items, i => Assert.Equal(JsonValueKind.Number, i.GetProperty(value).ValueKind));
        var dates = items.Select(i => Date(i)).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.Equal(Enumerable.Reverse(dates), Items(await _routes.Ok($"/api/v1/{route}?order_by=asc")).Select(i => Date(i)));
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
        var recent = Items(await _routes.Ok($"/api/v1/{path}"));
        var all = Items(await _routes.Ok($"/api/v1/{path[..path.IndexOf('/', StringComparison.Ordinal)]}"));
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
        var (status, json) = await _routes.Get($"/api/v1/{path}");
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
        var (status, json) = await _routes.Get($"/api/v1/{path}");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(nearest, json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inflation_of_a_year_a_range_and_all_years()
    {
        Assert.Equal(8.00279982052121m, (await _routes.Ok("/api/v1/inflation/year/2022")).GetProperty("inflation_rate").GetDecimal());
        Assert.Equal(
            [2019, 2020, 2021],
            Items(await _routes.Ok("/api/v1/inflation/range?start_year=2019&end_year=2021")).Select(i => Date(i).Year)
        );
        Assert.Equal(0, (await _routes.Ok("/api/v1/inflation/range?start_year=1900&end_year=1901")).GetProperty("total_count").GetInt32());

        var chart = await _routes.Ok("/api/v1/inflation/chart/");
        var years = Items(chart, "data").Select(p => p.GetProperty("year").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(2005, years.Count), years);
        Assert.Equal(
            (-0.355546266299747m, 8.00279982052121m),
            (chart.GetProperty("min_rate").GetDecimal(), chart.GetProperty("max_rate").GetDecimal())
        );

        var figures = await _routes.Ok("/api/v1/inflation/statistics");
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
        var chart = await _routes.Ok("/api/v1/federal-funds-rate/chart");
        Assert.Equal(
            ["data", "current_rate", "rate_trend", "change_from_prev", "avg_rate_12m", "max_rate", "min_rate", "latest_daily"],
            Names(chart)
        );
        var points = Items(chart, "data");
        Assert.Equal(["year", "month", "rate", "date_str"], Names(points[0]));
        Assert.Equal("2010-01", points[0].GetProperty("date_str").GetString());
        Assert.Equal(5.33m, chart.GetProperty("max_rate").GetDecimal());
        Assert.Equal(0.05m, chart.GetProperty("min_rate").GetDecimal());

        var current = await _routes.Ok("/api/v1/federal-funds-rate/current");
        // N10: the newest day, which the months end before.
        Assert.Equal(current.GetProperty("rate").GetDecimal(), chart.GetProperty("latest_daily").GetProperty("rate").GetDecimal());
        Assert.Equal("daily", current.GetProperty("interval_type").GetString());
        var figures = await _routes.Ok("/api/v1/federal-funds-rate/statistics");
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

        var trend = await _routes.Ok("/api/v1/federal-funds-rate/trend");
        Assert.Equal(["recent_6m", "recent_12m", "trend_direction", "volatility_score", "rate_cycle_phase"], Names(trend));
        Assert.Equal((6, 12), (Items(trend, "recent_6m").Count, Items(trend, "recent_12m").Count));
    }

    [Fact]
    public async Task Consumer_prices_of_a_month_among_its_neighbours()
    {
        var month = await _routes.Ok("/api/v1/cpi/month/2023/11");
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
        Assert.True((await _routes.Ok("/api/v1/cpi/month/2023/1")).GetProperty("is_yearly_low").GetBoolean());
        Assert.Equal(JsonValueKind.Null, (await _routes.Ok("/api/v1/cpi/month/2025/11")).GetProperty("previous_month_cpi").ValueKind);

        decimal Number(string name) => month.GetProperty(name).GetDecimal();
    }

    [Fact]
    public async Task Consumer_prices_of_a_year_skip_the_month_that_was_not_published()
    {
        var months = Items(await _routes.Ok("/api/v1/cpi/year/2025")).Select(i => Date(i).Month);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12], months);
    }

    [Fact]
    public async Task Consumer_prices_of_two_months_are_compared_on_any_day()
    {
        var json = await _routes.Ok("/api/v1/cpi/compare?start_date=2022-11-30&end_date=2023-11-02");
        Assert.Equal(
            """{"start_date":"2022-11-01","end_date":"2023-11-01","start_cpi":297.711,"end_cpi":307.051,"total_change":9.340,"total_change_percent":3.14,"average_monthly_change":0.261,"cumulative_inflation":3.14,"annualized_inflation":3.14}""",
            json.GetRawText()
        );
    }

    [Fact]
    public async Task Consumer_price_chart_figures_and_analysis_agree()
    {
        var chart = await _routes.Ok("/api/v1/cpi/chart");
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

        var current = await _routes.Ok("/api/v1/cpi/current");
        Assert.Equal(chart.GetProperty("current_cpi").GetDecimal(), current.GetProperty("cpi_value").GetDecimal());
        var figures = await _routes.Ok("/api/v1/cpi/statistics");
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

        var analysis = await _routes.Ok("/api/v1/cpi/inflation-analysis");
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

    [Theory]
    [InlineData("date_desc")]
    [InlineData("date_asc")]
    [InlineData("yield_desc")]
    [InlineData("yield_asc")]
    public async Task Pages_of_yields_have_no_gap_and_no_repeat(string order)
    {
        var first = await _routes.Ok($"/api/v1/treasury-yield/?order_by={order}&size=400&start_date=2020-01-01");
        Assert.Equal(["items", "total", "page", "size", "pages"], Names(first));
        var rows = new List<JsonElement>();
        for (var page = 1; page <= first.GetProperty("pages").GetInt32(); page++)
            rows.AddRange(Items(await _routes.Ok($"/api/v1/treasury-yield?order_by={order}&size=400&page={page}&start_date=2020-01-01")));
        Assert.Equal(first.GetProperty("total").GetInt32(), rows.Count);
        Assert.Equal(rows.Count, rows.Select(r => (Date(r), r.GetProperty("maturity").GetString())).Distinct().Count());
        var sorted = order switch
        {
            "date_desc" => rows.OrderByDescending(r => Date(r)),
            "date_asc" => rows.OrderBy(r => Date(r)),
            "yield_desc" => rows.OrderByDescending(Yield),
            _ => rows.OrderBy(Yield),
        };
        Assert.Equal(sorted.Select(r => r.GetRawText()), rows.Select(r => r.GetRawText()));
        Assert.Empty(Items(await _routes.Ok($"/api/v1/treasury-yield?page=2147483647&size=1000&order_by={order}")));
    }

    [Fact]
    public async Task Yields_of_one_maturity_and_between_dates()
    {
        var rows = Items(await _routes.Ok("/api/v1/treasury-yield?maturity=10year&start_date=2024-06-01&end_date=2024-08-31"));
        Assert.Equal(["3.87", "4.25", "4.31"], rows.Select(r => r.GetProperty("yield_rate").GetString()));
        Assert.Equal(["date", "maturity", "interval_type", "yield_rate", "created_at", "updated_at"], Names(rows[0]));
        var one = await _routes.Ok("/api/v1/treasury-yield/maturity/3month?size=2");
        Assert.Equal(2, Items(one).Count);
        Assert.All(Items(one), r => Assert.Equal("3month", r.GetProperty("maturity").GetString()));
    }

    [Fact]
    public async Task Recent_yields_are_compared_with_the_last_ones_before()
    {
        var json = await _routes.Ok("/api/v1/treasury-yield/recent?days=17&interval=monthly");
        Assert.Equal(["latest_date", "data", "previous_data", "changes"], Names(json));
        var latest = Date(json, "latest_date");
        Assert.Equal(
            ["3month", "2year", "5year", "7year", "10year", "30year"],
            Items(json, "data").Select(r => r.GetProperty("maturity").GetString())
        );
        Assert.All(Items(json, "previous_data"), r => Assert.Equal(latest.PlusMonths(-1), Date(r)));
        var ten = (Now: Yield(Items(json, "data")[4]), Then: Yield(Items(json, "previous_data")[4]));
        Assert.Equal(ten.Now - ten.Then, json.GetProperty("changes").GetProperty("10year").GetProperty("absolute").GetDecimal());
    }

    [Theory]
    [InlineData("1month", 2)]
    [InlineData("3months", 4)]
    [InlineData("1year", 13)]
    [InlineData("5years", 61)]
    public async Task A_chart_spans_its_whole_period(string period, int points)
    {
        var json = await _routes.Ok($"/api/v1/treasury-yield/chart?maturity=2year&period={period}&interval=monthly");
        var data = Items(json, "data");
        Assert.Equal(points, data.Count);
        var summary = json.GetProperty("summary");
        Assert.Equal(["current", "min", "max", "avg", "change", "volatility"], Names(summary));
        Assert.Equal(Yield(data[^1]) - Yield(data[0]), summary.GetProperty("change").GetDecimal());
    }

    /// <summary>A weekday's yield is out some days later; over a holiday it takes longer.</summary>
    private const int LatestDays = 8;

    [Theory]
    [InlineData("treasury-yield?maturity=10year&size=1")]
    [InlineData("treasury-yield/maturity/2year?size=1")]
    public async Task N10_the_newest_yield_is_of_the_last_days(string path)
    {
        var newest = Items(await _routes.Ok($"/api/v1/{path}"))[0];
        Assert.Equal("daily", newest.GetProperty("interval_type").GetString());
        Assert.InRange(Date(newest), Today.PlusDays(-LatestDays), Today);
        Assert.Equal("monthly", Items(await _routes.Ok($"/api/v1/{path}&interval=monthly"))[0].GetProperty("interval_type").GetString());
    }

    [Theory]
    [InlineData("treasury-yield/recent", "latest_date")]
    [InlineData("treasury-yield/statistics", "as_of_date")]
    [InlineData("treasury-yield/trends", "analysis_date")]
    [InlineData("treasury-yield/yield-curve", "date")]
    [InlineData("federal-funds-rate/current", "date")]
    public async Task N10_what_is_latest_is_of_the_last_days(string path, string date) =>
        Assert.InRange(Date(await _routes.Ok($"/api/v1/{path}"), date), Today.PlusDays(-LatestDays), Today);

    [Fact]
    public async Task N10_days_and_months_never_tell_of_the_same_time_twice()
    {
        var rows = Items(await _routes.Ok("/api/v1/treasury-yield?maturity=10year&size=1000"));
        var months = rows.Where(r => r.GetProperty("interval_type").GetString() == "monthly").Select(r => Date(r)).ToList();
        Assert.All(rows.Where(r => r.GetProperty("interval_type").GetString() == "daily"), r =>
            Assert.True(Date(r) >= months.Max().PlusMonths(1))
        );
        var days = Items(await _routes.Ok("/api/v1/treasury-yield/chart?maturity=10year&period=1year"), "data");
        Assert.InRange(days.Count, 230, 262);
        // The mean of a month's days is the month's figure.
        var month = Today.With(DateAdjusters.StartOfMonth).PlusMonths(-3);
        var mean = Items(
                await _routes.Ok(
                    $"/api/v1/treasury-yield?maturity=10year&interval=daily&size=1000&start_date={month:uuuu-MM-dd}&"
                        + $"end_date={month.PlusMonths(1).PlusDays(-1):uuuu-MM-dd}"
                )
            )
            .Average(Yield);
        Assert.InRange(mean - Yield(rows.Single(r => Date(r) == month)), -0.02m, 0.02m);
    }

    private static LocalDate Today => SystemClock.Instance.GetCurrentInstant().InUtc().Date;

    [Fact]
    public async Task The_curve_of_July_2023_was_inverted_since_July_2022()
    {
        var json = await _routes.Ok("/api/v1/treasury-yield/yield-curve?target_date=2023-07-01");
        Assert.Equal([0, 2, 5, 7, 10, 30], Items(json, "data").Select(p => p.GetProperty("years").GetInt32()));
        Assert.Equal(
            """{"curve_type":"inverted","yield_spread_2_10":-0.93,"yield_spread_10_30":0.06,"inversion_signal":true,"is_inverted":true,"inverted_since":"2022-07-01"}""",
            json.GetProperty("analysis").GetRawText()
        );
        Assert.Equal(
            "normal",
            (await _routes.Ok("/api/v1/treasury-yield/yield-curve?date=2021-03-01")).GetProperty("curve_type").GetString()
        );
        Assert.Equal(
            "flat",
            (await _routes.Ok("/api/v1/treasury-yield/yield-curve?date=2019-08-01")).GetProperty("curve_type").GetString()
        );
    }

    [Fact]
    public async Task Yield_figures_and_trends_name_every_maturity()
    {
        var figures = await _routes.Ok("/api/v1/treasury-yield/statistics");
        var two = Items(figures, "statistics")[1];
        Assert.Equal(
            ["maturity", "current_rate", "avg_1month", "avg_3month", "avg_1year", "min_1year", "max_1year", "volatility"],
            Names(two)
        );
        Assert.All(two.EnumerateObject(), p => Assert.Equal(JsonValueKind.String, p.Value.ValueKind));
        Assert.Equal(["analysis_date", "total_data_points", "latest_update"], Names(figures.GetProperty("market_summary")));

        var trends = await _routes.Ok("/api/v1/treasury-yield/trends");
        Assert.Equal(6, Items(trends, "trends").Count);
        Assert.Equal(
            ["maturity", "trend_direction", "change_1month", "change_3month", "change_1year", "trend_strength"],
            Names(Items(trends, "trends")[0])
        );
        var outlook = trends.GetProperty("market_outlook");
        Assert.Contains(
            outlook.GetProperty("overall_trend").GetString(),
            (string[])["rising", "falling", "steepening", "flattening", "mixed"]
        );
        Assert.NotEmpty(Items(outlook, "key_insights"));
    }

    [Fact]
    public async Task The_data_sets_are_in_the_ingestion_status()
    {
        var sets = Items(await _routes.Ok("/api/v1/ingestion/status"), "data_sets")
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
