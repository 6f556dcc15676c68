using FastEndpoints;
using FluentValidation;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

/// <summary>A link of a mail, opened.</summary>
public sealed record LinkRequest
{
    /// <summary>The secret of the mail's link.</summary>
    [QueryParam]
    public string? Token { get; init; }

    /// <summary>
    /// What a button's POST may bring beside JSON: the forms of browsers and mail programs, and nothing at all, not even a content type,
    /// when the token is in the address.
    /// </summary>
    internal static readonly string[] BodyTypes = ["application/x-www-form-urlencoded", "multipart/form-data", "*/*"];
}

public sealed class LinkValidator : Validator<LinkRequest>
{
    public LinkValidator() => RuleFor(r => r.Token).NotEmpty().MaximumLength(200);
}
