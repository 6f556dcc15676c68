using FastEndpoints;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Companies with a balance sheet.</summary>
/// <param name="Symbols">Ascending.</param>
public sealed record SymbolsAnswer(IReadOnlyList<string> Symbols, int Count, string Description);

/// <summary>GET /api/v1/balance-sheet/symbols: the companies that have balance sheets.</summary>
public sealed class ListSymbols(IDocumentStore store, AgedAnswers cache) : EndpointWithoutRequest<SymbolsAnswer>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public override void Configure()
    {
        Get("symbols");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Companies with balance sheets";
            s.Description = "Their symbols, ascending.";
            s.ResponseExamples[200] = new SymbolsAnswer(["AAPL", "MSFT"], 2, "재무상태표가 있는 기업의 심볼");
        });
    }

    public override async Task<SymbolsAnswer> ExecuteAsync(CancellationToken ct)
    {
        var symbols = await cache.GetAsync("balance-sheets:symbols", s_freshFor, ReadAsync, ct);
        return new SymbolsAnswer(symbols, symbols.Count, "재무상태표가 있는 기업의 심볼");
    }

    private async Task<IReadOnlyList<string>> ReadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<BalanceSheet>().Select(s => s.Symbol).Distinct().ToListAsync(ct)).Order(StringComparer.Ordinal)];
    }
}
