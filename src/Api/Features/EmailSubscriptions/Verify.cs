using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

public sealed record VerifyRequest
{
    /// <summary>The secret of the mail's link: as JSON, as a form field or in the query.</summary>
    public string? Token { get; init; }
}

public sealed class VerifyValidator : Validator<VerifyRequest>
{
    public VerifyValidator() => RuleFor(r => r.Token).NotEmpty().MaximumLength(200);
}

/// <summary>POST /api/v1/email-subscription/verify: the button of the verification page. The link works once.</summary>
public sealed class Verify(SubscriptionStore subscriptions, LinkAnswers answers) : Endpoint<VerifyRequest, VerificationAnswer>
{
    public override void Configure()
    {
        Post("verify");
        Group<EmailSubscriptionGroup>();
        DontThrowIfValidationFails();
        Description(b => b.ClearDefaultAccepts().Accepts<VerifyRequest>(isOptional: true, "application/json", LinkRequest.BodyTypes));
        Options(b => b.CachesAs(DataKind.Never).WithMetadata(new AlsoAnswers("text/html", null)));
        Summary(s =>
        {
            s.Summary = "Confirm a subscription";
            s.Description =
                "Starts the subscription that the link belongs to and mails the coming week's earnings once. A link works once "
                + "and for 24 hours; an expired, used "
                + "or unknown one is 400, each with its own words. JSON; a page for browsers.";
            s.ExampleRequest = new VerifyRequest { Token = "hZ0p4l0Jg3y2b7n1kXQe5dTfVw9cRa8sUoMiLxYzB6E" };
            s.ResponseExamples[200] = new VerificationAnswer(
                true,
                Words.Verified.In(Language.English, "reader@example.com"),
                "reader@example.com",
                SubscriptionScopes.Default,
                false
            );
        });
    }

    public override async Task HandleAsync(VerifyRequest request, CancellationToken ct)
    {
        if (ValidationFailed)
        {
            await answers.RefuseAsync(HttpContext, Words.VerifyFailedTitle, Words.TokenMissing, pageByDefault: false);
            return;
        }
        var link = await subscriptions.VerifyAsync(request.Token!, ct);
        if (link is not { State: LinkState.Good, Address: { } address, Scope: { } scope })
        {
            await answers.RefuseAsync(HttpContext, Words.VerifyFailedTitle, Why(link.State), pageByDefault: false);
            return;
        }
        var language = Languages.Of(HttpContext);
        var message = Words.Verified.In(language, address);
        if (LinkAnswers.WantsPage(HttpContext, byDefault: false))
            await answers.SendAsync(HttpContext, new Page(Words.VerifiedTitle.In(language), message));
        else
            await Send.OkAsync(new VerificationAnswer(true, message, address, scope, RequiresConfirmation: false), ct);
    }

    /// <summary>Why a link cannot be used.</summary>
    internal static Phrase Why(LinkState state) =>
        state switch
        {
            LinkState.Expired => Words.LinkExpired,
            LinkState.Used => Words.LinkUsed,
            _ => Words.LinkUnknown,
        };
}
