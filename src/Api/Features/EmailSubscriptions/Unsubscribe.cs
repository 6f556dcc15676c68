using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

public sealed record UnsubscribeRequest
{
    /// <summary>The secret of a mail's unsubscribe link: as JSON, as a form field or in the query. It cancels at once.</summary>
    public string? Token { get; init; }

    /// <summary>Without a token: where to send the unsubscribe link.</summary>
    public string? Email { get; init; }

    /// <summary>Which subscription of the address: SP500, NASDAQ or ALL.</summary>
    public string Scope { get; init; } = SubscriptionScopes.Default;

    /// <summary>Language of the answer: Korean, or English when it is preferred.</summary>
    [FromHeader("Accept-Language", isRequired: false, removeFromSchema: true)]
    public string? AcceptLanguage { get; init; }
}

public sealed class UnsubscribeValidator : Validator<UnsubscribeRequest>
{
    public UnsubscribeValidator()
    {
        RuleFor(r => r.Token).MaximumLength(200);
        RuleFor(r => r.Email)
            .Must(e => !string.IsNullOrWhiteSpace(e))
            .When(HasNoToken)
            .WithMessage(r => Words.TokenOrAddressMissing.In(Languages.Of(r.AcceptLanguage)));
        RuleFor(r => r.Email)
            .Must(e => EmailAddress.IsValid(EmailAddress.Normalize(e)))
            .When(r => HasNoToken(r) && !string.IsNullOrWhiteSpace(r.Email))
            .WithMessage(r => Words.BadAddress.In(Languages.Of(r.AcceptLanguage)));
        RuleFor(r => r.Scope)
            .Must(s => SubscriptionScopes.All.Contains(s))
            .WithMessage(r => Words.UnknownScope.In(Languages.Of(r.AcceptLanguage)));
    }

    private static bool HasNoToken(UnsubscribeRequest request) => string.IsNullOrEmpty(request.Token);
}

/// <param name="Success">True: cancelled, or the link is on its way.</param>
/// <param name="Message">For the person, Korean or English.</param>
/// <param name="RequiresConfirmation">True: nothing has changed yet.</param>
public sealed record UnsubscribeAnswer(bool Success, string Message, bool RequiresConfirmation);

/// <summary>
/// POST /api/v1/email-subscription/unsubscribe: cancels by the token of any mail; also the one-click POST that mail programs make (RFC
/// 8058). An address alone proves nothing: its owner gets the link by mail.
/// </summary>
public sealed class Unsubscribe(SubscriptionStore subscriptions, CallLimits limits, LinkAnswers answers)
    : Endpoint<UnsubscribeRequest, UnsubscribeAnswer>
{
    public override void Configure()
    {
        Post("unsubscribe");
        Group<EmailSubscriptionGroup>();
        Description(b => b.ClearDefaultAccepts().Accepts<UnsubscribeRequest>(isOptional: true, "application/json", LinkRequest.BodyTypes));
        Options(b => b.CachesAs(DataKind.Never).WithMetadata(new AlsoAnswers("text/html", null)));
        Summary(s =>
        {
            s.Summary = "Unsubscribe";
            s.Description =
                "With the token of a mail's link (body or query; a form with List-Unsubscribe=One-Click is fine): cancels at "
                + "once and erases the address; doing it again "
                + "changes nothing. With an address alone: a mail with the link is sent if the address has a subscription, and the "
                + "answer does not show whether. "
                + "The limits of subscribing hold for this too.";
            s.ExampleRequest = new UnsubscribeRequest { Email = "reader@example.com" };
            s.ResponseExamples[200] = new UnsubscribeAnswer(true, Words.UnsubscribeMailSent.Korean, RequiresConfirmation: true);
        });
    }

    public override async Task HandleAsync(UnsubscribeRequest request, CancellationToken ct)
    {
        var language = Languages.Of(request.AcceptLanguage);
        if (string.IsNullOrEmpty(request.Token))
        {
            var address = EmailAddress.Normalize(request.Email);
            await limits.CountAsync(HttpContext, address, ct);
            await subscriptions.RequestCancelLinkAsync(address, request.Scope, ct);
            await Send.OkAsync(new UnsubscribeAnswer(true, Words.UnsubscribeMailSent.In(language), RequiresConfirmation: true), ct);
            return;
        }
        if (!await subscriptions.CancelAsync(request.Token, ct))
            await answers.RefuseAsync(HttpContext, Words.CancelFailedTitle, Words.CancelLinkUnknown, pageByDefault: false);
        else if (LinkAnswers.WantsPage(HttpContext, byDefault: false))
            await answers.SendAsync(HttpContext, new Page(Words.CancelledTitle.In(language), Words.Cancelled.In(language)));
        else
            await Send.OkAsync(new UnsubscribeAnswer(true, Words.Cancelled.In(language), RequiresConfirmation: false), ct);
    }
}
