using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Contract;

namespace InvestmentAssistant.Bench;

/// <summary>Asks a running API every route of the contract once and prints what came: status, rows, size, milliseconds.</summary>
internal sealed class RouteTable(Uri api, string contractFolder)
{
    /// <returns>0 when every route answered 200 (or a page) with something in every list that is not empty now and then by its
    /// nature.</returns>
    public async Task<int> RunAsync()
    {
        using var http = new HttpClient { BaseAddress = api, Timeout = TimeSpan.FromMinutes(1) };
        var wire = new WireRequests(http);
        int good = 0,
            all = 0;
        Console.WriteLine($"{"status", 6} {"rows", 7} {"bytes", 9} {"ms", 8}  route");
        var contract = WireContract.Read(contractFolder);
        var check = new WireCheck(contract.Shapes);
        foreach (var route in contract.Routes)
        {
            // These routes would subscribe an address or send a mail.
            if (route.Method is not "GET")
                continue;
            all++;
            try
            {
                var url = WireRequests.Url(route, await wire.ValuesAsync(route, CancellationToken.None));
                var started = Stopwatch.GetTimestamp();
                var answer = await wire.GetAsync(url, CancellationToken.None);
                var took = Stopwatch.GetElapsedTime(started);
                var isPage = route.Answer is Scalar { Kind: "page" };
                var rows = answer.Type is "application/json" ? Rows(answer.Json) : null;
                if (isPage || ((int)answer.Status is 200 && !check.EmptyLists(answer.Json, route).Any()))
                    good++;
                Console.WriteLine(
                    $"{(int)answer.Status, 6} {(isPage ? "page" : rows?.ToString(CultureInfo.InvariantCulture) ?? "-"), 7} "
                        + $"{answer.Body.Length, 9} {took.TotalMilliseconds, 8:0.0}  {url}"
                );
            }
            catch (FormatException e)
            {
                Console.WriteLine($"{"-", 6} {"-", 7} {"-", 9} {"-", 8}  {route.Path}: {e.Message}");
            }
        }
        Console.WriteLine($"{good} of {all} GET routes answered with data");
        return good == all ? 0 : 1;
    }

    /// <summary>The longest list in the answer; a single object counts as one row; null inside of everything: 0.</summary>
    private static int? Rows(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Array => json.GetArrayLength(),
            JsonValueKind.Object => json.EnumerateObject()
                .Where(p => p.Value.ValueKind is JsonValueKind.Array)
                .Select(p => (int?)p.Value.GetArrayLength())
                .Max()
                ?? (json.EnumerateObject().Any() ? 1 : 0),
            _ => 0,
        };
}
