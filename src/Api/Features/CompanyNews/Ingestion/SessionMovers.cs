using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Storage;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;

namespace InvestmentAssistant.Api.Features.CompanyNews.Ingestion;

/// <summary>The movers of a session among the members of the S&amp;P 500, from our own day bars.</summary>
public sealed class SessionMovers(InstrumentDirectory directory, SessionBars bars, PreviousClose previousClose)
{
    /// <summary>Name of this source in a batch.</summary>
    public const string Source = "own";

    /// <summary>Fewest companies with official closes: with less, the list would hold the companies that were fetched first.</summary>
    private const decimal EnoughOfficial = 0.9m;

    /// <summary>Some hours after the close the closes of our own trades do, where the official ones did not come.</summary>
    private const decimal EnoughAtAll = 0.5m;

    private static readonly Duration s_patience = Duration.FromHours(3);

    /// <summary>The batch of a session that has ended; null, with how many are in, while too few closes are.</summary>
    public async Task<(MoverBatch? Batch, string Note)> TakeAsync(Session session, Instant now, CancellationToken ct)
    {
        var companies = await directory.ReadAsync("sp500", ct);
        var today = await bars.OfAsync(session.Date, ct);
        var before = await bars.OfAsync(previousClose.DateFor(session.Date), ct);
        var known = companies.Where(c => today.ContainsKey(c.Symbol)).ToList();
        var official = known.Count(c => today[c.Symbol].IsOfficial);
        var note = $"{official} of {companies.Count} official closes of {session.Date:uuuu-MM-dd}";
        var isEnough =
            companies.Count > 0
            && (
                official >= companies.Count * EnoughOfficial
                || (now >= session.Close + s_patience && known.Count >= companies.Count * EnoughAtAll)
            );
        if (!isEnough)
            return (null, note);
        var rows = known.Select(c => Row.Of(c, today[c.Symbol], Close(c.Symbol, session.Date, before))).ToList();
        return (
            new MoverBatch
            {
                Id = MoverBatch.IdOf(session.Date),
                LastUpdated = session.Close,
                Source = Source,
                IsFinal = official == companies.Count || now >= session.Close + s_patience,
                Movers = Ranked(rows),
            },
            note
        );
    }

    /// <summary>Strictly up, strictly down, and by shares; ties by symbol, so that the same closes always give the same batch.</summary>
    private static IReadOnlyList<Mover> Ranked(IReadOnlyList<Row> rows) =>
        [
            .. Places(MoverCategory.Gainers, rows.Where(r => r.Change.Percent > 0).OrderByDescending(r => r.Change.Percent)),
            .. Places(MoverCategory.Losers, rows.Where(r => r.Change.Percent < 0).OrderBy(r => r.Change.Percent)),
            .. Places(MoverCategory.MostActive, rows.Where(r => r.Volume > 0).OrderByDescending(r => r.Volume)),
        ];

    private static IEnumerable<Mover> Places(MoverCategory category, IOrderedEnumerable<Row> ordered) =>
        ordered
            .ThenBy(r => r.Company.Symbol, StringComparer.Ordinal)
            .Take(category.Count)
            .Select(
                (r, place) =>
                    new Mover(
                        r.Company.Symbol,
                        category.Key,
                        place + 1,
                        r.Company.Name,
                        r.Price,
                        r.Change.Amount,
                        r.Change.Percent,
                        r.Volume
                    )
            );

    private decimal? Close(string symbol, LocalDate session, IReadOnlyDictionary<string, DayBar> before) =>
        before.TryGetValue(symbol, out var bar) ? previousClose.For(symbol, session, [bar]) : null;

    private sealed record Row(Instrument Company, decimal Price, Change Change, long Volume)
    {
        public static Row Of(Instrument company, DayBar bar, decimal? previousClose) =>
            new(company, bar.Close, Change.Of(bar.Close, previousClose), (long)Math.Round(bar.Volume, MidpointRounding.AwayFromZero));
    }
}
