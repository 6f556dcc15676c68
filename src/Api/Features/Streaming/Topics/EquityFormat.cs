using System.Text.Json;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Json;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Streaming.Topics;

/// <summary>Wire format of the stock and the ETF board: USD, percent, best first.</summary>
public abstract class EquityFormat : TopicFormat<EquityQuote>
{
    /// <inheritdoc />
    public override bool HasMarketStatus => true;

    /// <summary>brk-b, BRK.B and ＢＲＫ．Ｂ are one, and so is the whole Korean name.</summary>
    public override string KeyOf(string symbol) => EquitySymbol.Normalize(symbol);

    /// <inheritdoc />
    public override void WriteItem(Utf8JsonWriter json, EquityQuote item)
    {
        json.WriteStartObject();
        json.WriteString("symbol", item.Symbol);
        json.WriteNumber("price", item.Price);
        json.WriteNumber("volume", item.Volume);
        json.WriteNumber("timestamp_ms", item.TimestampMs);
        if (item.TradeConditions is { } conditions)
        {
            json.WriteStartArray("trade_conditions");
            foreach (var condition in conditions)
                json.WriteStringValue(condition);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("trade_conditions");
        }
        json.WriteNumber("change_rate", item.ChangeRate);
        json.WriteNumber("previous_close", item.PreviousClose);
        json.WriteNumber("change_amount", item.ChangeAmount);
        json.WriteEndObject();
    }

    /// <inheritdoc />
    public override IReadOnlyList<EquityQuote> OrderFullBoard(IReadOnlyList<EquityQuote> items) =>
        [.. items.OrderBy(i => i.ChangeRate is null).ThenByDescending(i => i.ChangeRate).ThenBy(i => i.Symbol, StringComparer.Ordinal)];

    /// <summary>The price fields of the full board, which both have under the same names.</summary>
    protected static void WritePrices(Utf8JsonWriter json, EquityQuote item)
    {
        json.WriteNumber("price", item.Price);
        json.WriteNumber("current_price", item.Price);
        json.WriteNumber("previous_close", item.PreviousClose);
        json.WriteNumber("change_amount", item.ChangeAmount);
        json.WriteNumber("change_percentage", item.ChangeRate);
        json.WriteNumber("volume", item.SessionVolume);
        json.WriteNumber("volume_24h", item.Volume24h);
        var at = item.EventAt is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null;
        json.WriteString("timestamp", at);
        json.WriteString("last_updated", at);
        if (item.ChangeRate is { } change && change != 0)
            json.WriteBoolean("is_positive", change > 0);
        else
            json.WriteNull("is_positive");
    }
}
