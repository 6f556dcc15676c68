using InvestmentAssistant.Api.Features.Indicators.Series;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

/// <summary>A maturity of the US Treasury.</summary>
/// <param name="Name">On the wire and at the provider: 10year.</param>
/// <param name="Months">Time to maturity.</param>
public sealed record Maturity(string Name, int Months)
{
    /// <summary>By time to maturity, shortest first.</summary>
    public static readonly IReadOnlyList<Maturity> All =
    [
        new("3month", 3),
        new("2year", 24),
        new("5year", 60),
        new("7year", 84),
        new("10year", 120),
        new("30year", 360),
    ];

    /// <summary>Those that clients look at first in front: the order in which a plan with few calls fetches their daily yields.</summary>
    public static readonly IReadOnlyList<Maturity> ByUse =
    [
        .. All.OrderBy(m =>
            m.Name switch
            {
                "10year" => 0,
                "2year" => 1,
                "30year" => 2,
                _ => 3,
            }
        ),
    ];

    public static readonly IReadOnlyList<string> Names = [.. All.Select(m => m.Name)];

    public MacroSeries Series { get; } = MacroSeries.Treasury(Name);

    public MacroSeries DailySeries { get; } = MacroSeries.Treasury(Name).ByDay();

    /// <summary>Whole years; 0 below one.</summary>
    public int Years => Months / 12;
}
