using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Sp500.Ingestion;

/// <summary>The companies of a page, and how many rows could not be read.</summary>
public sealed record ConstituentsPage(IReadOnlyList<Sp500Company> Companies, int Dropped);

/// <summary>
/// Reads the public table of index members. Pages change: the table is found by its headings' words, not by its place or id, and a table
/// that does not look like the index is refused, so that the last good list is kept.
/// </summary>
public static partial class ConstituentsTable
{
    /// <summary>The index has about 503 lines (500 companies, some with two share classes).</summary>
    public const int FewestRows = 480,
        MostRows = 520;

    private static readonly HtmlParser Parser = new();

    /// <summary>The page's companies.</summary>
    /// <exception cref="FormatException">No such table, a heading that is needed is missing, or not 480 to 520 good rows; the words say
    /// which.</exception>
    public static ConstituentsPage Read(string html, string source, Instant now)
    {
        using var page = Parser.ParseDocument(html);
        foreach (var table in page.QuerySelectorAll("table"))
        {
            var rows = RowsOf(table);
            if (rows.Count < 2)
                continue;
            var headings = rows[0].Select(c => Heading(c.TextContent)).ToList();
            var columns = new Columns(headings);
            if (columns.Symbol < 0 || columns.Name < 0 || columns.Sector < 0)
                continue;
            return ReadRows(rows.Skip(1), headings.Count, columns, source, now);
        }
        throw new FormatException("The page has no table with the headings Symbol, Security and GICS Sector.");
    }

    private static ConstituentsPage ReadRows(IEnumerable<List<IElement>> rows, int width, Columns columns, string source, Instant now)
    {
        var companies = new Dictionary<string, Sp500Company>(StringComparer.Ordinal);
        var dropped = 0;
        foreach (var cells in rows)
        {
            string? Cell(int column) => column >= 0 && column < cells.Count && Text(cells[column]) is { Length: > 0 } text ? text : null;
            var symbol = Cell(columns.Symbol)?.ToUpperInvariant().Replace('-', '.');
            var name = Cell(columns.Name);
            if (
                cells.Count < Math.Min(width, 4)
                || symbol is null
                || name is null
                || !SymbolShape().IsMatch(symbol)
                || companies.ContainsKey(symbol)
            )
            {
                dropped++;
                continue;
            }
            companies[symbol] = new Sp500Company
            {
                Symbol = symbol,
                CompanyName = name,
                GicsSector = Cell(columns.Sector),
                GicsSubIndustry = Cell(columns.SubIndustry),
                Headquarters = Cell(columns.Headquarters),
                DateAdded =
                    Cell(columns.DateAdded) is { } date
                    && IsoDate().Match(date) is { Success: true } found
                    && LocalDatePattern.Iso.Parse(found.Value) is { Success: true } parsed
                        ? parsed.Value
                        : null,
                Cik = Cell(columns.Cik)?.TrimStart('0') is { Length: > 0 } cik && cik.All(char.IsAsciiDigit) ? cik : null,
                Founded = Cell(columns.Founded),
                Source = source,
                FetchedAt = now,
            };
        }
        return companies.Count is >= FewestRows and <= MostRows
            ? new ConstituentsPage([.. companies.Values], dropped)
            : throw new FormatException(
                $"The table has {companies.Count} readable companies ({dropped} unreadable rows); {FewestRows} to {MostRows} are expected."
            );
    }

    /// <summary>Rows of the table itself, not of tables inside its cells.</summary>
    private static List<List<IElement>> RowsOf(IElement table) =>
        [
            .. table
                .QuerySelectorAll("tr")
                .Where(r => r.Closest("table") == table)
                .Select(r => r.Children.Where(c => c.LocalName is "td" or "th").ToList())
                .Where(r => r.Count > 0),
        ];

    /// <summary>The cell's text without footnote marks ([1], [note 2]) and hidden sort keys, white space made single.</summary>
    private static string Text(IElement cell)
    {
        foreach (var mark in cell.QuerySelectorAll("sup, style, script, [style*='display:none'], [style*='display: none']").ToList())
            mark.Remove();
        return Space().Replace(Footnote().Replace(cell.TextContent, ""), " ").Trim();
    }

    private static string Heading(string text) => Space().Replace(Footnote().Replace(text, ""), " ").Trim().ToLowerInvariant();

    /// <summary>Where each column is, by the words of its heading; -1 when it is not there.</summary>
    private sealed class Columns(List<string> headings)
    {
        public readonly int Symbol = headings.FindIndex(h => h is "symbol" or "ticker" or "ticker symbol");
        public readonly int Name = headings.FindIndex(h => h is "security" or "company" or "company name" or "name");
        public readonly int Sector = headings.FindIndex(h => h.Contains("sector", StringComparison.Ordinal));
        public readonly int SubIndustry = headings.FindIndex(h =>
            h.Contains("sub-industry", StringComparison.Ordinal) || h.Contains("sub industry", StringComparison.Ordinal)
        );
        public readonly int Headquarters = headings.FindIndex(h => h.StartsWith("headquarters", StringComparison.Ordinal));
        public readonly int DateAdded = headings.FindIndex(h => h is "date added" or "date first added");
        public readonly int Cik = headings.FindIndex(h => h.StartsWith("cik", StringComparison.Ordinal));
        public readonly int Founded = headings.FindIndex(h => h.StartsWith("founded", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^[A-Z]{1,6}(\.[A-Z]{1,2})?$")]
    private static partial Regex SymbolShape();

    [GeneratedRegex(@"\[[^\]]{1,12}\]")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
