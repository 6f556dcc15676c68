namespace InvestmentAssistant.Api.Platform;

/// <summary>A group of operations in the API's lists and documents, declared in the door of the feature that serves them.</summary>
/// <param name="Name">English, as in the API description.</param>
/// <param name="KoreanName">The same for Korean readers.</param>
/// <param name="Category">Group of tags.</param>
/// <param name="KoreanCategory">The same for Korean readers; what <c>/api/v1/</c> lists by.</param>
/// <param name="Description">What its operations answer, in a sentence of the API description.</param>
public sealed record ApiTag(string Name, string KoreanName, string Category, string KoreanCategory, string Description)
{
    /// <summary>Where it stands in the API description: tags go by place, then by name.</summary>
    public int Place { get; init; } = 100;

    /// <summary>Values of parameters that work by copy and paste, by parameter.</summary>
    public IReadOnlyDictionary<string, string> Examples { get; init; } = new Dictionary<string, string>();
}
