using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Calendars.Documents;

namespace InvestmentAssistant.Api.Features.Calendars.Ipo;

/// <summary>A company going public.</summary>
/// <param name="Symbol">Its symbol to be.</param>
/// <param name="CompanyName">As the provider writes it.</param>
/// <param name="IpoDate">First trading day, New York.</param>
/// <param name="PriceRangeLow">Lower end, in currency; null while unknown.</param>
/// <param name="PriceRangeHigh">Upper end; equals the lower one when only the price of the sale is known.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="Exchange">NASDAQ, NYSE, NYSE American, NYSE Arca, Cboe or OTC; another one as the provider writes it.</param>
/// <param name="Id">Number of the offering; stays the same when its date moves.</param>
/// <param name="FetchedAt">When a provider last confirmed it.</param>
/// <param name="CreatedAt">When it was first held.</param>
/// <param name="UpdatedAt">When anything in it last changed.</param>
/// <param name="PreviousDate">The date before it last moved.</param>
/// <param name="ExchangeText">The exchange as the provider writes it: NASDAQ Global.</param>
public sealed record IpoItem(
    string Symbol,
    string CompanyName,
    LocalDate IpoDate,
    decimal? PriceRangeLow,
    decimal? PriceRangeHigh,
    string? Currency,
    string? Exchange,
    int Id,
    Instant? FetchedAt,
    Instant? CreatedAt,
    Instant? UpdatedAt,
    LocalDate? PreviousDate,
    string? ExchangeText
)
{
    public static IpoItem Of(IpoOffering o) =>
        new(
            o.Symbol,
            o.CompanyName,
            o.IpoDate,
            o.PriceRangeLow,
            o.PriceRangeHigh,
            o.Currency,
            ExchangeNames.Of(o.Exchange),
            o.Id,
            o.FetchedAt,
            o.CreatedAt,
            o.UpdatedAt,
            o.PreviousDate,
            o.Exchange
        );

    internal static IpoItem Example { get; } =
        new(
            "JONE",
            "Jones Energy Inc",
            new LocalDate(2026, 9, 3),
            14m,
            16m,
            "USD",
            "NASDAQ",
            57,
            Instant.FromUtc(2026, 8, 28, 9, 45),
            Instant.FromUtc(2026, 8, 3, 9, 45),
            Instant.FromUtc(2026, 8, 20, 9, 45),
            new LocalDate(2026, 8, 27),
            "NASDAQ Global"
        );
}
