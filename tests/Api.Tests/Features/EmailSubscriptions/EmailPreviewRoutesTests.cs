using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>Previews of the mails, and what the API description says.</summary>
public sealed class EmailPreviewRoutesTests(ApiHost api) : EmailRoutesTestBase(api)
{
    [Theory]
    [InlineData("verification", "구독을 확인해 주세요")]
    [InlineData("already-subscribed", "이미 구독 중")]
    [InlineData("unsubscribe-link", "구독 취소")]
    [InlineData("earnings", "실적 발표 일정")]
    public async Task Developers_see_the_mails(string letter, string words)
    {
        var html = await SendAsync(HttpMethod.Get, $"/dev/mails/{letter}");
        Assert.Equal((200, "text/html"), (html.Status, html.MediaType));
        Assert.Contains(words, html.Text);
        var text = await SendAsync(HttpMethod.Get, $"/dev/mails/{letter}?lang=en&part=text");
        Assert.Equal((200, "text/plain"), (text.Status, text.MediaType));
        Assert.StartsWith("Subject: [SIMULATED]", text.Text, StringComparison.Ordinal);
        Assert.Contains("Unsubscribe: http", text.Text);
    }

    [Fact]
    public async Task The_list_of_previews_links_to_them_and_an_unknown_one_is_not_found()
    {
        Assert.Contains("/dev/mails/earnings", (await SendAsync(HttpMethod.Get, "/dev/mails")).Text);
        Assert.Equal(404, (await SendAsync(HttpMethod.Get, "/dev/mails/spam")).Status);
        Assert.DoesNotContain("/dev/mails", (await SendAsync(HttpMethod.Get, "/openapi/v1.json")).Text);
    }

    [Fact]
    public async Task The_document_describes_token_and_bodies()
    {
        var document = (await SendAsync(HttpMethod.Get, "/openapi/v1.json")).Json;
        var paths = document.GetProperty("paths");
        foreach (var route in new[] { "verify", "unsubscribe" })
        {
            var get = paths.GetProperty($"{Base}/{route}").GetProperty("get");
            var token = Assert.Single(get.GetProperty("parameters").EnumerateArray(), p => p.TryGetProperty("name", out _));
            Assert.Equal(
                ("token", "query", true),
                (token.GetProperty("name").GetString(), token.GetProperty("in").GetString(), token.GetProperty("required").GetBoolean())
            );
            Assert.True(get.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("text/html", out _));
            var body = paths.GetProperty($"{Base}/{route}").GetProperty("post").GetProperty("requestBody").GetProperty("content");
            Assert.True(body.TryGetProperty("application/json", out _));
            Assert.True(body.TryGetProperty("application/x-www-form-urlencoded", out _));
        }
        var subscribe = paths.GetProperty($"{Base}/subscribe").GetProperty("post");
        var schema = Resolve(
            subscribe.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"),
            document
        );
        Assert.Equal(["email", "scope", "agreed"], schema.GetProperty("properties").EnumerateObject().Select(p => p.Name));

        var answer = await PostAsync("subscribe", new { email = NewAddress(), agreed = true });
        var answered = subscribe
            .GetProperty("responses")
            .GetProperty("200")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema");
        Assert.Empty(SchemaCheck.Faults(answer.Json, answered, document));
    }

    private static JsonElement Resolve(JsonElement schema, JsonElement document)
    {
        if (!schema.TryGetProperty("$ref", out var reference))
            return schema;
        foreach (var step in reference.GetString()!.TrimStart('#', '/').Split('/'))
            document = document.GetProperty(step);
        return document;
    }
}
