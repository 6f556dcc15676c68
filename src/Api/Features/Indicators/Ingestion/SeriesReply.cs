using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Indicators.Ingestion;

/// <summary>A series as the provider sends it: {name, interval, unit, data: [{date, value}]}, values as texts, newest first.</summary>
/// <param name="Values">Ascending, one a date.</param>
/// <param name="Missing">Periods that it marks as not published (".").</param>
/// <param name="Dropped">Rows that cannot be true: no date, no number, out of the series' bounds, in the future, a second value of a
/// date.</param>
public sealed record SeriesReply(string? Name, string? Interval, string? Unit, IReadOnlyList<DatedValue> Values, int Missing, int Dropped)
{
    /// <exception cref="ProviderException">BadReply: no list, or nothing usable in it. What is held stays.</exception>
    public static SeriesReply Read(JsonElement root, MacroSeries series, LocalDate today)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
            throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, $"sent no data for {series.Function}");

        var values = new SortedDictionary<LocalDate, decimal>();
        var (missing, dropped) = (0, 0);
        var first = series.FirstKept(today);
        foreach (var row in data.EnumerateArray())
        {
            var date = AlphaVantageText.Date(row, "date");
            if (date < first)
                continue;
            if (date is not null && IsMarkedMissing(row))
            {
                missing++;
                continue;
            }
            if (
                date is { } day
                && day <= today
                && AlphaVantageText.Number(row, "value") is { } value
                && value >= series.Lowest
                && value <= series.Highest
                && values.TryAdd(day, value)
            )
                continue;
            DroppedRows.Because("values without a date or a number that can be true");
            dropped++;
        }
        if (values.Count == 0)
            throw new ProviderException(
                ProviderFailure.BadReply,
                AlphaVantageClient.Provider,
                $"sent no usable value for {series.Function} ({dropped} rows dropped)"
            );
        return new SeriesReply(
            AlphaVantageText.Text(root, "name"),
            AlphaVantageText.Text(root, "interval"),
            AlphaVantageText.Text(root, "unit"),
            [.. values.Select(v => new DatedValue(v.Key, v.Value))],
            missing,
            dropped
        );
    }

    private static bool IsMarkedMissing(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty("value", out var value)
        && (
            value.ValueKind == JsonValueKind.Null
            || (value.ValueKind == JsonValueKind.String && AlphaVantageText.Text(LenientJson.Whole(value)) is null)
        );
}
