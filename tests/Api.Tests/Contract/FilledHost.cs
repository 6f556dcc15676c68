using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Contract;

/// <summary>The shared host once every data set is filled.</summary>
internal static class FilledHost
{
    /// <summary>The data sets fill in the background, on two cores that the rest of the suite shares.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static volatile bool s_filled;

    public static WireContract Contract { get; } = WireContract.Read(Path.Combine(AppContext.BaseDirectory, "Contract"));

    public static async Task WaitAsync(WireRequests wire, ITestOutputHelper output, CancellationToken ct)
    {
        if (s_filled)
            return;
        List<string> missing = [];
        try
        {
            await Wait.Until(
                async () =>
                {
                    var (status, _, body) = await wire.GetAsync("/api/v1/ingestion/status", ct);
                    if (status is not HttpStatusCode.OK)
                        return false;
                    missing =
                    [
                        .. JsonSerializer
                            .Deserialize<JsonElement>(body)
                            .GetProperty("data_sets")
                            .EnumerateArray()
                            .Where(IsMissing)
                            .Select(d => d.GetProperty("name").GetString()!),
                    ];
                    return missing.Count is 0;
                },
                Limit,
                "every data set is filled"
            );
            s_filled = true;
        }
        finally
        {
            if (missing.Count > 0)
                output.WriteLine($"Not filled: {string.Join(", ", missing)}");
        }
    }

    private static bool IsMissing(JsonElement dataSet) =>
        dataSet.GetProperty("fills_at_start").GetBoolean()
        && dataSet.GetProperty("last_success_at").ValueKind is JsonValueKind.Null
        && dataSet.GetProperty("state").GetString() is not "not_configured";
}
