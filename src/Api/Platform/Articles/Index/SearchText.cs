using System.Text;
using FluentValidation;

namespace InvestmentAssistant.Api.Platform.Articles.Index;

/// <summary>What a person types into a search box: words, "phrases", -exclusions. Whatever it is, it is either searched for or refused with a reason.</summary>
public static class SearchText
{
    public const int Shortest = 2, Longest = 200;

    /// <summary>Said wherever a search is described.</summary>
    public const string Syntax = "Words in any order, \"phrases\", -word to exclude, or between words for either. English words in any form; Korean words by their beginning.";

    /// <summary>One line without control characters; typographic quotation marks, which phones put in, are quotation marks.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (rune.Value is '“' or '”' or '„' or '«' or '»' or '＂') clean.Append('"');
            else clean.Append(rune);
        }
        return clean.ToString().Trim();
    }

    /// <summary>A search of 2 to 200 characters; an absent one passes.</summary>
    public static IRuleBuilderOptions<T, string?> IsSearch<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(Longest).Must(text => text is null || Clean(text).Length >= Shortest).WithMessage($"must hold {Shortest} to {Longest} characters");
}
