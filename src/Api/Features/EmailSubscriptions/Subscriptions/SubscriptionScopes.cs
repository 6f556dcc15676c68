namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>Scopes of a subscription. All bring the S&amp;P 500 calendar, the only one that is kept with sectors (decision 0142).</summary>
internal static class SubscriptionScopes
{
    public const string Default = "SP500";

    public static readonly IReadOnlyList<string> All = [Default, "NASDAQ", "ALL"];
}
