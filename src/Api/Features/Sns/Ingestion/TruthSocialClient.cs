using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>
/// Truth Social's own Mastodon-like routes. There is no public interface: they want a member's token, stand behind a bot guard, and its
/// terms may forbid programs. So it is off until an operator who may use it sets a token.
/// </summary>
public sealed class TruthSocialClient(HttpClient http)
{
    /// <summary>Name in the settings: Providers:truthsocial.</summary>
    public const string Provider = "truthsocial";

    /// <summary>The most posts that one call gives.</summary>
    public const int Most = 40;

    /// <exception cref="ProviderException">Any failure; Rejected when there is no such account.</exception>
    public Task<TruthAccount> AccountAsync(string username, CancellationToken ct) =>
        http.GetRowAsync<TruthAccount>(Provider, $"api/v1/accounts/lookup?acct={Uri.EscapeDataString(username)}", ct);

    /// <summary>An account's posts without its answers to others, newest first.</summary>
    /// <param name="accountId">The account's id.</param>
    /// <param name="untilId">Older than this one only.</param>
    /// <param name="ct">Cancels.</param>
    public Task<ProviderRows<TruthStatus>> StatusesAsync(string accountId, string? untilId, CancellationToken ct) =>
        http.GetRowsAsync<TruthStatus>(
            Provider,
            $"api/v1/accounts/{Uri.EscapeDataString(accountId)}/statuses?exclude_replies=true&limit={Most}"
                + $"{(untilId is null ? "" : $"&max_id={untilId}")}",
            ct
        );

    /// <summary>One post as it stands now; null when the network no longer has it.</summary>
    /// <exception cref="ProviderException">Any other failure.</exception>
    public async Task<TruthStatus?> StatusAsync(string id, CancellationToken ct)
    {
        try
        {
            return await http.GetRowAsync<TruthStatus>(Provider, $"api/v1/statuses/{Uri.EscapeDataString(id)}", ct);
        }
        catch (ProviderException e) when (e.Status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone)
        {
            return null;
        }
    }

    /// <summary>The posts that trend now, best first.</summary>
    public Task<ProviderRows<TruthStatus>> TrendingAsync(CancellationToken ct) =>
        http.GetRowsAsync<TruthStatus>(Provider, "api/v1/truth/trending/truths?limit=20", ct);
}
