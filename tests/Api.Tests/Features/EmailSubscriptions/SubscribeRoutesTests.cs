using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>Subscribing: answers, refusals and limits.</summary>
public sealed class SubscribeRoutesTests(ApiHost api) : EmailRoutesTestBase(api)
{
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
                await Api.Host.Server.SendAsync(
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
}
