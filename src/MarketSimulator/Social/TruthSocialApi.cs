using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.MarketSimulator.Live;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Social;

/// <summary>
/// Truth Social's Mastodon-like routes: <c>accounts/lookup?acct=</c>, <c>accounts/{id}/statuses</c>, <c>statuses/{id}</c>,
/// <c>truth/trending/truths</c>. Content is HTML; a repost has none of its own, a quote ends in a link for readers that do not know quotes.
/// </summary>
internal sealed partial class TruthSocialApi(SocialAccounts accounts, SocialPosts posts, IClock clock)
{
    private static readonly InstantPattern s_stamp = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    private readonly IReadOnlyList<SocialAccountListing> _members = [.. accounts.All.Where(a => a.Platform == "truthsocial")];

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/truthsocial/api/v1").AddEndpointFilter(FilterAsync);
        api.MapGet("/accounts/lookup", LookUp);
        api.MapGet("/accounts/{id}/statuses", Statuses);
        api.MapGet("/statuses/{id}", Status);
        api.MapGet("/truth/trending/truths", Trending);
    }

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal))
        {
            await Error(http, 401, "The access token is invalid");
            return null;
        }
        http.Response.Headers["x-ratelimit-limit"] = "300";
        http.Response.Headers["x-ratelimit-remaining"] = "299";
        return await next(context);
    }

    private Task LookUp(HttpContext http) =>
        accounts.Find("truthsocial", http.Request.Query["acct"].ToString()) is { } account
            ? http.Json(json => WriteAccount(json, account))
            : Error(http, 404, "Record not found");

    private Task Statuses(HttpContext http, string id)
    {
        if (_members.FirstOrDefault(a => SocialAccounts.IdOf(a) == id) is not { } account)
            return Error(http, 404, "Record not found");
        var query = http.Request.Query;
        var limit = int.TryParse(query["limit"], out var asked) ? Math.Clamp(asked, 1, 40) : 20;
        var page = posts
            .Of(account)
            .Where(p =>
                (!long.TryParse(query["max_id"], out var before) || p.Id < before)
                && (!long.TryParse(query["since_id"], out var since) || p.Id > since)
                && !(query["exclude_replies"] == "true" && p.Kind == PostKind.Reply)
            )
            .Take(limit)
            .ToList();
        return Write(http, page);
    }

    private Task Status(HttpContext http, string id) =>
        _members.SelectMany(posts.Of).FirstOrDefault(p => Id(p) == id) is { } post
            ? http.Json(json => WriteStatus(json, post))
            : Error(http, 404, "Record not found");

    /// <summary>The most liked of the last day, of all members.</summary>
    private Task Trending(HttpContext http)
    {
        var since = clock.GetCurrentInstant() - Duration.FromDays(1);
        var limit = int.TryParse(http.Request.Query["limit"], out var asked) ? Math.Clamp(asked, 1, 20) : 10;
        return Write(
            http,
            [
                .. _members
                    .SelectMany(posts.Of)
                    .Where(p => p.CreatedAt >= since && p.Kind is not (PostKind.Reply or PostKind.Repost))
                    .OrderByDescending(p => p.FinalLikes / p.Account.Followers)
                    .Take(limit),
            ]
        );
    }

    private Task Write(HttpContext http, IReadOnlyList<SimulatedPost> page) =>
        http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var post in page)
                WriteStatus(json, post);
            json.WriteEndArray();
        });

    private static string Id(SimulatedPost post) => post.Id.ToString(CultureInfo.InvariantCulture);

    private void WriteStatus(Utf8JsonWriter json, SimulatedPost post)
    {
        var (id, address) = (Id(post), AddressOf(post));
        var other = post.Other?.IsShown(clock.GetCurrentInstant()) == true ? post.Other : null;
        var reach = post.Reach(clock.GetCurrentInstant());
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("created_at", s_stamp.Format(post.CreatedAt));
        json.WriteString(
            "in_reply_to_id",
            post.Kind == PostKind.Reply ? (post.Id - (3_600_000L << 16)).ToString(CultureInfo.InvariantCulture) : null
        );
        json.WriteBoolean("sensitive", false);
        json.WriteString("spoiler_text", "");
        json.WriteString("visibility", "public");
        json.WriteString("language", post.Language);
        json.WriteString("uri", $"https://truthsocial.com/users/{post.Account.Username}/statuses/{id}");
        json.WriteString("url", address);
        json.WriteString("content", post.Kind is PostKind.Repost or PostKind.PhotoAlone ? "<p></p>" : Html(post));
        json.WriteNumber("replies_count", reach.Replies);
        json.WriteNumber("reblogs_count", reach.Reposts);
        json.WriteNumber("favourites_count", reach.Likes);
        json.WriteNumber("upvotes_count", reach.Likes / 3);
        json.WriteNumber("downvotes_count", 0);
        json.WriteString("quote_id", post.Kind == PostKind.Quote && post.Other is not null ? Id(post.Other) : null);
        foreach (var (name, kind) in new[] { ("quote", PostKind.Quote), ("reblog", PostKind.Repost) })
        {
            json.WritePropertyName(name);
            if (post.Kind == kind && other is not null)
                WriteStatus(json, other);
            else
                json.WriteNullValue();
        }
        json.WriteNull("tombstone");
        json.WritePropertyName("account");
        WriteAccount(json, post.Account);
        WriteMedia(json, post);
        json.WriteStartArray("mentions");
        json.WriteEndArray();
        json.WriteStartArray("tags");
        json.WriteEndArray();
        json.WriteNull("card");
        json.WriteEndObject();
    }

    private static void WriteMedia(Utf8JsonWriter json, SimulatedPost post)
    {
        json.WriteStartArray("media_attachments");
        if (post.Kind is PostKind.Photo or PostKind.PhotoAlone or PostKind.Video)
        {
            json.WriteStartObject();
            json.WriteString("id", (post.Id + 7).ToString(CultureInfo.InvariantCulture));
            json.WriteString("type", post.Kind == PostKind.Video ? "video" : "image");
            json.WriteString(
                "url",
                $"https://static-assets-1.truthsocial.com/{post.Id:x}/original.{(post.Kind == PostKind.Video ? "mp4" : "jpg")}"
            );
            json.WriteString("preview_url", $"https://static-assets-1.truthsocial.com/{post.Id:x}/small.jpg");
            json.WriteNull("description");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAccount(Utf8JsonWriter json, SocialAccountListing account)
    {
        json.WriteStartObject();
        json.WriteString("id", SocialAccounts.IdOf(account));
        json.WriteString("username", account.Username);
        json.WriteString("acct", account.Username);
        json.WriteString("display_name", account.DisplayName);
        json.WriteBoolean("locked", false);
        json.WriteBoolean("bot", false);
        json.WriteString("url", $"https://truthsocial.com/@{account.Username}");
        json.WriteBoolean("verified", account.Verified);
        json.WriteNumber("followers_count", account.Followers);
        json.WriteNumber("following_count", account.Username.Length * 13);
        json.WriteNumber("statuses_count", (long)(account.PostsADay * 4000));
        json.WriteEndObject();
    }

    private static string AddressOf(SimulatedPost post) => $"https://truthsocial.com/@{post.Account.Username}/{Id(post)}";

    /// <summary>Paragraphs, links in parts of which a page shows the middle one, and the line that replaces a quote.</summary>
    private static string Html(SimulatedPost post) =>
        "<p>"
        + Words(post.Text).Replace("\n\n", "</p><p>", StringComparison.Ordinal)
        + post.Kind switch
        {
            PostKind.Link =>
                $""" <a href="https://www.harborwire.example/markets/{post.Id % 100_000}" rel="nofollow"><span class="invisible">https://www.</span><span class="ellipsis">harborwire.example/mark</span><span class="invisible">ets/{post.Id % 100_000}</span></a>""",
            PostKind.Quote when post.Other is { } other =>
                $"""<span class="quote-inline"><br/>RE: <a href="{AddressOf(other)}" rel="nofollow">{AddressOf(other)}</a></span>""",
            _ => "",
        }
        + "</p>";

    private static string Words(string text) =>
        Cashtag()
            .Replace(
                WebUtility.HtmlEncode(text),
                """<a href="https://truthsocial.com/tags/$1" class="mention cashtag">$$<span>$1</span></a>"""
            );

    private static Task Error(HttpContext http, int status, string words) =>
        http.Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("error", words);
                json.WriteEndObject();
            },
            status
        );

    [GeneratedRegex(@"(?<![\w$])\$([A-Z][A-Z0-9.]{0,9})\b")]
    private static partial Regex Cashtag();
}
