using System.Text.Json;
using System.Text.Json.Nodes;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>Examples of problems, made by the code that makes the real ones.</summary>
internal static class ProblemExamples
{
    public static JsonNode Of(int status)
    {
        var http = new DefaultHttpContext { TraceIdentifier = "01a20a4461a9794ea27228adbb98dcd2" };
        http.Request.Path = status == 404 ? "/api/v1/stocks/sp500/symbol/NONE" : "/api/v1/stocks/sp500/gainers";
        var problem = status switch
        {
            400 => Problem.For(
                http,
                400,
                "limit: must be between 1 and 100",
                new Dictionary<string, string[]> { ["limit"] = ["must be between 1 and 100"] }
            ),
            404 => Problem.For(http, 404, "NONE is not on the sp500 board."),
            _ => Problem.For(http, status),
        };
        return JsonSerializer.SerializeToNode(problem, JsonSettings.Wire)!;
    }
}
