using System.Globalization;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Calendars.Ingestion;

/// <summary>One offering as a provider sends it; an unknown price range is null.</summary>
public sealed record IpoNotice(
    string Symbol,
    string CompanyName,
    LocalDate Date,
    decimal? Low,
    decimal? High,
    string? Currency,
    string? Exchange
);

/// <summary>Offerings of a reply, and the number of its invalid rows.</summary>
public sealed record IpoReply(IReadOnlyList<IpoNotice> Notices, int Dropped);

/// <summary>Mappings of the two providers' offerings.</summary>
public static partial class IpoReplies
{
    private const string Unusable = "offerings without a symbol, a name or a date that can be true";

    private static readonly LocalDatePattern s_american = LocalDatePattern.CreateWithInvariantCulture("M/d/yy");

    /// <summary>Rows of IPO_CALENDAR. Its range of 0 to 0 means that none is known.</summary>
    public static IpoReply OfCsv(IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var notices = rows.Select(row =>
                Notice(
                    row.GetValueOrDefault("symbol"),
                    row.GetValueOrDefault("name"),
                    row.GetValueOrDefault("ipoDate"),
                    AlphaVantageText.Number(row.GetValueOrDefault("priceRangeLow")),
                    AlphaVantageText.Number(row.GetValueOrDefault("priceRangeHigh")),
                    AlphaVantageText.Text(row.GetValueOrDefault("currency")),
                    row.GetValueOrDefault("exchange")
                )
            )
            .ToList();
        return new IpoReply([.. notices.OfType<IpoNotice>()], DroppedRows.Count(notices, Unusable));
    }

    /// <summary>Rows of /calendar/ipo. Only those that were sold count, and all are in dollars.</summary>
    public static IpoReply OfFinnhub(ProviderRows<FinnhubOffering> rows)
    {
        var notices = rows
            .Rows.Where(row => row.Status == "priced")
            .Select(row =>
            {
                var (low, high) = Range(row.Price);
                return Notice(row.Symbol, row.Name, row.Date, low, high, "USD", row.Exchange);
            })
            .ToList();
        return new IpoReply([.. notices.OfType<IpoNotice>()], rows.Dropped + DroppedRows.Count(notices, Unusable));
    }

    private static IpoNotice? Notice(
        string? symbol,
        string? name,
        string? date,
        decimal? low,
        decimal? high,
        string? currency,
        string? exchange
    )
    {
        if (AlphaVantageText.Text(symbol)?.ToUpperInvariant() is not { } ticker || !Ticker().IsMatch(ticker))
            return null;
        if (AlphaVantageText.Text(name) is not { } company || Date(date) is not { } day)
            return null;
        var range = low is > 0 && high is > 0 && low <= high;
        return new IpoNotice(
            ticker,
            company,
            day,
            range ? low : null,
            range ? high : null,
            currency?.ToUpperInvariant(),
            AlphaVantageText.Text(exchange)
        );
    }

    /// <summary>2026-09-03, or 9/3/26.</summary>
    private static LocalDate? Date(string? text)
    {
        if (AlphaVantageText.Date(text) is { } iso)
            return iso;
        return text is not null && s_american.Parse(text.Trim()) is { Success: true, Value: var date } ? Plausible.Date(date) : null;
    }

    private static (decimal? Low, decimal? High) Range(string? text)
    {
        var ends = text?.Split('-', StringSplitOptions.TrimEntries) ?? [];
        return ends.Length is 1 or 2 && Dollars(ends[0]) is { } low && Dollars(ends[^1]) is { } high ? (low, high) : (null, null);
    }

    private static decimal? Dollars(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Plausible.Price(value) : null;

    /// <summary>Units and warrants carry suffixes: ABCD.U, ABCD-W.</summary>
    [GeneratedRegex(@"^[A-Z][A-Z0-9]{0,9}([.\-/][A-Z]{1,3})?\z")]
    private static partial Regex Ticker();
}
