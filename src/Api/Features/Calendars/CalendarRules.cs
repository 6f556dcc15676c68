using FluentValidation;

namespace InvestmentAssistant.Api.Features.Calendars;

/// <summary>Rules of a filter that is a part of a name.</summary>
public static class CalendarRules
{
    /// <summary>Text that PostgreSQL can be asked for.</summary>
    public static IRuleBuilderOptions<T, string?> IsPartOfName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(100).Must(text => text?.Contains('\0') is not true).WithMessage("must be text of at most 100 characters");
}
