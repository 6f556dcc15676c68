using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Calendars.Ipo;

/// <summary>Endpoints below <c>/api/v1/ipo-calendar</c>.</summary>
public sealed class IpoCalendarGroup() : ApiGroup("/api/v1/ipo-calendar", Tag)
{
    internal const string Tag = "IPO calendar";
}
