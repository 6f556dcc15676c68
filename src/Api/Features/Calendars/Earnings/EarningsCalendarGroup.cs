using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Calendars.Earnings;

/// <summary>Endpoints below <c>/api/v1/earnings-calendar</c>.</summary>
public sealed class EarningsCalendarGroup() : ApiGroup("/api/v1/earnings-calendar", Tag)
{
    internal const string Tag = "Earnings calendar";
}
