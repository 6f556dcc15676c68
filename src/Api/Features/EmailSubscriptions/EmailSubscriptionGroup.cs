using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

/// <summary>Endpoints below <c>/api/v1/email-subscription</c>.</summary>
public sealed class EmailSubscriptionGroup() : ApiGroup("/api/v1/email-subscription", Tag)
{
    internal const string Tag = "Email subscription";
}
