using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.MarketHours;

/// <summary>Endpoints below <c>/api/v1/market-calendar</c>.</summary>
public sealed class MarketCalendarGroup() : ApiGroup("/api/v1/market-calendar", Tag)
{
    internal const string Tag = "Market calendar";
}
