using System.Globalization;
using InvestmentAssistant.MarketSimulator.Walk;
using NodaTime;

namespace InvestmentAssistant.MarketSimulator.Social;

/// <summary>What a post is beside its words.</summary>
internal enum PostKind { Plain, Photo, Video, PhotoAlone, Reply, Repost, Edited }

/// <summary>A simulated post; its counts are a question of when one asks (<see cref="Reach"/>).</summary>
/// <param name="Id">Rises with time, by the network's own rule.</param>
/// <param name="FirstId">The id before it was edited; the same where it was not.</param>
/// <param name="FinalLikes">What its likes come to after some days.</param>
internal sealed record SimulatedPost(
    long Id, long FirstId, SocialAccountListing Account, Instant CreatedAt, string Text, string Language, PostKind Kind, double FinalLikes)
{
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

/// <summary>Posts as a function of seed, account and day: made when they are asked for, the same at every start, none from the future.</summary>
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
        return [.. Enumerable.Range(0, Days).SelectMany(ago => On(account, today.PlusDays(-ago))).Where(p => p.CreatedAt <= now).OrderByDescending(p => p.Id)];
    }

    private IEnumerable<SimulatedPost> On(SocialAccountListing account, LocalDate date)
    {
        var dice = new Dice(Dice.Mix(Dice.Seed($"{account.Platform}/{account.Username}") ^ (ulong)options.Seed, (ulong)(date.DayOfYear + (date.Year * 400))));
        var count = (int)(account.PostsADay + dice.Uniform());
        var midnight = date.AtMidnight().InUtc().ToInstant();
        for (var i = 0; i < count; i++)
        {
            // Spread over the day, so that two of an account never share a moment; most of them while New York is awake.
            var hour = 24 * (i + dice.Uniform()) / count;
            if (hour is > 3 and < 10 && dice.Uniform() < 0.6) hour += 9;
            var at = midnight + Duration.FromSeconds((long)(hour * 3600) + i);
            yield return Make(account, at, ref dice);
        }
    }

    private SimulatedPost Make(SocialAccountListing account, Instant at, ref Dice dice)
    {
        var kind = dice.Uniform() switch
        {
            < 0.08 => PostKind.Reply,
            < 0.13 => PostKind.Repost,
            < 0.25 => PostKind.Photo,
            < 0.29 => PostKind.Video,
            < 0.32 => PostKind.PhotoAlone,
            < 0.34 when account.Platform == "x" => PostKind.Edited,
            _ => PostKind.Plain,
        };
        var (text, language) = Words(account, ref dice);
        var low = (long)(dice.Next() & 0xFFFF);
        var first = IdAt(account.Platform, at, low);
        // An edit is a post of its own with a new id; its history names the first.
        var id = kind == PostKind.Edited ? IdAt(account.Platform, at + Duration.FromMinutes(4), low) : first;
        var likes = account.Followers * (0.0002 + (0.002 * dice.Uniform()));
        return new SimulatedPost(id, first, account, at, text, language, kind, likes);
    }

    private (string Text, string Language) Words(SocialAccountListing account, ref Dice dice)
    {
        var assets = accounts.AssetsOf(account);
        var isKorean = account.Username.StartsWith("Korea", StringComparison.Ordinal);
        var pool = assets.Length == 0 || dice.Uniform() < 0.22 ? PostTexts.NoAsset
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
                text = text.Replace($"{{cash{mark}}}", asset.Cashtag, StringComparison.Ordinal).Replace($"{{name{mark}}}", asset.Name, StringComparison.Ordinal)
                    .Replace($"{{korean{mark}}}", asset.Korean, StringComparison.Ordinal);
            }
        }
        return (text, pool == PostTexts.Korean ? "ko" : "en");
    }

    private static long IdAt(string platform, Instant at, long low) => platform == "x"
        ? ((at.ToUnixTimeMilliseconds() - XEpoch) << 22) | (low << 4)
        : (at.ToUnixTimeMilliseconds() << 16) | low;
}
