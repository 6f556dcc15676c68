using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>Bodies that are too large or of the wrong kind, on a real Kestrel: it is the server that counts them.</summary>
[Collection(nameof(PipelineOnKestrel))]
public sealed class RequestBodyTests(PipelineOnKestrel pipeline)
{
    private const int Limit = PipelineOnKestrel.MaxRequestBodyBytes;

    private static byte[] JsonOf(int bytes) =>
        Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', bytes - """{"text":""}""".Length)}}"}""");

    private async Task<(HttpStatusCode Status, JsonElement Body, string? Type)> PostAsync(byte[] body, string? type, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/note") { Content = new ByteArrayContent(body) };
        if (type is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await pipeline.Http.SendAsync(request, Ct);
        return (
            answer.StatusCode,
            JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct)),
            answer.Content.Headers.ContentType?.MediaType
        );
    }

    [Theory]
    [InlineData(Limit, false)]
    // The lengths between the chunks count too.
    [InlineData(Limit - 20, true)]
    public async Task A_body_up_to_the_limit_is_read(int bytes, bool chunked)
    {
        var (status, body, _) = await PostAsync(JsonOf(bytes), "application/json", chunked);

        Assert.Equal((HttpStatusCode.OK, bytes - """{"text":""}""".Length), (status, body.GetInt32()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_larger_body_is_413_with_and_without_a_length(bool chunked)
    {
        var (status, body, type) = await PostAsync(JsonOf(Limit + 1), "application/json", chunked);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, Problem.ContentType), (status, type));
        Assert.Equal(
            (413, "Content Too Large", "/note"),
            (body.GetProperty("status").GetInt32(), body.GetProperty("title").GetString(), body.GetProperty("instance").GetString())
        );
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml; charset=utf-8")]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=\"no such\"")]
    [InlineData(null)]
    public async Task What_is_not_said_to_be_JSON_is_415(string? given)
    {
        var (status, body, type) = await PostAsync(JsonOf(100), given);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, Problem.ContentType), (status, type));
        Assert.Equal(415, body.GetProperty("status").GetInt32());
        Assert.Contains("application/json", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\":")]
    [InlineData("")]
    public async Task A_body_that_is_not_JSON_is_400(string text)
    {
        var (status, body, type) = await PostAsync(Encoding.UTF8.GetBytes(text), "application/json");

        Assert.Equal((HttpStatusCode.BadRequest, Problem.ContentType, 400), (status, type, body.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData("80000000")]
    [InlineData("ffffffffffffffff")]
    [InlineData("zz")]
    public async Task A_chunk_of_a_size_that_cannot_be_is_400(string size)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, pipeline.Http.BaseAddress!.Port, Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /note HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + size + "\r\n"
            ),
            Ct
        );
        using var reader = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        using var answer = await pipeline.Http.GetAsync(new Uri("/nowhere", UriKind.Relative), Ct);

        Assert.Empty(answer.Headers.Server);
    }
}
