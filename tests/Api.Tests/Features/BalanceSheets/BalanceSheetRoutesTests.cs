using System.Net;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.BalanceSheets;

/// <summary>Rows and lists of balance sheets, and what is refused.</summary>
public sealed class BalanceSheetRoutesTests(ApiHost api) : BalanceSheetRoutesTestBase(api)
{
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
        var (status, json) = await Routes.Get(path);
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
        var (status, json) = await Routes.Get(path);
        Assert.Equal((HttpStatusCode.NotFound, 404), (status, json.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task A_row_has_every_field_with_amounts_as_texts()
    {
        var row = await Routes.Ok("/symbol/qza/recent");
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
        var small = await Routes.Ok("/symbol/QZS/recent");
        Assert.Equal(
            ("0", 0m, "Small Cap"),
            (Text(small, "totalassets"), small.GetProperty("total_assets_billions").GetDecimal(), Text(small, "market_cap_category"))
        );
    }

    [Fact]
    public async Task A_list_goes_by_date_and_symbol_in_pages_without_gaps()
    {
        const string span = "start_date=2015-01-01&end_date=2015-12-31";
        var all = await Routes.Ok($"/?{span}&size=100");
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
            var json = await Routes.Ok($"?{span}&size=3&page={page}");
            Assert.Equal(page < 3, json.GetProperty("has_next").GetBoolean());
            paged.AddRange(Keys(json.GetProperty("items")));
        }
        Assert.Equal(Keys(all.GetProperty("items")), paged);
    }

    [Fact]
    public async Task Filters_bound_a_list_on_both_ends_and_an_unknown_company_is_an_empty_page()
    {
        var json = await Routes.Ok("?symbol=qza&start_date=2015-06-30&end_date=2015-09-30");
        Assert.Equal([("QZA", "2015-09-30"), ("QZA", "2015-06-30")], Keys(json.GetProperty("items")));
        var none = await Routes.Ok("?symbol=ZZNOPE");
        Assert.Equal(
            (0, 0, false),
            (none.GetProperty("total").GetInt32(), none.GetProperty("items").GetArrayLength(), none.GetProperty("has_next").GetBoolean())
        );
        Assert.Equal(0, (await Routes.Ok("?symbol=QZA&page=1000000")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_company_has_its_periods_newest_first_and_recent_has_the_latest_or_as_many_as_asked()
    {
        Assert.Equal(["2015-12-31", "2015-09-30", "2015-06-30", "2015-03-31"], Keys(await Routes.Ok("/symbol/QZA")).Select(k => k.Item2));
        Assert.Equal(["2015-12-31"], Keys(await Routes.Ok("/symbol/QZA?limit=1")).Select(k => k.Item2));
        Assert.Equal(["2015-12-31", "2015-09-30"], Keys(await Routes.Ok("/symbol/QZA/recent?limit=2")).Select(k => k.Item2));
    }
}
