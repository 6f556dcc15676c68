namespace InvestmentAssistant.Api.Platform.Ingestion.Rotation;

/// <summary>Outcome of a provider call for one item.</summary>
public enum AskOutcome
{
    /// <summary>Data came, and is stored.</summary>
    Answered,

    /// <summary>The provider does not know the item.</summary>
    Unknown,

    /// <summary>It refused this item, or its reply could not be used. What was stored before stays.</summary>
    Failed,
}

/// <summary>When one item of a data set was last asked for. Natural key: data set and item.</summary>
public sealed record AskedItem
{
    /// <summary>data set/item: company-overview/AAPL.</summary>
    public required string Id { get; init; }

    public required string DataSet { get; init; }
    public required string Item { get; init; }
    public required Instant AskedAt { get; init; }
    public required AskOutcome Outcome { get; init; }

    /// <summary>Failures of this item in a row; 0 after an answer, and after a failure of the provider.</summary>
    public int Failures { get; init; }

    public static string IdOf(string dataSet, string item) => $"{dataSet}/{item}";
}
