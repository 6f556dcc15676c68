using System.Net;
using System.Text;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>
/// W1: headers of a body that no request has, sent out of habit, change no answer. Through real endpoints with FastEndpoints' binder.
/// </summary>
public sealed class BodilessRequestsTests(BareApi api) : IClassFixture<BareApi>
{
    [Theory]
    [InlineData("GET", "/api/v1/cpi/?order_by=asc")]
    [InlineData("HEAD", "/api/v1/cpi/?order_by=asc")]
    [InlineData("GET", "/api/v1/sns/posts?skip=0&limit=5")]
    [InlineData("GET", "/api/v1/market-calendar/?start=2026-11-23&end=2026-11-30")]
    public async Task A_get_has_the_same_answer_with_and_without_a_body(string method, string path)
    {
        var plain = await SendAsync(method, path, null);
        Assert.Equal(HttpStatusCode.OK, plain.Status);

        Assert.Equal(plain, await SendAsync(method, path, new ByteArrayContent([]), "application/json"));
        Assert.Equal(plain, await SendAsync(method, path, new StreamContent(new Unsized([])), "application/json"));
        Assert.Equal(plain, await SendAsync(method, path, new StreamContent(new Unsized("not json"u8.ToArray())), "application/json"));
        Assert.Equal(plain, await SendAsync(method, path, new ByteArrayContent("a=b"u8.ToArray()), "application/x-www-form-urlencoded"));
        Assert.Equal(plain, await SendAsync(method, path, new ByteArrayContent("--x"u8.ToArray()), "multipart/form-data; boundary=x"));
        Assert.Equal(plain, await SendAsync(method, path, new ByteArrayContent([]), "application/json; charset=klingon"));
        Assert.Equal(plain, await SendAsync(method, path, new ByteArrayContent([]), "nonsense"));
    }

    [Fact]
    public async Task An_empty_json_body_of_a_post_is_an_empty_object()
    {
        foreach (var content in new HttpContent[] { new ByteArrayContent([]), new StreamContent(new Unsized([])) })
        {
            var (status, body) = await SendAsync("POST", "/api/v1/email-subscription/subscribe", content, "application/json");

            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("\"email\"", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_chunked_json_body_arrives_whole_after_the_look_at_its_start()
    {
        var json = Encoding.UTF8.GetBytes(
            "{\"email\":\"reader@example.com\",\"agreed\":true," + new string(' ', 9_000) + "\"scope\":\"ALL\"}"
        );
        var (status, body) = await SendAsync(
            "POST",
            "/api/v1/email-subscription/subscribe",
            new StreamContent(new Unsized(json)),
            "application/json"
        );

        Assert.True(status is HttpStatusCode.OK, body);
        Assert.Contains("\"ALL\"", body, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(
        string method,
        string path,
        HttpContent? content,
        string? type = null
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        if (type is not null)
            content!.Headers.TryAddWithoutValidation("Content-Type", type);
        if (content is StreamContent)
            request.Headers.TransferEncodingChunked = true;
        using var answer = await api.Http.SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>A body of unknown length, which HTTP sends in chunks.</summary>
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
