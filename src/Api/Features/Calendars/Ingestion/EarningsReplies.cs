using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Calendars.Ingestion;

/// <summary>Reports of a reply, and the number of its invalid rows.</summary>
public sealed record EarningsReply(IReadOnlyList<EarningsNotice> Notices, int Dropped);

/// <summary>Mappings of the two providers' reports.</summary>
public static class EarningsReplies
{
    private const string Unusable = "reports without a symbol or a date that can be true";

    /// <summary>No company earns or loses this much a share.</summary>
    private const decimal MostEps = 100_000m;

    /// <summary>Latest day that a calendar may have.</summary>
    private const int FarthestDays = 2 * 366;

    /// <summary>Rows of EARNINGS_CALENDAR, with timeOfTheDay or, as it once was, without. Share classes come with a dash (BRK-B).</summary>
    public static EarningsReply OfCsv(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, LocalDate today)
    {
        var notices = rows.Select(row =>
                Notice(row.GetValueOrDefault("symbol"), AlphaVantageText.Date(row.GetValueOrDefault("reportDate")), today) is { } notice
                    ? notice with
                    {
                        CompanyName = AlphaVantageText.Text(row.GetValueOrDefault("name")),
                        FiscalDateEnding = AlphaVantageText.Date(row.GetValueOrDefault("fiscalDateEnding")),
                        Estimate = Eps(AlphaVantageText.Number(row.GetValueOrDefault("estimate"))),
                        Currency = AlphaVantageText.Text(row.GetValueOrDefault("currency"))?.ToUpperInvariant(),
                        Time = ReportTimes.Of(row.GetValueOrDefault("timeOfTheDay")),
                    }
                    : null
            )
            .ToList();
        return new EarningsReply([.. notices.OfType<EarningsNotice>()], DroppedRows.Count(notices, Unusable));
    }

    /// <summary>Rows of /calendar/earnings. It names no currency and no last day of the quarter.</summary>
    public static EarningsReply OfFinnhub(ProviderRows<FinnhubEarnings> rows, LocalDate today)
    {
        var notices = rows
            .Rows.Select(row =>
                Notice(row.Symbol, Date(row.Date), today) is { } notice
                    ? notice with
                    {
                        Estimate = Eps(row.EpsEstimate),
                        // A result from the future is a mistake.
                        Actual = notice.Date <= today ? Eps(row.EpsActual) : null,
                        Time = ReportTimes.Of(row.Hour),
                    }
                    : null
            )
            .ToList();
        return new EarningsReply([.. notices.OfType<EarningsNotice>()], rows.Dropped + DroppedRows.Count(notices, Unusable));
    }

    private static EarningsNotice? Notice(string? symbol, LocalDate? date, LocalDate today) =>
        EquitySymbol.IsWellFormed(symbol) && date is { } day && Math.Abs(Period.DaysBetween(today, day)) <= FarthestDays
            ? new EarningsNotice(EquitySymbol.Normalize(symbol!), day)
            : null;

    private static LocalDate? Date(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null;

    private static decimal? Eps(decimal? value) => value is { } eps && Math.Abs(eps) < MostEps ? eps : null;
}
