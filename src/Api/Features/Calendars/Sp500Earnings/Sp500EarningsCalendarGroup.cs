using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;

/// <summary>Endpoints below <c>/api/v1/sp500-earnings-calendar</c>.</summary>
public sealed class Sp500EarningsCalendarGroup() : ApiGroup("/api/v1/sp500-earnings-calendar", Tag)
{
    internal const string Tag = "S&P 500 earnings calendar";
}
