using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

public sealed record YieldIntervalRequest
{
    /// <summary>daily or monthly. Without it the days of the last two years, or months where no days are held.</summary>
    [QueryParam]
    public string? Interval { get; init; }
}

public sealed class YieldIntervalValidator : Validator<YieldIntervalRequest>
{
    public YieldIntervalValidator() => RuleFor(r => r.Interval).IsOneOf(YieldIntervals.Names);
}
