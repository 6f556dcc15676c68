namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>Endpoint metadata: with 200 it may also answer this, which its response type does not say.</summary>
/// <param name="ContentType">application/json, or text/html for a page.</param>
/// <param name="Type">The other shape; null for text.</param>
public sealed record AlsoAnswers(string ContentType, Type? Type);
