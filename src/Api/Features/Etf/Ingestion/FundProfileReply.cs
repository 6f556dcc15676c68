using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.Etf.Documents;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Etf.Ingestion;

/// <summary>
/// A fund's profile as the provider sends it: figures as texts ("n/a" where there are none), sectors [{sector, weight}] and holdings
/// [{symbol, description, weight}].
/// </summary>
/// <param name="Dropped">Sectors and holdings without a weight or a name.</param>
public sealed record FundProfileReply(FundProfile Profile, int Dropped)
{
    /// <summary>A weight beyond this many times the fund cannot be true, leverage included.</summary>
    private const decimal LargestWeight = 10;

    /// <summary>Null when the provider knows nothing of the fund: not one figure, sector or holding.</summary>
    /// <exception cref="ProviderException">BadReply: no object.</exception>
    public static FundProfileReply? Read(JsonElement root, string symbol, Instant fetchedAt)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, $"sent no profile for {symbol}");
        var dropped = 0;
        var profile = new FundProfile
        {
            Symbol = symbol,
            NetAssets = AlphaVantageText.Number(root, "net_assets"),
            NetExpenseRatio = AlphaVantageText.Number(root, "net_expense_ratio"),
            PortfolioTurnover = AlphaVantageText.Number(root, "portfolio_turnover"),
            DividendYield = AlphaVantageText.Number(root, "dividend_yield"),
            InceptionDate = AlphaVantageText.Date(root, "inception_date"),
            IsLeveraged = AlphaVantageText.Text(root, "leveraged")?.ToUpperInvariant() switch
            {
                "YES" => true,
                "NO" => false,
                _ => null,
            },
            Sectors = [.. Rows("sectors", SectorOf).OrderByDescending(s => s.Weight)],
            Holdings = [.. Rows("holdings", HoldingOf).OrderByDescending(h => h.Weight)],
            FetchedAt = fetchedAt,
        };
        var isEmpty =
            profile is
            {
                NetAssets: null,
                NetExpenseRatio: null,
                PortfolioTurnover: null,
                DividendYield: null,
                InceptionDate: null,
                IsLeveraged: null,
                Sectors: [],
                Holdings: [],
            };
        return isEmpty ? null : new FundProfileReply(profile, dropped);

        List<TRow> Rows<TRow>(string name, Func<JsonElement, TRow?> read)
            where TRow : class
        {
            if (!root.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
                return [];
            var rows = list.EnumerateArray().Select(read).ToList();
            dropped += DroppedRows.Count(rows, "parts of a fund without a name or a weight that can be true");
            return [.. rows.OfType<TRow>()];
        }
    }

    private static FundSector? SectorOf(JsonElement row) =>
        AlphaVantageText.Text(row, "sector") is { } sector && Weight(row) is { } weight ? new FundSector(sector, weight) : null;

    private static FundHolding? HoldingOf(JsonElement row)
    {
        var symbol = AlphaVantageText.Text(row, "symbol")?.Replace('-', '.');
        return (AlphaVantageText.Text(row, "description") ?? symbol) is { } description && Weight(row) is { } weight
            ? new FundHolding(symbol, description, weight)
            : null;
    }

    private static decimal? Weight(JsonElement row) =>
        AlphaVantageText.Number(row, "weight") is { } weight && Math.Abs(weight) <= LargestWeight ? weight : null;
}
