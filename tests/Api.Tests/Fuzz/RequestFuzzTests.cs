using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Fuzz;

/// <summary>
/// Ten thousand requests drawn from our own OpenAPI document. The same ones in each run;
/// <c>FUZZ_SEED=7 ./test -class '*RequestFuzzTests'</c> draws others.
/// </summary>
public sealed class RequestFuzzTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const int Requests = 10_000;

    /// <summary>Requests on their way at once.</summary>
    private const int Parallel = 8;

    /// <summary>Words of our code, of our libraries and of our machine that no stranger may read.</summary>
    private static readonly string[] s_internals =
    [
        "   at ",
        "InvestmentAssistant.",
        "System.",
        "Npgsql",
        "Marten",
        "StackExchange",
        "FastEndpoints",
        "Exception",
        "/src/",
        "mt_doc_",
        "select ",
    ];

    private sealed record Operation(string Method, string Path, IReadOnlyList<JsonElement> Parameters, bool HasBody, bool IsPage);

    /// <param name="IsForbidden">Whether the document forbids one of its values.</param>
    /// <param name="IsPage">Whether the document gives a page for people as its answer, also where it refuses.</param>
    private sealed record Sent(string Method, string Url, string? Body, bool IsForbidden, bool IsPage);

    [Fact]
    public async Task No_request_breaks_the_service_or_is_answered_against_the_document()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20261130", CultureInfo.InvariantCulture);
        using var client = api.Host.Server.CreateClient();
        var operations = await OperationsAsync(client);
        var requests = Draw(operations, new Random(seed)).ToList();
        List<string> faults = [];
        var slowest = (Took: TimeSpan.Zero, Url: "");
        var statuses = new SortedDictionary<int, int>();

        await System.Threading.Tasks.Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = Ct },
            async (sent, ct) =>
            {
                var started = Stopwatch.GetTimestamp();
                var (status, fault) = await SendAsync(client, sent, ct);
                var took = Stopwatch.GetElapsedTime(started);
                lock (faults)
                {
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                    if (took > slowest.Took)
                        slowest = (took, sent.Url);
                    if (fault is not null)
                        faults.Add($"{sent.Method} {sent.Url[..Math.Min(sent.Url.Length, 200)]}: {fault}");
                }
            }
        );

        var kept = api.Host.Services.GetRequiredService<AnswerCache>().Bytes;
        Console.WriteLine(
            $"{requests.Count} requests of {operations.Count} operations, seed {seed}; by status: {string.Join(", ", statuses)}"
        );
        Console.WriteLine($"slowest {slowest.Took.TotalMilliseconds:0} ms: {slowest.Url}; kept answers {kept / 1024} KiB");
        Assert.True(faults.Count == 0, $"{faults.Count} faults, seed {seed}:\n{string.Join('\n', faults.Take(20))}");
        Assert.InRange(kept, 0, 64L * 1024 * 1024);
        Assert.True(statuses[200] > Requests / 10, "too few of them reach the data");
    }

    private static async Task<IReadOnlyList<Operation>> OperationsAsync(HttpClient client)
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/openapi/v1.json", Ct));
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            where method.Name is "get" or "post" or "delete"
            // Subscriptions write mails for others' tests to find; their own tests send hostile bodies.
            where method.Name is "get" || !path.Name.Contains("subscri", StringComparison.Ordinal)
            select new Operation(
                method.Name.ToUpperInvariant(),
                path.Name,
                method.Value.TryGetProperty("parameters", out var parameters)
                    ? [.. parameters.EnumerateArray().Where(p => p.TryGetProperty("name", out _))]
                    : [],
                method.Value.TryGetProperty("requestBody", out _),
                method.Value.GetProperty("responses").GetRawText().Contains("text/html", StringComparison.Ordinal)
            ),
        ];
    }

    private static IEnumerable<Sent> Draw(IReadOnlyList<Operation> operations, Random random)
    {
        var values = new HostileValues(random);
        for (var i = 0; i < Requests; i++)
        {
            var operation = operations[i % operations.Count];
            var (path, query, isForbidden) = (operation.Path, new List<string>(), false);
            foreach (var parameter in operation.Parameters)
            {
                var name = parameter.GetProperty("name").GetString()!;
                var schema = parameter.TryGetProperty("schema", out var s) ? s : default;
                var value = schema.ValueKind is JsonValueKind.Object ? values.Of(schema) : null;
                if (parameter.GetProperty("in").GetString() is "path")
                {
                    // NUL in a path is refused by the server itself, which is not in this host.
                    var text = value is { Text: not ("" or "." or "..") } given ? given.Text : values.Any(["AAPL", "BTC", "2026-11", "1"]);
                    path = path.Replace(
                        $"{{{name}}}",
                        Uri.EscapeDataString(text[..Math.Min(text.Length, 200)].Replace("\0", "")),
                        StringComparison.Ordinal
                    );
                }
                else if (value is not null && parameter.GetProperty("in").GetString() is "query")
                {
                    isForbidden |= value.IsForbidden;
                    query.Add(name + values.Any(["", "", "", "[]"]) + "=" + Uri.EscapeDataString(value.Text));
                }
            }
            // A parameter that no route knows is a tracker's and changes nothing.
            if (random.Next(20) == 0)
                query.Add("utm_source=" + Uri.EscapeDataString(values.Text()));
            var body =
                operation.HasBody || operation.Method is "POST" ? values.Any(["{}", "[]", "[{}]", "null", "{\"a\":", "\"\\ud800\""]) : null;
            yield return new Sent(
                operation.Method,
                query.Count == 0 ? path : $"{path}?{string.Join('&', query)}",
                body,
                isForbidden,
                operation.IsPage
            );
        }
    }

    private static async Task<(int Status, string? Fault)> SendAsync(HttpClient client, Sent sent, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(new HttpMethod(sent.Method), new Uri(sent.Url, UriKind.Relative));
        if (sent.Body is not null)
            request.Content = new StringContent(sent.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        var status = (int)answer.StatusCode;
        if (answer.Content.Headers.ContentType?.MediaType is "text/event-stream")
            return (status, null);
        var body = await answer.Content.ReadAsStringAsync(ct);
        return (status, FaultOf(sent, answer, body));
    }

    private static string? FaultOf(Sent sent, HttpResponseMessage answer, string body)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
            return $"{status} {body[..Math.Min(body.Length, 200)]}";
        if (status is 200 && sent.IsForbidden)
            return "200 for what the document forbids";
        if (status < 400 || (sent.IsPage && answer.Content.Headers.ContentType?.MediaType is "text/html"))
            return null;
        if (answer.Content.Headers.ContentType?.MediaType is not "application/problem+json")
            return $"{status} as {answer.Content.Headers.ContentType}";
        var problem = JsonSerializer.Deserialize<JsonElement>(body);
        if (problem.GetProperty("status").GetInt32() != status || problem.GetProperty("detail").GetString() is not { Length: > 0 } detail)
            return $"{status} without the same status and a detail: {body}";
        if (s_internals.FirstOrDefault(w => detail.Contains(w, StringComparison.Ordinal) && !Echoes(sent, w)) is { } word)
            return $"{status} shows \"{word}\": {detail}";
        var names =
            problem.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Object && errors.EnumerateObject().Any();
        // A path may be wrong as a whole; a query has a name for each part.
        return
            answer.StatusCode is HttpStatusCode.BadRequest
            && sent.Url.Contains('?', StringComparison.Ordinal)
            && !names
            && !NamesPart(sent, detail)
            ? $"400 that names no field: {detail}"
            : null;
    }

    private static bool Echoes(Sent sent, string word) => Uri.UnescapeDataString(sent.Url).Contains(word, StringComparison.Ordinal);

    private static bool NamesPart(Sent sent, string detail) =>
        sent.Url[(sent.Url.IndexOf('?', StringComparison.Ordinal) + 1)..]
            .Split('&')
            .Any(part => detail.Contains(Uri.UnescapeDataString(part.Split('=')[0].Replace("[]", "")), StringComparison.OrdinalIgnoreCase));
}
