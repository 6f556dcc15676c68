using System.Globalization;
using System.Net;
using System.Text;
using InvestmentAssistant.MarketSimulator.Reference;

namespace InvestmentAssistant.MarketSimulator.Wikipedia;

/// <summary>
/// The public table of the index's members, built as the encyclopedia builds it: a table with the id "constituents" and a second one of
/// past changes, cells with links, footnotes, non-breaking spaces and trailing line breaks, ten-digit CIKs.
/// </summary>
internal sealed class ConstituentsPage(Listings listings)
{
    private string? _page;

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/wikipedia/wiki/{title}", (HttpContext http, string title) =>
            WebUtility.UrlDecode(title) == "List_of_S&P_500_companies"
                ? Results.Content(_page ??= Build(), "text/html; charset=UTF-8")
                : Results.Content(
                    "<!DOCTYPE html><html><body>Wikipedia does not have an article with this exact name.</body></html>",
                    "text/html; charset=UTF-8",
                    statusCode: 404
                )
        );

    private string Build()
    {
        var html = new StringBuilder(
            """
            <!DOCTYPE html>
            <html class="client-nojs" lang="en" dir="ltr"><head><meta charset="UTF-8"><title>List of S&amp;P 500 companies - Wikipedia</title></head>
            <body class="skin-vector"><div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">
            <p>This page is made by a market simulator. It has the structure of the encyclopedia's page, not its text.</p>
            <table class="wikitable sortable sticky-header" id="constituents">
            <tbody><tr>
            <th><a href="/wiki/Ticker_symbol" title="Ticker symbol">Symbol</a></th>
            <th>Security</th>
            <th><a href="/wiki/Global_Industry_Classification_Standard" title="Global Industry Classification Standard">GICS</a>&#160;Sector</th>
            <th>GICS Sub-Industry</th>
            <th>Headquarters Location</th>
            <th>Date added</th>
            <th><a href="/wiki/Central_Index_Key" title="Central Index Key">CIK</a></th>
            <th>Founded
            </th></tr>

            """
        );
        var row = 0;
        foreach (var company in listings.Companies.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase))
        {
            // Footnotes and hard spaces stand where editors put them: here and there.
            var note = row % 41 == 7 ? """<sup id="cite_ref-3" class="reference"><a href="#cite_note-3">[3]</a></sup>""" : "";
            var place = Text(company.Headquarters);
            var comma = place.IndexOf(", ", StringComparison.Ordinal);
            if (row % 29 == 3 && comma > 0)
                place = place[..comma] + ",&#160;" + place[(comma + 2)..];
            html.Append(
                CultureInfo.InvariantCulture,
                $"""
                <tr>
                <td><a rel="nofollow" class="external text" href="https://www.nyse.com/quote/XNYS:{Text(company.Symbol)}">{Text(
                    company.Symbol
                )}</a>
                </td>
                <td><a href="/wiki/{Uri.EscapeDataString(company.Name.Replace(' ', '_'))}" title="{Text(company.Name)}">{Text(
                    company.Name
                )}</a>{note}</td>
                <td>{Text(company.GicsSector)}</td>
                <td>{Text(company.GicsSubIndustry)}</td>
                <td><a href="/wiki/{Uri.EscapeDataString(company.Headquarters.Replace(' ', '_'))}">{place}</a>{(
                    row % 67 == 11 ? note : ""
                )}</td>
                <td>{Text(company.DateAdded)}</td>
                <td>{company.Cik.PadLeft(10, '0')}</td>
                <td>{Text(company.Founded)}
                </td></tr>

                """
            );
            row++;
        }
        html.Append(
            """
            </tbody></table>
            <table class="wikitable sortable" id="changes"><tbody><tr><th rowspan="2">Effective Date</th><th colspan="2">Added</th><th colspan="2">Removed</th>
            <th rowspan="2">Reason</th></tr><tr><th>Ticker</th><th>Security</th><th>Ticker</th><th>Security</th></tr>
            </tbody></table>
            </div></div></body></html>
            """
        );
        return html.ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
