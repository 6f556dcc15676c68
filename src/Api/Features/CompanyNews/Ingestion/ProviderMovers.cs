using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.CompanyNews.Ingestion;

/// <summary>
/// The movers of the whole US market as Alpha Vantage lists them: {last_updated: "2023-11-08 16:15:58 US/Eastern", top_gainers: [{ticker,
/// price, change_amount, change_percentage: "12.34%", volume}] ...}. Warrants and units are among them.
/// </summary>
public sealed class ProviderMovers(AlphaVantageClient provider, MarketCalendar calendar)
{
    private static readonly LocalDateTimePattern s_time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>The provider's batch, which may still be of the session before, and how many of its rows cannot be used.</summary>
    /// <exception cref="ProviderException">Any failure.</exception>
    public async Task<(MoverBatch Batch, int Dropped)> TakeAsync(CancellationToken ct)
    {
        using var reply = await provider.JsonAsync("TOP_GAINERS_LOSERS", [], ct)
            ?? throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, "sent no movers");
        return Read(reply.RootElement, calendar);
    }

    /// <summary>Reads an answer; see <see cref="TakeAsync"/>.</summary>
    public static (MoverBatch Batch, int Dropped) Read(JsonElement root, MarketCalendar calendar)
    {
        if (Time(AlphaVantageText.Text(root, "last_updated")) is not { } at || !calendar.TrySessionOf(at, out var session))
            throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, "sent movers without a time");
        var dropped = 0;
        var movers = new List<Mover>();
        foreach (var category in MoverCategory.All)
        {
            if (!root.TryGetProperty(category.Key, out var list) || list.ValueKind != JsonValueKind.Array)
                throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, $"sent no {category.Key}");
            var rows = list.EnumerateArray().Select(r => Row(r, category)).ToList();
            dropped += DroppedRows.Count(rows, "movers without a ticker or a price");
            movers.AddRange(
                rows.OfType<Mover>().DistinctBy(m => m.Symbol).Take(category.Count).Select((m, place) => m with { Rank = place + 1 })
            );
        }
        var batch = new MoverBatch
        {
            Id = MoverBatch.IdOf(session.Date),
            LastUpdated = at,
            Source = AlphaVantageClient.Provider,
            IsFinal = true,
            Movers = movers,
        };
        return (batch, dropped);
    }

    private static Mover? Row(JsonElement row, MoverCategory category)
    {
        if (AlphaVantageText.Text(row, "ticker") is not { Length: <= 12 } ticker || AlphaVantageText.Number(row, "price") is not > 0)
            return null;
        var symbol = EquitySymbol.IsWellFormed(ticker) ? EquitySymbol.Normalize(ticker) : ticker.ToUpperInvariant();
        return new Mover(
            symbol,
            category.Key,
            0,
            null,
            AlphaVantageText.Number(row, "price"),
            AlphaVantageText.Number(row, "change_amount"),
            AlphaVantageText.Number(AlphaVantageText.Text(row, "change_percentage")?.TrimEnd('%')),
            Shares(AlphaVantageText.Number(row, "volume"))
        );
    }

    private static long? Shares(decimal? volume) => volume is >= 0 and < long.MaxValue ? (long)volume : null;

    /// <summary>New York's time with the zone's name behind it; another zone that is known counts too.</summary>
    private static Instant? Time(string? text)
    {
        if (
            text is null
            || text.LastIndexOf(' ') is not (> 0 and var space)
            || s_time.Parse(text[..space].TrimEnd()) is not { Success: true } time
        )
            return null;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(text[(space + 1)..]) is { } zone ? zone.AtLeniently(time.Value).ToInstant() : null;
    }
}
