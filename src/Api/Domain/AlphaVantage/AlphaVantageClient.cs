using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.AlphaVantage;

/// <summary>
/// One route for everything: https://www.alphavantage.co/documentation/. Every failure comes with status 200, as a JSON object with one
/// sentence, or, where CSV was asked for, as that sentence's letters spread over the columns; here each is a
/// <see cref="ProviderException"/>. The free plan allows 25 calls a day.
/// </summary>
public sealed class AlphaVantageClient(HttpClient http, TimeProvider? time = null)
{
    /// <summary>Name in the settings: Providers:alphavantage.</summary>
    public const string Provider = "alphavantage";

    private const int Tries = 3;

    private static readonly TimeSpan s_burst = TimeSpan.FromSeconds(2);

    private static readonly CsvConfiguration s_csv = new(System.Globalization.CultureInfo.InvariantCulture)
    {
        MissingFieldFound = null,
        HeaderValidated = null,
        BadDataFound = null,
        TrimOptions = TrimOptions.Trim,
    };

    /// <summary>
    /// Asks a function that answers JSON. Null when the provider has nothing: it does not know the symbol (it sends an empty object), or no
    /// article fits (it says so where it also says that a call is refused).
    /// </summary>
    /// <param name="function">CPI, OVERVIEW ...</param>
    /// <param name="parameters">Further query parameters, without the key.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">Any failure, those inside a 200 included.</exception>
    public Task<JsonDocument?> JsonAsync(string function, IEnumerable<(string Name, string Value)> parameters, CancellationToken ct)
    {
        var address = Address(function, parameters);
        return PatientlyAsync(() => JsonAsync(address, ct), ct);
    }

    /// <summary>Asks a function that answers CSV: one dictionary a row, by the header's names.</summary>
    /// <exception cref="ProviderException">Any failure; also when the rows are a sentence spread over columns.</exception>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> CsvAsync(
        string function,
        IEnumerable<(string Name, string Value)> parameters,
        CancellationToken ct
    )
    {
        var address = Address(function, parameters);
        return PatientlyAsync(
            async () =>
            {
                using var reply = await http.GetAsync(new Uri(address, UriKind.Relative), ct);
                return ReadCsv(ReplyText.Decode(await reply.Content.ReadAsByteArrayAsync(ct)).Replace('\0', '\uFFFD'));
            },
            ct
        );
    }

    private async Task<JsonDocument?> JsonAsync(string address, CancellationToken ct)
    {
        var document = await http.GetProviderJsonAsync<JsonDocument>(address, ProviderRows.Json, ct);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw new ProviderException(ProviderFailure.BadReply, Provider, "sent no object");
        }
        if (IsNoArticles(document.RootElement))
        {
            document.Dispose();
            return null;
        }
        var failure = FailureIn(document.RootElement);
        if (failure is null && document.RootElement.EnumerateObject().Any())
            return document;
        document.Dispose();
        return failure is null ? null : throw failure;
    }

    /// <summary>
    /// "Too fast" arrives as a success, so the pipeline below does not try again; here it is tried twice more, after the second or two that
    /// it asks for.
    /// </summary>
    private async Task<T> PatientlyAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ask();
            }
            catch (ProviderException e) when (e.Kind == ProviderFailure.RateLimited && tries < Tries)
            {
                await Task.Delay((e.RetryAfter ?? s_burst) * tries, time ?? TimeProvider.System, ct);
            }
        }
    }

    /// <summary>Reads a CSV reply; see <see cref="CsvAsync"/>.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> ReadCsv(string text)
    {
        // A refused call may answer JSON although CSV was asked for.
        if (text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            using var document = ParseJson(text);
            throw FailureIn(document.RootElement) ?? new ProviderException(ProviderFailure.BadReply, Provider, "sent JSON instead of CSV");
        }

        using var csv = new CsvReader(new StringReader(text), s_csv);
        if (text.TrimStart().StartsWith('<'))
            throw new ProviderException(ProviderFailure.BadReply, Provider, "sent an HTML page instead of CSV");
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { Length: > 1 } header)
            throw new ProviderException(ProviderFailure.BadReply, Provider, "sent CSV without a header");
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            var fields = csv.Parser.Record ?? [];
            // "Information" or "Error Message" over columns: I,n,f,o,r,m,a. A real first row has a symbol and a date, never one letter in
            // each column.
            if (rows.Count == 0 && fields.Length > 1 && fields.All(f => f.Length <= 1) && string.Concat(fields) is { Length: > 1 } letters)
                throw SpreadOut(letters);
            // The first of two columns with one name counts.
            rows.Add(
                header
                    .Zip(fields)
                    .DistinctBy(p => p.First, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(p => p.First, p => p.Second, StringComparer.OrdinalIgnoreCase)
            );
        }
        return rows;
    }

    private static ProviderException SpreadOut(string letters) =>
        letters.StartsWith("Error", StringComparison.OrdinalIgnoreCase)
            ? new ProviderException(ProviderFailure.Rejected, Provider, $"refused the request (\"{letters}...\" spread over the columns)")
            : new ProviderException(
                ProviderFailure.RateLimited,
                Provider,
                $"says it is too much (\"{letters}...\" spread over the columns)"
            );

    /// <summary>The failure that an object with one sentence means; null when it is data.</summary>
    public static ProviderException? FailureIn(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (Sentence(root, "Error Message") is { } refused)
            return new ProviderException(ProviderFailure.Rejected, Provider, $"refused the request: {refused}");
        if ((Sentence(root, "Information") ?? Sentence(root, "Note")) is not { } words)
            return null;
        // Daily limits and premium routes do not pass by waiting a little; bursts do, and their sentences name the day's limit too.
        bool Says(string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
        return words switch
        {
            _ when Says("per day") && !Says("per second") && !Says("per minute") => new ProviderException(
                ProviderFailure.BudgetSpent,
                Provider,
                $"its day's calls are spent: {words}"
            ),
            _ when Says("premium endpoint") => new ProviderException(
                ProviderFailure.Unauthorized,
                Provider,
                $"the plan does not cover it: {words}"
            ),
            _ when Says("invalid inputs") => new ProviderException(ProviderFailure.Rejected, Provider, $"refused the request: {words}"),
            _ => new ProviderException(ProviderFailure.RateLimited, Provider, $"says it is too much: {words}", s_burst),
        };
    }

    private static bool IsNoArticles(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && Sentence(root, "Information")?.StartsWith("No articles found", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Sentence(JsonElement root, string name) => LenientJson.Text(root, name) is { } words ? Cut(words) : null;

    private static string Cut(string words) => words.Length > 200 ? words[..200] : words;

    private static JsonDocument ParseJson(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw new ProviderException(ProviderFailure.BadReply, Provider, "sent malformed JSON", inner: e);
        }
    }

    private static string Address(string function, IEnumerable<(string Name, string Value)> parameters) =>
        $"query?function={Uri.EscapeDataString(function)}"
        + string.Concat(parameters.Select(p => $"&{p.Name}={Uri.EscapeDataString(p.Value)}"));
}
