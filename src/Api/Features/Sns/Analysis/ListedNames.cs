using InvestmentAssistant.Api.Domain.Instruments;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>Reads the names of everything that the boards list, and counts the boards that have a list.</summary>
public sealed class ListedNames(IEnumerable<IInstrumentSource> instruments)
{
    public async Task<(AssetNames Names, int Boards)> ReadAsync(CancellationToken ct)
    {
        var all = new List<Instrument>();
        var boards = 0;
        // Stocks before funds: a symbol on both lists is the stock.
        foreach (
            var source in instruments.OrderBy(s =>
                s.Board == "sp500" ? 0
                : s.Board == "etf" ? 1
                : 2
            )
        )
        {
            var listed = await source.ReadAsync(ct);
            all.AddRange(listed);
            if (listed.Count > 0)
                boards++;
        }
        return (new AssetNames(all), boards);
    }
}
