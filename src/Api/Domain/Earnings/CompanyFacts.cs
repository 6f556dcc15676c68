namespace InvestmentAssistant.Api.Domain.Earnings;

/// <summary>
/// What is known of companies from other rows than the report at hand: one provider announces reports with name, currency and quarter,
/// the other sends results without any.
/// </summary>
internal sealed class CompanyFacts
{
    private readonly Dictionary<string, Facts> _bySymbol = new(StringComparer.Ordinal);

    private sealed class Facts
    {
        public string? Name,
            Currency;
        public readonly HashSet<LocalDate> Sheets = [],
            Quarters = [];
    }

    /// <summary>Notes a balance sheet.</summary>
    public void Sheet(string symbol, LocalDate fiscalDate) => Of(symbol).Sheets.Add(fiscalDate);

    /// <summary>Notes what a row says of its company; null says nothing.</summary>
    public void Note(string symbol, string? name, string? currency, LocalDate? announcedQuarter)
    {
        var facts = Of(symbol);
        facts.Name = name ?? facts.Name;
        facts.Currency = currency ?? facts.Currency;
        if (announcedQuarter is { } quarter)
            facts.Quarters.Add(quarter);
    }

    /// <summary>The event with what it lacks, as far as it is known.</summary>
    public EarningsEvent Complete(EarningsEvent e)
    {
        if (!_bySymbol.TryGetValue(e.Symbol, out var facts))
            return e;
        e = e with { CompanyName = e.CompanyName ?? facts.Name, Currency = e.Currency ?? facts.Currency };
        return e.AnnouncedQuarter is null && FiscalQuarter.Of(e.ReportDate, facts.Sheets, facts.Quarters) is var (date, basis)
            ? e with
            {
                FiscalDateEnding = date,
                FiscalDateBasis = basis,
            }
            : e;
    }

    private Facts Of(string symbol) => _bySymbol.TryGetValue(symbol, out var facts) ? facts : _bySymbol[symbol] = new Facts();
}
