namespace InvestmentAssistant.Api.Features.FinancialNews.Documents;

/// <summary>The provider's four categories.</summary>
/// <param name="Name">As on the wire: crypto.</param>
/// <param name="DisplayName">For people, in Korean: wire data.</param>
public sealed record NewsCategory(string Name, string DisplayName)
{
    public static readonly IReadOnlyList<NewsCategory> All =
    [
        new("crypto", "암호화폐"),
        new("forex", "외환"),
        new("merger", "인수합병"),
        new("general", "일반"),
    ];

    public static readonly IReadOnlyList<string> Names = [.. All.Select(c => c.Name)];

    public static string DisplayNameOf(string name) => All.First(c => c.Name == name).DisplayName;
}
