using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// Maps the exchange's markets again between two lists: markets come and go, and prices that distinguish namesakes may have been missing.
/// </summary>
public sealed class CoinMappingJob(CoinMapper mapper) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("coin-mapping", "own", "Domestic markets and their coins", "0 1/30 * * * ?", Duration.FromHours(2), RunAtStart: false);

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var result = await mapper.MapAsync(ct);
        return new JobOutcome(result.Changed, Note: result.Note);
    }
}
