using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Features.Crypto;

/// <summary>The board of KRW markets on the wire.</summary>
public sealed class CryptoTopic : TopicFormat<CryptoQuote>
{
    private const string Prefix = "KRW-";

    public override string Topic => "crypto";

    public override string BatchType => "crypto_update";

    public override string FullBoardType => "crypto_update";

    public override bool HasMarketStatus => false;

    public override void WriteItem(Utf8JsonWriter json, CryptoQuote item)
    {
        json.WriteStartObject();
        json.WriteString("market", item.Market);
        json.WriteString("korean_name", item.KoreanName);
        json.WriteString("english_name", item.EnglishName);
        json.WriteNumber("trade_price", item.TradePrice);
        json.WriteNumber("change_rate", item.ChangeRate);
        json.WriteNumber("change_price", item.ChangePrice);
        json.WriteNumber("acc_trade_price_24h", item.AccTradePrice24h);
        json.WriteNumber("volume_24h", item.Volume24h);
        json.WriteNumber("timestamp", item.Timestamp);
        WriteCondition(json, item);
        json.WriteEndObject();
    }

    public override IReadOnlyList<CryptoQuote> OrderFullBoard(IReadOnlyList<CryptoQuote> items) =>
        [.. items.OrderBy(i => i.TradePrice is null).ThenByDescending(i => i.TradePrice).ThenBy(i => i.Market, StringComparer.Ordinal)];

    public override void WriteFullBoardItem(Utf8JsonWriter json, CryptoQuote item, int position)
    {
        json.WriteStartObject();
        json.WriteString("market_code", item.Market);
        json.WriteString("symbol", item.Market.StartsWith(Prefix, StringComparison.Ordinal) ? item.Market[Prefix.Length..] : item.Market);
        json.WriteString("korean_name", item.KoreanName);
        json.WriteString("english_name", item.EnglishName);
        json.WriteString("crypto_name", item.KoreanName);
        json.WriteNumber("price", item.TradePrice);
        json.WriteNumber("change_24h", item.ChangePrice);
        json.WriteString(
            "change_rate_24h",
            item.ChangeRate is { } rate
                ? Math.Round(rate, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture) + "%"
                : null
        );
        json.WriteNumber("volume", item.Volume24h);
        json.WriteNumber("acc_trade_value_24h", item.AccTradePrice24h);
        json.WriteNumber("timestamp", item.Timestamp);
        json.WriteString("source", item.Source ?? "bithumb");
        // Older names of the same values; here the rate is a fraction, as the exchange sends it.
        json.WriteString("market", item.Market);
        json.WriteNumber("trade_price", item.TradePrice);
        json.WriteNumber("signed_change_rate", item.ChangeRate / 100);
        json.WriteNumber("signed_change_price", item.ChangePrice);
        json.WriteNumber("trade_volume", item.TradeVolume);
        json.WriteNumber("acc_trade_volume_24h", item.Volume24h);
        json.WriteNumber("acc_trade_price_24h", item.AccTradePrice24h);
        json.WriteNumber("high_price", item.HighPrice);
        json.WriteNumber("low_price", item.LowPrice);
        json.WriteNumber("opening_price", item.OpeningPrice);
        json.WriteNumber("prev_closing_price", item.PrevClosingPrice);
        json.WriteString(
            "change",
            (item.ChangePrice ?? item.ChangeRate) switch
            {
                > 0 => "RISE",
                < 0 => "FALL",
                0 => "EVEN",
                null => null,
            }
        );
        json.WriteNumber("timestamp_field", item.Timestamp);
        WriteCondition(json, item);
        json.WriteEndObject();
    }

    /// <summary>The age of the price and what is wrong with the market, as of the state: a current state may have a price of days
    /// ago.</summary>
    private static void WriteCondition(Utf8JsonWriter json, CryptoQuote item)
    {
        json.WriteNumber("trade_timestamp", item.TradeTimestamp);
        json.WriteString("condition", item.ConditionAt(item.EventAt));
    }

    /// <summary>btc, BTC and KRW-BTC are one.</summary>
    public override string KeyOf(string symbol)
    {
        var key = base.KeyOf(symbol);
        return key.StartsWith(Prefix, StringComparison.Ordinal) ? key : Prefix + key;
    }
}
