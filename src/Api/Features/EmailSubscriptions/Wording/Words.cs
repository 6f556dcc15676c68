namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;

/// <summary>Everything this feature says to people, on pages, in mails and in answers.</summary>
internal static class Words
{
    public const string Brand = "Investment Assistant";

    /// <summary>Which text people agreed to: a change of <see cref="Consent"/> takes a new name.</summary>
    public const string ConsentVersion = "2026-08";

    public static readonly Phrase Consent = new(
        "S&P 500 기업의 실적 발표 일정을 매주 일요일 이메일로 받는 데 동의합니다. 메일의 링크로 언제든지 취소할 수 있습니다.",
        "I agree to receive the S&P 500 earnings calendar by e-mail every Sunday. I can cancel at any time by the link in each mail."
    );

    // Answers
    public static readonly Phrase CheckYourMail = new(
        "안내 메일을 보냈습니다. 메일의 링크를 열어 24시간 안에 구독을 확인해 주세요.",
        "We have sent you a mail. Open its link within 24 hours to confirm your subscription."
    );

    public static readonly Phrase UnsubscribeMailSent = new(
        "이 주소로 구독 중이라면 취소 링크를 메일로 보냈습니다.",
        "If this address has a subscription, a mail with a link to cancel it is on its way."
    );

    public static readonly Phrase BadAddress = new("올바른 이메일 주소를 입력해 주세요.", "Please enter a valid e-mail address.");
    public static readonly Phrase NotAgreed = new(
        "구독하려면 수신 동의(agreed)가 필요합니다.",
        "Subscribing needs your consent: agreed must be true."
    );
    public static readonly Phrase UnknownScope = new(
        "scope는 SP500, NASDAQ, ALL 중 하나여야 합니다.",
        "scope must be one of SP500, NASDAQ and ALL."
    );
    public static readonly Phrase TokenMissing = new(
        "링크에 토큰이 없습니다. 메일의 링크를 그대로 열어 주세요.",
        "The link has no token. Please open the link of the mail as it is."
    );
    public static readonly Phrase TokenOrAddressMissing = new("token 또는 email이 필요합니다.", "Either token or email is needed.");
    public static readonly Phrase TooManyCalls = new(
        "요청이 너무 많습니다. 잠시 후 다시 시도해 주세요.",
        "Too many requests. Please try again later."
    );

    // Links that lead nowhere
    public static readonly Phrase LinkUnknown = new(
        "유효하지 않은 링크입니다. 메일의 링크를 그대로 열었는지 확인하거나 다시 구독해 주세요.",
        "This link is not valid. Please check that you opened it as it is in the mail, or subscribe again."
    );

    public static readonly Phrase LinkExpired = new(
        "인증 링크의 유효 기간(24시간)이 지났습니다. 다시 구독해 주세요.",
        "This link was valid for 24 hours and has expired. Please subscribe again."
    );

    public static readonly Phrase LinkUsed = new(
        "이미 사용된 링크입니다. 구독 확인은 이미 끝났습니다.",
        "This link has been used already: your subscription was confirmed with it."
    );

    public static readonly Phrase CancelLinkUnknown = new(
        "유효하지 않은 링크입니다. 메일의 구독 취소 링크를 그대로 열어 주세요.",
        "This link is not valid. Please open the unsubscribe link as it is in the mail."
    );

    // Pages
    public static readonly Phrase VerifyTitle = new("이메일 인증", "Confirm your e-mail");
    public static readonly Phrase VerifyQuestion = new(
        "{0} 주소로 매주 일요일 S&P 500 실적 발표 일정을 받으시겠습니까?",
        "Shall we send the S&P 500 earnings calendar to {0} every Sunday?"
    );
    public static readonly Phrase VerifyButton = new("구독 확인", "Confirm subscription");
    public static readonly Phrase VerifiedTitle = new("이메일 인증 완료", "E-mail confirmed");
    public static readonly Phrase Verified = new(
        "{0} 주소의 구독이 확인되었습니다. 매주 일요일 실적 발표 일정을 보내 드립니다.",
        "Your subscription for {0} is confirmed. The earnings calendar comes every Sunday."
    );

