using System.Text;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>A server-sent event.</summary>
/// <param name="Type">What stands behind <c>event:</c>.</param>
/// <param name="Id">What stands behind <c>id:</c>; null: it has none.</param>
/// <param name="Data">The message.</param>
internal sealed record StreamEvent(string Type, string? Id, string Data);

/// <summary>Reads server-sent events; each must be what the AsyncAPI document says of that address.</summary>
internal sealed class EventReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _reader;
    private readonly string _path;
    private readonly StreamSchemas _schemas;

    private EventReader(HttpResponseMessage answer, Stream stream, string path, StreamSchemas schemas) =>
        (_answer, _reader, _path, _schemas) = (answer, new StreamReader(stream, Encoding.UTF8), path, schemas);

    /// <summary>Messages read so far, as the document calls them.</summary>
    public HashSet<(string Address, string Message)> Seen { get; } = [];

    /// <param name="http">Its base address is the replica's.</param>
    /// <param name="path">With its query.</param>
    /// <param name="lastEventId">Where to resume.</param>
    /// <param name="schemas">Another document than the product's own.</param>
    public static async Task<EventReader> OpenAsync(HttpClient http, string path, string? lastEventId = null, StreamSchemas? schemas = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new EventReader(answer, await answer.Content.ReadAsStreamAsync(Ct), path, schemas ?? StreamSchemas.Ours);
    }

    /// <summary>The next event, without comments.</summary>
    public async Task<StreamEvent> ReadAsync()
    {
        string? type = null,
            id = null,
            data = null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            var line = await _reader.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException($"{_path} has ended.");
            if (line.Length == 0 && data is not null)
                break;
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                type = line[7..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line[6..];
        }
        Seen.Add(_schemas.Check(_path, Encoding.UTF8.GetBytes(data)));
        Assert.Equal(JsonElement.Parse(data).GetProperty("type").GetString(), type);
        return new StreamEvent(type!, id, data);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _answer.Dispose();
    }
}
