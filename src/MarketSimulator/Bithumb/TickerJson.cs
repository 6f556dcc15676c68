using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Walk;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Bithumb;

/// <summary>Ticker messages in Bithumb's two shapes (API v2.1: REST "ticker" and WebSocket "ticker").</summary>
internal static class TickerJson
{
    /// <summary>Korea keeps UTC+9 all year.</summary>
    public static readonly DateTimeZone Seoul = DateTimeZone.ForOffset(Offset.FromHours(9));

    private static readonly LocalDateTimePattern DateText = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimeText = LocalDateTimePattern.CreateWithInvariantCulture("HHmmss");

    /// <summary>
    /// A row of GET /v1/ticker. <c>trade_timestamp</c> is nine hours ahead, as in the real replies: it is the Seoul wall clock taken for
    /// UTC, while <c>timestamp</c> is right.
    /// </summary>
    public static void WriteRest(Utf8JsonWriter json, CryptoTicker t, long nowMs)
    {
        var at = Instant.FromUnixTimeMilliseconds(t.TradeMs);
        var (utc, kst) = (at.InUtc().LocalDateTime, at.InZone(Seoul).LocalDateTime);
        json.WriteStartObject();
        json.WriteString("market", t.Market);
        json.WriteString("trade_date", DateText.Format(utc));
        json.WriteString("trade_time", TimeText.Format(utc));
        json.WriteString("trade_date_kst", DateText.Format(kst));
        json.WriteString("trade_time_kst", TimeText.Format(kst));
        json.WriteNumber("trade_timestamp", t.TradeMs + (9 * 3_600_000L));
        json.WriteNumber("opening_price", t.Open);
        json.WriteNumber("high_price", t.High);
        json.WriteNumber("low_price", t.Low);
        json.WriteNumber("trade_price", t.Price);
        json.WriteNumber("prev_closing_price", t.PreviousClose);
        WriteChange(json, t, digits: 4, static name => name);
        json.WriteNumber("trade_volume", t.TradeVolume);
        json.WriteNumber("acc_trade_price", t.DayTurnover);
        json.WriteNumber("acc_trade_price_24h", t.Turnover24H);
        json.WriteNumber("acc_trade_volume", t.DayVolume);
        json.WriteNumber("acc_trade_volume_24h", t.Volume24H);
        json.WriteNumber("highest_52_week_price", t.YearHigh);
        json.WriteString("highest_52_week_date", LocalDatePattern.Iso.Format(t.YearHighDate));
        json.WriteNumber("lowest_52_week_price", t.YearLow);
        json.WriteString("lowest_52_week_date", LocalDatePattern.Iso.Format(t.YearLowDate));
        json.WriteNumber("timestamp", Math.Max(nowMs, t.TradeMs));
        json.WriteEndObject();
    }

    /// <summary>
    /// A WebSocket message. Here <c>trade_date</c> and <c>trade_time</c> are Seoul's and <c>trade_timestamp</c> is right.
    /// </summary>
    public static byte[] Frame(CryptoTicker t, string streamType, bool simple, string warning, bool isSuspended, long messageMs) =>
        Live.JsonReply.Bytes(json =>
        {
            Func<string, string> name = simple ? Short : static n => n;
            var kst = Instant.FromUnixTimeMilliseconds(t.TradeMs).InZone(Seoul).LocalDateTime;
            json.WriteStartObject();
            json.WriteString(name("type"), "ticker");
            json.WriteString(name("code"), t.Market);
            json.WriteNumber(name("opening_price"), t.Open);
            json.WriteNumber(name("high_price"), t.High);
            json.WriteNumber(name("low_price"), t.Low);
            json.WriteNumber(name("trade_price"), t.Price);
            json.WriteNumber(name("prev_closing_price"), t.PreviousClose);
            WriteChange(json, t, digits: 8, name);
            json.WriteNumber(name("trade_volume"), t.TradeVolume);
            json.WriteNumber(name("acc_trade_volume"), t.DayVolume);
            json.WriteNumber(name("acc_trade_volume_24h"), t.Volume24H);
            json.WriteNumber(name("acc_trade_price"), t.DayTurnover);
            json.WriteNumber(name("acc_trade_price_24h"), t.Turnover24H);
            json.WriteString(name("trade_date"), DateText.Format(kst));
            json.WriteString(name("trade_time"), TimeText.Format(kst));
            json.WriteNumber(name("trade_timestamp"), t.TradeMs);
            json.WriteString(name("ask_bid"), t.IsAsk ? "ASK" : "BID");
            json.WriteNumber(name("acc_ask_volume"), t.AskVolume);
            json.WriteNumber(name("acc_bid_volume"), Math.Round(t.DayVolume - t.AskVolume, 8));
            json.WriteNumber(name("highest_52_week_price"), t.YearHigh);
            json.WriteString(name("highest_52_week_date"), LocalDatePattern.Iso.Format(t.YearHighDate));
            json.WriteNumber(name("lowest_52_week_price"), t.YearLow);
            json.WriteString(name("lowest_52_week_date"), LocalDatePattern.Iso.Format(t.YearLowDate));
            json.WriteString(name("market_state"), "ACTIVE");
            json.WriteBoolean(name("is_trading_suspended"), isSuspended);
            json.WriteNull(name("delisting_date"));
            json.WriteString(name("market_warning"), warning);
            json.WriteNumber(name("timestamp"), messageMs);
            json.WriteString(name("stream_type"), streamType);
            json.WriteEndObject();
        });

    private static void WriteChange(Utf8JsonWriter json, CryptoTicker t, int digits, Func<string, string> name)
    {
        // Differences of doubles carry dust; no KRW or BTC price has more than eight decimals.
        var change = Math.Round(t.Price - t.PreviousClose, 8);
        var rate = Math.Round(change / t.PreviousClose, digits);
        json.WriteString(
            name("change"),
            change > 0 ? "RISE"
                : change < 0 ? "FALL"
                : "EVEN"
        );
        json.WriteNumber(name("change_price"), Math.Abs(change));
        json.WriteNumber(name("change_rate"), Math.Abs(rate));
        json.WriteNumber(name("signed_change_price"), change);
        json.WriteNumber(name("signed_change_rate"), rate);
    }

    /// <summary>Field names of the format SIMPLE.</summary>
    private static string Short(string name) =>
        name switch
        {
            "type" => "ty",
            "code" => "cd",
            "opening_price" => "op",
            "high_price" => "hp",
            "low_price" => "lp",
            "trade_price" => "tp",
            "prev_closing_price" => "pcp",
            "change" => "c",
            "change_price" => "cp",
            "signed_change_price" => "scp",
            "change_rate" => "cr",
            "signed_change_rate" => "scr",
            "trade_volume" => "tv",
            "acc_trade_volume" => "atv",
            "acc_trade_volume_24h" => "atv24h",
            "acc_trade_price" => "atp",
            "acc_trade_price_24h" => "atp24h",
            "trade_date" => "tdt",
            "trade_time" => "ttm",
            "trade_timestamp" => "ttms",
            "ask_bid" => "ab",
            "acc_ask_volume" => "aav",
            "acc_bid_volume" => "abv",
            "highest_52_week_price" => "h52wp",
            "highest_52_week_date" => "h52wdt",
            "lowest_52_week_price" => "l52wp",
            "lowest_52_week_date" => "l52wdt",
            "market_state" => "ms",
            "is_trading_suspended" => "its",
            "delisting_date" => "dd",
            "market_warning" => "mw",
            "timestamp" => "tms",
            "stream_type" => "st",
            _ => name,
        };
}
