using System.Net.Http.Json;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using MimeKit;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>
/// The routes as the front end, a mail program and a person with a browser use them, with the real sender behind them.
/// </summary>
[Collection(nameof(EmailRoutesTestBase))]
public abstract class EmailRoutesTestBase(ApiHost api) : IClassFixture<ApiHost>
{
    protected ApiHost Api { get; } = api;

    protected const string Base = "/api/v1/email-subscription";
    protected const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    protected static string NewAddress() => $"{Guid.NewGuid():N}@example.com";

    protected sealed record Answer(int Status, string? MediaType, string Text, HttpResponseMessage Message)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
    }

    protected async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        string? accept = null,
        string? language = null
    )
    {
        using var client = Api.Host.Server.CreateClient();
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

    protected Task<Answer> PostAsync(string route, object body, string? accept = null, string? language = null) =>
        SendAsync(HttpMethod.Post, $"{Base}/{route}", JsonContent.Create(body), accept, language);

    protected async Task<MimeMessage> MailToAsync(string address, Func<MimeMessage, bool>? wanted = null)
    {
        MimeMessage? found = null;
        await Wait.Until(
            () =>
                (
                    found = Directory.Exists(Api.Mails)
                        ? Directory
                            .GetFiles(Api.Mails, "*.eml")
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

    protected async Task<(string Address, MimeMessage Mail)> SubscribedAsync()
    {
        var address = NewAddress();
        Assert.Equal(200, (await PostAsync("subscribe", new { email = address, agreed = true })).Status);
        return (address, await MailToAsync(address));
    }
}
