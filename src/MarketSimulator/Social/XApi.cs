using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.MarketSimulator.Live;
using NodaTime;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Social;

/// <summary>
/// X's API v2, as far as posts and profiles go: <c>users/by</c>, <c>users/by/username/{name}</c>, <c>users/{id}/tweets</c>, <c>tweets?ids=</c>. Wants a bearer token. What cannot be found is
/// told inside a 200. Fields beyond id, text and edit_history_tweet_ids come only when asked for.
/// </summary>
internal sealed partial class XApi(SocialAccounts accounts, SocialPosts posts, SimulatorOptions options, IClock clock)
{
    private readonly Dictionary<string, SocialAccountListing> _byId = accounts.All.Where(a => a.Platform == "x").ToDictionary(SocialAccounts.IdOf);
    private int _calls;

    public void Map(IEndpointRouteBuilder routes)
    {
        var x = routes.MapGroup("/x/2").AddEndpointFilter(FilterAsync);
        x.MapGet("/users/by", (HttpContext http) => Users(http, http.Request.Query["usernames"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries)));
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
        http.Response.Headers["x-rate-limit-reset"] = (clock.GetCurrentInstant() + Duration.FromMinutes(15)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (left >= 0) return await next(context);
        await Problem(http, 429, "Too Many Requests", "Too Many Requests");
        return null;
    }

    /// <summary>The body of X's refusals.</summary>
    internal static Task Problem(HttpContext http, int status, string title, string detail) => http.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", title);
        json.WriteString("detail", detail);
        json.WriteString("type", "about:blank");
        json.WriteNumber("status", status);
        json.WriteEndObject();
    }, status);

    private Task User(HttpContext http, string name) => accounts.Find("x", name) is { } account
        ? http.Json(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("data");
            WriteUser(json, account);
            json.WriteEndObject();
        })
        : http.Json(json =>
        {
            json.WriteStartObject();
            WriteErrors(json, "user", "username", [name]);
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
                foreach (var account in found) WriteUser(json, account);
                json.WriteEndArray();
            }
            WriteErrors(json, "user", "usernames", [.. names.Where(n => accounts.Find("x", n) is null)]);
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
                WriteErrors(json, "user", "id", [id]);
                json.WriteEndObject();
            });
        }
        var query = http.Request.Query;
        var size = int.TryParse(query["max_results"], out var asked) ? asked : 10;
        if (size is < 5 or > 100) return Problem(http, 400, "Invalid Request", "One or more parameters to your request was invalid.");
        var excluded = query["exclude"].ToString();
        var all = posts.Of(account).Where(p =>
                (!long.TryParse(query["since_id"], out var since) || p.Id > since) && (!long.TryParse(query["until_id"], out var until) || p.Id < until)
                && (!long.TryParse(query["pagination_token"], out var token) || p.Id < token)
                && (InstantPattern.ExtendedIso.Parse(query["start_time"].ToString()) is not { Success: true, Value: var from } || p.CreatedAt >= from)
                && !(excluded.Contains("replies", StringComparison.Ordinal) && p.Kind == PostKind.Reply)
                && !(excluded.Contains("retweets", StringComparison.Ordinal) && p.Kind == PostKind.Repost)).ToList();
        var page = all.Take(size).ToList();
        return http.Json(json =>
        {
            json.WriteStartObject();
            WritePosts(json, page, query["tweet.fields"].ToString(), query["expansions"].ToString(), []);
            json.WriteStartObject("meta");
            json.WriteNumber("result_count", page.Count);
            if (page.Count > 0)
            {
                json.WriteString("newest_id", Text(page[0].Id));
                json.WriteString("oldest_id", Text(page[^1].Id));
            }
            if (all.Count > page.Count) json.WriteString("next_token", Text(page[^1].Id));
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private Task LookUp(HttpContext http)
    {
        var query = http.Request.Query;
        var ids = query["ids"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length is 0 or > 100) return Problem(http, 400, "Invalid Request", "One or more parameters to your request was invalid.");
        var held = accounts.All.Where(a => a.Platform == "x").SelectMany(posts.Of).ToLookup(p => Text(p.Id));
        List<SimulatedPost> found = [.. ids.SelectMany(i => held[i])];
        return http.Json(json =>
        {
            json.WriteStartObject();
            WritePosts(json, found, query["tweet.fields"].ToString(), query["expansions"].ToString(), [.. ids.Where(i => !held.Contains(i))]);
            json.WriteEndObject();
        });
    }

    private void WritePosts(Utf8JsonWriter json, List<SimulatedPost> page, string fields, string expansions, IReadOnlyList<string> missing)
    {
        if (page.Count > 0)
        {
            json.WriteStartArray("data");
            foreach (var post in page) WritePost(json, post, [.. fields.Split(',')]);
            json.WriteEndArray();
        }
        if (page.Count > 0 && expansions.Length > 0)
        {
            json.WriteStartObject("includes");
            json.WriteStartArray("users");
            foreach (var account in page.Select(p => p.Account).Distinct()) WriteUser(json, account);
            json.WriteEndArray();
            var shown = page.Where(HasMedia).ToList();
            if (shown.Count > 0 && expansions.Contains("attachments.media_keys", StringComparison.Ordinal))
            {
                json.WriteStartArray("media");
                foreach (var post in shown)
                {
                    json.WriteStartObject();
                    json.WriteString("media_key", MediaKey(post));
                    json.WriteString("type", post.Kind == PostKind.Video ? "video" : "photo");
                    json.WriteString(post.Kind == PostKind.Video ? "preview_image_url" : "url", $"https://pbs.twimg.com/media/{post.Id:x}.jpg");
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        WriteErrors(json, "tweet", "ids", missing);
    }

    private void WritePost(Utf8JsonWriter json, SimulatedPost post, HashSet<string> fields)
    {
        var link = $"https://t.co/{post.Id % 0xFFFFFFFF:x8}";
        var words = post.Kind switch
        {
            PostKind.Reply => "@" + accounts.All[(int)(post.Id % accounts.All.Count)].Username + " " + post.Text,
            PostKind.Repost => $"RT @markets: {post.Text}",
            PostKind.PhotoAlone => "",
            _ => post.Text,
        };
        var text = (HasMedia(post) ? $"{words} {link}".Trim() : words).Replace("&", "&amp;", StringComparison.Ordinal);
        json.WriteStartObject();
        if (HasMedia(post) && fields.Contains("attachments"))
        {
            json.WriteStartObject("attachments");
            json.WriteStartArray("media_keys");
            json.WriteStringValue(MediaKey(post));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteStartArray("edit_history_tweet_ids");
        json.WriteStringValue(Text(post.FirstId));
        if (post.Id != post.FirstId) json.WriteStringValue(Text(post.Id));
        json.WriteEndArray();
        json.WriteString("id", Text(post.Id));
        json.WriteString("text", text);
        if (fields.Contains("author_id") || fields.Contains("created_at")) json.WriteString("author_id", SocialAccounts.IdOf(post.Account));
        if (fields.Contains("created_at")) json.WriteString("created_at", InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'").Format(post.CreatedAt));
        if (fields.Contains("lang")) json.WriteString("lang", post.Language);
        if (fields.Contains("public_metrics")) WriteReach(json, post.Reach(clock.GetCurrentInstant()));
        if (fields.Contains("entities")) WriteEntities(json, text, HasMedia(post) ? link : null, post);
        json.WriteEndObject();
    }

    private static void WriteReach(Utf8JsonWriter json, PostReach reach)
    {
        json.WriteStartObject("public_metrics");
        json.WriteNumber("retweet_count", reach.Reposts);
        json.WriteNumber("reply_count", reach.Replies);
        json.WriteNumber("like_count", reach.Likes);
        json.WriteNumber("quote_count", reach.Quotes);
        json.WriteNumber("bookmark_count", reach.Bookmarks);
        json.WriteNumber("impression_count", reach.Impressions);
        json.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter json, string text, string? link, SimulatedPost post)
    {
        var cashtags = Cashtag().Matches(text);
        if (cashtags.Count == 0 && link is null) return;
        json.WriteStartObject("entities");
        if (cashtags.Count > 0)
        {
            json.WriteStartArray("cashtags");
            foreach (Match tag in cashtags)
            {
                json.WriteStartObject();
                json.WriteNumber("start", tag.Index);
                json.WriteNumber("end", tag.Index + tag.Length);
                json.WriteString("tag", tag.Value[1..]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (link is not null)
        {
            json.WriteStartArray("urls");
            json.WriteStartObject();
            json.WriteNumber("start", text.Length - link.Length);
            json.WriteNumber("end", text.Length);
            json.WriteString("url", link);
            json.WriteString("expanded_url", $"https://x.com/{post.Account.Username}/status/{post.Id}/{(post.Kind == PostKind.Video ? "video" : "photo")}/1");
            json.WriteString("display_url", $"pic.x.com/{link[13..]}");
            json.WriteString("media_key", MediaKey(post));
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteUser(Utf8JsonWriter json, SocialAccountListing account)
    {
        json.WriteStartObject();
        json.WriteString("id", SocialAccounts.IdOf(account));
        json.WriteString("name", account.DisplayName);
        json.WriteString("username", account.Username);
        json.WriteBoolean("verified", account.Verified);
        json.WriteStartObject("public_metrics");
        json.WriteNumber("followers_count", account.Followers);
        json.WriteNumber("following_count", account.Username.Length * 13);
        json.WriteNumber("tweet_count", (long)(account.PostsADay * 4000));
        json.WriteNumber("listed_count", account.Followers / 900);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, string kind, string parameter, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray("errors");
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString("value", value);
            json.WriteString("detail", $"Could not find {kind} with {parameter}: [{value}].");
            json.WriteString("title", "Not Found Error");
            json.WriteString("resource_type", kind);
            json.WriteString("parameter", parameter);
            json.WriteString("resource_id", value);
            json.WriteString("type", "https://api.twitter.com/2/problems/resource-not-found");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static bool HasMedia(SimulatedPost post) => post.Kind is PostKind.Photo or PostKind.Video or PostKind.PhotoAlone;

    private static string MediaKey(SimulatedPost post) => $"{(post.Kind == PostKind.Video ? 7 : 3)}_{post.Id}";

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w$])\$[A-Z][A-Z0-9.]{0,9}\b")]
    private static partial Regex Cashtag();
}
