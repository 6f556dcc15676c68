using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.BalanceSheets;

/// <summary>Ratios, analyses, trends and statistics of balance sheets.</summary>
public sealed class BalanceSheetAnalysisRoutesTests(ApiHost api) : BalanceSheetRoutesTestBase(api)
{
    [Fact]
    public async Task Ratios_have_status_benchmark_and_a_sentence()
    {
        var json = await Routes.Ok("/ratios/qza/");
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
        var json = await Routes.Ok("/analysis/QZA");
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
        var english = await Routes.Ok("/analysis/QZA?lang=en");
        Assert.Contains("graded C", Text(english.GetProperty("interpretation"), "overall_summary"), StringComparison.Ordinal);
        Assert.Equal("경고", Text(english.GetProperty("financial_health"), "status"));
    }

    [Fact]
    public async Task W9_a_bank_has_no_grade_and_the_analysis_says_why()
    {
        var json = await Routes.Ok("/analysis/QZB");
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
        var ratio = (await Routes.Ok("/ratios/QZN")).GetProperty("ratios").GetProperty("debt_to_equity");
        Assert.Equal(
            (JsonValueKind.Null, "위험", "negative_equity"),
            (ratio.GetProperty("value").ValueKind, Text(ratio, "status"), Text(ratio, "reason"))
        );
    }

    [Fact]
    public async Task Trends_say_from_where_to_where()
    {
        var json = await Routes.Ok("/trends/QZA?periods=3");
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
        var json = await Routes.Ok("/period/2015-12-31?limit=2");
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
                await Routes.Ok("/symbols") is var listed
                && listed.GetProperty("count").GetInt32() > 500
                && listed.GetProperty("symbols").EnumerateArray().Any(s => s.GetString() is "QZA"),
            TimeSpan.FromSeconds(240),
            "all companies are filled, and ours are listed"
        );
        var symbols = await Routes.Ok("/symbols");
        var names = symbols.GetProperty("symbols").EnumerateArray().Select(s => s.GetString()!).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names.Count, symbols.GetProperty("count").GetInt32());
        Assert.Superset(new HashSet<string> { "AAPL", "BRK.B", "QZA" }, names.ToHashSet());
        await Wait.Until(
            async () => Text(await Routes.Ok("/periods"), "oldest") == "2015-03-31",
            TimeSpan.FromSeconds(60),
            "the periods are read again, those of our companies among them"
        );
        var periods = await Routes.Ok("/periods");
        var dates = periods.GetProperty("periods").EnumerateArray().Select(p => p.GetString()!).ToList();
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
        Assert.True(dates.Count > 20, $"{dates.Count} periods");
        Assert.Equal((dates[0], dates[^1]), (Text(periods, "latest"), Text(periods, "oldest")));
    }

    [Fact]
    public async Task Statistics_are_of_each_companys_latest_sheet_in_the_last_two_quarters()
    {
        await Wait.Until(
            async () =>
                await Routes.Get("/statistics") is (HttpStatusCode.OK, var s) && s.GetProperty("compared_companies").GetInt32() > 490,
            TimeSpan.FromSeconds(240),
            "the figures cover the index"
        );
        var json = await Routes.Ok("/statistics");
        Assert.InRange(json.GetProperty("total_companies").GetInt32(), json.GetProperty("compared_companies").GetInt32(), 520);
        Assert.InRange(json.GetProperty("average_total_assets").GetDecimal(), 10, 1_000);
        Assert.InRange(json.GetProperty("median_debt_ratio").GetDecimal(), 0.3m, 0.9m);
        var sizes = json.GetProperty("size_distribution");
        Assert.Equal(["large_cap", "mid_cap", "small_cap"], sizes.EnumerateObject().Select(s => s.Name));
        Assert.Equal(json.GetProperty("compared_companies").GetInt32(), sizes.EnumerateObject().Sum(s => s.Value.GetInt32()));
        Assert.Equal(11, json.GetProperty("sector_stats").EnumerateObject().Count());
        // Every simulated sheet balances, and a company of the index has its sector beside it.
        var row = await Routes.Ok("/symbol/JPM/recent");
        Assert.Equal(
            decimal.Parse(Text(row, "totalassets")),
            decimal.Parse(Text(row, "totalliabilities")) + decimal.Parse(Text(row, "totalshareholderequity"))
        );
        var analysis = await Routes.Ok("/analysis/JPM");
        Assert.Equal("Financials", Text(analysis.GetProperty("sector_comparison"), "sector"));
        // W9: by its industry, whatever its balance sheet looks like.
        Assert.Equal(
            ("N/A", "bank"),
            (Text(analysis.GetProperty("financial_health"), "grade"), Text(analysis.GetProperty("financial_health"), "yardstick"))
        );
        Assert.Equal("financial_firm", Text((await Routes.Ok("/analysis/BRK.B")).GetProperty("financial_health"), "yardstick"));
        Assert.Equal("industrial", Text((await Routes.Ok("/analysis/V")).GetProperty("financial_health"), "yardstick"));
    }
}
