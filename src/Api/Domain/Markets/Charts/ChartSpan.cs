using System.Diagnostics.CodeAnalysis;

namespace InvestmentAssistant.Api.Domain.Markets.Charts;

/// <summary>Time that a chart looks back from now.</summary>
public enum ChartSpan
{
    OneMinute,
    FiveMinutes,
    OneHour,
    OneDay,
    OneWeek,
    OneMonth,
    NinetyDays,
    OneYear,
}

/// <summary>The names of spans on the wire: <c>timeframe</c> 1M, 5M, 1H, 1D, 1W, 1MO, or <c>days</c> 1, 7, 30, 90, 365.</summary>
public static class ChartSpans
{
    /// <summary>Timeframes in ascending order, as the contract writes them.</summary>
    public static readonly IReadOnlyList<string> Timeframes = ["1M", "5M", "1H", "1D", "1W", "1MO"];

    public static readonly IReadOnlyList<int> Days = [1, 7, 30, 90, 365];

    /// <summary>Reads a timeframe, in any case.</summary>
    public static bool TryTimeframe(string? timeframe, [NotNullWhen(true)] out ChartSpan? span)
    {
        span = timeframe?.ToUpperInvariant() switch
        {
            "1M" => ChartSpan.OneMinute,
            "5M" => ChartSpan.FiveMinutes,
            "1H" => ChartSpan.OneHour,
            "1D" => ChartSpan.OneDay,
            "1W" => ChartSpan.OneWeek,
            "1MO" => ChartSpan.OneMonth,
            _ => null,
        };
        return span is not null;
    }

    /// <summary>Reads a number of days.</summary>
    public static bool TryDays(int days, [NotNullWhen(true)] out ChartSpan? span)
    {
        span = days switch
        {
            1 => ChartSpan.OneDay,
            7 => ChartSpan.OneWeek,
            30 => ChartSpan.OneMonth,
            90 => ChartSpan.NinetyDays,
            365 => ChartSpan.OneYear,
            _ => null,
        };
        return span is not null;
    }

    /// <summary>The timeframe's name; 90D and 1Y for the spans that only <c>days</c> can ask for.</summary>
    public static string Name(this ChartSpan span) =>
        span switch
        {
            ChartSpan.NinetyDays => "90D",
            ChartSpan.OneYear => "1Y",
            _ => Timeframes[(int)span],
        };

    internal static Duration Length(this ChartSpan span) =>
        span switch
        {
            ChartSpan.OneMinute => Duration.FromMinutes(1),
            ChartSpan.FiveMinutes => Duration.FromMinutes(5),
            ChartSpan.OneHour => Duration.FromHours(1),
            ChartSpan.OneDay => Duration.FromDays(1),
            ChartSpan.OneWeek => Duration.FromDays(7),
            ChartSpan.OneMonth => Duration.FromDays(30),
            ChartSpan.NinetyDays => Duration.FromDays(90),
            _ => Duration.FromDays(365),
        };
}
