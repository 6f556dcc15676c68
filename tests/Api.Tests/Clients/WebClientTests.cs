using System.Net;
using InvestmentAssistant.Api.Tests.Contract;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>
/// Every request form recorded of the deployed web client is answered, over the filled host, with all that its pages read.
/// </summary>
public sealed class WebClientTests(ApiHost api, ITestOutputHelper output) : IClassFixture<ApiHost>
{
    private static readonly string[] Origins = ["https://investment-assistant.vercel.app", "https://weinvesting.site"];

    private static readonly IReadOnlyList<ClientRequest> Requests = ClientRequest.Read(
        Path.Combine(AppContext.BaseDirectory, "Clients", "web-client.requests")
    );

    private readonly HttpClient _http = api.Host.Server.CreateClient();
    private readonly WireCheck _check = new(FilledHost.Contract.Shapes);

    [Fact]
    public async Task Each_form_is_answered_with_every_field_the_pages_read()
    {
        Assert.True(Requests.Count > 40, $"{Requests.Count} requests");
        WireRequests wire = new(_http);
        await FilledHost.WaitAsync(wire, output, Ct);
        List<string> faults = [];
        var readers = 0;

        foreach (var request in Requests)
        {
            var routes = FilledHost.Contract.Routes.Where(r => r.Method == request.Method && Fits(r.Path, request.Path)).ToList();
            Assert.True(routes.Count > 0, $"{request.Path} is not in the contract");
            var url = request.Url.Contains('{') ? WireRequests.Url(routes[0], await wire.ValuesAsync(routes[0], Ct)) : request.Url;
            foreach (var (name, headers) in Forms(request))
            {
                // An address of its own for each, or the limit of calls about one address is reached.
                var body = request.Method is "POST"
                    ? routes[0].Body!.Replace("reader@", $"client-{++readers}@", StringComparison.Ordinal)
                    : null;
                var answer = await ClientAnswer.SendAsync(_http, request.Method, url, headers, body, Ct);
                faults.AddRange(
                    Faults(request, routes, headers, answer).Distinct().Take(5).Select(f => $"{request.Method} {url} ({name}): {f}")
                );
            }
            if (request.SaysJson)
            {
                foreach (var origin in Origins)
                    faults.AddRange((await PreflightFaultsAsync(request.Method, url, origin)).Select(f => $"OPTIONS {url}: {f}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>As the page sends it from both origins, as its other wrapper would, and through the site's own host.</summary>
    private static IEnumerable<(string Name, (string, string)[] Headers)> Forms(ClientRequest request)
    {
        var accept = ("Accept", request.SaysJson ? "application/json" : "*/*");
        (string, string) mode = ("Sec-Fetch-Mode", "cors"),
            json = ("Content-Type", "application/json");
        foreach (var origin in Origins)
        {
            yield return (origin, request.SaysJson ? [accept, mode, json, ("Origin", origin)] : [accept, mode, ("Origin", origin)]);
            if (!request.SaysJson)
                yield return ($"{origin}, json", [accept, mode, json, ("Origin", origin)]);
        }
        yield return (
            "through the site",
            request.SaysJson ? [accept, mode, json, ("Host", "weinvesting.site")] : [accept, mode, ("Host", "weinvesting.site")]
        );
    }

    private List<string> Faults(ClientRequest request, List<WireRoute> routes, (string Name, string Value)[] headers, ClientAnswer answer)
    {
        if (answer.Status is not HttpStatusCode.OK)
            return [$"{(int)answer.Status} {(answer.Body.Length > 200 ? answer.Body[..200] : answer.Body)}"];
        var origin = headers.FirstOrDefault(h => h.Name is "Origin").Value;
        List<string> faults = [.. AnswerHeaderCheck.Faults(answer.Headers)];
        if (answer["Access-Control-Allow-Origin"] != origin)
            faults.Add($"allows {answer["Access-Control-Allow-Origin"]}");
        if (origin is not null && answer["Access-Control-Expose-Headers"]?.Contains("X-Data-Stale", StringComparison.Ordinal) is not true)
            faults.Add("exposes too little");
        // One path has two shapes where page and skip ask for different ones.
        var json = answer.Json;
        faults.AddRange(routes.Select(r => _check.Faults(json, r.Answer).ToList()).MinBy(f => f.Count)!);
        faults.AddRange(request.Missing(json));
        return faults;
    }

    private async Task<List<string>> PreflightFaultsAsync(string method, string url, string origin)
    {
        var answer = await ClientAnswer.SendAsync(
            _http,
            "OPTIONS",
            url,
            [
                ("Accept", "*/*"),
                ("Origin", origin),
                ("Access-Control-Request-Method", method),
                ("Access-Control-Request-Headers", "content-type"),
                ("Sec-Fetch-Mode", "cors"),
            ],
            null,
            Ct
        );
        List<string> faults = [];
        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.NoContent))
            faults.Add($"{(int)answer.Status}");
        if (answer["Access-Control-Allow-Origin"] != origin)
            faults.Add($"allows {answer["Access-Control-Allow-Origin"]}");
        if (answer["Access-Control-Allow-Headers"]?.Contains("content-type", StringComparison.OrdinalIgnoreCase) is not true)
            faults.Add("does not allow content-type");
        if (answer["Vary"]?.Contains("Origin", StringComparison.Ordinal) is not true)
            faults.Add("Vary lacks Origin");
        return faults;
    }

    /// <summary>Whether a path of the contract, whose {names} stand for any one segment, is this one.</summary>
    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Trim('/').Split('/'), path.Trim('/').Split('/'));
        return wanted.Length == given.Length
            && wanted.Zip(given).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.First.EndsWith('}')));
    }
}
