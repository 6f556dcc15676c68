using System.Net.Sockets;
using System.Text;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>
/// H27, S5, S7: forms in which real clients send a request, byte by byte to a real Kestrel, get the answer of the plain request.
/// </summary>
[Collection(nameof(PipelineOnKestrel))]
public sealed class ClientHabitsTests(PipelineOnKestrel pipeline)
{
    [Theory]
    [InlineData("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r\n")]
    [InlineData(
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    )]
    [InlineData("X-Name: J\u00fcrgen\r\nUser-Agent: caf\u00e9\r\nReferer: http://x/\u00ff\r\n")]
    [InlineData("Origin: http://localhost/\u00e9\r\nAccess-Control-Request-Method: G\u00cbT\r\nX-Request-ID: \u00e9\r\n")]
    public async Task H27_headers_that_ask_for_something_else_change_no_answer(string headers)
    {
        var plain = await AskAsync("GET", "/api/hello");
        var answer = await AskAsync("GET", "/api/hello", headers);

        Assert.Equal(("200", "hello"), (answer.Status, answer.Body));
        Assert.Equal(plain["ETag"], answer["ETag"]);
        Assert.Equal(plain["Vary"], answer["Vary"]);
    }

    [Fact]
    public async Task H27_a_preflight_with_bytes_that_no_answer_can_repeat_is_no_failure()
    {
        var answer = await AskAsync(
            "OPTIONS",
            "/api/hello",
            "Origin: https://weinvesting.site\r\nAccess-Control-Request-Method: GET\r\nAccess-Control-Request-Headers: x-\u00e9\r\n"
        );

        Assert.Equal("204", answer.Status);
    }

    [Theory]
    [InlineData("//api/hello")]
    [InlineData("/api//hello")]
    [InlineData("///api///hello//")]
    public async Task H27_doubled_slashes_are_one(string path) => Assert.Equal("hello", (await AskAsync("GET", path)).Body);

    [Fact]
    public async Task H27_a_client_that_closes_its_sending_side_after_the_request_gets_its_answer()
    {
        var answer = AskAsync("GET", "/slow", halfClose: true);
        await pipeline.SlowIsAsked.WaitAsync(Ct);
        pipeline.AnswerSlow();

        Assert.Equal("slow", (await answer).Body);
    }

    [Theory]
    [InlineData("GET", "/api/hello", "")]
    [InlineData("GET", "/api/hello", "Origin: null\r\n")]
    [InlineData("GET", "/api/hello", "Origin: https://evil.example\r\n")]
    [InlineData("GET", "/api/hello", "Origin: https://weinvesting.site\r\n")]
    [InlineData("GET", "/api/hello", "If-None-Match: *\r\n")]
    [InlineData("GET", "/api/hello", "Accept-Encoding: gzip\r\n")]
    [InlineData("HEAD", "/api/hello", "")]
    [InlineData("POST", "/api/hello", "Content-Length: 0\r\n")]
    [InlineData("OPTIONS", "/api/hello", "")]
    [InlineData("OPTIONS", "/api/hello", "Origin: https://evil.example\r\nAccess-Control-Request-Method: GET\r\n")]
    [InlineData("GET", "/alive", "")]
    [InlineData("GET", "/nowhere", "")]
    [InlineData("GET", "/boom", "")]
    public async Task S5_every_answer_says_that_it_depends_on_the_origin(string method, string path, string headers)
    {
        var answer = await AskAsync(method, path, headers);

        var names = answer["Vary"]!.Split(", ");
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.Contains("Origin", names);
        Assert.Contains("Accept-Encoding", names);
    }

    [Fact]
    public async Task S7_a_page_that_a_package_serves_knows_the_methods_of_all_others()
    {
        var options = await AskAsync("OPTIONS", "/page");
        var post = await AskAsync("POST", "/page", "Content-Length: 0\r\n");

        Assert.Equal(("GET", "200"), ((await AskAsync("GET", "/page")).Body, (await AskAsync("HEAD", "/page")).Status));
        Assert.Equal(("204", "GET, HEAD, OPTIONS"), (options.Status, options["Allow"]));
        Assert.Equal(("405", "GET, HEAD, OPTIONS"), (post.Status, post["Allow"]));
    }

    /// <summary>Sends the request as written, in Latin-1, and reads until the server closes.</summary>
    private async Task<Answer> AskAsync(string method, string path, string headers = "", bool halfClose = false)
    {
        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", pipeline.Address.Port, Ct);
        var stream = client.GetStream();
        var close = headers.Contains("Connection:", StringComparison.Ordinal) ? "" : "Connection: close\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}{close}\r\n"), Ct);
        // A connection that asks for an upgrade stays open: nothing follows, so closing our side ends it after the answer.
        if (halfClose || close.Length == 0)
            client.Client.Shutdown(SocketShutdown.Send);
        using StreamReader reader = new(stream, Encoding.Latin1);
        var text = await reader.ReadToEndAsync(Ct);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new Answer(text[..end], Unchunked(text[..end], text[(end + 4)..]));
    }

    private static string Unchunked(string head, string body) =>
        head.Contains("chunked", StringComparison.Ordinal)
            ? body[(body.IndexOf("\r\n", StringComparison.Ordinal) + 2)..body.LastIndexOf("\r\n0", StringComparison.Ordinal)]
            : body;

    private sealed record Answer(string Head, string Body)
    {
        public string Status => Head.Split(' ')[1];

        public string? this[string name] =>
            Head.Split("\r\n")
                .Skip(1)
                .Select(line => line.Split(": ", 2))
                .FirstOrDefault(field => field[0].Equals(name, StringComparison.OrdinalIgnoreCase))
                ?[1];
    }
}
