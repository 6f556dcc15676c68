using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Indicators;

/// <summary>Yields of treasury bonds by maturity, and the curve.</summary>
public sealed class TreasuryYieldsRoutesTests(ApiHost api) : IndicatorRoutesTestBase(api)
{
    [Theory]
    [InlineData("date_desc")]
    [InlineData("date_asc")]
    [InlineData("yield_desc")]
    [InlineData("yield_asc")]
    public async Task Pages_of_yields_have_no_gap_and_no_repeat(string order)
    {
        var first = await Routes.Ok($"/api/v1/treasury-yield/?order_by={order}&size=400&start_date=2020-01-01");
        Assert.Equal(["items", "total", "page", "size", "pages"], Names(first));
        var rows = new List<JsonElement>();
        for (var page = 1; page <= first.GetProperty("pages").GetInt32(); page++)
            rows.AddRange(Items(await Routes.Ok($"/api/v1/treasury-yield?order_by={order}&size=400&page={page}&start_date=2020-01-01")));
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
        Assert.Empty(Items(await Routes.Ok($"/api/v1/treasury-yield?page=2147483647&size=1000&order_by={order}")));
    }

    [Fact]
    public async Task Yields_of_one_maturity_and_between_dates()
    {
        var rows = Items(await Routes.Ok("/api/v1/treasury-yield?maturity=10year&start_date=2024-06-01&end_date=2024-08-31"));
        Assert.Equal(["3.87", "4.25", "4.31"], rows.Select(r => r.GetProperty("yield_rate").GetString()));
        Assert.Equal(["date", "maturity", "interval_type", "yield_rate", "created_at", "updated_at"], Names(rows[0]));
        var one = await Routes.Ok("/api/v1/treasury-yield/maturity/3month?size=2");
        Assert.Equal(2, Items(one).Count);
        Assert.All(Items(one), r => Assert.Equal("3month", r.GetProperty("maturity").GetString()));
    }

    [Fact]
    public async Task Recent_yields_are_compared_with_the_last_ones_before()
    {
        var json = await Routes.Ok("/api/v1/treasury-yield/recent?days=17&interval=monthly");
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
        var json = await Routes.Ok($"/api/v1/treasury-yield/chart?maturity=2year&period={period}&interval=monthly");
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
        var newest = Items(await Routes.Ok($"/api/v1/{path}"))[0];
        Assert.Equal("daily", newest.GetProperty("interval_type").GetString());
        Assert.InRange(Date(newest), Today.PlusDays(-LatestDays), Today);
        Assert.Equal("monthly", Items(await Routes.Ok($"/api/v1/{path}&interval=monthly"))[0].GetProperty("interval_type").GetString());
    }

    [Theory]
    [InlineData("treasury-yield/recent", "latest_date")]
    [InlineData("treasury-yield/statistics", "as_of_date")]
    [InlineData("treasury-yield/trends", "analysis_date")]
    [InlineData("treasury-yield/yield-curve", "date")]
    [InlineData("federal-funds-rate/current", "date")]
    public async Task N10_what_is_latest_is_of_the_last_days(string path, string date) =>
        Assert.InRange(Date(await Routes.Ok($"/api/v1/{path}"), date), Today.PlusDays(-LatestDays), Today);

    [Fact]
    public async Task N10_days_and_months_never_tell_of_the_same_time_twice()
    {
        var rows = Items(await Routes.Ok("/api/v1/treasury-yield?maturity=10year&size=1000"));
        var months = rows.Where(r => r.GetProperty("interval_type").GetString() == "monthly").Select(r => Date(r)).ToList();
        Assert.All(rows.Where(r => r.GetProperty("interval_type").GetString() == "daily"), r =>
            Assert.True(Date(r) >= months.Max().PlusMonths(1))
        );
        var days = Items(await Routes.Ok("/api/v1/treasury-yield/chart?maturity=10year&period=1year"), "data");
        Assert.InRange(days.Count, 230, 262);
        // The mean of a month's days is the month's figure.
        var month = Today.With(DateAdjusters.StartOfMonth).PlusMonths(-3);
        var mean = Items(
                await Routes.Ok(
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
        var json = await Routes.Ok("/api/v1/treasury-yield/yield-curve?target_date=2023-07-01");
        Assert.Equal([0, 2, 5, 7, 10, 30], Items(json, "data").Select(p => p.GetProperty("years").GetInt32()));
        Assert.Equal(
            """{"curve_type":"inverted","yield_spread_2_10":-0.93,"yield_spread_10_30":0.06,"inversion_signal":true,"is_inverted":true,"inverted_since":"2022-07-01"}""",
            json.GetProperty("analysis").GetRawText()
        );
        Assert.Equal(
            "normal",
            (await Routes.Ok("/api/v1/treasury-yield/yield-curve?date=2021-03-01")).GetProperty("curve_type").GetString()
        );
        Assert.Equal("flat", (await Routes.Ok("/api/v1/treasury-yield/yield-curve?date=2019-08-01")).GetProperty("curve_type").GetString());
    }

    [Fact]
    public async Task Yield_figures_and_trends_name_every_maturity()
    {
        var figures = await Routes.Ok("/api/v1/treasury-yield/statistics");
        var two = Items(figures, "statistics")[1];
        Assert.Equal(
            ["maturity", "current_rate", "avg_1month", "avg_3month", "avg_1year", "min_1year", "max_1year", "volatility"],
            Names(two)
        );
        Assert.All(two.EnumerateObject(), p => Assert.Equal(JsonValueKind.String, p.Value.ValueKind));
        Assert.Equal(["analysis_date", "total_data_points", "latest_update"], Names(figures.GetProperty("market_summary")));

        var trends = await Routes.Ok("/api/v1/treasury-yield/trends");
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
}
