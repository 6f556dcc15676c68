using System.Text.Json;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.Finnhub;

/// <summary>
/// The stock provider's REST interface: https://finnhub.io/docs/api. The key travels in a header; the free plan allows 60 calls a minute.
/// </summary>
public sealed class FinnhubClient(HttpClient http)
{
    /// <summary>Name in the settings: Providers:finnhub.</summary>
    public const string Provider = "finnhub";

    /// <summary>The last price of a symbol, or null for an unknown symbol (the provider sends zeros).</summary>
    public async Task<FinnhubQuote?> QuoteAsync(string symbol, CancellationToken ct)
    {
        var quote = await http.GetRowAsync<FinnhubQuote>(Provider, $"quote?symbol={Uri.EscapeDataString(symbol)}", ct);
        if (Plausible.Price(quote.Current) is null || Plausible.Seconds(quote.Time) is null)
            return null;
        return quote with
        {
            High = Plausible.Price(quote.High),
            Low = Plausible.Price(quote.Low),
            Open = Plausible.Price(quote.Open),
            PreviousClose = Plausible.Price(quote.PreviousClose),
        };
    }

    /// <summary>
    /// Bars that start from <paramref name="from"/> to <paramref name="to"/>, both included; empty when there are none. A paid route on
    /// some plans: then Unauthorized is thrown.
    /// </summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="resolution">1, 15, 60 (minutes) or D.</param>
    /// <param name="from">Start of the first bar.</param>
    /// <param name="to">Start of the last bar.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<FinnhubCandles?> CandlesAsync(string symbol, string resolution, Instant from, Instant to, CancellationToken ct)
    {
        var candles = await http.GetRowAsync<FinnhubCandles>(
            Provider,
            $"stock/candle?symbol={Uri.EscapeDataString(symbol)}&resolution={resolution}&from={from.ToUnixTimeSeconds()}&"
                + $"to={to.ToUnixTimeSeconds()}",
            ct
        );
        return candles.Status == "ok" ? candles : null;
    }

    /// <summary>All symbols that trade in the US.</summary>
    public Task<ProviderRows<FinnhubSymbol>> SymbolsAsync(CancellationToken ct) =>
        http.GetRowsAsync<FinnhubSymbol>(Provider, "stock/symbol?exchange=US", ct);

    /// <summary>
    /// Articles about a company published on the days from <paramref name="from"/> to <paramref name="to"/>, both included, in the
    /// provider's order. Empty for an unknown symbol and where nothing was written. The free plan reaches back a year.
    /// </summary>
    public Task<ProviderRows<FinnhubArticle>> CompanyNewsAsync(string symbol, LocalDate from, LocalDate to, CancellationToken ct) =>
        http.GetRowsAsync<FinnhubArticle>(
            Provider,
            $"company-news?symbol={Uri.EscapeDataString(symbol)}&from={Iso(from)}&to={Iso(to)}",
            ct
        );

    /// <summary>
    /// Articles of a category (crypto, forex, merger, general) with numbers above <paramref name="minId"/>, newest first, 100 or so at a
    /// time; empty when there are none. Of the past it sends only the last of them.
    /// </summary>
    public Task<ProviderRows<FinnhubArticle>> NewsAsync(string category, long minId, CancellationToken ct) =>
        http.GetRowsAsync<FinnhubArticle>(Provider, $"news?category={Uri.EscapeDataString(category)}&minId={minId}", ct);

    /// <summary>
    /// Reports of all companies with dates from <paramref name="from"/> to <paramref name="to"/>, both included. One reply holds some 1,500
    /// rows at most: ask for a week, not for a quarter. The free plan reaches back a month.
    /// </summary>
    public Task<ProviderRows<FinnhubEarnings>> EarningsAsync(LocalDate from, LocalDate to, CancellationToken ct) =>
        CalendarAsync<FinnhubEarnings>("earnings", "earningsCalendar", from, to, ct);

    /// <summary>Companies that went or go public from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public Task<ProviderRows<FinnhubOffering>> OfferingsAsync(LocalDate from, LocalDate to, CancellationToken ct) =>
        CalendarAsync<FinnhubOffering>("ipo", "ipoCalendar", from, to, ct);

    private async Task<ProviderRows<T>> CalendarAsync<T>(
        string calendar,
        string property,
        LocalDate from,
        LocalDate to,
        CancellationToken ct
    )
        where T : class
    {
        using var reply = await http.GetDocumentAsync(Provider, $"calendar/{calendar}?from={Iso(from)}&to={Iso(to)}", ct);
        return
            reply.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty(property, out var rows)
            && rows.ValueKind == JsonValueKind.Array
            ? ProviderRows.Read<T>(rows)
            : throw new ProviderException(ProviderFailure.BadReply, Provider, $"sent no calendar ({calendar})");
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
