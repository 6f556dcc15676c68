using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using Marten;

namespace InvestmentAssistant.Api.Features.Sp500.Ingestion;

/// <summary>Present and past members, for the features that ask who is in the index.</summary>
public sealed class Sp500Members(IDocumentStore store) : IIndexMembers
{
    public async Task<IReadOnlyList<IndexMember>> ReadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var companies = await session.Query<Sp500Company>().OrderBy(c => c.Symbol).ToListAsync(ct);
        return
        [
            .. companies.Select(c => new IndexMember(
                c.Symbol,
                c.CompanyName,
                c.GicsSector,
                c.GicsSubIndustry,
                c.Headquarters,
                c.DateAdded,
                !c.IsActive && c.LeftAt is { } left ? NewYorkDay.DateOf(left) : null
            )),
        ];
    }
}
