using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>All companies with their books.</summary>
internal sealed class CompanyBooks
{
    private readonly Dictionary<string, Company> _bySymbol;

    public CompanyBooks(Listings listings, WalkCatalog walks, CompanyReports reports, SimulatorOptions options)
    {
        Companies = [.. listings.Companies.Select(c => new Company(c, walks.Equities[c.Symbol].Spec, reports, (ulong)options.Seed))];
        _bySymbol = Companies.ToDictionary(c => c.Listing.Symbol, StringComparer.Ordinal);
    }

    public IReadOnlyList<Company> Companies { get; }

    /// <summary>Share classes with a dash (BRK-B), as Alpha Vantage writes them.</summary>
    public Company? Find(string symbol) => _bySymbol.GetValueOrDefault(symbol.ToUpperInvariant().Replace('-', '.'));
}
