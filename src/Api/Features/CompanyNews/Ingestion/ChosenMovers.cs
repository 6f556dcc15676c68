using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CompanyNews.Ingestion;

/// <summary>Movers from the source that the settings choose; our own closes stand in for a provider that fails.</summary>
public sealed class ChosenMovers(
    SessionMovers own,
    ProviderMovers provider,
    IOptions<CompanyNewsOptions> options,
    IClock clock,
    ILogger<ChosenMovers> log
)
{
    /// <returns>The batch, null when none can be made; rows that could not be read; and where it is from.</returns>
    public async Task<(MoverBatch? Batch, int Dropped, string Note)> TakeAsync(Session session, CancellationToken ct)
    {
        if (options.Value.MoversSource == MoversSource.AlphaVantage)
        {
            try
            {
                var (listed, dropped) = await provider.TakeAsync(ct);
                return (listed, dropped, $"{AlphaVantageClient.Provider}: movers of {listed.Id}");
            }
            catch (ProviderException failed)
            {
                log.LogWarning("The movers are taken from our own closes: {Reason}", failed.Message);
            }
        }
        var (batch, note) = await own.TakeAsync(session, clock.GetCurrentInstant(), ct);
        return (batch, 0, note);
    }
}
