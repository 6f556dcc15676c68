using Microsoft.Extensions.Primitives;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Reads the forms in which clients write a query as one: <c>symbols[]=A</c>, <c>symbols[0]=A</c> and <c>symbols=A, B</c> are
/// <c>symbols=A&amp;symbols=B</c>; a parameter without a value is absent; startDate is start_date, and skip is offset where a route has
/// only that; a choice counts in any case. A parameter that only other routes have is refused, since an answer without it would pass for
/// one that has it; any other name is ignored (docs/decisions/0152). Control characters are in no name or value that anybody means: they
/// are refused here, for all routes, before PostgreSQL or a number's parser trips over them.
/// </summary>
public sealed class QueryForms(RequestDelegate next, QueryVocabulary vocabulary)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!request.QueryString.HasValue)
            return next(http);
        var route = http.GetEndpoint() is { } endpoint ? vocabulary.Of(endpoint) : null;
        Dictionary<string, StringValues> read = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string[]> foreign = new(StringComparer.Ordinal);
        foreach (var (given, values) in request.Query)
        {
            if (HasControls(given) || values.Any(HasControls))
                return RefuseControlsAsync(http, given);
            var plain = WithoutIndex(given);
            var parameter = route?.Find(plain);
            if (ValuesOf(values, parameter) is not { Length: > 0 } kept)
                continue;
            var name = parameter?.Name ?? plain;
            read[name] = StringValues.Concat(read.GetValueOrDefault(name), kept);
            if (parameter is null && route is { IsStrict: true } && vocabulary.Knows(plain))
                foreign[plain] = [Refusal(route)];
        }
        if (foreign.Count > 0)
        {
            var names = string.Join(", ", foreign.Keys);
            return Problem.WriteAsync(http, StatusCodes.Status400BadRequest, $"{names}: {foreign.First().Value[0]}", foreign);
        }
        request.Query = new QueryCollection(read);
        return next(http);
    }

    private static bool HasControls(string? text) =>
        text is not null && text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'));

    private static Task RefuseControlsAsync(HttpContext http, string given)
    {
        var name = string.Concat(given.Where(c => !char.IsControl(c)));
        string[] refusal = ["must not contain control characters."];
        return Problem.WriteAsync(
            http,
            StatusCodes.Status400BadRequest,
            $"{name}: {refusal[0]}",
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = refusal }
        );
    }

    /// <summary>symbols of symbols[] and symbols[3]; any other name as it is.</summary>
    private static string WithoutIndex(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        return open > 0 && name[^1] == ']' && name.AsSpan(open + 1, name.Length - open - 2).IndexOfAnyExceptInRange('0', '9') < 0
            ? name[..open]
            : name;
    }

    private static string[] ValuesOf(StringValues values, QueryParameter? parameter)
    {
        var trimmed = values.Select(v => v?.Trim() ?? "");
        if (parameter is { IsList: true })
        {
            // The binder reads a JSON list by itself.
            trimmed = trimmed.SelectMany(v => v.StartsWith('[') ? [v] : v.Split(',', StringSplitOptions.TrimEntries));
        }
        var kept = trimmed.Where(v => v.Length > 0);
        if (parameter is null)
            return [.. kept];
        if (parameter.Choices.Count > 0)
            kept = kept.Select(v => ChoiceOf(v, parameter.Choices));
        return [.. kept.Distinct(StringComparer.Ordinal)];
    }

    private static string ChoiceOf(string value, IReadOnlyList<string> choices) =>
        choices.Contains(value) ? value : choices.FirstOrDefault(c => c.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? value;

    private static string Refusal(RouteQuery route) =>
        route.Parameters.Count == 0
            ? "this address takes no parameters."
            : $"this address takes {string.Join(", ", route.Parameters.Values.Select(p => p.Name).Order(StringComparer.Ordinal))}.";
}
