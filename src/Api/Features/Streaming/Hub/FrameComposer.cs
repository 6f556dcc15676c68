using System.Buffers;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// Writes the messages of the changes dialect as frames. Batches and snapshots are put together from the items' JSON in one buffer, so they
/// are written under the topic's lock; notices are not.
/// </summary>
/// <param name="topic">Name of the topic.</param>
/// <param name="batchType"><c>type</c> of a batch.</param>
/// <param name="rows">Writes items of the compact form.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class FrameComposer(string topic, string batchType, RowWriter rows, IClock clock)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>A message of one or more batches.</summary>
    public byte[] Batch(FrameFormat format, string epoch, long seq, IEnumerable<byte[]> items, bool conflated)
    {
        _buffer.ResetWrittenCount();
        Put($"{{\"type\":\"{batchType}\",\"seq\":{seq},\"epoch\":\"{epoch}\",\"timestamp\":\"{Now}\"");
        if (conflated)
            Put(",\"conflated\":true");
        return Finish(format, batchType, epoch, seq, items);
    }

    /// <summary>The whole board, or what a filter leaves of it.</summary>
    public byte[] Snapshot(FrameFormat format, TopicState state, HashSet<string>? filter)
    {
        _buffer.ResetWrittenCount();
        Put($"{{\"type\":\"snapshot\",\"topic\":\"{topic}\",\"seq\":{state.Seq},\"epoch\":\"{state.Epoch}\",\"timestamp\":\"{Now}\"");
        Put(",\"last_event_at\":");
        Put(state.LastEventAt is { } at ? $"\"{Messages.Text(at)}\"" : "null");
        if (state.StaleSince is { } since)
            Put($",\"stale_since\":\"{Messages.Text(since)}\"");
        var items = state.Latest.Where(i => filter is null || filter.Contains(i.Key)).Select(i => i.Value);
        return Finish(format, "snapshot", state.Epoch, state.Seq, items);
    }

    /// <summary>A sign of life that says where the topic stands.</summary>
    public byte[] Heartbeat(FrameFormat format, string type, TopicState state, bool isMarketOpen)
    {
        Instant? last,
            stale;
        lock (state.Gate)
            (last, stale) = (state.LastEventAt, state.StaleSince);
        return Notice(format, type, j =>
        {
            j.WriteInstant("last_event_at", last);
            j.WriteBoolean("market_open", isMarketOpen);
            j.WriteNumber("seq", state.Seq);
            j.WriteString("epoch", state.Epoch);
            if (stale is not null)
                j.WriteInstant("stale_since", stale);
        });
    }

    /// <summary>What the rows of the compact form mean: before all else on a connection that has it.</summary>
    public byte[] Keys(FrameFormat format) => Notice(format, "keys", j =>
        {
            j.WriteStartArray("keys");
            foreach (var key in rows.Keys)
                j.WriteStringValue(key);
            j.WriteEndArray();
        });

    public byte[] Stale(FrameFormat format, Instant? since) => Notice(format, "stale", j => j.WriteInstant("since", since));

    public byte[] Recovered(FrameFormat format, string epoch) => Notice(format, "recovered", j => j.WriteString("epoch", epoch));

    private byte[] Notice(FrameFormat format, string type, Action<Utf8JsonWriter> more) =>
        Frame.Of(
            format,
            type,
            null,
            Messages.Json(j =>
            {
                j.WriteString("type", type);
                j.WriteString("topic", topic);
                j.WriteString("timestamp", Now);
                more(j);
            })
        );

    private byte[] Finish(FrameFormat format, string type, string epoch, long seq, IEnumerable<byte[]> items)
    {
        Put(",\"data\":[");
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                _buffer.Write(","u8);
            first = false;
            if (format.IsCompact)
                rows.Write(item, _buffer);
            else
                _buffer.Write(item);
        }
        Put("]}");
        return Frame.Of(format, type, format.IsEvent ? $"{epoch}:{seq}" : null, _buffer.WrittenSpan);
    }

    private string Now => Messages.Text(clock.GetCurrentInstant());

    private void Put(string text) => Encoding.UTF8.GetBytes(text, _buffer);
}
