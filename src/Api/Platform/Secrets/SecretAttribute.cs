namespace InvestmentAssistant.Api.Platform.Secrets;

/// <summary>
/// Marks a property of an options class whose value must not appear in a log, a stored text or an answer; <see cref="SecretSettings"/>
/// collects them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
