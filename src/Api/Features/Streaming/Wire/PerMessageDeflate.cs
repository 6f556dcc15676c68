using System.Text;
using Microsoft.Extensions.Primitives;

namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>
/// Negotiates permessage-deflate (RFC 7692) at the opening handshake. The answer always forbids both sides to refer to earlier messages:
/// a deflated frame then fits every connection, and no connection holds a window.
/// </summary>
public static class PerMessageDeflate
{
    private const string Name = "permessage-deflate";
    private const string ServerWindow = "server_max_window_bits";
    private const string ClientWindow = "client_max_window_bits";
    private const string ServerTakeover = "server_no_context_takeover";
    private const string ClientTakeover = "client_no_context_takeover";

    /// <summary>
    /// All messages are deflated with a window of 2^12 bytes: some clients ask for no more, and items repeat each other within it.
    /// </summary>
    public const int WindowBits = 12;

    /// <summary>Answers the offers of a client: the first one that can be taken.</summary>
    /// <param name="offers">The values of <c>Sec-WebSocket-Extensions</c>.</param>
    /// <param name="answer">The value to answer with; null when no offer can be taken, and messages stay as they are.</param>
    /// <returns>False when the header breaks the grammar of RFC 6455 section 9.1: the handshake must fail.</returns>
    public static bool TryAnswer(StringValues offers, out string? answer)
    {
        answer = null;
        foreach (var line in offers)
        {
            var rest = (line ?? "").AsSpan();
            while (!(rest = rest.TrimStart(" \t,")).IsEmpty)
            {
                if (!TryReadOffer(ref rest, out var name, out var parameters))
                    return false;
                if (answer is null && name == Name)
                    answer = AnswerTo(parameters);
            }
        }
        return true;
    }

    /// <summary>Null for an offer with a parameter that is unknown, named twice, wrong, or more than this side can do.</summary>
    private static string? AnswerTo(List<(string Name, string? Value)> parameters)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            var isGood = name switch
            {
                ServerTakeover or ClientTakeover => value is null,
                // Only says that the client could use a smaller window; any window can be read here.
                ClientWindow => value is null || BitsOf(value) is not null,
                ServerWindow => BitsOf(value) >= WindowBits,
                _ => false,
            };
            if (!isGood || !seen.Add(name))
                return null;
        }
        const string answer = $"{Name}; {ServerTakeover}; {ClientTakeover}";
        return seen.Contains(ServerWindow) ? $"{answer}; {ServerWindow}={WindowBits}" : answer;
    }

    /// <summary>8 to 15, without leading zeros; null for anything else.</summary>
    private static int? BitsOf(string? value) =>
        value switch
        {
            ['8' or '9'] => value[0] - '0',
            ['1', >= '0' and <= '5'] => 10 + value[1] - '0',
            _ => null,
        };

    private static bool TryReadOffer(ref ReadOnlySpan<char> rest, out string name, out List<(string Name, string? Value)> parameters)
    {
        parameters = [];
        if (!TryReadToken(ref rest, out name))
            return false;
        while (TryReadMark(ref rest, ';'))
        {
            if (!TryReadToken(ref rest, out var parameter))
                return false;
            string? value = null;
            if (TryReadMark(ref rest, '=') && !TryReadValue(ref rest, out value))
                return false;
            parameters.Add((parameter, value));
        }
        return rest.IsEmpty || rest[0] == ',';
    }

    private static bool TryReadMark(ref ReadOnlySpan<char> rest, char mark)
    {
        rest = rest.TrimStart(" \t");
        if (rest.IsEmpty || rest[0] != mark)
            return false;
        rest = rest[1..].TrimStart(" \t");
        return true;
    }

    private static bool TryReadToken(ref ReadOnlySpan<char> rest, out string token)
    {
        var length = 0;
        while (length < rest.Length && IsOfToken(rest[length]))
            length++;
        token = rest[..length].ToString();
        rest = rest[length..].TrimStart(" \t");
        return length > 0;
    }

    /// <summary>A token, or one in quotes with backslashes.</summary>
    private static bool TryReadValue(ref ReadOnlySpan<char> rest, out string? value)
    {
        if (rest.IsEmpty || rest[0] != '"')
            return TryReadToken(ref rest, out value);
        value = null;
        var text = new StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                rest = rest[(i + 1)..].TrimStart(" \t");
                value = text.ToString();
                return text.Length > 0;
            }
            if (rest[i] == '\\' && ++i == rest.Length)
                return false;
            if (!IsOfToken(rest[i]))
                return false;
            text.Append(rest[i]);
        }
        return false;
    }

    private static bool IsOfToken(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c);
}
