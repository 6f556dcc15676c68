using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>Orders of a board. Ties go by symbol, so that the same prices always give the same list.</summary>
public static class EquityMovers
{
    /// <summary>Strictly up, largest change (percent) first.</summary>
    public static IReadOnlyList<EquityRow> Gainers(this EquityMoment moment) =>
        [
            .. moment
                .Rows.Where(r => r.Change.Percent > 0)
                .OrderByDescending(r => r.Change.Percent)
                .ThenBy(r => r.Symbol, StringComparer.Ordinal),
        ];

    /// <summary>Strictly down, largest loss first.</summary>
    public static IReadOnlyList<EquityRow> Losers(this EquityMoment moment) =>
        [.. moment.Rows.Where(r => r.Change.Percent < 0).OrderBy(r => r.Change.Percent).ThenBy(r => r.Symbol, StringComparer.Ordinal)];

    /// <summary>
    /// Most shares of the board's newest session first; what has not traded in it is left out. While nothing has (before the opening bell),
    /// most shares of the last 24 hours: the list would be empty for the five hours of pre-market.
    /// </summary>
    public static IReadOnlyList<EquityRow> MostActive(this EquityMoment moment)
    {
        var session = moment.Rows.Max(r => r.Quote?.SessionDate);
        var traded = moment.Rows.Where(r => r.Volume > 0 && r.Quote?.SessionDate == session).OrderByDescending(r => r.Volume);
        var ordered = traded.Any() ? traded : moment.Rows.Where(r => r.Volume24h > 0).OrderByDescending(r => r.Volume24h);
        return [.. ordered.ThenBy(r => r.Symbol, StringComparer.Ordinal)];
    }

    /// <summary>Highest price first, nulls last.</summary>
    public static IReadOnlyList<EquityRow> ByPrice(this EquityMoment moment) =>
        [
            .. moment
                .Rows.OrderByDescending(r => r.Price.HasValue)
                .ThenByDescending(r => r.Price)
                .ThenBy(r => r.Symbol, StringComparer.Ordinal),
        ];

    /// <summary>Place of each symbol by change, 1 = largest; symbols without a change have none.</summary>
    public static IReadOnlyDictionary<string, int> Ranks(this EquityMoment moment) =>
        moment
            .Rows.Where(r => r.Change.Percent is not null)
            .OrderByDescending(r => r.Change.Percent)
            .ThenBy(r => r.Symbol, StringComparer.Ordinal)
            .Select((row, place) => (row.Symbol, Rank: place + 1))
            .ToDictionary(r => r.Symbol, r => r.Rank, StringComparer.Ordinal);

    /// <summary>
    /// The symbol or whole name (English, Korean or short) that the text is first, then symbols that begin with it, then names with a
    /// word that does, then the rest that contain it anywhere, last those with a word for each of its words; within each by symbol.
    /// </summary>
    public static IReadOnlyList<EquityRow> Search(this EquityMoment moment, string text)
    {
        var (wanted, symbol) = (NameForm.Of(text), EquitySymbol.Normalize(text));
        return
        [
            .. moment
                .Rows.Select(row => (Row: row, Class: ClassOf(row, wanted, symbol)))
                .Where(found => found.Class is not null)
                .OrderBy(found => found.Class)
                .ThenBy(found => found.Row.Symbol, StringComparer.Ordinal)
                .Select(found => found.Row),
        ];
    }

    private static int? ClassOf(EquityRow row, NameForm wanted, string symbol)
    {
        if (row.Symbol == symbol)
            return 0;
        NameForm[] names = [NameForm.Of(row.Name), .. KoreanNames.FormsOf(row.Symbol)];
        if (names.Any(n => n.Is(wanted)))
            return 1;
        if (symbol.Length > 0 && row.Symbol.StartsWith(symbol, StringComparison.Ordinal))
            return 2;
        var found = names.Select(n => n.Find(wanted)).ToList();
        if (found.Any(f => f.AtWord))
            return 3;
        if (found.Any(f => f.Anywhere) || (symbol.Length > 0 && row.Symbol.Contains(symbol, StringComparison.Ordinal)))
            return 4;
        return wanted.Words.Count > 1 && wanted.Words.All(w => HasWord(row, names, w)) ? 5 : null;
    }

    /// <summary>A word of a name or a part of the symbol: both are meant by Berkshire B.</summary>
    private static bool HasWord(EquityRow row, NameForm[] names, string word) =>
        row.Symbol.Split('.').Any(part => part.Equals(word, StringComparison.OrdinalIgnoreCase))
        || names.Any(n => n.Words.Any(w => w.StartsWith(word, StringComparison.Ordinal)));
}
