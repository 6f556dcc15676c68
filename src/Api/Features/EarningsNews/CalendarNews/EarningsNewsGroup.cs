using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

/// <summary>Endpoints below <c>/api/v1/earnings-calendar-news</c>.</summary>
public sealed class EarningsNewsGroup() : ApiGroup("/api/v1/earnings-calendar-news", Tag)
{
    internal const string Tag = "Earnings news";
}
