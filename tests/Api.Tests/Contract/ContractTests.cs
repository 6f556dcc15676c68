using System.Globalization;
using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Contract;

/// <summary>
/// Walks the whole contract over the filled host: every route answers with every field in its type, with and without the trailing slash;
/// every parameter is described, and refused by name when out of bounds; and each answer is as the OpenAPI document describes it. One
/// case a route.
/// </summary>
public sealed class ContractTests(ApiHost api, ITestOutputHelper output) : IClassFixture<ApiHost>
{
    private static readonly WireContract s_contract = FilledHost.Contract;

    /// <summary>They need a key or the token of a mail; the tests of their features hold them against the document.</summary>
    private static readonly string[] s_elsewhere =
    [
        "GetIngestionDetails",
        "ListJobs",
        "RunJob",
        "ShowUnsubscription",
        "ShowVerification",
        "Verify",
    ];

    private static DescribedAnswers? s_described;

    private readonly WireCheck _check = new(s_contract.Shapes);

    private readonly WireRequests _wire = new(api.Host.Server.CreateClient());

    /// <summary>A path that has two shapes of an answer stands in the contract twice, so its place is part of the case.</summary>
    public static TheoryData<string, int> Routes() => [.. s_contract.Routes.Select((route, place) => (route.ToString(), place))];

    [Fact]
    public void The_contract_has_all_routes() => Assert.True(s_contract.Routes.Count >= 165, $"{s_contract.Routes.Count} routes");

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_is_served_with_all_its_parameters_and_fields(string name, int place)
    {
        await FilledAsync();
        s_described ??= new DescribedAnswers((await _wire.GetAsync("/openapi/v1.json", Ct)).Json);
        List<string> faults = [];
        try
        {
            await WalkAsync(s_contract.Routes[place], faults);
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or JsonException or InvalidOperationException)
        {
            faults.Add(e.Message);
        }

        Assert.True(faults.Count is 0, $"{name}\n    {string.Join("\n    ", faults.Distinct().Take(12))}");
    }

