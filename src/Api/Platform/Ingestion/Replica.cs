namespace InvestmentAssistant.Api.Platform.Ingestion;

/// <summary>Which of N replicas this is, as people find it again: host and process.</summary>
public static class Replica
{
    public static readonly string Name = $"{Environment.MachineName}/{Environment.ProcessId}";
}
