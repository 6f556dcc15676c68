using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Fixture;
using MimeKit;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>The routes as the front end, a mail program and a person with a browser use them, with the real sender behind them.</summary>
public sealed class EmailRoutesTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Base = "/api/v1/email-subscription";
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static string NewAddress() => $"{Guid.NewGuid():N}@example.com";

    private sealed record Answer(int Status, string? MediaType, string Text, HttpResponseMessage Message)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
    }

    private async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        string? accept = null,
        string? language = null
    )
    {
        using var client = api.Host.Server.CreateClient();
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        var message = await client.SendAsync(request, Ct);
        return new Answer(
            (int)message.StatusCode,
            message.Content.Headers.ContentType?.MediaType,
            await message.Content.ReadAsStringAsync(Ct),
            message
        );
    }

    private Task<Answer> PostAsync(string route, object body, string? accept = null, string? language = null) =>
        SendAsync(HttpMethod.Post, $"{Base}/{route}", JsonContent.Create(body), accept, language);

    private async Task<MimeMessage> MailToAsync(string address, Func<MimeMessage, bool>? wanted = null)
    {
        MimeMessage? found = null;
        await Wait.Until(
            () =>
                (
                    found = Directory.Exists(api.Mails)
                        ? Directory
                            .GetFiles(api.Mails, "*.eml")
                            .Select(f => MimeMessage.Load(f, Ct))
                            .FirstOrDefault(m => m.To.Mailboxes.Single().Address == address && (wanted is null || wanted(m)))
                        : null
                )
                    is not null,
            TimeSpan.FromSeconds(60),
            $"a mail to {address}"
        );
        return found!;
    }

    private async Task<(string Address, MimeMessage Mail)> SubscribedAsync()
    {
        var address = NewAddress();
        Assert.Equal(200, (await PostAsync("subscribe", new { email = address, agreed = true })).Status);
        return (address, await MailToAsync(address));
    }

    [Theory]
    [InlineData("SP500")]
    [InlineData("NASDAQ")]
    [InlineData("ALL")]
    public async Task Subscribing_answers_every_field_of_the_contract(string scope)
    {
        var address = NewAddress();

        var answer = await PostAsync(
            "subscribe",
            new
            {
                email = $"  {address.ToUpperInvariant()} ",
                scope,
                agreed = true,
            }
        );

        Assert.Equal((200, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal(["success", "message", "email", "scope", "requires_verification"], answer.Json.EnumerateObject().Select(p => p.Name));
        Assert.True(answer.Json.GetProperty("success").GetBoolean());
        Assert.True(answer.Json.GetProperty("requires_verification").GetBoolean());
        Assert.Equal((address, scope), (answer.Json.GetProperty("email").GetString(), answer.Json.GetProperty("scope").GetString()));
    }

    [Fact]
    public async Task A_subscriber_and_a_stranger_get_the_same_answer()
    {
        var (known, mail) = await SubscribedAsync();
        await PostAsync("verify", new { token = mail.VerifyToken() });
        var unknown = NewAddress();
        foreach (var route in new[] { "subscribe", "unsubscribe" })
        {
            var (a, b) = (
                await PostAsync(route, new { email = known, agreed = true }),
                await PostAsync(route, new { email = unknown, agreed = true })
            );
            Assert.Equal(
                (200, a.Text.Replace(known, "", StringComparison.Ordinal)),
                (b.Status, b.Text.Replace(unknown, "", StringComparison.Ordinal))
            );
        }
    }

    [Theory]
    [InlineData("""{"email":"nobody","agreed":true}""", "email")]
    [InlineData("""{"email":"a@b","agreed":true}""", "email")]
    [InlineData("""{"email":"a@b.c\r\nBcc: x@y.zz","agreed":true}""", "email")]
    [InlineData("""{"agreed":true}""", "email")]
    [InlineData("""{"email":null,"agreed":true}""", "email")]
    [InlineData("""{"email":"a@example.com","agreed":false}""", "agreed")]
    [InlineData("""{"email":"a@example.com"}""", "agreed")]
    [InlineData("""{"email":"a@example.com","agreed":"perhaps"}""", "agreed")]
    [InlineData("""{"email":"a@example.com","agreed":true,"scope":"DAX"}""", "scope")]
    public async Task A_bad_request_names_its_field(string body, string field)
    {
        var answer = await SendAsync(
            HttpMethod.Post,
            $"{Base}/subscribe",
            new StringContent(body, new MediaTypeHeaderValue("application/json"))
        );

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Text);
        Assert.False(string.IsNullOrEmpty(answer.Json.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_request_without_a_body_is_415()
    {
        var answer = await SendAsync(HttpMethod.Post, $"{Base}/subscribe");
        Assert.Equal((415, "application/problem+json"), (answer.Status, answer.MediaType));
    }

    [Fact]
    public async Task Answers_are_Korean_unless_English_is_preferred()
    {
        var body = new { email = "nobody", agreed = true };
        Assert.Matches(@"\p{IsHangulSyllables}", (await PostAsync("subscribe", body)).Json.GetProperty("detail").GetString()!);
        Assert.Matches(
            @"^\p{IsBasicLatin}+$",
            (await PostAsync("subscribe", body, language: "en-GB,en;q=0.8")).Json.GetProperty("detail").GetString()!
        );
        var page = await SendAsync(HttpMethod.Get, $"{Base}/verify?token=x", accept: Browser, language: "en");
        Assert.Contains("<html lang=\"en\">", page.Text);
        Assert.Contains("Confirmation failed", page.Text);
    }

    [Fact]
    public async Task Opening_a_link_changes_nothing_and_its_button_confirms_once()
    {
        var (address, mail) = await SubscribedAsync();
        Assert.Contains("모의 데이터", mail.Subject); // simulated data is never passed off as real
        var link = $"{Base}/verify?token={mail.VerifyToken()}";
        for (var scans = 0; scans < 3; scans++)
        {
            var page = await SendAsync(HttpMethod.Get, link, accept: Browser);
            Assert.Equal((200, "text/html"), (page.Status, page.MediaType));
            Assert.Single(Regex.Matches(page.Text, "<button"));
            Assert.Contains("<form method=\"post\">", page.Text);
            Assert.Contains(address, page.Text);
            Assert.Contains("form-action 'self'", string.Join(' ', page.Message.Headers.GetValues("Content-Security-Policy")));
            Assert.Contains("no-store", page.Message.Headers.CacheControl!.ToString());
            Assert.Equal("no-referrer", page.Message.Headers.GetValues("Referrer-Policy").Single());
        }
        Assert.Equal(200, (await SendAsync(HttpMethod.Head, link)).Status);

        var pressed = await SendAsync(HttpMethod.Post, link, new FormUrlEncodedContent([]), Browser);
        Assert.Equal((200, "text/html"), (pressed.Status, pressed.MediaType));
        Assert.Contains("이메일 인증 완료", pressed.Text);

        var again = await SendAsync(HttpMethod.Post, link, new FormUrlEncodedContent([]), Browser);
        Assert.Equal((400, "text/html"), (again.Status, again.MediaType));
        Assert.Contains("이미 사용된 링크", again.Text);
    }

    [Fact]
    public async Task A_program_gets_JSON_behind_a_link()
    {
        var (address, mail) = await SubscribedAsync();
        var token = mail.VerifyToken();

        var looked = await SendAsync(HttpMethod.Get, $"{Base}/verify?token={token}", accept: "application/json");
        Assert.Equal(
            (200, true, address),
            (looked.Status, looked.Json.GetProperty("requires_confirmation").GetBoolean(), looked.Json.GetProperty("email").GetString())
        );
        var confirmed = await PostAsync("verify", new { token });
        Assert.Equal(
            (200, false, "SP500"),
            (
                confirmed.Status,
                confirmed.Json.GetProperty("requires_confirmation").GetBoolean(),
                confirmed.Json.GetProperty("scope").GetString()
            )
        );
        var used = await PostAsync("verify", new { token });
        Assert.Equal((400, "application/problem+json"), (used.Status, used.MediaType));
        Assert.True(used.Json.GetProperty("errors").TryGetProperty("token", out _));
    }

    [Theory]
    [InlineData("GET", "verify?token=unknown", 400)]
    [InlineData("GET", "verify", 400)]
    [InlineData("GET", "verify?token=", 400)]
    [InlineData("POST", "verify", 400)]
    [InlineData("POST", "verify?token=unknown", 400)]
    [InlineData("GET", "unsubscribe?token=unknown", 400)]
    [InlineData("GET", "unsubscribe", 400)]
    [InlineData("POST", "unsubscribe?token=unknown", 400)]
    public async Task A_link_that_leads_nowhere_is_a_page_for_a_person_and_a_problem_for_a_program(string method, string path, int status)
    {
        var page = await SendAsync(new HttpMethod(method), $"{Base}/{path}", accept: Browser);
        Assert.Equal((status, "text/html"), (page.Status, page.MediaType));
        Assert.Contains("홈으로 돌아가기", page.Text);
        var problem = await SendAsync(new HttpMethod(method), $"{Base}/{path}", accept: "application/json");
        Assert.Equal((status, "application/problem+json"), (problem.Status, problem.MediaType));
        Assert.True(problem.Json.GetProperty("errors").TryGetProperty("token", out _));
    }

    [Fact]
    public async Task A_mail_program_unsubscribes_by_one_click()
    {
        var (_, mail) = await SubscribedAsync();
        var url = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'));
        var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);

        var answer = await SendAsync(HttpMethod.Post, url.PathAndQuery, form);

        Assert.Equal(200, answer.Status);
        Assert.Equal(["success", "message", "requires_confirmation"], answer.Json.EnumerateObject().Select(p => p.Name));
        Assert.True(answer.Json.GetProperty("success").GetBoolean());
        Assert.False(answer.Json.GetProperty("requires_confirmation").GetBoolean());
        using var multipart = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };
        Assert.Equal(200, (await SendAsync(HttpMethod.Post, url.PathAndQuery, multipart)).Status); // again, in the other form of RFC 8058
        Assert.Equal(400, (await PostAsync("verify", new { token = mail.VerifyToken() })).Status); // the pending link is void
    }

    [Fact]
    public async Task A_person_unsubscribes_by_the_button_and_may_open_the_link_again()
    {
        var (_, mail) = await SubscribedAsync();
        var link = $"{Base}/unsubscribe?token={mail.CancelToken()}";
        var page = await SendAsync(HttpMethod.Get, link, accept: Browser);
        Assert.Contains("구독 취소하기", page.Text);
        Assert.Equal(400, (await PostAsync("unsubscribe", new { token = mail.VerifyToken() })).Status);

        var pressed = await SendAsync(HttpMethod.Post, link, new FormUrlEncodedContent([]), Browser);
        Assert.Contains("구독 취소 완료", pressed.Text);
        Assert.Equal(200, (await SendAsync(HttpMethod.Post, link, new FormUrlEncodedContent([]), Browser)).Status);
    }

    [Fact]
    public async Task An_address_alone_only_brings_a_link()
    {
        var (address, mail) = await SubscribedAsync();
        await PostAsync("verify", new { token = mail.VerifyToken() });

        var answer = await PostAsync("unsubscribe", new { email = address });

        Assert.Equal((200, true), (answer.Status, answer.Json.GetProperty("requires_confirmation").GetBoolean()));
        var link = await MailToAsync(address, m => m.MessageId!.StartsWith("unsubscribe-link", StringComparison.Ordinal));
        Assert.Contains(link.CancelToken(), link.HtmlBody);
        Assert.Equal(200, (await PostAsync("unsubscribe", new { token = link.CancelToken() })).Status);
    }

    [Theory]
    [InlineData("{}", "email")]
    [InlineData("""{"email":"nobody"}""", "email")]
    [InlineData("""{"email":"a@example.com","scope":"DAX"}""", "scope")]
    public async Task Unsubscribing_without_saying_whom_is_refused(string body, string field)
    {
        var answer = await SendAsync(
            HttpMethod.Post,
            $"{Base}/unsubscribe",
            new StringContent(body, new MediaTypeHeaderValue("application/json"))
        );
        Assert.Equal(400, answer.Status);
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Text);
    }

    [Fact]
    public async Task The_sixth_call_of_an_hour_about_an_address_is_refused_to_every_client()
    {
        var address = NewAddress();
        for (var call = 1; call <= 5; call++)
            Assert.Equal(
                200,
                (await PostAsync(call % 2 == 0 ? "subscribe" : "unsubscribe", new { email = address, agreed = true })).Status
            );

        var refused = await PostAsync("subscribe", new { email = address.ToUpperInvariant(), agreed = true });

        Assert.Equal((429, "application/problem+json"), (refused.Status, refused.MediaType));
        Assert.InRange((int)refused.Message.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 3000, 3600);
        Assert.Equal("5", refused.Message.Headers.GetValues("RateLimit-Limit").Single());
        Assert.Equal(200, (await PostAsync("subscribe", new { email = NewAddress(), agreed = true })).Status);
    }

    [Fact]
    public async Task The_twenty_first_call_of_an_hour_by_a_client_is_refused_for_every_address()
    {
        // A /64 of IPv6 is one customer.
        async Task<int> CallAsync(string client) => (
                await api.Host.Server.SendAsync(
                    http =>
                    {
                        var body = JsonSerializer.SerializeToUtf8Bytes(new { email = NewAddress(), agreed = true }, JsonSettings.Wire);
                        http.Request.Method = "POST";
                        http.Request.Path = $"{Base}/subscribe";
                        http.Request.ContentType = "application/json";
                        http.Request.ContentLength = body.Length;
                        http.Request.Body = new MemoryStream(body);
                        http.Connection.RemoteIpAddress = IPAddress.Parse(client);
                    },
                    Ct
                )
            ).Response.StatusCode;

        var statuses = await Task.WhenAll(Enumerable.Range(1, 24).Select(n => CallAsync($"2001:db8:0:7::{n}")));

        Assert.Equal((20, 4), (statuses.Count(s => s == 200), statuses.Count(s => s == 429)));
        Assert.Equal(200, await CallAsync("2001:db8:0:8::1"));
    }

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
            var token = Assert.Single(get.GetProperty("parameters").EnumerateArray());
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