    [Fact]
    public async Task Every_line_of_the_tour_answers()
    {
        var stops = ReadmeTour.Read();
        Assert.True(stops.Count > 50, $"{stops.Count} stops");
        await FilledAsync();
        var document = (await _wire.GetAsync("/openapi/v1.json", Ct)).Json;
        List<string> faults = [];

        foreach (var stop in stops)
        {
            var (status, _, body) = stop.Body is { } json ? await _wire.PostAsync(stop.Url, json, Ct) : await _wire.GetAsync(stop.Url, Ct);
            var isAsTold = stop.ShouldFail ? status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound : status is HttpStatusCode.OK;
            if (!isAsTold)
                faults.Add($"{(int)status} for {stop.Line}");
            else if (body is "[]" || body.StartsWith("{\"total\":0,", StringComparison.Ordinal))
                faults.Add($"nothing to see: {stop.Line}");
            else if (!stop.ShouldFail)
                faults.AddRange(
                    TourCheck.Faults(stop, JsonSerializer.Deserialize<JsonElement>(body), document).Select(f => $"{f}: {stop.Line}")
                );
        }

        Assert.True(faults.Count is 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task G3_the_tours_stream_and_etag_do_what_they_say()
    {
        using var http = api.Host.Server.CreateClient();
        using (var events = await EventReader.OpenAsync(http, ReadmeTour.Urls("/sse/").Single()))
            Assert.Contains("\"data\":[", (await events.ReadAsync()).Data, StringComparison.Ordinal);

        await FilledAsync();
        var tagged = ReadmeTour.Urls("curl -sI").Single();
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, tagged), Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, ReadmeTour.Urls("If-None-Match").Single());
        again.Headers.TryAddWithoutValidation("If-None-Match", head.Headers.GetValues("ETag").Single());
        using var unchanged = await http.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task G3_every_address_of_the_readme_opens_in_a_browser()
    {
        using var http = api.Host.Server.CreateClient();
        http.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.8");
        var addresses = ReadmeTour.Addresses();
        Assert.True(addresses.Count >= 6, $"{addresses.Count} addresses");
        foreach (var address in addresses)
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), Ct);
            // Swagger UI and ReDoc send their bare address on to their page.
            Assert.True(
                answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found,
                $"{address}: {(int)answer.StatusCode}"
            );
        }
    }

    [Fact]
    public async Task Every_reply_that_a_fill_asks_for_is_held_against_a_real_one()
    {
        await FilledAsync();
        var asked = api
            .Simulator.Stats.Requests.Keys.Select(r => r.Split(' ')[1])
            .Where(p =>
                Simulator.ReplyShapeTests.Nothing.ContainsKey(p.Split('/')[1])
                && !p.Contains("/ws", StringComparison.Ordinal)
                && !p.Contains("websocket", StringComparison.Ordinal)
            )
            .Where(p => p is not ("/alphavantage/query" or "/finnhub/api/v1/quote"))
            .ToList();
        Assert.NotEmpty(asked);
        // A quote has a test of its own: the capture is older than two of its fields.
        Assert.Empty(asked.Where(p => !Simulator.ReplyShapeTests.Covers(p)).Select(p => p));
    }

    [Fact]
    public async Task Every_operation_of_the_document_is_in_the_contract()
    {
        var described = new DescribedAnswers((await _wire.GetAsync("/openapi/v1.json", Ct)).Json);
        var walked = s_contract.Routes.Select(r => described.IdOf(r.Method, r.Path)).Concat(s_elsewhere).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(
            described.Operations.Where(o => !walked.Contains(o.Operation.GetProperty("operationId").GetString())).Select(o => o.Path)
        );
    }

    private async Task WalkAsync(WireRoute route, List<string> faults)
    {
        var values = await _wire.ValuesAsync(route, Ct);
        var url = WireRequests.Url(route, values);
        var (status, type, body) = route.Method is "POST"
            ? await _wire.PostAsync(url, route.Body ?? "{}", Ct)
            : await _wire.GetAsync(url, Ct);
        faults.AddRange(Misfits(route, new WireAnswer(status, type, body)));
        if (route.Answer is Scalar { Kind: "page" })
        {
            if (type is not "text/html" || status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest))
                faults.Add($"{url}: {(int)status} {type}, not a page");
        }
        else if (status is not HttpStatusCode.OK)
        {
            faults.Add($"{url}: {(int)status} {(body.Length > 200 ? body[..200] : body)}");
            return;
        }
        else
        {
            var json = JsonSerializer.Deserialize<JsonElement>(body);
            faults.AddRange(_check.Faults(json, route.Answer));
            faults.AddRange(_check.EmptyLists(json, route).Select(at => $"{at} is empty"));
            Recording.Keep(s_described!.IdOf(route.Method, route.Path), body);
            await CheckOtherAnswersAsync(route, url, values, faults);
        }
        if (route.Method is "GET" && route.Path.Length > 1 && route.Answer is not Scalar { Kind: "page" })
        {
            var other =
                url.Contains('?') ? url.Replace("?", "/?", StringComparison.Ordinal).Replace("//?", "?", StringComparison.Ordinal)
                : url.EndsWith('/') ? url.TrimEnd('/')
                : url + "/";
            if ((await _wire.GetAsync(other, Ct)).Status is not HttpStatusCode.OK)
                faults.Add($"{other} is not served");
        }
        foreach (var parameter in route.Parameters)
            await CheckParameterAsync(route, parameter, values, faults);
    }

    /// <summary>Nothing new since, and a name that nobody knows.</summary>
    private async Task CheckOtherAnswersAsync(WireRoute route, string url, Dictionary<string, string> values, List<string> faults)
    {
        if (route.Method is not "GET")
            return;
        // Another reader's data may come in between; the second tag is that of what was then read.
        var unchanged = await _wire.GetUnchangedAsync(url, Ct);
        if (unchanged is not null)
            faults.AddRange(Misfits(route, unchanged));
        foreach (var name in values.Keys.Where(n => route.Path.Contains($"{{{n}}}", StringComparison.Ordinal)))
        {
            var unknown = await _wire.GetAsync(WireRequests.Url(route, new(values) { [name] = "nobody-knows-this-0" }), Ct);
            if (unknown.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
                faults.AddRange(Misfits(route, unknown));
            else if (unknown.Status is not HttpStatusCode.OK)
                faults.Add($"{name}=nobody-knows-this-0: {(int)unknown.Status}");
        }
    }

    private static IReadOnlyList<string> Misfits(WireRoute route, WireAnswer answer) =>
        s_described!.Faults(route.Method, route.Path, answer.Status, answer.Type, answer.Body);

    private async Task CheckParameterAsync(WireRoute route, WireParameter parameter, Dictionary<string, string> values, List<string> faults)
    {
        if (!s_described!.Takes(route.Method, route.Path, parameter.Name))
            faults.Add($"?{parameter.Name} is not in the OpenAPI document");

        List<string> bad = [];
        if (parameter.Min is { } min)
            bad.Add((min - 1).ToString(CultureInfo.InvariantCulture));
        if (parameter.Max is { } max)
            bad.Add((max + 1).ToString(CultureInfo.InvariantCulture));
        if (parameter.Type is "whole" or "number" or "instant" or "date" || parameter.Choices.Count > 0)
            bad.Add("nonsense");
        foreach (var value in bad)
        {
            var refused = await _wire.GetAsync(WireRequests.Url(route, new(values) { [parameter.Name] = value }), Ct);
            if (refused.Status is not HttpStatusCode.BadRequest || !Names(refused.Body, parameter.Name))
                faults.Add($"?{parameter.Name}={value}: {(int)refused.Status}, not a 400 that names it");
            faults.AddRange(Misfits(route, refused));
        }
        foreach (
            var value in parameter.Choices.Concat(
                new[] { parameter.Min, parameter.Max }.OfType<decimal>().Select(b => b.ToString(CultureInfo.InvariantCulture))
            )
        )
        {
            var (status, _, _) = await _wire.GetAsync(WireRequests.Url(route, new(values) { [parameter.Name] = value }), Ct);
            if (status is not (HttpStatusCode.OK or HttpStatusCode.NotFound) && !CrossChecked(parameter.Name))
                faults.Add($"?{parameter.Name}={value}: {(int)status}");
        }
        if (parameter.Required)
        {
            Dictionary<string, string> without = new(values);
            without.Remove(parameter.Name);
            if ((await _wire.GetAsync(WireRequests.Url(route, without), Ct)).Status is not HttpStatusCode.BadRequest)
                faults.Add($"without {parameter.Name}: no 400");
        }
    }

    /// <summary>Bounds of a range, whose one end alone may lie beyond the other end's value.</summary>
    private static bool CrossChecked(string name) =>
        name.StartsWith("min_", StringComparison.Ordinal)
        || name.StartsWith("max_", StringComparison.Ordinal)
        || name.StartsWith("start_", StringComparison.Ordinal)
        || name.StartsWith("end_", StringComparison.Ordinal);

    private static bool Names(string problem, string parameter) =>
        JsonSerializer.Deserialize<JsonElement>(problem) is { ValueKind: JsonValueKind.Object } p
        && p.TryGetProperty("errors", out var errors)
        && errors.TryGetProperty(parameter, out _);

    private Task FilledAsync() => FilledHost.WaitAsync(_wire, output, Ct);
}
