using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

public sealed record SubscribeRequest
{
    /// <summary>
    /// Address of the mails. Spaces around it, capitals and full-width letters make no difference; domains of any script are taken.
    /// </summary>
    public string? Email { get; init; }

    /// <summary>SP500, NASDAQ or ALL.</summary>
    public string Scope { get; init; } = SubscriptionScopes.Default;

    /// <summary>That the person agrees to get these mails. It must be true: there is no consent by default.</summary>
    public bool Agreed { get; init; }

    /// <summary>Language of the answer and of the mails: Korean, or English when it is preferred.</summary>
    [FromHeader("Accept-Language", isRequired: false, removeFromSchema: true)]
    public string? AcceptLanguage { get; init; }
}

public sealed class SubscribeValidator : Validator<SubscribeRequest>
{
    public SubscribeValidator()
    {
        RuleFor(r => r.Email)
            .Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage(r => Words.BadAddress.In(Languages.Of(r.AcceptLanguage)))
            .Must(e => EmailAddress.IsValid(EmailAddress.Normalize(e)))
            .WithMessage(r => Words.BadAddress.In(Languages.Of(r.AcceptLanguage)));
        RuleFor(r => r.Scope).IsOneOf([.. SubscriptionScopes.All]).WithMessage(r => Words.UnknownScope.In(Languages.Of(r.AcceptLanguage)));
        RuleFor(r => r.Agreed).Equal(true).WithMessage(r => Words.NotAgreed.In(Languages.Of(r.AcceptLanguage)));
    }
}

/// <param name="Success">True: the request was taken.</param>
/// <param name="Message">For the person, Korean or English.</param>
/// <param name="Email">The address as it is used: in lower case, the domain in its ASCII form (xn--3e0b707e.kr for 한국.kr).</param>
/// <param name="RequiresVerification">True: a mail says what comes next.</param>
public sealed record SubscribeAnswer(bool Success, string Message, string Email, string Scope, bool RequiresVerification);

/// <summary>
/// POST /api/v1/email-subscription/subscribe: asks for the weekly mail. The answer and the work are the same for every address, known or
/// not.
/// </summary>
public sealed class Subscribe(SubscriptionStore subscriptions, CallLimits limits) : Endpoint<SubscribeRequest, SubscribeAnswer>
{
    public override void Configure()
    {
        Post("subscribe");
        Group<EmailSubscriptionGroup>();
        Options(b => b.CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Subscribe to the weekly earnings mail";
            s.Description =
                "Double opt-in: a mail with a link is sent, and only the button behind that link starts the subscription. The "
                + "answer does not show "
                + "whether the address is known. At most 5 calls an hour about one address and 20 by one client; past that 429 "
                + "with Retry-After.";
            s.ExampleRequest = new SubscribeRequest { Email = "reader@example.com", Agreed = true };
            s.ResponseExamples[200] = new SubscribeAnswer(
                true,
                Words.CheckYourMail.Korean,
                "reader@example.com",
                SubscriptionScopes.Default,
                true
            );
        });
    }

    public override async Task<SubscribeAnswer> ExecuteAsync(SubscribeRequest request, CancellationToken ct)
    {
        var (address, language) = (EmailAddress.Normalize(request.Email), Languages.Of(request.AcceptLanguage));
        await limits.CountAsync(HttpContext, address, ct);
        await subscriptions.SubscribeAsync(address, request.Scope, language, ct);
        return new SubscribeAnswer(true, Words.CheckYourMail.In(language), address, request.Scope, RequiresVerification: true);
    }
}
