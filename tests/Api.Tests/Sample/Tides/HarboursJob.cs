using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;

namespace InvestmentAssistant.Api.Tests.Sample.Tides;

/// <summary>Keeps the harbours of <c>tides.csv</c>.</summary>
public sealed class HarboursJob(IDocumentStore store) : IDataSetJob
{
    public DataSetDescription Description { get; } = new("tides-harbours", "own", "Harbours", "0 0 3 * * ?", Duration.FromDays(2));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        using var csv = DataFile.OpenCsv(typeof(HarboursJob), "tides.csv");
        var harbours = csv.GetRecords<Harbour>().ToList();
        await using var session = store.LightweightSession();
        session.Store<Harbour>(harbours);
        await session.SaveChangesAsync(ct);
        return new JobOutcome(harbours.Count);
    }
}
