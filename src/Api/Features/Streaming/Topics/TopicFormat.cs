using System.Text.Json;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.Streaming.Topics;

/// <summary>
/// How a board looks on the wire, in both dialects. The public contract of Streaming: a feature that owns a board implements it and
/// registers it with <c>services.AddTopic&lt;TItem, TFormat&gt;()</c>; connections, batching, resume and back-pressure are Streaming's own.
/// </summary>
public abstract class TopicFormat<TItem>
    where TItem : class, IBoardItem<TItem>
{
    /// <summary>Name of the board and last part of the paths: crypto.</summary>
    public abstract string Topic { get; }

    /// <summary>Type of a batch in the documented dialect (/ws/...): crypto_update.</summary>
    public abstract string BatchType { get; }

    /// <summary>Type of a message in the deployed front end's dialect (/api/v1/ws/...): crypto_update, sp500, etf.</summary>
    public abstract string FullBoardType { get; }

    /// <summary>Whether the full-board envelope carries market_status.</summary>
    public abstract bool HasMarketStatus { get; }

    /// <summary>Writes one item of the documented dialect as a JSON object.</summary>
    public abstract void WriteItem(Utf8JsonWriter json, TItem item);

    /// <summary>
    /// The order of the full board: crypto by price descending, stocks and ETFs by change descending, nulls last, ties by symbol.
    /// </summary>
    public abstract IReadOnlyList<TItem> OrderFullBoard(IReadOnlyList<TItem> items);

    /// <summary>Writes one item of the full board.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="item">The item.</param>
    /// <param name="position">Place on the board, 1 = first.</param>
    public abstract void WriteFullBoardItem(Utf8JsonWriter json, TItem item, int position);

    /// <summary>The board key a client means (btc, BTC and KRW-BTC are one), upper case; it need not be on the board.</summary>
    public virtual string KeyOf(string symbol) => TextFold.Symbol(symbol).Trim();
}
