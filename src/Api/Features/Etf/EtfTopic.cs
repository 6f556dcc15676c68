using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Streaming.Topics;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>The ETF board on the wire.</summary>
public sealed class EtfTopic : EquityFormat
{
    public override string Topic => "etf";

    public override string BatchType => "etf_trade";

    public override string FullBoardType => "etf";

    public override void WriteFullBoardItem(Utf8JsonWriter json, EquityQuote item, int position)
    {
        json.WriteStartObject();
        json.WriteString("symbol", item.Symbol);
        json.WriteString("name", item.CompanyName);
        json.WriteString("etf_name", item.CompanyName);
        WritePrices(json, item);
        json.WriteNumber("rank", position);
        json.WriteEndObject();
    }
}
