using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>All companies with their books.</summary>
internal sealed class CompanyBooks
{
    private readonly Dictionary<string, Company> _bySymbol;

    public CompanyBooks(Listings listings, WalkCatalog walks, CompanyReports reports, SimulatorOptions options)
    {
        ByValue =
        [
            .. listings
                .Companies.Select(c => new ValuedCompany(c, Level(c.Symbol), ShareCounts.Of(c.Symbol, Level(c.Symbol))))
                .OrderByDescending(c => c.Value),
        ];
        // A company has one set of books, whichever class of its shares is asked for.
        var shares = ByValue.GroupBy(c => listings.IssuerOf(c.Listing.Symbol)).ToDictionary(g => g.Key, g => g.Sum(c => c.Shares));
        Companies =
        [
            .. listings.Companies.Select(c => new Company(
                c,
                listings.IssuerOf(c.Symbol),
                walks.Equities[listings.IssuerOf(c.Symbol)].Spec,
                shares[listings.IssuerOf(c.Symbol)],
                reports,
                (ulong)options.Seed
            )),
        ];
        _bySymbol = Companies.ToDictionary(c => c.Listing.Symbol, StringComparer.Ordinal);

        double Level(string symbol) => walks.Equities[symbol].Spec.Level;
    }

    public IReadOnlyList<Company> Companies { get; }

    /// <summary>Classes of shares, the largest first.</summary>
    public IReadOnlyList<ValuedCompany> ByValue { get; }

    /// <summary>Share classes with a dash (BRK-B), as Alpha Vantage writes them.</summary>
    public Company? Find(string symbol) => _bySymbol.GetValueOrDefault(symbol.ToUpperInvariant().Replace('-', '.'));
}
