using System.Globalization;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Social;

/// <summary>What a post is beside its words.</summary>
internal enum PostKind
{
    Plain,
    Photo,
    Video,
    PhotoAlone,
    Link,
    Note,
    Reply,
    Repost,
    Quote,
    Edited,
}

/// <summary>A simulated post; its counts are a question of when one asks (<see cref="Reach"/>).</summary>
/// <param name="Id">Rises with time, by the network's own rule.</param>
/// <param name="FirstId">The id before it was edited; the same where it was not.</param>
/// <param name="FinalLikes">What its likes come to after some days.</param>
/// <param name="TakenDownAt">When its author deletes it; null for most.</param>
internal sealed record SimulatedPost(
    long Id,
    long FirstId,
    SocialAccountListing Account,
    Instant CreatedAt,
    string Text,
    string Language,
    PostKind Kind,
    double FinalLikes,
    Instant? TakenDownAt
)
{
    /// <summary>What a repost repeats or a quote quotes.</summary>
    public SimulatedPost? Other { get; init; }

    /// <summary>Whether the network shows it at that time.</summary>
    public bool IsShown(Instant now) => CreatedAt <= now && !(TakenDownAt <= now);

    /// <summary>Counts grow quickly at first and end after about two days.</summary>
    public PostReach Reach(Instant now)
    {
        var grown = 1 - Math.Exp(-(now - CreatedAt).TotalHours / 8);
        var likes = (long)(FinalLikes * grown);
        return new PostReach(likes, likes / 6, likes / 11, likes / 40, likes / 25, likes * 60);
    }
}

/// <summary>Counts of a post.</summary>
internal sealed record PostReach(long Likes, long Reposts, long Replies, long Quotes, long Bookmarks, long Impressions);

/// <summary>
/// Posts as a function of seed, account and day: made when they are asked for, the same at every start, none from the future.
/// </summary>
internal sealed class SocialPosts(SocialAccounts accounts, SimulatorOptions options, IClock clock)
{
    /// <summary>How far back an account's posts go.</summary>
    public const int Days = 90;

    /// <summary>Milliseconds of the epoch of X's ids, 2010-11-04T01:42:54.657Z.</summary>
    private const long XEpoch = 1_288_834_974_657;

    /// <summary>All posts of the account up to now, newest first.</summary>
    public IReadOnlyList<SimulatedPost> Of(SocialAccountListing account)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        return
        [
            .. Enumerable
                .Range(0, Days)
                .SelectMany(ago => On(account, today.PlusDays(-ago)))
                .Where(p => p.IsShown(now))
                .OrderByDescending(p => p.Id),
        ];
    }

    private IEnumerable<SimulatedPost> On(SocialAccountListing account, LocalDate date, bool asOther = false)
    {
        var dice = new Dice(
            Dice.Mix(Dice.Seed($"{account.Platform}/{account.Username}") ^ (ulong)options.Seed, (ulong)(date.DayOfYear + (date.Year * 400)))
        );
        var count = (int)(account.PostsADay + dice.Uniform());
        var midnight = date.AtMidnight().InUtc().ToInstant();
        for (var i = 0; i < count; i++)
        {
            // Spread over the day, so that two of an account never share a moment; most of them while New York is awake.
            var hour = 24 * (i + dice.Uniform()) / count;
            if (hour is > 3 and < 10 && dice.Uniform() < 0.6)
                hour += 9;
            var at = midnight + Duration.FromSeconds((long)(hour * 3600) + i);
            var post = Make(account, at, ref dice);
            yield return post.Kind is PostKind.Repost or PostKind.Quote && !asOther ? Refer(post, date) : post;
        }
    }

    /// <summary>Repeats or quotes what another account wrote in the days before, its long posts rather than its short ones.</summary>
    private SimulatedPost Refer(SimulatedPost post, LocalDate date)
    {
        var other = accounts.Another(post.Account, post.Id);
        var found = Enumerable
            .Range(1, 7)
            .SelectMany(ago => On(other, date.PlusDays(-ago), asOther: true))
            .Where(p => p.Kind is PostKind.Plain or PostKind.Note)
            .OrderByDescending(p => p.Kind)
            .FirstOrDefault();
        return found is null ? post with { Kind = PostKind.Plain } : post with { Other = found };
    }

    private SimulatedPost Make(SocialAccountListing account, Instant at, ref Dice dice)
    {
        var kind = dice.Uniform() switch
        {
            < 0.08 => PostKind.Reply,
            < 0.13 => PostKind.Repost,
            < 0.17 => PostKind.Quote,
            < 0.22 => PostKind.Note,
            < 0.26 => PostKind.Link,
            < 0.36 => PostKind.Photo,
            < 0.40 => PostKind.Video,
            < 0.43 => PostKind.PhotoAlone,
            < 0.45 when account.Platform == "x" => PostKind.Edited,
            _ => PostKind.Plain,
        };
        var (text, language) = Words(account, ref dice);
        for (var more = 0; kind == PostKind.Note && more < 5; more++)
            text += (more == 2 ? "\n\n" : " ") + Words(account, ref dice).Text;
        var low = (long)(dice.Next() & 0xFFFF);
        var first = IdAt(account.Platform, at, low);
        // An edit is a post of its own with a new id; its history names the first.
        var id = kind == PostKind.Edited ? IdAt(account.Platform, at + Duration.FromMinutes(4), low) : first;
        var likes = account.Followers * (0.0002 + (0.002 * dice.Uniform()));
        return new SimulatedPost(
            id,
            first,
            account,
            at,
            text,
            language,
            kind,
            likes,
            dice.Uniform() < 0.025 ? at + Duration.FromHours(5) : null
        );
    }

    private (string Text, string Language) Words(SocialAccountListing account, ref Dice dice)
    {
        var assets = accounts.AssetsOf(account);
        var isKorean = account.Username.StartsWith("sim_korea", StringComparison.Ordinal);
        var pool =
            assets.Length == 0 || dice.Uniform() < 0.22 ? PostTexts.NoAsset
            : isKorean || dice.Uniform() < 0.06 ? PostTexts.Korean
            : assets.Length >= 3 && dice.Uniform() < 0.25 ? PostTexts.ManyAssets
            : PostTexts.OneAsset;
        var text = pool[(int)(dice.Uniform() * pool.Length)];
        text = text.Replace("{pct}", (1 + (dice.Uniform() * 11)).ToString("0.0", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (assets.Length > 0)
        {
            var start = (int)(dice.Uniform() * assets.Length);
            for (var n = 1; n <= 3; n++)
            {
                var asset = assets[(start + n - 1) % assets.Length];
                var mark = n == 1 ? "" : n.ToString(CultureInfo.InvariantCulture);
                text = text.Replace($"{{cash{mark}}}", asset.Cashtag, StringComparison.Ordinal)
                    .Replace($"{{name{mark}}}", asset.Name, StringComparison.Ordinal)
                    .Replace($"{{korean{mark}}}", asset.Korean, StringComparison.Ordinal);
            }
        }
        return (text, pool == PostTexts.Korean ? "ko" : "en");
    }

    private static long IdAt(string platform, Instant at, long low) =>
        platform == "x" ? ((at.ToUnixTimeMilliseconds() - XEpoch) << 22) | (low << 4) : (at.ToUnixTimeMilliseconds() << 16) | low;
}
