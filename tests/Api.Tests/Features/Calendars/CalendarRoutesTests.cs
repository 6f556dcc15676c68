using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Features.Calendars.ReportFields;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>All routes of the calendars on the wire, over the simulated providers.</summary>
public sealed class CalendarRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private static LocalDate Today => NewYorkDay.DateOf(SystemClock.Instance.GetCurrentInstant());

    public async ValueTask InitializeAsync() => await api.FillAsync("sp500-companies", "earnings-calendar", "ipo-calendar");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private readonly RouteClient _routes = new(api);

    private static LocalDate Date(JsonElement row, string name = "report_date") =>
        LocalDatePattern.Iso.Parse(row.GetProperty(name).GetString()!).Value;

    private static List<(LocalDate, string)> Keys(IEnumerable<JsonElement> rows, string date = "report_date") =>
        [.. rows.Select(r => (Date(r, date), r.GetProperty("symbol").GetString()!))];

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static void InOrder(List<(LocalDate Date, string Symbol)> rows) =>
        Assert.Equal(rows.Select(r => r.Date).Order(), rows.Select(r => r.Date));

    [Fact]
    public async Task Earnings_are_listed_with_every_field_from_today_on()
    {
        // Before the request: midnight in New York may pass between the two.
        var today = Today;
        var json = await _routes.Ok("/api/v1/earnings-calendar/");
        Assert.Equal(["items", "total_count"], Names(json));
        var items = json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(50, items.Count);
        Assert.InRange(json.GetProperty("total_count").GetInt32(), 500, 5_000);
        Assert.All(items, i => Assert.Equal(EarningsFields, Names(i)));
        Assert.All(items, i => Assert.True(Date(i) >= today));
        Assert.All(items.Where(i => Date(i) > today), i => Assert.Equal(JsonValueKind.Null, i.GetProperty("actual").ValueKind));
        Assert.EndsWith("Z", items[0].GetProperty("fetched_at").GetString(), StringComparison.Ordinal);
        InOrder(Keys(items));
    }

    [Fact]
    public async Task Pages_make_up_the_whole_list()
    {
        var range = $"start_date={Iso(Today.PlusDays(20))}&end_date={Iso(Today.PlusDays(75))}";
        var whole = await _routes.Ok($"/api/v1/earnings-calendar?{range}&limit=1000");
        var rows = Keys(whole.GetProperty("items").EnumerateArray());
        Assert.Equal(whole.GetProperty("total_count").GetInt32(), rows.Count);
        var paged = new List<(LocalDate, string)>();
        for (var offset = 0; offset < rows.Count; offset += 100)
            paged.AddRange(
                Keys(
                    (await _routes.Ok($"/api/v1/earnings-calendar?{range}&limit=100&offset={offset}")).GetProperty("items").EnumerateArray()
                )
            );
        Assert.Equal(rows, paged);
        Assert.Equal(rows, Keys((await _routes.Ok($"/api/v1/earnings-calendar/range?{range}")).EnumerateArray()));
    }

    [Fact]
    public async Task A_symbol_may_be_given_by_its_beginning_and_in_any_spelling()
    {
        var found = (await _routes.Ok("/api/v1/earnings-calendar?symbol=aap&limit=1000"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(i => i.GetProperty("symbol").GetString()!)
            .ToList();
        Assert.Contains("AAPL", found);
        Assert.All(found, s => Assert.StartsWith("AAP", s, StringComparison.Ordinal));
        var berkshire = await _routes.Ok("/api/v1/earnings-calendar/symbol/brk-b?limit=1");
        Assert.Equal("BRK.B", berkshire[0].GetProperty("symbol").GetString());
        Assert.Equal("BRK.B", (await _routes.Ok("/api/v1/sp500-earnings-calendar/symbol/brk.b")).GetProperty("symbol").GetString());
        // An empty box of a form is no filter.
        Assert.True((await _routes.Ok("/api/v1/earnings-calendar?symbol=")).GetProperty("total_count").GetInt32() > 500);
    }

    [Fact]
    public async Task Short_answers_are_bare_lists_of_the_same_rows()
    {
        // Midnight in New York may pass between a request and the check of its answer.
        var before = Today;
        var today = (await _routes.Ok("/api/v1/earnings-calendar/today")).EnumerateArray().ToList();
        Assert.All(today, i => Assert.InRange(Date(i), before, Today));
        var upcoming = (await _routes.Ok("/api/v1/earnings-calendar/upcoming?days=30")).EnumerateArray().ToList();
        Assert.All(upcoming, i => Assert.Equal(EarningsFields, Names(i)));
        Assert.All(upcoming, i => Assert.InRange(Date(i), before, Today.PlusDays(30)));
        var sp500 = (await _routes.Ok("/api/v1/sp500-earnings-calendar/upcoming?days=365")).EnumerateArray().ToList();
        Assert.True(sp500.Count > 500);
        Assert.All(sp500, i => Assert.Equal(Sp500Fields, Names(i)));
        InOrder(Keys(sp500));
    }

    [Fact]
    public async Task The_index_is_listed_with_every_field_and_only_its_companies()
    {
        var json = await _routes.Ok("/api/v1/sp500-earnings-calendar/?limit=10000");
        Assert.Equal(["items", "total_count", "message"], Names(json));
        var items = json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(json.GetProperty("total_count").GetInt32(), items.Count);
        Assert.All(items, i => Assert.Equal(Sp500Fields, Names(i)));
        Assert.All(items, i => Assert.Equal("earnings_report", i.GetProperty("event_type").GetString()));
        Assert.All(items, i => Assert.NotEqual(JsonValueKind.Null, i.GetProperty("gics_sector").ValueKind));
        Assert.Equal(items.Count, items.Select(i => i.GetProperty("id").GetInt32()).Distinct().Count());
        var all = await _routes.Ok("/api/v1/earnings-calendar/statistics");
        Assert.True(all.GetProperty("total_earnings").GetInt32() > items.Count, "companies outside the index are in the other calendar");

        var energy = (await _routes.Ok("/api/v1/sp500-earnings-calendar?sector=energy&limit=10000"))
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.NotEmpty(energy);
        Assert.All(energy, i => Assert.Equal("Energy", i.GetProperty("gics_sector").GetString()));
    }

    [Fact]
    public async Task The_week_a_company_the_figures_and_a_search_have_every_field()
    {
        var week = await _routes.Ok("/api/v1/sp500-earnings-calendar/weekly");
        Assert.Equal(["week_start", "week_end", "events", "total_count", "message"], Names(week));
        Assert.Equal((IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday), (Date(week, "week_start").DayOfWeek, Date(week, "week_end").DayOfWeek));
        Assert.Equal(week.GetProperty("total_count").GetInt32(), week.GetProperty("events").GetArrayLength());

        var company = await _routes.Ok("/api/v1/sp500-earnings-calendar/symbol/AAPL");
        Assert.Equal(["symbol", "company_name", "earnings", "total_count", "message"], Names(company));
        Assert.Equal(Sp500Fields, Names(company.GetProperty("earnings")[0]));

        var figures = await _routes.Ok("/api/v1/sp500-earnings-calendar/statistics");
        Assert.Equal(
            [
                "total_companies",
                "total_events",
                "events_with_estimates",
                "events_with_news",
                "upcoming_events",
                "sectors_covered",
                "last_updated",
            ],
            Names(figures)
        );
        Assert.InRange(figures.GetProperty("total_companies").GetInt32(), 480, 520);
        Assert.Equal(11, figures.GetProperty("sectors_covered").GetArrayLength());

        Assert.Equal(
            ["total_earnings", "today_earnings", "this_week_earnings", "companies_with_estimates", "latest_update", "currency_breakdown"],
            Names(await _routes.Ok("/api/v1/earnings-calendar/statistics"))
        );

        // W10: by the Korean name too, composed and not.
        foreach (var name in new[] { "microsoft", "마이크로소프트", "\u1106\u1161\u1109\u1169" })
        {
            var found = (await _routes.Ok($"/api/v1/sp500-earnings-calendar/search?q={Uri.EscapeDataString(name)}&limit=1"))
                .EnumerateArray()
                .ToList();
            Assert.Equal("MSFT", Assert.Single(found).GetProperty("symbol").GetString());
        }
    }

    [Fact]
    public async Task Offerings_are_answered_in_three_ways_with_every_field()
    {
        string[] fields =
        [
            "symbol",
            "company_name",
            "ipo_date",
            "price_range_low",
            "price_range_high",
            "currency",
            "exchange",
            "id",
            "fetched_at",
            "created_at",
            "updated_at",
            "previous_date",
            "exchange_text",
        ];
        var list = await _routes.Ok("/api/v1/ipo-calendar/?limit=1000");
        Assert.Equal(["items", "total_count", "start_date", "end_date"], Names(list));
        var items = list.GetProperty("items").EnumerateArray().ToList();
        Assert.All(items, i => Assert.Equal(fields, Names(i)));
        Assert.Contains(items, i => i.GetProperty("price_range_low").ValueKind == JsonValueKind.Null);
        Assert.DoesNotContain(items, i =>
            i.GetProperty("price_range_low").ValueKind == JsonValueKind.Number && i.GetProperty("price_range_low").GetDecimal() == 0
        );
        InOrder(Keys(items, "ipo_date"));

        var next = Today.PlusMonths(1);
        var month = await _routes.Ok($"/api/v1/ipo-calendar/monthly?year={next.Year}&month={next.Month}");
        Assert.Equal(["month", "items", "total_count"], Names(month));
        Assert.NotEqual(0, month.GetProperty("total_count").GetInt32());
        Assert.All(month.GetProperty("items").EnumerateArray(), i =>
            Assert.Equal((next.Year, next.Month), (Date(i, "ipo_date").Year, Date(i, "ipo_date").Month))
        );

        var figures = await _routes.Ok("/api/v1/ipo-calendar/statistics");
        Assert.Equal(["total_ipos", "this_month", "next_month", "by_exchange", "avg_price_range", "upcoming_7days"], Names(figures));
        Assert.True(
            figures.GetProperty("avg_price_range").GetProperty("low").GetDecimal()
                < figures.GetProperty("avg_price_range").GetProperty("high").GetDecimal()
        );
    }

    [Theory]
    [InlineData("earnings-calendar?limit=0", "limit")]
    [InlineData("earnings-calendar?limit=1001", "limit")]
    [InlineData("earnings-calendar?offset=-1", "offset")]
    [InlineData("earnings-calendar?start_date=2026-13-01", "start_date")]
    [InlineData("earnings-calendar?start_date=2026-02-02&end_date=2026-02-01", "start_date")]
    [InlineData("earnings-calendar?symbol=foo%20bar", "symbol")]
    [InlineData("earnings-calendar/upcoming?days=0", "days")]
    [InlineData("earnings-calendar/upcoming?days=31", "days")]
    [InlineData("earnings-calendar/symbol/AAPL?limit=101", "limit")]
    [InlineData("earnings-calendar/symbol/%25", "symbol")]
    [InlineData("earnings-calendar/range", "start_date")]
    [InlineData("earnings-calendar/range?start_date=2026-01-01", "end_date")]
    [InlineData("earnings-calendar/range?start_date=2026-02-02&end_date=2026-02-01", "start_date")]
    [InlineData("earnings-calendar/range?start_date=2020-01-01&end_date=2026-02-01", "end_date")]
    [InlineData("sp500-earnings-calendar?limit=10001", "limit")]
    [InlineData("sp500-earnings-calendar?date=2026-01-01&start_date=2026-01-01", "date")]
    [InlineData("sp500-earnings-calendar?has_estimate=maybe", "has_estimate")]
    [InlineData("sp500-earnings-calendar?sector=%00", "sector")]
    [InlineData("sp500-earnings-calendar/symbol/AAPL?limit=51", "limit")]
    [InlineData("sp500-earnings-calendar/upcoming?days=366", "days")]
    [InlineData("sp500-earnings-calendar/search?q=%20!%20", "q")]
    [InlineData("sp500-earnings-calendar/search", "q")]
    [InlineData("sp500-earnings-calendar/search?q=apple&limit=101", "limit")]
    [InlineData("ipo-calendar?limit=1001", "limit")]
    [InlineData("ipo-calendar?end_date=soon", "end_date")]
    [InlineData("ipo-calendar?start_date=2026-02-02&end_date=2026-02-01", "start_date")]
    [InlineData("ipo-calendar/monthly?month=13", "month")]
    [InlineData("ipo-calendar/monthly?year=0", "year")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json) = await _routes.Get($"/api/v1/{path}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }

    [Theory]
    [InlineData("earnings-calendar/symbol/NOPE")]
    [InlineData("sp500-earnings-calendar/symbol/NOPE")]
    public async Task An_unknown_company_is_404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get($"/api/v1/{path}")).Status);
}
