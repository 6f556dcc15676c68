using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Ingestion;

/// <summary>Visits of the job: what each reads, counts again and leaves for the next.</summary>
public sealed class XPostsJobTests(LocalServices services) : XPostsJobTestBase(services)
{
    [Fact]
    public async Task The_first_visit_reads_the_whole_timeline_and_the_next_what_is_new()
    {
        WriteHourly("1", 250);
        Write("2", Clock.GetCurrentInstant() - Duration.FromDays(100), "too old");
        var first = await RunAsync();
        Assert.Equal((250, true), (first.Rows, first.Complete));
        Assert.Equal(
            ["/users/by", "/users/1/tweets", "/users/1/tweets", "/users/1/tweets", "/users/2/tweets", "/tweets"],
            Asked.Select(a => a.Split('?')[0])
        );
        var held = await HeldAsync();
        Assert.Equal(250, held.Count);
        Assert.All(held, p =>
            Assert.Equal(("Alice", "Alice A", true, "configured"), (p.Author, p.DisplayName, p.Verified, p.AccountCategory))
        );

        Clock.AdvanceHours(2);
        Write("1", Clock.GetCurrentInstant() - Duration.FromMinutes(5), "new");
        var next = await RunAsync();
        Assert.Equal(1, next.Rows);
        Assert.Equal(3, Asked.Count); // two timelines and the counts: names are known
        Assert.Contains(Asked, a => a.Contains($"since_id={held[^1].PostId}", StringComparison.Ordinal));
        Assert.Equal(251, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task Running_twice_changes_nothing()
    {
        WriteHourly("1", 30);
        WriteHourly("2", 30);
        await RunAsync();
        var held = await HeldAsync();
        Assert.Equal(0, (await RunAsync()).Rows);
        Assert.Equal(held.Select(p => (p.Id, p.UpdatedAt)), (await HeldAsync()).Select(p => (p.Id, p.UpdatedAt)));
    }

    [Fact]
    public async Task A_run_counts_a_few_posts_again_and_each_in_its_turn()
    {
        for (var i = 1; i <= 5; i++)
            Write("1", Clock.GetCurrentInstant() - Duration.FromHours(i), $"post {i}", likes: 1);
        Write("1", Clock.GetCurrentInstant() - Duration.FromDays(4), "old: its counts stay");
        await RunAsync(recounted: 0);
        Assert.Empty(Recounted());

        var turns = new List<string>();
        for (var run = 0; run < 3; run++)
        {
            Clock.AdvanceHours(2);
            Timelines["1"] = [.. Timelines["1"].Select(w => w with { Likes = w.Likes + 1 })];
            await RunAsync(recounted: 2);
            turns.AddRange(Recounted());
        }
        Assert.Equal(6, turns.Count);
        // all five had a turn, then the first again
        Assert.Equal(Timelines["1"].Take(5).Select(w => Text(w.Id)).Order(), turns.Take(5).Order());
        Assert.Equal(turns[0], turns[5]);
    }

    [Fact]
    public async Task Counts_that_grow_are_seen_and_an_edit_replaces_the_text()
    {
        var id = Write("1", Clock.GetCurrentInstant() - Duration.FromHours(1), "first text", likes: 5);
        await RunAsync();
        var seen = Clock.GetCurrentInstant();
        Clock.AdvanceHours(2);
        Timelines["1"][0] = Timelines["1"][0] with { Likes = 50 };
        Assert.Equal(1, (await RunAsync()).Rows);
        var post = Assert.Single(await HeldAsync());
        Assert.Equal(
            (50L, seen, Clock.GetCurrentInstant(), "first text"),
            (post.Likes!.Value, post.FirstSeenAt, post.UpdatedAt, post.Text)
        );

        // An edit is a post with a new id whose history begins with the old one.
        Timelines["1"][0] = new Written(id + 4_000_000_000, id, "second text", 51);
        Assert.Equal(1, (await RunAsync()).Rows);
        var edited = Assert.Single(await HeldAsync());
        Assert.Equal(
            (Text(id), Text(id + 4_000_000_000), "second text", post.CreatedAt),
            (edited.PostId, edited.LatestId, edited.Text, edited.CreatedAt)
        );
        Assert.NotEqual(post.TextHash, edited.TextHash);
    }

    [Fact]
    public async Task A_budget_that_ends_in_the_middle_leaves_no_gap()
    {
        WriteHourly("1", 450);
        WriteHourly("2", 20);
        CallsLeft = 3; // names and two of five pages
        Assert.True((await RunAsync()).IsLimited);
        Assert.Equal(200, (await HeldAsync()).Count);

        // Meanwhile the account goes on writing; the walk goes on where it stood, and what is newer comes at the visit after.
        Clock.AdvanceHours(2);
        Write("1", Clock.GetCurrentInstant() - Duration.FromMinutes(5), "newer");
        CallsLeft = 3;
        var part = await RunAsync();
        Assert.False(part.Complete);
        CallsLeft = int.MaxValue;
        await RunAsync();
        await RunAsync();
        var held = await HeldAsync();
        Assert.Equal(471, held.Count);
        Assert.Equal(held.Count, held.DistinctBy(p => p.PostId).Count());
        Assert.Equal(0, (await RunAsync()).Rows);
    }

    [Fact]
    public async Task A_run_that_is_killed_between_pages_ends_the_same_when_it_is_repeated()
    {
        WriteHourly("1", 250);
        await RunAsync();
        var whole = (await HeldAsync()).Select(p => (p.Id, p.Text)).ToList();

        await using (var session = Documents.LightweightSession())
        {
            session.DeleteWhere<SocialPost>(p => p.Source == SocialSource.X);
            session.DeleteWhere<SocialAccount>(a => a.Source == SocialSource.X);
            await session.SaveChangesAsync(Ct);
        }
        CallsLeft = 2;
        Assert.True((await RunAsync()).IsLimited);
        CallsLeft = int.MaxValue;
        await RunAsync();
        Assert.Equal(whole, (await HeldAsync()).Select(p => (p.Id, p.Text)));
    }

    [Fact]
    public async Task The_account_that_waited_longest_comes_first()
    {
        Write("1", Clock.GetCurrentInstant() - Duration.FromHours(1), "a");
        Write("2", Clock.GetCurrentInstant() - Duration.FromHours(1), "b");
        CallsLeft = 2;
        Assert.False((await RunAsync()).Complete);
        Clock.AdvanceHours(2);
        CallsLeft = 1;
        Assert.False((await RunAsync()).Complete);
        Assert.StartsWith("/users/2/tweets", Asked[0], StringComparison.Ordinal);
    }
}
