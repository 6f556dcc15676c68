using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace InvestmentAssistant.LocalRun.Replay;

/// <summary>A stretch of recorded time in which nothing happened, over which the clock jumps.</summary>
/// <param name="From">Here the clock jumps.</param>
/// <param name="To">To here: the next recorded minute.</param>
public sealed record ClockSkip(Instant From, Instant To);

/// <summary>When a recording begins and ends and where it has holes. The prices are the simulator's business.</summary>
public sealed record RecordedMinutes(Instant First, Instant Last, IReadOnlyList<ClockSkip> Skips)
{
    public const string Header = "symbol,minute_start,open,high,low,close,volume";

    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>A hole longer than this is skipped: longer than any weekend with holidays, which the clock passes through.</summary>
    private static readonly Duration LongestKept = Duration.FromDays(5);

    /// <summary>After-hours trading ends at 20:00 New York; five minutes later the day's official close has come.</summary>
    private static readonly LocalTime DayIsDone = new(20, 5);

    /// <summary>Reads and checks the whole file.</summary>
    /// <exception cref="LocalRunException">The file is missing or a line is wrong; the message is one line and names it.</exception>
    public static RecordedMinutes Read(string path)
    {
        var minutes = new SortedSet<Instant>();
        CsvLines.Read(path, Header, fields =>
        {
            if (InstantPattern.ExtendedIso.Parse(fields[1]) is not { Success: true, Value: var minute })
                return $"minute_start '{fields[1]}' is not a UTC instant such as 2013-10-04T08:06:00Z";
            minutes.Add(minute);
            return CsvLines.BarError(fields);
        });
        return From(minutes);
    }

    /// <summary>The same from minutes in order, at least one.</summary>
    public static RecordedMinutes From(IReadOnlyCollection<Instant> minutes)
    {
        var skips = minutes
            .Zip(minutes.Skip(1), (before, after) => (before, after))
            .Where(gap => gap.after - gap.before > LongestKept)
            .Select(gap => new ClockSkip(EndOfDay(gap.before), gap.after))
            .ToList();
        return new RecordedMinutes(minutes.First(), minutes.Last(), skips);
    }

    /// <summary>Checks a file of day bars, which the simulator serves.</summary>
    public static void CheckDaily(string path) =>
        CsvLines.Read(path, "symbol,date,open,high,low,close,volume", fields =>
            LocalDatePattern.Iso.Parse(fields[1]).Success
                ? CsvLines.BarError(fields)
                : $"date '{fields[1]}' is not a date such as 2013-10-04"
        );

    private static Instant EndOfDay(Instant lastMinute)
    {
        var done = (lastMinute.InZone(NewYork).Date + DayIsDone).InZoneLeniently(NewYork).ToInstant();
        return Instant.Max(done, lastMinute + Duration.FromMinutes(1));
    }
}

/// <summary>Lines of the two CSV forms, which have no quoted fields.</summary>
internal static class CsvLines
{
    /// <summary>Gives each data line's fields to <paramref name="check"/>, which returns what is wrong with them or null.</summary>
    public static void Read(string path, string header, Func<string[], string?> check)
    {
        var columns = header.Split(',').Length;
        var number = 0;
        var rows = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (number is 1)
            {
                if (line.Trim().TrimStart('\uFEFF') != header)
                    throw new LocalRunException($"{path}: the first line must be '{header}'.");
                continue;
            }
            if (line.Length is 0)
                continue;
            var fields = line.Trim().Split(',');
            if ((fields.Length == columns ? check(fields) : $"{fields.Length} fields instead of {columns}") is { } error)
                throw new LocalRunException($"{path} line {number}: {error}.");
            rows++;
        }
        if (rows is 0)
            throw new LocalRunException($"{path}: no data lines.");
    }

    /// <summary>What is wrong with symbol, open, high, low, close, volume (fields 0 and 2 to 6), or null.</summary>
    public static string? BarError(string[] fields)
    {
        if (fields[0].Length is 0)
            return "no symbol";
        if (!long.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return $"volume '{fields[6]}' is not a whole number of shares";
        var values = new decimal[4];
        for (var i = 0; i < values.Length; i++)
        {
            if (
                !decimal.TryParse(
                    fields[i + 2],
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                    CultureInfo.InvariantCulture,
                    out values[i]
                )
            )
                return $"'{fields[i + 2]}' is not a number";
        }
        var (open, high, low, close) = (values[0], values[1], values[2], values[3]);
        return low <= 0 ? "a price is not above 0"
            : high < Math.Max(open, close) || low > Math.Min(open, close) ? "open and close must lie between low and high"
            : null;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalRunException(
                e is FileNotFoundException or DirectoryNotFoundException ? $"{path}: no such file." : $"{path}: {e.Message}",
                e
            );
        }
    }
}
