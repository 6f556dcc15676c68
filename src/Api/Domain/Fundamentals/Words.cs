namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>The languages that texts are worded in. Labels such as 우수 are wire data and the same in both.</summary>
public enum Language
{
    Ko,
    En,
}

/// <summary>One text in both languages.</summary>
public readonly record struct Words(string Ko, string En)
{
    public string In(Language language) => language == Language.En ? En : Ko;
}
