using InvestmentAssistant.Api.Platform.Ingestion;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>Number of days for which ticks are kept, from <c>Retention</c>. Day bars are kept for ever.</summary>
public sealed class RetentionOptions
{
    /// <summary>Charts read trades for minutes; two weeks let a fault be looked into.</summary>
    public int TradesDays { get; set; } = 14;
    public int MinuteBarsDays { get; set; } = 40;
    public int QuarterHourBarsDays { get; set; } = 120;
    public int HourBarsDays { get; set; } = 400;
}

/// <summary>Drops the partitions of ticks that are older than they are kept: no row is deleted one by one.</summary>
public sealed class RetentionJob(TickPartitions partitions, IOptions<RetentionOptions> options, IClock clock) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("retention", "own", "Old trades and bars dropped", "0 20 5 * * ?", Duration.FromHours(50), RunAtStart: false);

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var keep = options.Value;
        var dropped = new List<string>();
        foreach (
            var (parent, days) in new[]
            {
                ("trades", keep.TradesDays),
                ("bars_1m", keep.MinuteBarsDays),
                ("bars_15m", keep.QuarterHourBarsDays),
                ("bars_1h", keep.HourBarsDays),
            }
        )
        {
            // A setting of 0 or less keeps all rather than nothing.
            if (days > 0)
                dropped.AddRange(await partitions.DropBeforeAsync(parent, today.PlusDays(-days), ct));
        }
        return new JobOutcome(dropped.Count, Note: dropped.Count == 0 ? "nothing was old enough" : $"dropped {string.Join(", ", dropped)}");
    }
}
