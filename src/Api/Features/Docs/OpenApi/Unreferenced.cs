using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>The generator makes schemas of request classes that are no bodies; what nothing refers to goes.</summary>
internal static class Unreferenced
{
    public static async Task DropAsync(OpenApiDocument document)
    {
        while (document.Components?.Schemas is { Count: > 0 } schemas)
        {
            var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
            var unused = schemas.Keys.Where(name => !text.Contains($"\"#/components/schemas/{name}\"", StringComparison.Ordinal)).ToList();
            if (unused.Count == 0)
                return;
            foreach (var name in unused)
                schemas.Remove(name);
        }
    }
}
