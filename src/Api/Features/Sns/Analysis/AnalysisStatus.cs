using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>State of an analysis. The words are wire data.</summary>
public static class AnalysisStatus
{
    /// <summary>No figure is due yet.</summary>
    public const string Pending = "pending";

    /// <summary>Some figures are there, others wait for their time.</summary>
    public const string Partial = "partial";

    /// <summary>No figure waits any more; figures without data say why.</summary>
    public const string Complete = "complete";

    public const string NoAssets = "no_assets";

    public static readonly IReadOnlyList<string> All = [Pending, Partial, Complete, NoAssets];

    public static string Of(IReadOnlyList<AssetImpact> impacts) =>
        impacts.Count == 0 ? NoAssets
        : !impacts.Any(i => i.IsWaiting()) ? Complete
        : impacts.Any(i => i.HasAny()) ? Partial
        : Pending;
}
