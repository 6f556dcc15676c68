using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.MarketHours;

/// <summary>
/// When the US market trades, for clients that draw sessions or wait for the open. It keeps nothing: the calendar is computed.
/// </summary>
public sealed class MarketHoursFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(
            MarketCalendarGroup.Tag,
            "시장 캘린더",
            "Live stocks",
            "실시간주식",
            "When New York trades: sessions, half days, holidays, now and next."
        )
        {
            Place = 15,
        },
    ];
}
