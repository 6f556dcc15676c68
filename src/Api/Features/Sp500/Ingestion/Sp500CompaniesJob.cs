using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Features.Sp500.Wikipedia;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.Sp500.Ingestion;

/// <summary>
/// Reads the public list of index members. A page that does not look like the index fails the run and changes nothing; who left is flagged.
/// </summary>
public sealed class Sp500CompaniesJob(WikipediaClient pages, IDocumentStore store, IClock clock) : IDataSetJob
{
    private const string Page = "List_of_S%26P_500_companies";

    public DataSetDescription Description { get; } =
        new("sp500-companies", WikipediaClient.Provider, "S&P 500 company list", "0 0 6 * * ?", Duration.FromDays(3)) { ForBoards = true };

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        ConstituentsPage page;
        try
        {
            page = ConstituentsTable.Read(await pages.PageAsync(Page, ct), WikipediaClient.Provider, now);
        }
        catch (FormatException refused)
        {
            throw new ProviderException(
                ProviderFailure.BadReply,
                WikipediaClient.Provider,
                $"{refused.Message} The last good list is kept.",
                inner: refused
            );
        }
        context.Progress($"{page.Companies.Count} companies on the page");

        await using var session = store.LightweightSession();
        var listed = page.Companies.Select(c => c.Symbol).ToHashSet(StringComparer.Ordinal);
        var left = (await session.Query<Sp500Company>().Where(c => c.IsActive).ToListAsync(ct))
            .Where(c => !listed.Contains(c.Symbol))
            .Select(c => c with { IsActive = false, LeftAt = now })
            .ToList();
        session.Store<Sp500Company>(page.Companies);
        session.Store<Sp500Company>(left);
        await session.SaveChangesAsync(ct);
        return new JobOutcome(
            page.Companies.Count + left.Count,
            page.Dropped,
            Note: left.Count == 0 ? null : $"{left.Count} left: {string.Join(", ", left.Select(c => c.Symbol))}"
        );
    }
}
