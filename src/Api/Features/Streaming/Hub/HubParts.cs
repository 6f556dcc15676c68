using InvestmentAssistant.Api.Features.Streaming.Wire;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>What the topics of a process share.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Clock">The wall clock.</param>
/// <param name="Calendar">When the stock market is open.</param>
/// <param name="Lag">The age of events.</param>
/// <param name="Deflating">Time for deflating.</param>
internal sealed record HubParts(
    IOptions<StreamOptions> Options,
    IClock Clock,
    MarketCalendar Calendar,
    StreamLag Lag,
    DeflateBudget Deflating
);
