using System.Globalization;
using System.Text;
using InvestmentAssistant.Api.Features.Sp500.Ingestion;

namespace InvestmentAssistant.Api.Tests.Features.Sp500.Ingestion;

public sealed class ConstituentsTableTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 8, 3, 6, 0);

    private static string Page(int rows, string dateHeading = "Date added", string? extraRow = null, string symbolHeading = "Symbol")
    {
        var html = new StringBuilder(
            """
            <!DOCTYPE html><html><body>
            <table class="infobox"><tr><th>S&amp;P 500</th></tr><tr><td>Symbol ^GSPC</td></tr></table>
            <table class="wikitable sortable" id="constituents"><caption>Components</caption><tbody>
            """
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr><th>{symbolHeading}\n</th><th>Security\n</th><th><a href=\"/wiki/GICS\">GICS</a> Sector<sup>[7]</sup></th>"
        );
        html.Append("<th>GICS Sub-Industry</th>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<th>Headquarters Location</th><th>{dateHeading}</th><th><a>CIK</a></th><th>Founded</th></tr>\n"
        );
        html.Append(
            """<tr><td><a rel="nofollow" href="https://www.nyse.com/quote/XNYS:MMM">MMM</a></td><td><a href="/wiki/3M">3M</a></td><td>Industrials</td><td>Industrial Conglomerates</td><td><a>Saint Paul, Minnesota</a></td><td>1957-03-04</td><td>0000066740</td><td>1902</td></tr>"""
        );
        html.Append(
            """<tr><td>BRK.B</td><td>Berkshire&nbsp;Hathaway<sup id="cite_ref-1" class="reference"><a>[note 1]</a></sup></td><td>Financials</td><td>Multi-Sector Holdings</td><td>Omaha, Nebraska[3]</td><td>2010-02-16[12]</td><td>1067983</td><td>1839 (1888)</td></tr>"""
        );
        html.Append(extraRow);
        for (var i = 2; i < rows; i++)
        {
            var symbol = $"{(char)('A' + i / 26 / 26)}{(char)('A' + i / 26 % 26)}{(char)('A' + i % 26)}Q";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{symbol}</td><td>Company "
                    + $"{i}</td><td>Energy</td><td>x</td><td>y</td><td>2001-01-02</td><td>{i}</td><td>1950</td></tr>"
            );
        }
        html.Append(
            """</tbody></table><table class="wikitable" id="changes"><tr><th>Date</th><th>Added</th></tr><tr><td>Symbol</td><td>Security</td></tr></table></body></html>"""
        );
        return html.ToString();
    }

    [Fact]
    public void The_table_is_found_by_its_headings_and_cells_are_cleaned()
    {
        var page = ConstituentsTable.Read(Page(503), "wikipedia", Now);

        Assert.Equal(503, page.Companies.Count);
        Assert.Equal(0, page.Dropped);
        var mmm = page.Companies.Single(c => c.Symbol == "MMM");
        Assert.Equal(
            ("3M", "Industrials", "Saint Paul, Minnesota", "66740", "1902"),
            (mmm.CompanyName, mmm.GicsSector, mmm.Headquarters, mmm.Cik, mmm.Founded)
        );
        Assert.Equal(new LocalDate(1957, 3, 4), mmm.DateAdded);
        var berkshire = page.Companies.Single(c => c.Symbol == "BRK.B");
        Assert.Equal(
            ("Berkshire Hathaway", "Omaha, Nebraska", "1839 (1888)"),
            (berkshire.CompanyName, berkshire.Headquarters, berkshire.Founded)
        );
        Assert.Equal(new LocalDate(2010, 2, 16), berkshire.DateAdded);
        Assert.All(page.Companies, c => Assert.Equal("wikipedia", c.Source));
    }

    [Theory]
    [InlineData("Date added")]
    [InlineData("Date first added")]
    [InlineData("Date  first\nadded[4]")]
    public void Either_heading_gives_the_date_of_joining(string heading) =>
        Assert.All(ConstituentsTable.Read(Page(503, heading), "wikipedia", Now).Companies, c => Assert.NotNull(c.DateAdded));

    [Fact]
    public void A_bad_row_is_counted_and_the_others_stay()
    {
        var page = ConstituentsTable.Read(
            Page(
                503,
                extraRow: "<tr><td colspan=8>see talk</td></tr><tr><td>???</td><td>x</td><td>y</td><td>z</td></tr>"
                    + "<tr><td>MMM</td><td>again</td><td>y</td><td>z</td></tr>"
            ),
            "wikipedia",
            Now
        );

        Assert.Equal(503, page.Companies.Count);
        Assert.Equal(3, page.Dropped);
        Assert.Equal("3M", page.Companies.Single(c => c.Symbol == "MMM").CompanyName);
    }

    [Theory]
    [InlineData(479)]
    [InlineData(521)]
    [InlineData(3)]
    public void Too_few_or_too_many_companies_are_refused(int rows) =>
        Assert.Contains("480 to 520", Assert.Throws<FormatException>(() => ConstituentsTable.Read(Page(rows), "wikipedia", Now)).Message);

    [Theory]
    [InlineData("<html><body><p>Service unavailable</p></body></html>")]
    [InlineData("")]
    [InlineData("<table><tr><th>Symbol</th></tr></table>")]
    [InlineData("{\"error\":\"x\"}")]
    public void A_page_without_the_table_is_refused(string html) =>
        Assert.Throws<FormatException>(() => ConstituentsTable.Read(html, "wikipedia", Now));

    [Fact]
    public void A_table_with_another_heading_for_the_symbol_is_refused() =>
        Assert.Throws<FormatException>(() => ConstituentsTable.Read(Page(503, symbolHeading: "Rank"), "wikipedia", Now));
}
