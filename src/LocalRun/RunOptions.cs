using System.Globalization;

namespace InvestmentAssistant.LocalRun;

/// <summary>The command line was wrong: the message says how, and the exit code is 2.</summary>
public sealed class UsageException : Exception
{
    public UsageException() { }

    public UsageException(string message)
        : base(message) { }

    public UsageException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>A recorded market to play, and how fast.</summary>
/// <param name="Minutes">Path of the minute bars.</param>
/// <param name="Daily">Path of the official day bars; null: closes come from the replayed trades.</param>
/// <param name="Speed">How many times as fast as the recorded time.</param>
public sealed record ReplayOptions(string Minutes, string? Daily, decimal Speed);

/// <summary>What <c>./run</c> was asked to do.</summary>
public sealed record RunOptions
{
    public const int DefaultPort = 8888;
    public const decimal DefaultSpeed = 60;

    /// <summary>Far beyond what the database keeps up with; a larger one is a slip of the hand.</summary>
    private const decimal MaxSpeed = 100_000;

    public const string Usage = """
        Usage: ./run [--fresh] [--live | --replay MINUTES.csv [--daily DAILY.csv] [--speed N]]

          (nothing)              the simulated market; the data of the last run is kept
          --fresh                drop the data of this kind of run first
          --live                 the real providers, with the keys in .env (see .env.example)
          --replay MINUTES.csv   play recorded minutes (symbol,minute_start,open,high,low,close,volume) on their own clock
          --daily DAILY.csv      official day bars for the replay (symbol,date,open,high,low,close,volume)
          --speed N              replay N times as fast as it happened (default 60)

        PORT=NNNN ./run          listen on another port than 8888
        """;

    /// <summary>Port of the API on 127.0.0.1.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Drop the data of this kind of run first.</summary>
    public bool Fresh { get; init; }

    /// <summary>Real providers.</summary>
    public bool Live { get; init; }

    /// <summary>A recorded market; null for the simulated walk or live.</summary>
    public ReplayOptions? Replay { get; init; }

    /// <summary>Whether only the usage was asked for.</summary>
    public bool Help { get; init; }

    /// <summary>Reads the command line and the variable PORT.</summary>
    /// <exception cref="UsageException">An unknown option, a missing value, or two that exclude each other.</exception>
    public static RunOptions Parse(IReadOnlyList<string> args, string? port)
    {
        var options = new RunOptions { Port = ParsePort(port) };
        string? minutes = null,
            daily = null;
        decimal? speed = null;
        for (var i = 0; i < args.Count; i++)
        {
            var (name, inline) = Split(args[i]);
            string Value() =>
                inline
                ?? (
                    ++i < args.Count && !args[i].StartsWith("--", StringComparison.Ordinal)
                        ? args[i]
                        : throw new UsageException($"{name} needs a value.")
                );
            switch (name)
            {
                case "--fresh" when inline is null:
                    options = options with { Fresh = true };
                    break;
                case "--live" when inline is null:
                    options = options with { Live = true };
                    break;
                case "--help" or "-h" when inline is null:
                    options = options with { Help = true };
                    break;
                case "--replay":
                    minutes = Value();
                    break;
                case "--daily":
                    daily = Value();
                    break;
                case "--speed":
                    speed = ParseSpeed(Value());
                    break;
                default:
                    throw new UsageException($"Unknown option '{args[i]}'.");
            }
        }
        if (minutes is null && (daily is not null || speed is not null))
            throw new UsageException($"{(daily is null ? "--speed" : "--daily")} goes with --replay.");
        if (minutes is not null && options.Live)
            throw new UsageException("--live and --replay exclude each other.");
        return minutes is null ? options : options with { Replay = new ReplayOptions(minutes, daily, speed ?? DefaultSpeed) };
    }

    private static (string Name, string? Inline) Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (argument[..at], argument[(at + 1)..])
            : (argument, null);

    private static int ParsePort(string? text) =>
        string.IsNullOrWhiteSpace(text) ? DefaultPort
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
        : throw new UsageException($"PORT is '{text}'; it must be a number from 1 to 65535.");

    private static decimal ParseSpeed(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= MaxSpeed
            ? speed
            : throw new UsageException($"--speed is '{text}'; it must be a number above 0, at most {MaxSpeed:0}.");
}