    public static readonly Phrase VerifyFailedTitle = new("인증 실패", "Confirmation failed");
    public static readonly Phrase CancelTitle = new("구독 취소", "Unsubscribe");
    public static readonly Phrase CancelQuestion = new(
        "실적 발표 일정 메일을 더 이상 받지 않으시겠습니까?",
        "Shall we stop sending you the earnings calendar?"
    );
    public static readonly Phrase CancelButton = new("구독 취소하기", "Unsubscribe");
    public static readonly Phrase CancelledTitle = new("구독 취소 완료", "Unsubscribed");
    public static readonly Phrase Cancelled = new(
        "구독이 취소되었습니다. 주소를 삭제했으며 더 이상 메일을 보내지 않습니다.",
        "You are unsubscribed. We have deleted your address and will send no more mails."
    );

    public static readonly Phrase CancelFailedTitle = new("구독 취소 실패", "Unsubscribing failed");
    public static readonly Phrase BackHome = new("홈으로 돌아가기", "Back to the site");

    // Mails
    public static readonly Phrase Simulated = new(
        "모의 데이터입니다. 이 메일의 일정과 수치는 실제가 아닙니다.",
        "Simulated data: neither the dates nor the figures in this mail are real."
    );

    public static readonly Phrase SimulatedMark = new("[모의 데이터]", "[SIMULATED]");
    public static readonly Phrase VerificationSubject = new("구독을 확인해 주세요", "Please confirm your subscription");
    public static readonly Phrase VerificationIntro = new(
        "S&P 500 실적 발표 일정 메일 구독을 신청하셨습니다. 아래 버튼을 눌러 구독을 확인해 주세요.",
        "You asked for the S&P 500 earnings calendar by e-mail. Please confirm that it was you."
    );

    public static readonly Phrase VerificationValidity = new(
        "링크는 24시간 동안 유효하며 한 번만 쓸 수 있습니다. 신청하지 않으셨다면 이 메일을 무시하세요. 확인하지 않으면 아무것도 보내지 않습니다.",
        "The link works once and for 24 hours. If it was not you, ignore this mail: without your confirmation nothing is sent."
    );

    public static readonly Phrase AlreadySubject = new("이미 구독 중입니다", "You are already subscribed");
    public static readonly Phrase AlreadyIntro = new(
        "이 주소로 구독 신청이 다시 들어왔습니다. 이미 구독 중이므로 하실 일이 없습니다. 실적 발표 일정은 매주 일요일에 도착합니다.",
        "Somebody asked to subscribe this address again. It is subscribed already, so there is nothing to do: the earnings "
            + "calendar comes every Sunday."
    );

    public static readonly Phrase CancelLinkSubject = new("구독 취소 링크", "Your unsubscribe link");
    public static readonly Phrase CancelLinkIntro = new(
        "구독 취소 요청을 받았습니다. 아래 버튼을 누르면 구독이 취소됩니다. 요청하지 않으셨다면 이 메일을 무시하세요.",
        "We were asked to cancel your subscription. The button below does so. If it was not you, ignore this mail."
    );

    public static readonly Phrase EarningsSubject = new("S&P 500 실적 발표 일정 {0} ~ {1}", "S&P 500 earnings, {0} to {1}");
    public static readonly Phrase EarningsIntro = new(
        "{0}부터 {1}까지 S&P 500 기업 {2}곳이 실적을 발표합니다.",
        "From {0} to {1}, {2} companies of the S&P 500 report their earnings."
    );

    public static readonly Phrase EarningsOne = new(
        "{0}부터 {1}까지 S&P 500 기업 1곳이 실적을 발표합니다.",
        "From {0} to {1}, one company of the S&P 500 reports its earnings."
    );

    public static readonly Phrase EarningsNote = new(
        "날짜는 뉴욕 기준이며 바뀔 수 있습니다. 예상 EPS는 주당 순이익의 시장 예상치입니다.",
        "Dates are those of New York and may change. The EPS estimate is what analysts expect a share to earn."
    );

    public static readonly Phrase Date = new("날짜", "Date");
    public static readonly Phrase Symbol = new("티커", "Symbol");
    public static readonly Phrase Company = new("기업명", "Company");
    public static readonly Phrase Sector = new("섹터", "Sector");
    public static readonly Phrase Estimate = new("예상 EPS", "EPS estimate");
    public static readonly Phrase FooterWhy = new(
        "이 메일은 {0} 주소로 신청된 구독({1})에 따라 보냈습니다.",
        "You get this mail because {0} was entered for the subscription {1}."
    );
    public static readonly Phrase FooterCancel = new("구독 취소", "Unsubscribe");
}
