using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;
using Quartz;

namespace InvestmentAssistant.Api.Platform.Ingestion;

/// <summary>Where the data sets of a job stand in a first fill among those of their provider.</summary>
public sealed record FillOrder(Type Job, int Order);

/// <summary>All data sets of this build, in the order of a first fill that their features declare.</summary>
public sealed class JobCatalog
{
    private readonly Dictionary<string, (IDataSetJob Job, CronExpression Cron)> _byName = new(StringComparer.Ordinal);
    private readonly IOptionsMonitor<ProviderOptions> _providers;

    /// <exception cref="InvalidOperationException">Two data sets of one name, or a schedule that is no cron expression.</exception>
    public JobCatalog(IEnumerable<IDataSetJob> jobs, IEnumerable<FillOrder> orders, IOptionsMonitor<ProviderOptions> providers)
    {
        _providers = providers;
        var orderOf = orders.DistinctBy(o => o.Job).ToDictionary(o => o.Job, o => o.Order);
        Jobs = [.. jobs.OrderBy(j => orderOf.GetValueOrDefault(j.GetType(), int.MaxValue))];
        foreach (var job in Jobs)
        {
            var description = job.Description;
            if (!CronExpression.TryParse(description.Schedule, out var cron))
                throw new InvalidOperationException($"The schedule '{description.Schedule}' of {description.Name} is no cron expression.");
            if (!_byName.TryAdd(description.Name, (job, cron!.WithTimeZone(TimeZoneInfo.Utc))))
                throw new InvalidOperationException($"Two jobs are named {description.Name}.");
        }
    }

    public IReadOnlyList<IDataSetJob> Jobs { get; }

    public IDataSetJob? Find(string name) => _byName.TryGetValue(name, out var entry) ? entry.Job : null;

    /// <summary>The first firing after a moment; null when there will be none.</summary>
    public Instant? NextFiring(string name, Instant after) =>
        _byName[name].Cron.GetNextValidTimeAfter(after.ToDateTimeOffset()) is { } next ? Instant.FromDateTimeOffset(next) : null;

    /// <summary>Whether the data set's provider has what it needs. "own" data sets, computed from our own data, always have.</summary>
    public bool IsConfigured(DataSetDescription description) => IsConfigured(description.Provider);

    /// <inheritdoc cref="IsConfigured(DataSetDescription)"/>
    public bool IsConfigured(string provider) => provider == "own" || _providers.Get(provider).IsConfigured;
}
