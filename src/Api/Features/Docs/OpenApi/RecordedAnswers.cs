using System.Text.Json.Nodes;
using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// An example of each operation: an answer that the simulated market gave, its lists cut short (<c>recorded-answers.json</c>, by operation;
/// <c>RECORD_ANSWERS=1 ./test -class '*ContractTests'</c> writes it).
/// </summary>
internal sealed class RecordedAnswers
{
    private readonly JsonObject _byOperation = Read();

    /// <summary>The example of an operation; null when there is none.</summary>
    public JsonNode? Of(string operationId) => _byOperation[operationId]?.DeepClone();

    private static JsonObject Read()
    {
        using var file = DataFile.Open(typeof(RecordedAnswers), "recorded-answers.json");
        return JsonNode.Parse(file)!.AsObject();
    }
}
