namespace InvestmentAssistant.Api.Platform.Secrets;

/// <summary>Names environment variables that hold secrets. Implementations are found by reflection and need no arguments.</summary>
public interface ISecretNames
{
    IEnumerable<string> Variables { get; }
}
