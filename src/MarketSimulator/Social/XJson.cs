using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Social;

/// <summary>Posts, profiles and errors as X's API v2 writes them.</summary>
internal sealed partial class XJson(SocialAccounts accounts, IClock clock)
{
    /// <summary>The members data, includes and errors of a list of posts.</summary>
    /// <param name="json">Inside the reply's object.</param>
    /// <param name="page">The posts, in the order they are wanted.</param>
    /// <param name="fields">What the client asked for in tweet.fields.</param>
    /// <param name="expansions">What it asked for in expansions.</param>
    /// <param name="missing">Ids that there are not.</param>
    public void Posts(Utf8JsonWriter json, List<SimulatedPost> page, string fields, string expansions, IReadOnlyList<string> missing)
    {
        if (page.Count > 0)
        {
            json.WriteStartArray("data");
            foreach (var post in page) Post(json, post, [.. fields.Split(',')]);
            json.WriteEndArray();
        }
        if (page.Count > 0 && expansions.Length > 0)
        {
            json.WriteStartObject("includes");
            json.WriteStartArray("users");
            foreach (var account in page.Select(p => p.Account).Distinct()) User(json, account);
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
        Errors(json, "tweet", "ids", missing);
    }

    private void Post(Utf8JsonWriter json, SimulatedPost post, HashSet<string> fields)
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
        json.WriteStringValue(Id(post.FirstId));
        if (post.Id != post.FirstId) json.WriteStringValue(Id(post.Id));
        json.WriteEndArray();
        json.WriteString("id", Id(post.Id));
        json.WriteString("text", text);
        if (fields.Contains("author_id") || fields.Contains("created_at")) json.WriteString("author_id", SocialAccounts.IdOf(post.Account));
        if (fields.Contains("created_at")) json.WriteString("created_at", InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'").Format(post.CreatedAt));
        if (fields.Contains("lang")) json.WriteString("lang", post.Language);
        if (fields.Contains("public_metrics")) Reach(json, post.Reach(clock.GetCurrentInstant()));
        if (fields.Contains("entities")) Entities(json, text, HasMedia(post) ? link : null, post);
        json.WriteEndObject();
    }

    private static void Reach(Utf8JsonWriter json, PostReach reach)
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

    private static void Entities(Utf8JsonWriter json, string text, string? link, SimulatedPost post)
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

    public static void User(Utf8JsonWriter json, SocialAccountListing account)
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

    public static void Errors(Utf8JsonWriter json, string kind, string parameter, IReadOnlyList<string> values)
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

    public static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w$])\$[A-Z][A-Z0-9.]{0,9}\b")]
    private static partial Regex Cashtag();
}
