using System.Globalization;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.Etf.Documents;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.Etf.Ingestion;

/// <summary>
/// The shipped list of ETFs, checked against the provider's symbol list when that can be read; without it the shipped list stands alone.
/// </summary>
public sealed class EtfListJob(FinnhubClient finnhub, IDocumentStore store, IClock clock) : IDataSetJob
{
    /// <summary>Value of <see cref="EtfFund.Source"/>: the data file of this folder.</summary>
    public const string Source = "shipped list";

    public DataSetDescription Description { get; } =
        new("etf-list", "own", "ETF list", "0 30 6 * * ?", Duration.FromDays(3)) { ForBoards = true };

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var shipped = ReadShipped();
        // First the list, so that the board can start; then the provider, which may be slow or refuse.
        await StoreAsync([.. shipped.Select(f => f with { FetchedAt = now })], now, ct);
        context.Progress($"{shipped.Count} ETFs of the shipped list");
        try
        {
            var known = (await finnhub.SymbolsAsync(ct))
                .Rows.Where(r => r.Symbol is not null)
                .GroupBy(r => r.Symbol!, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            if (known.Count == 0)
                return new JobOutcome(shipped.Count, Note: "the provider's symbol list was empty; the shipped list stands unchecked");
            var verified = shipped
                .Select(f =>
                    known.TryGetValue(f.Symbol, out var row)
                        ? f with
                        {
                            IsVerified = true,
                            Exchange = row.Mic,
                            FetchedAt = now,
                        }
                        : f with
                        {
                            IsVerified = false,
                            FetchedAt = now,
                        }
                )
                .ToList();
            await StoreAsync(verified, now, ct);
            var unknown = verified.Count(f => f.IsVerified == false);
            return new JobOutcome(
                shipped.Count,
                Note: unknown == 0 ? "all known to the provider" : $"{unknown} not in the provider's list"
            );
        }
        catch (ProviderException refused)
        {
            return new JobOutcome(shipped.Count, Note: $"unchecked: {refused.Message}");
        }
    }

    private async Task StoreAsync(IReadOnlyList<EtfFund> funds, Instant now, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var listed = funds.Select(f => f.Symbol).ToHashSet(StringComparer.Ordinal);
        var known = await session.Query<EtfFund>().ToListAsync(ct);
        var before = known.ToDictionary(f => f.Symbol, StringComparer.Ordinal);
        // What an earlier run verified is kept until the provider says otherwise.
        session.Store<EtfFund>(
            funds.Select(f =>
                f.IsVerified is null && before.TryGetValue(f.Symbol, out var old)
                    ? f with
                    {
                        IsVerified = old.IsVerified,
                        Exchange = old.Exchange,
                    }
                    : f
            )
        );
        session.Store<EtfFund>(
            known.Where(f => f.IsActive && !listed.Contains(f.Symbol)).Select(f => f with { IsActive = false, FetchedAt = now })
        );
        await session.SaveChangesAsync(ct);
    }

    /// <summary>The data file of this feature: symbol, name, expense ratio in percent (may be empty); the order is the rank.</summary>
    public static IReadOnlyList<EtfFund> ReadShipped()
    {
        using var csv = DataFile.OpenCsv(typeof(EtfListJob), "etfs.csv");
        var funds = new List<EtfFund>();
        while (csv.Read())
        {
            funds.Add(
                new EtfFund
                {
                    Symbol = csv.GetField("symbol")!.Trim(),
                    Name = csv.GetField("name")!.Trim(),
                    ExpenseRatioPercent = decimal.TryParse(
                        csv.GetField("expense_ratio_percent"),
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out var ratio
                    )
                        ? ratio
                        : null,
                    Rank = funds.Count + 1,
                    Source = Source,
                }
            );
        }
        return funds;
    }
}
