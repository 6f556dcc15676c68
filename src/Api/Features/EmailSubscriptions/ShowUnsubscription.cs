using FastEndpoints;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

/// <summary>GET /api/v1/email-subscription/unsubscribe: the page behind an unsubscribe link. It changes nothing.</summary>
public sealed class ShowUnsubscription(SubscriptionStore subscriptions, LinkAnswers answers) : Endpoint<LinkRequest, UnsubscribeAnswer>
{
    public override void Configure()
    {
        Get("unsubscribe");
        Group<EmailSubscriptionGroup>();
        DontThrowIfValidationFails(); // a person sees a page in any case
        Options(b => b.CachesAs(DataKind.Never).WithMetadata(new AlsoAnswers("text/html", null)));
        Summary(s =>
        {
            s.Summary = "Page behind an unsubscribe link";
            s.Description =
                "A page with one button, which posts to the same address; JSON when Accept prefers it. Opening it changes "
                + "nothing. The links of all mails ever sent keep working.";
            s.ResponseExamples[200] = new UnsubscribeAnswer(true, Words.CancelQuestion.English, RequiresConfirmation: true);
        });
    }

    public override async Task HandleAsync(LinkRequest request, CancellationToken ct)
    {
        if (ValidationFailed || !await subscriptions.IsCancelLinkAsync(request.Token!, ct))
        {
            await answers.RefuseAsync(
                HttpContext,
                Words.CancelFailedTitle,
                ValidationFailed ? Words.TokenMissing : Words.CancelLinkUnknown,
                pageByDefault: true
            );
            return;
        }
        var language = Languages.Of(HttpContext);
        if (LinkAnswers.WantsPage(HttpContext, byDefault: true))
            await answers.SendAsync(
                HttpContext,
                new Page(Words.CancelTitle.In(language), Words.CancelQuestion.In(language), Words.CancelButton.In(language))
            );
        else
            await Send.OkAsync(new UnsubscribeAnswer(true, Words.CancelQuestion.In(language), RequiresConfirmation: true), ct);
    }
}
