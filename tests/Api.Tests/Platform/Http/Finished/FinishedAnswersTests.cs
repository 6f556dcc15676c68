using System.IO.Compression;
using System.Net;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Platform.Http.Finished;

public sealed class FinishedAnswersTests
{
    [Fact]
    public async Task A_question_that_is_asked_again_is_answered_with_the_same_bytes()
    {
        await using var asked = await AskedAgain.StartAsync();

        using var first = await asked.GetAsync("/posts?limit=5&author=a");
        using var again = await asked.GetAsync("/posts?author=a&limit=5");

        Assert.Equal(1, asked.Runs);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(first.Headers.CacheControl?.ToString(), again.Headers.CacheControl?.ToString());
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Ct), await again.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_route_whose_query_chooses_the_shape_keeps_its_answers()
    {
        await using var asked = await AskedAgain.StartAsync();

        using var page = await asked.GetAsync("/shapes?limit=5");
        using var again = await asked.GetAsync("/shapes?limit=5");
        using var list = await asked.GetAsync("/shapes");

        Assert.Equal(2, asked.Runs);
    }

    [Theory]
    [InlineData("/posts?limit=5", "/posts?limit=6")]
    [InlineData("/posts?author=a&author=b", "/posts?author=a")]
    [InlineData("/posts", "/news")]
    public async Task Different_questions_have_answers_of_their_own(string one, string other)
    {
        await using var asked = await AskedAgain.StartAsync();

        using var first = await asked.GetAsync(one);
        using var second = await asked.GetAsync(other);

        Assert.Equal(2, asked.Runs);
    }

    [Theory]
    [InlineData("/never")]
    [InlineData("/unknown")]
    [InlineData("/own")]
    [InlineData("/stale")]
    [InlineData("/language")]
    [InlineData("/page")]
    public async Task What_is_for_one_client_or_for_this_moment_is_never_kept(string path)
    {
        await using var asked = await AskedAgain.StartAsync();

        using var first = await asked.GetAsync(path);
        using var second = await asked.GetAsync(path);

        Assert.Equal(2, asked.Runs);
        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(0, asked.Answers.Entries);
    }

    [Fact]
    public async Task What_is_written_is_read_again_and_other_features_answers_stay()
    {
        await using var asked = await AskedAgain.StartAsync();
        using var posts = await asked.GetAsync("/posts");
        using var news = await asked.GetAsync("/news");

        asked.Answers.Forget("Sns");
        using var newPosts = await asked.GetAsync("/posts");
        using var sameNews = await asked.GetAsync("/news");
        Assert.Equal(3, asked.Runs);

        asked.Answers.ForgetAll();
        using var newerPosts = await asked.GetAsync("/posts");
        using var newNews = await asked.GetAsync("/news");
        Assert.Equal(5, asked.Runs);
    }

    [Fact]
    public async Task A_write_during_a_reading_makes_the_next_request_read_for_itself()
    {
        await using var asked = await AskedAgain.StartAsync();
        var gate = new TaskCompletionSource();
        asked.Gate = gate.Task;
        var before = asked.GetAsync("/posts");
        await Wait.Until(() => asked.Runs == 1);

        asked.Answers.Forget("Sns");
        var after = asked.GetAsync("/posts");
        await Wait.Until(() => asked.Runs == 2);
        gate.SetResult();

        (await before).Dispose();
        (await after).Dispose();
        using var last = await asked.GetAsync("/posts");
        Assert.Equal(2, asked.Runs);
    }

    [Fact]
    public async Task Requests_at_the_same_time_share_one_reading()
    {
        await using var asked = await AskedAgain.StartAsync();
        var gate = new TaskCompletionSource();
        asked.Gate = gate.Task;
        var all = Enumerable.Range(0, 20).Select(_ => asked.GetAsync("/posts")).ToArray();
        await Wait.Until(() => asked.Runs == 1);
        gate.SetResult();

        foreach (var answer in await Task.WhenAll(all))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answer.Dispose();
        }
        Assert.Equal(1, asked.Runs);
    }

    [Fact]
    public async Task When_the_client_that_reads_has_gone_another_reads()
    {
        await using var asked = await AskedAgain.StartAsync();
        var gate = new TaskCompletionSource();
        asked.Gate = gate.Task;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var gone = asked.GetUntilAsync("/posts", leaving.Token);
        await Wait.Until(() => asked.Runs == 1);
        var stays = asked.GetAsync("/posts");

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await Wait.Until(() => asked.Runs == 2);
        gate.SetResult();

        using var answer = await stays;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_no_longer_fresh_is_read_again()
    {
        await using var asked = await AskedAgain.StartAsync();
        using var first = await asked.GetAsync("/read-before");
        asked.Time.Now += TimeSpan.FromSeconds(4);
        using var kept = await asked.GetAsync("/read-before");
        Assert.Equal(1, asked.Runs);
        // As old as its data: read eight seconds before it was finished.
        Assert.Equal(TimeSpan.FromSeconds(12), kept.Headers.Age);
        Assert.Equal("</next>; rel=\"next\"", Assert.Single(kept.Headers.GetValues("Link")));

        asked.Time.Now += TimeSpan.FromSeconds(2);
        using var again = await asked.GetAsync("/read-before");
        Assert.Equal(2, asked.Runs);
    }

    [Fact]
    public async Task Kept_bytes_are_compressed_for_those_who_ask_and_unchanged_ones_are_304()
    {
        await using var asked = await AskedAgain.StartAsync();
        using var plain = await asked.GetAsync("/posts");
        using var packed = await asked.GetAsync("/posts", ("Accept-Encoding", "br"));
        using var gzip = await asked.GetAsync("/posts", ("Accept-Encoding", "gzip"));
        using var unchanged = await asked.GetAsync("/posts", ("If-None-Match", plain.Headers.ETag!.ToString()));

        Assert.Equal(1, asked.Runs);
        Assert.Equal("br", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.Equal(
            await plain.Content.ReadAsStringAsync(Ct),
            await TextAsync(new BrotliStream(await packed.Content.ReadAsStreamAsync(Ct), CompressionMode.Decompress))
        );
        Assert.Equal(
            await plain.Content.ReadAsStringAsync(Ct),
            await TextAsync(new GZipStream(await gzip.Content.ReadAsStreamAsync(Ct), CompressionMode.Decompress))
        );
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync(Ct));

        static async Task<string> TextAsync(Stream unpacked)
        {
            using var reader = new StreamReader(unpacked);
            return await reader.ReadToEndAsync(Ct);
        }
    }

    [Fact]
    public async Task Thousands_of_different_questions_take_no_more_memory_than_the_bound()
    {
        await using var asked = await AskedAgain.StartAsync(maxMegabytes: 1);

        for (var i = 0; i < 2_000; i++)
            (await asked.GetAsync($"/posts?author=a{i}")).Dispose();

        Assert.Equal(2_000, asked.Runs);
        Assert.InRange(asked.Answers.Bytes, 1, 1024 * 1024);
    }
}
