using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>
/// X's API v2: https://docs.x.com/x-api. A bearer token; every post that is read counts against the plan, so timelines are asked for only
/// what is new. An unknown item is an error inside a 200.
/// </summary>
public sealed class XClient(HttpClient http, IClock clock)
{
    private Instant _windowSpentUntil = Instant.MinValue;

    /// <summary>Name in the settings: Providers:x.</summary>
    public const string Provider = "x";

    /// <summary>The most posts, names or ids that one call takes or gives.</summary>
    public const int Most = 100;

    private const string UserFields = "user.fields=id,name,username,verified,public_metrics";

    private const string PostFields =
        "tweet.fields=created_at,author_id,text,public_metrics,entities,lang,edit_history_tweet_ids,note_tweet,attachments,"
        + "referenced_tweets,"
        + "in_reply_to_user_id,withheld&expansions=author_id,attachments.media_keys,referenced_tweets.id,"
        + "referenced_tweets.id.author_id&media.fields=type,url,preview_image_url&"
        + UserFields;

    /// <summary>Profiles of up to 100 names; those that do not exist are in the reply's errors.</summary>
    public Task<XReply<XUser>> UsersAsync(IEnumerable<string> usernames, CancellationToken ct) =>
        ReadAsync<XUser>($"users/by?usernames={Uri.EscapeDataString(string.Join(',', usernames))}&{UserFields}", ct);

    /// <summary>An account's own posts, newest first, up to 100.</summary>
    /// <param name="userId">The account's id.</param>
    /// <param name="sinceId">Newer than this one only.</param>
    /// <param name="untilId">Older than this one only.</param>
    /// <param name="from">Not before; only where <paramref name="sinceId"/> does not bound it.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">Any failure; Rejected when the account is gone or protected, RateLimited also when the last
    /// reply said that no call is left.</exception>
    public async Task<XReply<XPost>> TimelineAsync(string userId, string? sinceId, string? untilId, Instant from, CancellationToken ct)
    {
        if (clock.GetCurrentInstant() is var now && now < _windowSpentUntil)
            throw new ProviderException(
                ProviderFailure.RateLimited,
                Provider,
                "the calls of its window are spent",
                (_windowSpentUntil - now).ToTimeSpan()
            );
        var bounds = sinceId is not null ? $"&since_id={sinceId}" : $"&start_time={InstantPattern.General.Format(from)}";
        if (untilId is not null)
            bounds += $"&until_id={untilId}";
        var reply = await ReadAsync<XPost>($"users/{Uri.EscapeDataString(userId)}/tweets?max_results={Most}{bounds}&{PostFields}", ct);
        if (reply is { CallsLeft: 0, WindowEnds: { } end })
            _windowSpentUntil = end;
        if (reply is { Rows.Count: 0, Dropped: 0, Errors: [var error, ..] })
            throw new ProviderException(ProviderFailure.Rejected, Provider, $"{error.Title}: {error.Detail}");
        return reply;
    }

    /// <summary>Up to 100 posts by id, as they stand now; those that are gone are in the reply's errors.</summary>
    public Task<XReply<XPost>> PostsAsync(IEnumerable<string> ids, CancellationToken ct) =>
        ReadAsync<XPost>($"tweets?ids={string.Join(',', ids)}&{PostFields}", ct);

    private async Task<XReply<T>> ReadAsync<T>(string path, CancellationToken ct)
        where T : class
    {
        using var reply = await http.GetAsync(new Uri(path, UriKind.Relative), ct);
        using var document = await reply.ReadProviderJsonAsync<JsonDocument>(ProviderRows.Json, ct);
        return XWire.Read<T>(document.RootElement) with
        {
            CallsLeft = (int?)Number(reply, "x-rate-limit-remaining"),
            WindowEnds = Number(reply, "x-rate-limit-reset") is { } reset ? Instant.FromUnixTimeSeconds(reset) : null,
        };
    }

    private static uint? Number(HttpResponseMessage reply, string header) =>
        reply.Headers.TryGetValues(header, out var values)
        && uint.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
