using System.Net;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Tests.Contract;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>
/// Answers do not depend on which program asks: all GETs of the contract under the headers that browsers, axios, curl and requests send.
/// </summary>
public sealed partial class HeaderSetTests(ApiHost api, ITestOutputHelper output) : IClassFixture<ApiHost>
{
    private static readonly (string Client, (string, string)[] Headers)[] Sets =
    [
        (
            "browser",
            [
                ("Accept", "*/*"),
                ("Accept-Language", "ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7"),
                ("Accept-Encoding", "gzip, deflate, br, zstd"),
                ("Origin", "https://weinvesting.site"),
                ("Referer", "https://weinvesting.site/"),
                ("Priority", "u=1, i"),
                (
                    "User-Agent",
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"
                ),
                ("Sec-Fetch-Site", "cross-site"),
                ("Sec-Fetch-Mode", "cors"),
                ("Sec-Fetch-Dest", "empty"),
                ("Sec-CH-UA-Mobile", "?0"),
                ("DNT", "1"),
            ]
        ),
        (
            "axios",
            [
                ("Accept", "application/json, text/plain, */*"),
                ("Content-Type", "application/json"),
                ("User-Agent", "axios/1.13.2"),
                ("Accept-Encoding", "gzip, compress, deflate, br"),
            ]
        ),
        ("curl", [("Accept", "*/*"), ("User-Agent", "curl/8.16.0")]),
        (
            "python-requests",
            [
                ("Accept", "*/*"),
                ("User-Agent", "python-requests/2.32.5"),
                ("Accept-Encoding", "gzip, deflate"),
                ("Connection", "keep-alive"),
            ]
        ),
    ];

    private readonly HttpClient _http = api.Host.Server.CreateClient();

    [Fact]
    public async Task W1_an_answer_is_the_same_for_every_client()
    {
        WireRequests wire = new(_http);
        await FilledHost.WaitAsync(wire, output, Ct);
        WireCheck check = new(FilledHost.Contract.Shapes);
        List<string> faults = [];
        var compared = 0;

        // A page is chosen by Accept: it has tests of its own.
        foreach (var route in FilledHost.Contract.Routes.Where(r => r.Method is "GET" && r.Answer is not Scalar { Kind: "page" }))
        {
            var url = WireRequests.Url(route, await wire.ValuesAsync(route, Ct));
            var (answers, isStill) = await RoundAsync(url);
            if (!isStill)
                (answers, isStill) = await RoundAsync(url);
            var plain = answers[0].Answer;
            foreach (var (client, answer) in answers)
            {
                List<string> found = [.. AnswerHeaderCheck.Faults(answer.Headers)];
                if (answer.Status is not HttpStatusCode.OK || answer.Type != plain.Type)
                    found.Add($"{(int)answer.Status} {answer.Type}");
                else
                    found.AddRange(check.Faults(answer.Json, route.Answer).Take(3));
                if (isStill && answer.Body != plain.Body)
                    found.Add("another body");
                faults.AddRange(found.Select(f => $"{url} for {client}: {f}"));
            }
            if (isStill)
                compared++;
        }

        output.WriteLine($"{compared} bodies compared");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(compared > 20, $"Only {compared} bodies stood still long enough to compare");
    }

    /// <summary>
    /// Asks without any header, as each client, and without any header again. Only when the first and the last are the same did the data
    /// stand still, so that another body in between is a fault of ours and no tick of the market.
    /// </summary>
    private async Task<(List<(string Client, ClientAnswer Answer)> Answers, bool IsStill)> RoundAsync(string url)
    {
        List<(string, ClientAnswer)> answers = [("none", await ClientAnswer.SendAsync(_http, "GET", url, [], null, Ct))];
        foreach (var (client, headers) in Sets)
            answers.Add((client, await ClientAnswer.SendAsync(_http, "GET", url, headers, null, Ct)));
        answers.Add(("none again", await ClientAnswer.SendAsync(_http, "GET", url, [], null, Ct)));
        return (answers, answers[0].Item2.Body == answers[^1].Item2.Body);
    }

    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/api/v1/stocks/sp500/gainers?limit=0")]
    [InlineData("POST", "/api/v1/cpi/")]
    [InlineData("GET", "/ws/crypto")]
    [InlineData("HEAD", "/sse/crypto")]
    [InlineData("GET", "/health")]
    [InlineData("GET", "/docs/index.html")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/live.js")]
    public async Task S5_S6_problems_documents_and_files_have_the_same_headers(string method, string url)
    {
        foreach (var (client, headers) in Sets.Append(("none", [])))
        {
            var answer = await ClientAnswer.SendAsync(_http, method, url, headers, null, Ct);
            Assert.True(
                !AnswerHeaderCheck.Faults(answer.Headers).Any(),
                $"{client}: {string.Join(", ", AnswerHeaderCheck.Faults(answer.Headers))}"
            );
        }
    }

    [Theory]
    [InlineData("/sse/crypto")]
    [InlineData("/sse/sp500")]
    [InlineData("/ws/status")]
    [InlineData("/asyncapi.json")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs/index.html")]
    [InlineData("/redoc/index.html")]
    [InlineData("/docs/streams")]
    [InlineData("/live.js")]
    [InlineData("/health")]
    [InlineData("/")]
    public async Task S7_head_and_options_work_wherever_get_does(string path)
    {
        var head = await ClientAnswer.SendAsync(_http, "HEAD", path, [], null, Ct);
        var options = await ClientAnswer.SendAsync(_http, "OPTIONS", path, [], null, Ct);

        Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Body));
        if (path.StartsWith("/sse", StringComparison.Ordinal))
            Assert.Equal("text/event-stream", head.Type);
        Assert.Equal((HttpStatusCode.NoContent, "GET, HEAD, OPTIONS"), (options.Status, options["Allow"]));
    }

    [Fact]
    public void S6_code_that_sets_a_header_takes_its_name_from_the_list()
    {
        var files = Directory
            .GetFiles(Repository.Current.ApiFolder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

        var unknown = files
            .SelectMany(f => HeaderSet().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Where(AnswerHeaderCheck.IsUnknown);

        Assert.Empty(unknown);
    }

    /// <summary>response.Headers["X-Name"] = ..., headers["X-Name"] = ...</summary>
    [GeneratedRegex("""[hH]eaders\["([^"]+)"\]\s*=[^=]""")]
    private static partial Regex HeaderSet();
}
