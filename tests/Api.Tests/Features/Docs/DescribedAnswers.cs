using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>Answers against what the OpenAPI document says of their operation, status and media type.</summary>
internal sealed class DescribedAnswers
{
    private readonly SchemaValidation _schemas;
    private readonly JsonElement _document;
    private readonly Dictionary<string, string> _paths;

    public DescribedAnswers(JsonElement document)
    {
        (_schemas, _document) = (new SchemaValidation(document), document);
        _paths = document.GetProperty("paths").EnumerateObject().ToDictionary(p => Trimmed(p.Name), p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>The operations: method in lower case, path, and what is said of them.</summary>
    public IEnumerable<(string Method, string Path, JsonElement Operation)> Operations =>
        _document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (o.Name, p.Name, o.Value)));

    /// <summary>The name of an operation; null when the document has none at that path.</summary>
    public string? IdOf(string method, string path) =>
        _paths.TryGetValue(Trimmed(path), out var known)
        && _document.GetProperty("paths").GetProperty(known).TryGetProperty(method.ToLowerInvariant(), out var operation)
            ? operation.GetProperty("operationId").GetString()
            : null;

    /// <summary>Whether an operation has a query or path parameter of that name.</summary>
    public bool Takes(string method, string path, string parameter) =>
        _document
            .GetProperty("paths")
            .GetProperty(_paths[Trimmed(path)])
            .GetProperty(method.ToLowerInvariant())
            .GetProperty("parameters")
            .EnumerateArray()
            .Any(p => p.TryGetProperty("name", out var name) && name.GetString() == parameter);

    /// <summary>What does not fit, a line a fault; none: the answer is as described.</summary>
    /// <param name="path">With its parameters in braces.</param>
    /// <param name="type">Media type; null for an answer without a body.</param>
    public IReadOnlyList<string> Faults(string method, string path, HttpStatusCode status, string? type, string body)
    {
        if (IdOf(method, path) is null)
            return [$"{method} {path} is not described"];
        var response = $"#/paths/{Escaped(_paths[Trimmed(path)])}/{method.ToLowerInvariant()}/responses/{(int)status}";
        if (_schemas.NodeAt(response) is not JsonObject described)
            return [$"{method} {path}: {(int)status} is not described"];
        if (body.Length == 0)
            return described["content"] is null ? [] : [$"{method} {path}: {(int)status} without the body that is described"];
        if (described["content"]?[type ?? ""] is null)
            return [$"{method} {path}: {(int)status} as {type} is not described"];
        if (type is "text/html")
            return [];
        var value = JsonSerializer.Deserialize<JsonElement>(body);
        return
        [
            .. _schemas
                .Faults(value, $"{response}/content/{Escaped(type!)}/schema")
                .Take(4)
                .Select(fault => $"{method} {path}: {(int)status} {fault}"),
        ];
    }

    private static string Trimmed(string path) => path.Length > 1 ? path.TrimEnd('/') : path;

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
