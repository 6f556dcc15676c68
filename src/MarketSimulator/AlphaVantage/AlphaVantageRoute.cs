using System.Text;
using InvestmentAssistant.MarketSimulator.Control;
using InvestmentAssistant.MarketSimulator.Live;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// Alpha Vantage's one route, <c>/alphavantage/query?function=...&amp;apikey=...</c>. Every refusal comes with status 200: an object with
/// one sentence, or for the CSV functions that sentence's first letters, one a column.
/// </summary>
internal sealed class AlphaVantageRoute(IServiceProvider services, SimulatorOptions options)
{
    /// <summary>The sentence of a key that calls too fast.</summary>
    public const string TooFast =
        "Thank you for using Alpha Vantage! Please consider spreading out your free API requests more sparingly (1 request per second). "
        + "You may subscribe to any of the premium plans at https://www.alphavantage.co/premium/ to lift the free key rate limit "
        + "(25 requests per day), raise the "
        + "per-second burst limit, and instantly remove all daily rate limits.";

    private const string PremiumPlans =
        "Please subscribe to any of the premium plans at https://www.alphavantage.co/premium/ to instantly remove all daily rate limits.";

    private const string NoKey =
        "the parameter apikey is invalid or missing. Please claim your free API key on (https://www.alphavantage.co/support/#api-key). "
        + "It should take less than 20 seconds.";

    private readonly Dictionary<string, IAlphaVantageFunction> _functions = typeof(IAlphaVantageFunction)
        .Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IAlphaVantageFunction)))
        .Select(t => (IAlphaVantageFunction)ActivatorUtilities.CreateInstance(services, t))
        .ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    private int _calls;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/alphavantage/query", AnswerAsync);

    private Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var name = query["function"].ToString();
        if (string.IsNullOrEmpty(query["apikey"]))
            return Say(http, "Error Message", NoKey);
        if (!_functions.TryGetValue(name, out var function))
            return Say(http, "Error Message", $"This API function ({name}) does not exist.");
        if (options.AlphaVantageCalls > 0 && Interlocked.Increment(ref _calls) > options.AlphaVantageCalls)
            return RefuseAsync(http, function, DaySpent(http));
        return function.AnswerAsync(http);
    }

    /// <summary>Plays a fault in the provider's own way; false when that is a plain HTTP status.</summary>
    public async Task<bool> TryRefuseAsync(HttpContext http, string kind)
    {
        _functions.TryGetValue(http.Request.Query["function"].ToString(), out var function);
        switch (kind)
        {
            case "401":
                await Say(http, "Error Message", NoKey);
                return true;
            case "403":
                await RefuseAsync(http, function, DaySpent(http));
                return true;
            case "429":
                await RefuseAsync(http, function, TooFast);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The sentence of a spent day: it quotes the caller's key.</summary>
    private static string DaySpent(HttpContext http) =>
        $"We have detected your API key as {ErrorReplies.KeyOf(http.Request)} and our standard API rate limit is 25 requests per "
        + $"day. {PremiumPlans}";

    private static Task RefuseAsync(HttpContext http, IAlphaVantageFunction? function, string sentence) =>
        function is { IsCsv: true } ? http.Csv(SpreadOut(function.CsvHeader, "Information")) : Say(http, "Information", sentence);

    private static string SpreadOut(string header, string word)
    {
        var columns = header.Count(c => c == ',') + 1;
        return $"{header}\r\n{string.Join(',', word.Take(columns))}\r\n";
    }

    private static Task Say(HttpContext http, string property, string sentence) =>
        http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString(property, sentence);
            json.WriteEndObject();
        });
}

internal static class CsvReply
{
    /// <summary>CSV as the provider sends it: a download, lines ended with CR LF.</summary>
    public static async Task Csv(this HttpContext http, string text)
    {
        http.Response.ContentType = "application/x-download";
        http.Response.Headers.ContentDisposition = "attachment; filename=data.csv";
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
