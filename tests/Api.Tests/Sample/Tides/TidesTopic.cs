using System.Text.Json;
using InvestmentAssistant.Api.Features.Streaming.Topics;

namespace InvestmentAssistant.Api.Tests.Sample.Tides;

/// <summary>The board of water levels on the wire.</summary>
public sealed class TidesTopic : TopicFormat<TideLevel>
{
    public override string Topic => TidesFeature.Board.Name;

    public override string BatchType => TidesFeature.Board.BatchType;

    public override string FullBoardType => "tides";

    public override bool HasMarketStatus => false;

    public override void WriteItem(Utf8JsonWriter json, TideLevel item)
    {
        json.WriteStartObject();
        json.WriteString("harbour", item.Harbour);
        if (item.Level is { } level)
            json.WriteNumber("level", level);
        else
            json.WriteNull("level");
        json.WriteEndObject();
    }

    public override IReadOnlyList<TideLevel> OrderFullBoard(IReadOnlyList<TideLevel> items) => items;

    public override void WriteFullBoardItem(Utf8JsonWriter json, TideLevel item, int position) => WriteItem(json, item);
}
