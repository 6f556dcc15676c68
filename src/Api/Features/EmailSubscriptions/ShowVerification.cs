using FastEndpoints;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

/// <param name="Success">True: the link is good, or its button was pressed.</param>
/// <param name="Message">For the person, Korean or English.</param>
/// <param name="Email">Address of the subscription.</param>
/// <param name="RequiresConfirmation">True: nothing has changed yet, a POST to the same address confirms.</param>
public sealed record VerificationAnswer(bool Success, string Message, string Email, string Scope, bool RequiresConfirmation);

/// <summary>
/// GET /api/v1/email-subscription/verify: the page behind a verification link. It changes nothing: mail scanners open links before people
/// do.
/// </summary>
public sealed class ShowVerification(SubscriptionStore subscriptions, LinkAnswers answers) : Endpoint<LinkRequest, VerificationAnswer>
{
    public override void Configure()
    {
        Get("verify");
        Group<EmailSubscriptionGroup>();
        DontThrowIfValidationFails(); // a person sees a page in any case
        Options(b => b.CachesAs(DataKind.Never).WithMetadata(new AlsoAnswers("text/html", null)));
        Summary(s =>
        {
            s.Summary = "Page behind a verification link";
            s.Description =
                "A page with one button, which posts to the same address; JSON when Accept prefers it. Opening it changes nothing. "
                + "An expired, used or unknown link is 400, each with its own words.";
            s.ResponseExamples[200] = new VerificationAnswer(
                true,
                Words.VerifyQuestion.In(Language.English, "reader@example.com"),
                "reader@example.com",
                SubscriptionScopes.Default,
                true
            );
        });
    }

    public override async Task HandleAsync(LinkRequest request, CancellationToken ct)
    {
        if (ValidationFailed)
        {
            await answers.RefuseAsync(HttpContext, Words.VerifyFailedTitle, Words.TokenMissing, pageByDefault: true);
            return;
        }
        var link = await subscriptions.FindVerificationAsync(request.Token!, ct);
        if (link is not { State: LinkState.Good, Address: { } address, Scope: { } scope })
        {
            await answers.RefuseAsync(HttpContext, Words.VerifyFailedTitle, Verify.Why(link.State), pageByDefault: true);
            return;
        }
        var language = Languages.Of(HttpContext);
        var question = Words.VerifyQuestion.In(language, address);
        if (LinkAnswers.WantsPage(HttpContext, byDefault: true))
            await answers.SendAsync(
                HttpContext,
                new Page(Words.VerifyTitle.In(language), $"{question} {Words.Consent.In(language)}", Words.VerifyButton.In(language))
            );
        else
            await Send.OkAsync(new VerificationAnswer(true, question, address, scope, RequiresConfirmation: true), ct);
    }
}
