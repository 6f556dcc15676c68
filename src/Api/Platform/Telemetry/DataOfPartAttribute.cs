namespace InvestmentAssistant.Api.Platform.Telemetry;

/// <summary>
/// Marks a field that holds the <see cref="PartFinding.Data"/> of health parts, so that the API description can say what it is.
/// </summary>
/// <param name="part">The part; null for any of them.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DataOfPartAttribute(string? part = null) : Attribute
{
    /// <summary>The part; null for any of them.</summary>
    public string? Part => part;
}
