using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Tests.Fixture;
using MimeKit;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>Links of a mail: confirming and unsubscribing, by a person and by a program.</summary>
public sealed class MailLinksTests(ApiHost api) : EmailRoutesTestBase(api)
{
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
}
