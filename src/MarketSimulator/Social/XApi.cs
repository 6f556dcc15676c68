using System.Globalization;
using InvestmentAssistant.MarketSimulator.Live;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Social;

/// <summary>
/// X's API v2, as far as posts and profiles go: <c>users/by</c>, <c>users/by/username/{name}</c>, <c>users/{id}/tweets</c>,
/// <c>tweets?ids=</c>. Needs a bearer token. Reposts are cut; the original is included on request. An unknown item is an error inside a
/// 200. Fields beyond id, text and edit_history_tweet_ids come only on request.
/// </summary>
internal sealed class XApi(SocialAccounts accounts, SocialPosts posts, SimulatorOptions options, IClock clock)
{
    private readonly Dictionary<string, SocialAccountListing> _byId = accounts
        .All.Where(a => a.Platform == "x")
        .ToDictionary(SocialAccounts.IdOf);
    private readonly XJson _write = new(accounts, clock);
    private int _calls;

    public void Map(IEndpointRouteBuilder routes)
    {
        var x = routes.MapGroup("/x/2").AddEndpointFilter(FilterAsync);
        x.MapGet("/users/by", (HttpContext http) =>
            Users(http, http.Request.Query["usernames"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries))
        );
        x.MapGet("/users/by/username/{name}", (HttpContext http, string name) => User(http, name));
        x.MapGet("/users/{id}/tweets", Timeline);
        x.MapGet("/tweets", LookUp);
    }

    private async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal))
        {
            await Problem(http, 401, "Unauthorized", "Unauthorized");
            return null;
        }
        var left = options.XCalls > 0 ? options.XCalls - Interlocked.Increment(ref _calls) : 1500;
        http.Response.Headers["x-rate-limit-limit"] = (options.XCalls > 0 ? options.XCalls : 1500).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["x-rate-limit-remaining"] = Math.Max(left, 0).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["x-rate-limit-reset"] = (clock.GetCurrentInstant() + Duration.FromMinutes(15))
            .ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        if (left >= 0)
            return await next(context);
        await Problem(http, 429, "Too Many Requests", "Too Many Requests");
        return null;
    }

    /// <summary>The body of X's refusals.</summary>
    internal static Task Problem(HttpContext http, int status, string title, string detail) =>
        http.Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("title", title);
                json.WriteString("detail", detail);
                json.WriteString("type", "about:blank");
                json.WriteNumber("status", status);
                json.WriteEndObject();
            },
            status
        );

    private Task User(HttpContext http, string name) =>
        accounts.Find("x", name) is { } account
            ? http.Json(json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("data");
                XJson.User(json, account);
                json.WriteEndObject();
            })
            : http.Json(json =>
            {
                json.WriteStartObject();
                XJson.Errors(json, "user", "username", [name]);
                json.WriteEndObject();
            });

    private Task Users(HttpContext http, string[] names)
    {
        var found = names.Select(n => accounts.Find("x", n)).OfType<SocialAccountListing>().ToList();
        return http.Json(json =>
        {
            json.WriteStartObject();
            if (found.Count > 0)
            {
                json.WriteStartArray("data");
                foreach (var account in found)
                    XJson.User(json, account);
                json.WriteEndArray();
            }
            XJson.Errors(json, "user", "usernames", [.. names.Where(n => accounts.Find("x", n) is null)]);
            json.WriteEndObject();
        });
    }

    private Task Timeline(HttpContext http, string id)
    {
        if (!_byId.TryGetValue(id, out var account))
        {
            return http.Json(json =>
            {
                json.WriteStartObject();
                XJson.Errors(json, "user", "id", [id]);
                json.WriteEndObject();
            });
        }
        var query = http.Request.Query;
        var size = int.TryParse(query["max_results"], out var asked) ? asked : 10;
        if (size is < 5 or > 100)
            return Problem(http, 400, "Invalid Request", "One or more parameters to your request was invalid.");
        var excluded = query["exclude"].ToString();
        var all = posts
            .Of(account)
            .Where(p =>
                (!long.TryParse(query["since_id"], out var since) || p.Id > since)
                && (!long.TryParse(query["until_id"], out var until) || p.Id < until)
                && (!long.TryParse(query["pagination_token"], out var token) || p.Id < token)
                && (
                    InstantPattern.ExtendedIso.Parse(query["start_time"].ToString()) is not { Success: true, Value: var from }
                    || p.CreatedAt >= from
                )
                && !(excluded.Contains("replies", StringComparison.Ordinal) && p.Kind == PostKind.Reply)
                && !(excluded.Contains("retweets", StringComparison.Ordinal) && p.Kind == PostKind.Repost)
            )
            .ToList();
        var page = all.Take(size).ToList();
        return http.Json(json =>
        {
            json.WriteStartObject();
            _write.Posts(json, page, query["tweet.fields"].ToString(), query["expansions"].ToString(), []);
            json.WriteStartObject("meta");
            json.WriteNumber("result_count", page.Count);
            if (page.Count > 0)
            {
                json.WriteString("newest_id", XJson.Id(page[0].Id));
                json.WriteString("oldest_id", XJson.Id(page[^1].Id));
            }
            if (all.Count > page.Count)
                json.WriteString("next_token", XJson.Id(page[^1].Id));
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private Task LookUp(HttpContext http)
    {
        var query = http.Request.Query;
        var ids = query["ids"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length is 0 or > 100)
            return Problem(http, 400, "Invalid Request", "One or more parameters to your request was invalid.");
        var held = accounts.All.Where(a => a.Platform == "x").SelectMany(posts.Of).ToLookup(p => XJson.Id(p.Id));
        List<SimulatedPost> found = [.. ids.SelectMany(i => held[i])];
        return http.Json(json =>
        {
            json.WriteStartObject();
            _write.Posts(
                json,
                found,
                query["tweet.fields"].ToString(),
                query["expansions"].ToString(),
                [.. ids.Where(i => !held.Contains(i))]
            );
            json.WriteEndObject();
        });
    }
}
