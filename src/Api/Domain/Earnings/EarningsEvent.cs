using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.Earnings;

/// <summary>When on its day a company reports, New York time.</summary>
public enum ReportTime
{
    /// <summary>Before the open at 9:30.</summary>
    BeforeOpen,

    /// <summary>After the close at 16:00.</summary>
    AfterClose,

    /// <summary>While the exchange trades.</summary>
    DuringMarket,
}

/// <summary>
/// A company's report of one quarter, announced or made. It stays the same event when its date moves: e-mails and news name it by
/// <see cref="Id"/>.
/// </summary>
public sealed record EarningsEvent
{
    /// <summary>Given by the store when the event is first held, and never again.</summary>
    public int Id { get; set; }

    /// <summary>As the index writes it: BRK.B.</summary>
    public required string Symbol { get; init; }

    public string? CompanyName { get; init; }

    /// <summary>Date in New York.</summary>
    public required LocalDate ReportDate { get; init; }

    /// <summary>What <see cref="ReportDate"/> was before it last moved.</summary>
    public LocalDate? PreviousDate { get; init; }

    /// <summary>Last day of the quarter.</summary>
    public LocalDate? FiscalDateEnding { get; init; }

    /// <summary>How <see cref="FiscalDateEnding"/> is known. Null without one, and for what was announced before this was noted.</summary>
    public QuarterBasis? FiscalDateBasis { get; init; }

    /// <summary>Source of the quarter's last day; null without one.</summary>
    [JsonIgnore]
    public QuarterBasis? QuarterBasis => FiscalDateEnding is null ? null : FiscalDateBasis ?? Earnings.QuarterBasis.Announced;

    /// <summary>The last day of the quarter as a provider named it; a computed one does not distinguish two reports.</summary>
    [JsonIgnore]
    public LocalDate? AnnouncedQuarter => FiscalDateBasis is null or Earnings.QuarterBasis.Announced ? FiscalDateEnding : null;

    /// <summary>Null when the company has not said.</summary>
    public ReportTime? Time { get; init; }

    /// <summary>Earnings a share that analysts expect, in <see cref="Currency"/>.</summary>
    public decimal? Estimate { get; init; }

    /// <summary>Earnings a share as reported.</summary>
    public decimal? Actual { get; init; }

    /// <summary>ISO code: USD.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether the company is on the S&amp;P 500's list of the report date.</summary>
    public bool IsSp500 { get; init; }

    public string? GicsSector { get; init; }

    public string? GicsSubIndustry { get; init; }

    public string? Headquarters { get; init; }

    /// <summary>News kept from before the report.</summary>
    public int ForecastNewsCount { get; init; }

    /// <summary>News kept from after the report.</summary>
    public int ReactionNewsCount { get; init; }

    /// <summary>News kept from the day of the report that lies on neither side: the hour is not known, and no text decides.</summary>
    public int ReportDayNewsCount { get; init; }

    /// <summary>Number of articles of the days next to the report whose headline is about it.</summary>
    public int StoryCount { get; init; }

    /// <summary>
    /// False once the calendar no longer has it. It is kept, so that its number is not given to another and it can come back.
    /// </summary>
    public bool IsListed { get; init; } = true;

    /// <summary>When a provider last confirmed it.</summary>
    public required Instant FetchedAt { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When anything in it last changed.</summary>
    public required Instant UpdatedAt { get; init; }

    /// <summary>For people, and searched: AAPL 실적 발표 (예상 EPS: $1.53).</summary>
    public string Title => Estimate is { } eps ? $"{Symbol} 실적 발표 (예상 EPS: {Money(eps)})" : $"{Symbol} 실적 발표";

    /// <summary>For people: whose report of which quarter, on which day, and what is expected of it.</summary>
    public string Description =>
        string.Join(
            ' ',
            new[]
            {
                $"{CompanyName ?? Symbol}의",
                FiscalDateEnding is { } quarter ? $"{LocalDatePattern.Iso.Format(quarter)} 마감 분기" : "분기",
                $"실적 발표: {LocalDatePattern.Iso.Format(ReportDate)}",
                Time switch
                {
                    ReportTime.BeforeOpen => "개장 전.",
                    ReportTime.AfterClose => "장 마감 후.",
                    ReportTime.DuringMarket => "장중.",
                    _ => "(시간 미정).",
                },
                Estimate is { } eps ? $"예상 EPS {Money(eps)}." : "예상 EPS 없음.",
                Actual is { } actual ? $"발표 EPS {Money(actual)}." : null,
            }.OfType<string>()
        );

    public int NewsCount => ForecastNewsCount + ReactionNewsCount + ReportDayNewsCount;

    /// <summary>
    /// Reported less expected earnings, percent of the size of the expectation, 2 decimals; null when either is missing or the expectation
    /// is 0.
    /// </summary>
    public decimal? SurprisePercent =>
        Actual is { } actual && Estimate is { } estimate && estimate != 0
            ? Math.Round((actual - estimate) / Math.Abs(estimate) * 100, 2, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>The event on another date; the old date is remembered.</summary>
    public EarningsEvent MovedTo(LocalDate date) => date == ReportDate ? this : this with { ReportDate = date, PreviousDate = ReportDate };

    /// <summary>
    /// With the estimate's own digits, so that the surprise beside it can be worked out from it; an unknown currency has no sign.
    /// </summary>
    private string Money(decimal amount)
    {
        var sign = amount < 0 ? "-" : "";
        var figure = Math.Abs(amount).ToString("0.00##", CultureInfo.InvariantCulture);
        return Currency switch
        {
            null => $"{sign}{figure}",
            "USD" => $"{sign}${figure}",
            _ => $"{sign}{figure} {Currency}",
        };
    }
}
