using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>The S&amp;P 500 board on the wire.</summary>
public sealed class Sp500Topic : EquityFormat
{
    public override string Topic => "sp500";

    public override string BatchType => "sp500_trade";

    public override string FullBoardType => "sp500";

    public override void WriteFullBoardItem(Utf8JsonWriter json, EquityQuote item, int position)
    {
        json.WriteStartObject();
        json.WriteString("symbol", item.Symbol);
        json.WriteString("company_name", item.CompanyName);
        WritePrices(json, item);
        json.WriteNumber("timestamp_ms", item.TimestampMs);
        // The list of the REST side that the change puts it on.
        json.WriteString(
            "category",
            item.ChangeRate switch
            {
                > 0 => "top_gainers",
                < 0 => "top_losers",
                _ => null,
            }
        );
        json.WriteString("source", item.Source);
        json.WriteEndObject();
    }
}
