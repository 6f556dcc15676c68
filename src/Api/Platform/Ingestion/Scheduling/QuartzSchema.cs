using System.Text;
using InvestmentAssistant.Api.Platform.Persistence;
using Quartz;

namespace InvestmentAssistant.Api.Platform.Ingestion.Scheduling;

/// <summary>
/// The scheduler's own tables, from the script that its package carries: always that of the release in use, and it only ever creates.
/// </summary>
internal sealed class QuartzSchema : ISchemaPart
{
    /// <summary>Schema and name prefix of the scheduler's tables.</summary>
    internal const string TablePrefix = "quartz.qrtz_";

    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";

    public string Name => "quartz";

    public string Sql { get; } = Read();

    private static string Read()
    {
        using var script = typeof(IScheduler).Assembly.GetManifestResourceStream(Script)
            ?? throw new InvalidOperationException(
                $"This release of Quartz does not carry {Script}; see its release notes for the new name."
            );
        using var reader = new StreamReader(script, Encoding.UTF8);
        // {0} is the prefix with its schema, {1} the same without (index names carry none).
        return "create schema if not exists quartz;\n"
            + reader.ReadToEnd().Replace("{0}", TablePrefix, StringComparison.Ordinal).Replace("{1}", "qrtz_", StringComparison.Ordinal);
    }
}
