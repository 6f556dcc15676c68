using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// TOP_GAINERS_LOSERS: the twenty companies that gained most, lost most and traded most in the last session that has ended; figures as
/// texts.
/// </summary>
internal sealed class TopGainersLosersFunction(Listings listings, IEquityTape tape, MarketCalendar calendar, IClock clock)
    : IAlphaVantageFunction
{
    private const int Most = 20;

    private sealed record Mover(string Symbol, decimal Price, decimal Change, decimal Percent, long Volume);

    private sealed record SessionMovers(LocalDate Date, List<Mover> All);

    private SessionMovers? _last;

    public string Name => "TOP_GAINERS_LOSERS";

    public Task AnswerAsync(HttpContext http)
    {
        var now = clock.GetCurrentInstant();
        var running = calendar.SessionOf(now);
        var session = now >= running.Close ? running : calendar.Previous(running.Date);
        var last = _last;
        if (last?.Date != session.Date)
            _last = last = new SessionMovers(session.Date, MoversOf(session, now));
        var movers = last.All;
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("metadata", "Top gainers, losers, and most actively traded US tickers");
            json.WriteString(
                "last_updated",
                $"{(session.Close + Duration.FromSeconds(959)).InZone(MarketCalendar.NewYork):uuuu-MM-dd HH:mm:ss} US/Eastern"
            );
            Write(json, "top_gainers", movers.OrderByDescending(m => m.Percent));
            Write(json, "top_losers", movers.OrderBy(m => m.Percent));
            Write(json, "most_actively_traded", movers.OrderByDescending(m => m.Volume));
            json.WriteEndObject();
        });
    }

    private List<Mover> MoversOf(Session session, Instant now)
    {
        var (before, after) = (Ms(calendar.Previous(session.Date).Date), Ms(session.Date));
        var movers = new List<Mover>();
        foreach (var company in listings.Companies)
        {
            if (tape.Days(company.Symbol, before, after, now) is not [{ Close: > 0 } previous, var day])
                continue;
            var (price, change) = ((decimal)day.Close, (decimal)(day.Close - previous.Close));
            movers.Add(new Mover(company.Symbol, price, change, change / (decimal)previous.Close * 100, (long)day.Volume));
        }
        return movers;

        static long Ms(LocalDate date) => date.AtMidnight().InUtc().ToInstant().ToUnixTimeMilliseconds();
    }

    private static void Write(Utf8JsonWriter json, string list, IEnumerable<Mover> ordered)
    {
        json.WriteStartArray(list);
        foreach (var mover in ordered.Take(Most))
        {
            json.WriteStartObject();
            json.WriteString("ticker", mover.Symbol.Replace('.', '-'));
            json.WriteString("price", mover.Price.ToString("0.####", CultureInfo.InvariantCulture));
            json.WriteString("change_amount", mover.Change.ToString("0.####", CultureInfo.InvariantCulture));
            json.WriteString("change_percentage", mover.Percent.ToString("0.####", CultureInfo.InvariantCulture) + "%");
            json.WriteString("volume", mover.Volume.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
