namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>Fields of a report on the wire, in their order.</summary>
internal static class ReportFields
{
    /// <summary>Those of the calendar of all companies.</summary>
    public static readonly string[] EarningsFields =
    [
        "symbol",
        "company_name",
        "report_date",
        "fiscal_date_ending",
        "estimate",
        "currency",
        "event_description",
        "fetched_at",
        "actual",
        "surprise_percent",
        "report_time",
        "previous_date",
        "fiscal_date_basis",
    ];

    /// <summary>Those of the calendar of the index.</summary>
    public static readonly string[] Sp500Fields =
    [
        "symbol",
        "company_name",
        "report_date",
        "fiscal_date_ending",
        "estimate",
        "currency",
        "gics_sector",
        "gics_sub_industry",
        "headquarters",
        "event_type",
        "event_title",
        "event_description",
        "total_news_count",
        "forecast_news_count",
        "reaction_news_count",
        "id",
        "created_at",
        "updated_at",
        "actual",
        "surprise_percent",
        "report_time",
        "previous_date",
        "has_estimate",
        "has_news",
        "is_future_date",
        "news_count",
        "report_day_news_count",
        "fiscal_date_basis",
        "korean_name",
    ];
}
