using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
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
            foreach (var post in page)
                Post(json, post, [.. fields.Split(',')]);
            json.WriteEndArray();
        }
        var now = clock.GetCurrentInstant();
        var others = expansions.Contains("referenced_tweets.id", StringComparison.Ordinal)
            ? page.Select(p => p.Other).OfType<SimulatedPost>().Distinct().ToList()
            : [];
        if (page.Count > 0 && expansions.Length > 0)
        {
            json.WriteStartObject("includes");
            var people = page.Select(p => p.Account);
            if (expansions.Contains("referenced_tweets.id.author_id", StringComparison.Ordinal))
                people = people.Concat(others.Where(o => o.IsShown(now)).Select(o => o.Account));
            json.WriteStartArray("users");
            foreach (var account in people.Distinct())
                User(json, account);
            json.WriteEndArray();
            if (others.Exists(o => o.IsShown(now)))
            {
                json.WriteStartArray("tweets");
                foreach (var other in others.Where(o => o.IsShown(now)))
                    Post(json, other, [.. fields.Split(',')]);
                json.WriteEndArray();
            }
            if (expansions.Contains("attachments.media_keys", StringComparison.Ordinal))
                Media(json, [.. page.Where(HasMedia)]);
            json.WriteEndObject();
        }
        Errors(json, "tweet", "ids", "data", missing, others.Where(o => !o.IsShown(now)).Select(o => Id(o.Id)));
    }

    private static void Media(Utf8JsonWriter json, List<SimulatedPost> shown)
    {
        if (shown.Count == 0)
            return;
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

    private void Post(Utf8JsonWriter json, SimulatedPost post, HashSet<string> fields)
    {
        var link = $"https://t.co/{post.Id % 0xFFFFFFFF:x8}";
        var text = TextOf(post, link);
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
        if (post.Id != post.FirstId)
            json.WriteStringValue(Id(post.Id));
        json.WriteEndArray();
        json.WriteString("id", Id(post.Id));
        json.WriteString("text", text);
        if (fields.Contains("author_id") || fields.Contains("created_at"))
            json.WriteString("author_id", SocialAccounts.IdOf(post.Account));
        if (fields.Contains("created_at"))
            json.WriteString(
                "created_at",
                InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'").Format(post.CreatedAt)
            );
        if (fields.Contains("lang"))
            json.WriteString("lang", post.Language);
        if (fields.Contains("public_metrics"))
            Reach(json, ReachOf(post));
        if (fields.Contains("referenced_tweets"))
            References(json, post);
        if (fields.Contains("in_reply_to_user_id") && post.Kind == PostKind.Reply)
            json.WriteString("in_reply_to_user_id", SocialAccounts.IdOf(Answered(post)));
        if (fields.Contains("entities"))
            Entities(json, text, HasLink(post) ? link : null, post);
        if (fields.Contains("note_tweet") && post.Kind == PostKind.Note)
        {
            json.WriteStartObject("note_tweet");
            json.WriteString("text", Escaped(post.Text));
            if (fields.Contains("entities"))
                Entities(json, Escaped(post.Text), null, post);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>As the network sends it: reposts cut at 140 letters, long posts at 280, links shortened, three characters as
    /// entities.</summary>
    private string TextOf(SimulatedPost post, string link) =>
        Escaped(
            post.Kind switch
            {
                PostKind.Reply => $"@{Answered(post).Username} {post.Text}",
                PostKind.Repost => Cut($"RT @{post.Other!.Account.Username}: {post.Other.Text}", 140),
                PostKind.Note => $"{Cut(post.Text, 256)} {link}",
                PostKind.PhotoAlone => link,
                _ when HasLink(post) => $"{post.Text} {link}",
                _ => post.Text,
            }
        );

    private static string Cut(string text, int letters) =>
        text.Length <= letters ? text : text[..(letters - (char.IsHighSurrogate(text[letters - 2]) ? 2 : 1))] + "…";

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private SocialAccountListing Answered(SimulatedPost post) => accounts.Another(post.Account, post.Id);

    /// <summary>Of a repost the network counts nothing but the original's reposts.</summary>
    private PostReach ReachOf(SimulatedPost post) =>
        post.Kind == PostKind.Repost
            ? new PostReach(0, post.Other!.Reach(clock.GetCurrentInstant()).Reposts, 0, 0, 0, 0)
            : post.Reach(clock.GetCurrentInstant());

    private static void References(Utf8JsonWriter json, SimulatedPost post)
    {
        var (type, id) = post.Kind switch
        {
            PostKind.Repost => ("retweeted", post.Other!.Id),
            PostKind.Quote => ("quoted", post.Other?.Id ?? 0),
            PostKind.Reply => ("replied_to", post.Id - (3_600_000L << 22)),
            _ => ("", 0),
        };
        if (id == 0)
            return;
        json.WriteStartArray("referenced_tweets");
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("id", Id(id));
        json.WriteEndObject();
        json.WriteEndArray();
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
        if (cashtags.Count == 0 && link is null)
            return;
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
            json.WriteString(
                "expanded_url",
                post.Kind switch
                {
                    PostKind.Link => $"https://www.harborwire.example/markets/{post.Id % 100_000}",
                    PostKind.Quote => $"https://twitter.com/{post.Other!.Account.Username}/status/{post.Other.Id}",
                    PostKind.Note => $"https://twitter.com/i/web/status/{post.Id}",
                    PostKind.Video => $"https://x.com/{post.Account.Username}/status/{post.Id}/video/1",
                    _ => $"https://x.com/{post.Account.Username}/status/{post.Id}/photo/1",
                }
            );
            json.WriteString("display_url", HasMedia(post) ? $"pic.x.com/{link[13..]}" : "link");
            if (HasMedia(post))
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

    public static void Errors(Utf8JsonWriter json, string kind, string parameter, IReadOnlyList<string> values) =>
        Errors(json, kind, parameter, "data", values, []);

    /// <summary>What was asked for and is not there, and what was to be sent along and is not.</summary>
    private static void Errors(
        Utf8JsonWriter json,
        string kind,
        string parameter,
        string section,
        IEnumerable<string> values,
        IEnumerable<string> alongside
    )
    {
        var all = values
            .Select(v => (Value: v, Parameter: parameter, Section: section))
            .Concat(alongside.Select(v => (Value: v, Parameter: "referenced_tweets.id", Section: "includes")))
            .ToList();
        if (all.Count == 0)
            return;
        json.WriteStartArray("errors");
        foreach (var error in all)
        {
            json.WriteStartObject();
            json.WriteString("value", error.Value);
            json.WriteString("detail", $"Could not find {kind} with {error.Parameter}: [{error.Value}].");
            json.WriteString("title", "Not Found Error");
            json.WriteString("resource_type", kind);
            json.WriteString("parameter", error.Parameter);
            json.WriteString("resource_id", error.Value);
            json.WriteString("section", error.Section);
            json.WriteString("type", "https://api.twitter.com/2/problems/resource-not-found");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static bool HasLink(SimulatedPost post) => HasMedia(post) || post.Kind is PostKind.Link or PostKind.Note or PostKind.Quote;

    private static bool HasMedia(SimulatedPost post) => post.Kind is PostKind.Photo or PostKind.Video or PostKind.PhotoAlone;

    private static string MediaKey(SimulatedPost post) => $"{(post.Kind == PostKind.Video ? 7 : 3)}_{post.Id}";

    public static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w$])\$[A-Z][A-Z0-9.]{0,9}\b")]
    private static partial Regex Cashtag();
}
