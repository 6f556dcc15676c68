using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Tests.Domain.Fundamentals;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.BalanceSheets;

/// <summary>All routes: over companies of 2015 that only these tests know, and over those that the simulated provider fills.</summary>
public sealed class BalanceSheetRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private const string Root = "/api/v1/balance-sheet";

    private static readonly string[] s_rowFields =
    [
        "symbol",
        "fiscaldateending",
        "reportedcurrency",
        "totalassets",
        "totalcurrentassets",
        "totalnoncurrentassets",
        "totalliabilities",
        "totalcurrentliabilities",
        "totalnoncurrentliabilities",
        "totalshareholderequity",
        "cashandcashequivalentsatcarryingvalue",
        "cashandshortterminvestments",
        "inventory",
        "currentnetreceivables",
        "currentaccountspayable",
        "longtermdebt",
        "commonstock",
        "retainedearnings",
        "commonstocksharesoutstanding",
        "fetched_at",
        "total_assets_billions",
        "market_cap_category",
        "fiscal_date_str",
    ];

    private static readonly LocalDate[] s_quarters = [new(2015, 3, 31), new(2015, 6, 30), new(2015, 9, 30), new(2015, 12, 31)];

    /// <summary>
    /// QZA has IBM's figures, a little smaller each quarter back; QZB is a bank; QZN owes more than it owns; QZS has one sheet with assets
    /// alone.
    /// </summary>
    public async ValueTask InitializeAsync()
    {
        await using var session = api.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        for (var i = 0; i < s_quarters.Length; i++)
        {
            session.Store(
                Renamed(Sheets.Ibm, "QZA", s_quarters[i]) with
                {
                    TotalAssets = 129_321_000_000 - (1_000_000_000 * (3 - i)),
                    IsFiscalYearEnd = i == 3,
                    OtherLines = new Dictionary<string, decimal> { ["goodwill"] = 59_596_000_000 },
                }
            );
        }
        session.Store(Renamed(Sheets.Bank, "QZB", s_quarters[3]), Renamed(Sheets.Bank, "QZB", s_quarters[2]));
        session.Store(
            Renamed(Sheets.Ibm, "QZN", s_quarters[3]) with
            {
                TotalShareholderEquity = -1_000_000_000,
                TotalLiabilities = 130_321_000_000,
            }
        );
        session.Store(Sheets.Of("QZS", new LocalDate(2015, 11, 30)) with { TotalAssets = 0 });
        await session.SaveChangesAsync(Ct);

        static BalanceSheet Renamed(BalanceSheet sheet, string symbol, LocalDate date) =>
            sheet with
            {
                Id = BalanceSheet.IdOf(symbol, date),
                Symbol = symbol,
                FiscalDateEnding = date,
            };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private readonly RouteClient _routes = new(api, Root);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static IEnumerable<(string, string)> Keys(JsonElement items) =>
        items.EnumerateArray().Select(i => (Text(i, "symbol"), Text(i, "fiscaldateending")));

    [Theory]
    [InlineData("?page=0", "page")]
    [InlineData("?size=0", "size")]
    [InlineData("?size=101", "size")]
    [InlineData("?symbol=12", "symbol")]
    [InlineData("?start_date=2015-13-01", "start_date")]
    [InlineData("?end_date=soon", "end_date")]
    [InlineData("?start_date=2015-02-01&end_date=2015-01-01", "start_date")]
    [InlineData("/symbol/A$PL", "symbol")]
    [InlineData("/symbol/QZA?limit=0", "limit")]
    [InlineData("/symbol/QZA?limit=51", "limit")]
    [InlineData("/symbol/1/recent", "symbol")]
    [InlineData("/symbol/QZA/recent?limit=51", "limit")]
    [InlineData("/analysis/A$PL", "symbol")]
    [InlineData("/analysis/QZA?lang=fr", "lang")]
    [InlineData("/ratios/A$PL", "symbol")]
    [InlineData("/trends/A$PL", "symbol")]
    [InlineData("/trends/QZA?periods=1", "periods")]
    [InlineData("/trends/QZA?periods=13", "periods")]
    [InlineData("/trends/QZA?period_type=weekly", "period_type")]
    [InlineData("/period/2015-02-30", "period_date")]
    [InlineData("/period/today", "period_date")]
    [InlineData("/period/2015-12-31?limit=201", "limit")]
    public async Task Bad_input_is_400_and_names_the_parameter(string path, string parameter)
    {
        var (status, json) = await _routes.Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([parameter], json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Theory]
    [InlineData("/symbol/ZZNOPE")]
    [InlineData("/symbol/ZZNOPE/recent")]
    [InlineData("/analysis/ZZNOPE")]
    [InlineData("/analysis/QZS")] // assets alone: no ratio that counts
    [InlineData("/ratios/ZZNOPE")]
    [InlineData("/trends/ZZNOPE")]
    [InlineData("/trends/QZN")] // one period
    [InlineData("/trends/QZA?period_type=annual")] // one year
    [InlineData("/period/2015-12-30")]
    public async Task What_is_not_held_is_404(string path)
    {
        var (status, json) = await _routes.Get(path);
        Assert.Equal((HttpStatusCode.NotFound, 404), (status, json.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task A_row_has_every_field_with_amounts_as_texts()
    {
        var row = await _routes.Ok("/symbol/qza/recent");
        Assert.Equal(s_rowFields, row.EnumerateObject().Select(p => p.Name).Take(s_rowFields.Length));
        Assert.Equal(
            ("QZA", "2015-12-31", "USD", "129321000000", "-"),
            (
                Text(row, "symbol"),
                Text(row, "fiscaldateending"),
                Text(row, "reportedcurrency"),
                Text(row, "totalassets"),
                row.GetProperty("longtermdebt").GetString() ?? "-"
            )
        );
        Assert.Equal(
            (129.32m, "Large Cap", "2015-12-31", "annual"),
            (
                row.GetProperty("total_assets_billions").GetDecimal(),
                Text(row, "market_cap_category"),
                Text(row, "fiscal_date_str"),
                Text(row, "period_type")
            )
        );
        Assert.Equal("2024-03-14T04:30:00Z", Text(row, "fetched_at"));
        Assert.Equal("59596000000", Text(row.GetProperty("other_lines"), "goodwill"));
        // Zero is a value.
        var small = await _routes.Ok("/symbol/QZS/recent");
        Assert.Equal(
            ("0", 0m, "Small Cap"),
            (Text(small, "totalassets"), small.GetProperty("total_assets_billions").GetDecimal(), Text(small, "market_cap_category"))
        );
    }

    [Fact]
    public async Task A_list_goes_by_date_and_symbol_in_pages_without_gaps()
    {
        const string span = "start_date=2015-01-01&end_date=2015-12-31";
        var all = await _routes.Ok($"/?{span}&size=100");
        Assert.Equal(
            [
                ("QZA", "2015-12-31"),
                ("QZB", "2015-12-31"),
                ("QZN", "2015-12-31"),
                ("QZS", "2015-11-30"),
                ("QZA", "2015-09-30"),
                ("QZB", "2015-09-30"),
                ("QZA", "2015-06-30"),
                ("QZA", "2015-03-31"),
            ],
            Keys(all.GetProperty("items"))
        );
        Assert.Equal(
            (8, 1, 100, false),
            (
                all.GetProperty("total").GetInt32(),
                all.GetProperty("page").GetInt32(),
                all.GetProperty("size").GetInt32(),
                all.GetProperty("has_next").GetBoolean()
            )
        );
        var paged = new List<(string, string)>();
        for (var page = 1; page <= 3; page++)
        {
            var json = await _routes.Ok($"?{span}&size=3&page={page}");
            Assert.Equal(page < 3, json.GetProperty("has_next").GetBoolean());
            paged.AddRange(Keys(json.GetProperty("items")));
        }
        Assert.Equal(Keys(all.GetProperty("items")), paged);
    }

    [Fact]
    public async Task Filters_bound_a_list_on_both_ends_and_an_unknown_company_is_an_empty_page()
    {
        var json = await _routes.Ok("?symbol=qza&start_date=2015-06-30&end_date=2015-09-30");
        Assert.Equal([("QZA", "2015-09-30"), ("QZA", "2015-06-30")], Keys(json.GetProperty("items")));
        var none = await _routes.Ok("?symbol=ZZNOPE");
        Assert.Equal(
            (0, 0, false),
            (none.GetProperty("total").GetInt32(), none.GetProperty("items").GetArrayLength(), none.GetProperty("has_next").GetBoolean())
        );
        Assert.Equal(0, (await _routes.Ok("?symbol=QZA&page=1000000")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_company_has_its_periods_newest_first_and_recent_has_the_latest_or_as_many_as_asked()
    {
        Assert.Equal(["2015-12-31", "2015-09-30", "2015-06-30", "2015-03-31"], Keys(await _routes.Ok("/symbol/QZA")).Select(k => k.Item2));
        Assert.Equal(["2015-12-31"], Keys(await _routes.Ok("/symbol/QZA?limit=1")).Select(k => k.Item2));
        Assert.Equal(["2015-12-31", "2015-09-30"], Keys(await _routes.Ok("/symbol/QZA/recent?limit=2")).Select(k => k.Item2));
    }

    [Fact]
    public async Task Ratios_have_status_benchmark_and_a_sentence()
    {
        var json = await _routes.Ok("/ratios/qza/");
        Assert.Equal(("QZA", "2015-12-31"), (Text(json, "symbol"), Text(json, "analysis_date")));
        var ratios = json.GetProperty("ratios");
        Assert.Equal(
            ["current_ratio", "quick_ratio", "cash_ratio", "debt_to_asset", "debt_to_equity", "equity_ratio", "inventory_ratio"],
            ratios.EnumerateObject().Select(r => r.Name)
        );
        var current = ratios.GetProperty("current_ratio");
        Assert.Equal(
            ("유동비율", 0.91m, "위험", 1.5m),
            (
                Text(current, "name"),
                current.GetProperty("value").GetDecimal(),
                Text(current, "status"),
                current.GetProperty("benchmark").GetDecimal()
            )
        );
        Assert.Contains("0.91", Text(current, "description"), StringComparison.Ordinal);
        Assert.NotEmpty(Text(json, "summary"));
    }

    [Fact]
    public async Task An_analysis_grades_groups_and_words_the_ratios()
    {
        var json = await _routes.Ok("/analysis/QZA");
        var health = json.GetProperty("financial_health");
        Assert.Equal(
            ("C", 35, "경고", 100),
            (
                Text(health, "grade"),
                health.GetProperty("score").GetInt32(),
                Text(health, "status"),
                health.GetProperty("coverage").GetInt32()
            )
        );
        var groups = json.GetProperty("key_ratios");
        Assert.Equal(["liquidity", "leverage", "efficiency"], groups.EnumerateObject().Select(g => g.Name));
        Assert.Equal([3, 3, 1], groups.EnumerateObject().Select(g => g.Value.GetProperty("ratios").EnumerateObject().Count()));
        Assert.All(groups.EnumerateObject(), g => Assert.NotEmpty(Text(g.Value, "summary")));
        var words = json.GetProperty("interpretation");
        Assert.Equal(["overall_summary", "strengths", "concerns", "recommendation"], words.EnumerateObject().Select(w => w.Name));
        Assert.Contains("QZA", Text(words, "overall_summary"), StringComparison.Ordinal);
        Assert.Equal((3, 3), (words.GetProperty("strengths").GetArrayLength(), words.GetProperty("concerns").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("sector_comparison").ValueKind); // not of the index
        var english = await _routes.Ok("/analysis/QZA?lang=en");
        Assert.Contains("graded C", Text(english.GetProperty("interpretation"), "overall_summary"), StringComparison.Ordinal);
        Assert.Equal("경고", Text(english.GetProperty("financial_health"), "status"));
    }

    [Fact]
    public async Task W9_a_bank_has_no_grade_and_the_analysis_says_why()
    {
        var json = await _routes.Ok("/analysis/QZB");
        var liquidity = json.GetProperty("key_ratios").GetProperty("liquidity");
        Assert.All(json.GetProperty("key_ratios").EnumerateObject().SelectMany(g => g.Value.GetProperty("ratios").EnumerateObject()), r =>
            Assert.Equal(
                (JsonValueKind.Null, "해당 없음", "not_applicable"),
                (r.Value.GetProperty("value").ValueKind, Text(r.Value, "status"), Text(r.Value, "reason"))
            )
        );
        var health = json.GetProperty("financial_health");
        Assert.Equal(
            ("N/A", JsonValueKind.Null, "해당 없음", "not_applicable"),
            (Text(health, "grade"), health.GetProperty("score").ValueKind, Text(health, "status"), Text(health, "reason"))
        );
        Assert.Empty(json.GetProperty("interpretation").GetProperty("concerns").EnumerateArray());
        Assert.Contains("업종", Text(liquidity, "summary"), StringComparison.Ordinal);
        Assert.Contains("업종", Text(json.GetProperty("interpretation"), "overall_summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Negative_equity_is_poor_with_a_reason()
    {
        var ratio = (await _routes.Ok("/ratios/QZN")).GetProperty("ratios").GetProperty("debt_to_equity");
        Assert.Equal(
            (JsonValueKind.Null, "위험", "negative_equity"),
            (ratio.GetProperty("value").ValueKind, Text(ratio, "status"), Text(ratio, "reason"))
        );
    }

    [Fact]
    public async Task Trends_say_from_where_to_where()
    {
        var json = await _routes.Ok("/trends/QZA?periods=3");
        Assert.Equal(
            ("QZA", 3, "quarter_on_quarter"),
            (Text(json, "symbol"), json.GetProperty("period_count").GetInt32(), Text(json, "comparison"))
        );
        var assets = json.GetProperty("trends")[0];
        Assert.Equal(
            ("총자산", 129.321m, 128.321m, 1m, 0.78m, "유지"),
            (
                Text(assets, "metric"),
                assets.GetProperty("current_value").GetDecimal(),
                assets.GetProperty("previous_value").GetDecimal(),
                assets.GetProperty("change_amount").GetDecimal(),
                assets.GetProperty("change_rate").GetDecimal(),
                Text(assets, "trend_direction")
            )
        );
        Assert.Equal(
            ["2015-12-31", "2015-09-30", "2015-06-30"],
            assets.GetProperty("series").EnumerateArray().Select(p => Text(p, "fiscal_date"))
        );
        Assert.NotEmpty(Text(json, "summary"));
    }

    [Fact]
    public async Task A_period_lists_the_companies_of_that_day_by_symbol_and_means_over_all_of_them()
    {
        var json = await _routes.Ok("/period/2015-12-31?limit=2");
        Assert.Equal(["QZA", "QZB"], json.GetProperty("companies").EnumerateArray().Select(c => Text(c, "symbol")));
        var summary = json.GetProperty("summary");
        Assert.Equal(
            ("2015-12-31", 3, 2, 419.55m), // (129.321 + 1,000 + 129.321) / 3 = 419.547
            (
                Text(summary, "period"),
                summary.GetProperty("total_companies").GetInt32(),
                summary.GetProperty("returned_companies").GetInt32(),
                summary.GetProperty("average_total_assets_billions").GetDecimal()
            )
        );
        Assert.NotEmpty(Text(summary, "description"));
    }

    [Fact]
    public async Task What_is_held_is_listed()
    {
        // The list is held for a while, perhaps since before this class wrote its own companies.
        await Wait.Until(
            async () =>
                await _routes.Ok("/symbols") is var listed
                && listed.GetProperty("count").GetInt32() > 500
                && listed.GetProperty("symbols").EnumerateArray().Any(s => s.GetString() is "QZA"),
            TimeSpan.FromSeconds(240),
            "all companies are filled, and ours are listed"
        );
        var symbols = await _routes.Ok("/symbols");
        var names = symbols.GetProperty("symbols").EnumerateArray().Select(s => s.GetString()!).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names.Count, symbols.GetProperty("count").GetInt32());
        Assert.Superset(new HashSet<string> { "AAPL", "BRK.B", "QZA" }, names.ToHashSet());
        await Wait.Until(
            async () => (await _routes.Ok("/periods")).GetProperty("count").GetInt32() > 20,
            TimeSpan.FromSeconds(60),
            "the periods are read again"
        );
        var periods = await _routes.Ok("/periods");
        var dates = periods.GetProperty("periods").EnumerateArray().Select(p => p.GetString()!).ToList();
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
        Assert.Equal((dates[0], "2015-03-31"), (Text(periods, "latest"), Text(periods, "oldest")));
    }

    [Fact]
    public async Task Statistics_are_of_each_companys_latest_sheet_in_the_last_two_quarters()
    {
        await Wait.Until(
            async () =>
                await _routes.Get("/statistics") is (HttpStatusCode.OK, var s) && s.GetProperty("compared_companies").GetInt32() > 490,
            TimeSpan.FromSeconds(240),
            "the figures cover the index"
        );
        var json = await _routes.Ok("/statistics");
        Assert.InRange(json.GetProperty("total_companies").GetInt32(), json.GetProperty("compared_companies").GetInt32(), 520);
        Assert.InRange(json.GetProperty("average_total_assets").GetDecimal(), 10, 1_000);
        Assert.InRange(json.GetProperty("median_debt_ratio").GetDecimal(), 0.3m, 0.9m);
        var sizes = json.GetProperty("size_distribution");
        Assert.Equal(["large_cap", "mid_cap", "small_cap"], sizes.EnumerateObject().Select(s => s.Name));
        Assert.Equal(json.GetProperty("compared_companies").GetInt32(), sizes.EnumerateObject().Sum(s => s.Value.GetInt32()));
        Assert.Equal(11, json.GetProperty("sector_stats").EnumerateObject().Count());
        // Every simulated sheet balances, and a company of the index has its sector beside it.
        var row = await _routes.Ok("/symbol/JPM/recent");
        Assert.Equal(
            decimal.Parse(Text(row, "totalassets")),
            decimal.Parse(Text(row, "totalliabilities")) + decimal.Parse(Text(row, "totalshareholderequity"))
        );
        var analysis = await _routes.Ok("/analysis/JPM");
        Assert.Equal("Financials", Text(analysis.GetProperty("sector_comparison"), "sector"));
        // W9: by its industry, whatever its balance sheet looks like.
        Assert.Equal(
            ("N/A", "bank"),
            (Text(analysis.GetProperty("financial_health"), "grade"), Text(analysis.GetProperty("financial_health"), "yardstick"))
        );
        Assert.Equal("financial_firm", Text((await _routes.Ok("/analysis/BRK.B")).GetProperty("financial_health"), "yardstick"));
        Assert.Equal("industrial", Text((await _routes.Ok("/analysis/V")).GetProperty("financial_health"), "yardstick"));
    }
}
