using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace InvestmentAssistant.MarketSimulator.Reference;

/// <summary>A market of the crypto exchange (KRW-BTC).</summary>
public sealed record CryptoListing(string Market, string KoreanName, string EnglishName);

/// <summary>A member of the S&amp;P 500. Reference close (USD) and volume (shares) are of one day in April 2021, where known.</summary>
public sealed record CompanyListing(
    string Symbol,
    string Name,
    string GicsSector,
    string GicsSubIndustry,
    string Headquarters,
    string DateAdded,
    string Cik,
    string Founded,
    double? ReferenceClose,
    double? ReferenceVolume
);

/// <summary>An exchange-traded fund; expense ratio in percent, where known.</summary>
public sealed record FundListing(string Symbol, string Name, double? ExpenseRatioPercent);

/// <summary>A share split: <c>FromFactor</c> old shares become <c>ToFactor</c> new ones at the open of that New York date.</summary>
public sealed record SplitListing(string Symbol, string Date, double FromFactor, double ToFactor);

internal sealed record PriceLevel(string Symbol, double Level);

/// <summary>The lists the simulated providers serve, from the files in Data (its README names their sources).</summary>
public sealed class Listings
{
    /// <summary>Columns are in snake_case, members are not.</summary>
    internal static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = static header => header.Header.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant(),
    };

    public IReadOnlyList<CryptoListing> Crypto { get; } = Read<CryptoListing>("bithumb-markets.csv");
    public IReadOnlyList<CompanyListing> Companies { get; } = Read<CompanyListing>("sp500-companies.csv");
    public IReadOnlyList<FundListing> Funds { get; } = Read<FundListing>("etfs.csv");
    public IReadOnlyList<SplitListing> Splits { get; } = Read<SplitListing>("splits.csv");

    /// <summary>The level a symbol's walk starts from, where one is known.</summary>
    public IReadOnlyDictionary<string, double> Levels { get; } =
        Read<PriceLevel>("price-levels.csv").ToDictionary(x => x.Symbol, x => x.Level);

    /// <summary>Classes of one company have one number at the SEC.</summary>
    private readonly Dictionary<string, string> _issuers;

    public Listings() =>
        _issuers = Companies
            .GroupBy(c => c.Cik)
            .SelectMany(g => g.Select(c => (c.Symbol, Issuer: g.First().Symbol)))
            .ToDictionary(c => c.Symbol, c => c.Issuer, StringComparer.Ordinal);

    /// <summary>The first listed class of the same company's shares: GOOGL for GOOG; the symbol itself for all others.</summary>
    public string IssuerOf(string symbol) => _issuers[symbol];

    private static List<T> Read<T>(string file)
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Data", "MarketSimulator", file));
        using var csv = new CsvReader(reader, Csv);
        return [.. csv.GetRecords<T>()];
    }
}
