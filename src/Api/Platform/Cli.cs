using Npgsql;

namespace InvestmentAssistant.Api.Platform;

/// <summary>A command of the <c>Api</c> executable, found in the container: <c>services.AddSingleton&lt;ICliCommand, T&gt;()</c>.</summary>
public interface ICliCommand
{
    /// <summary>The words that call it, lower case, one space apart: <c>jobs run</c>.</summary>
    string Words { get; }

    /// <summary>One line for people: <c>jobs run NAME    runs a job in this process and records the run</c>.</summary>
    string Usage { get; }

    /// <summary>Runs it. The host is built and not started: no job, feed or server runs beside it.</summary>
    /// <param name="arguments">What stands after the words.</param>
    /// <param name="ct">Cancelled by Ctrl-C.</param>
    /// <returns>Exit code: 0 done, 1 failed, 2 called wrongly.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct);
}

/// <summary>The command line: <c>Api</c> alone serves, <c>Api WORDS ...</c> runs a command and ends.</summary>
public static class Cli
{
    /// <summary>A command writes its own output, so the log shows warnings only, unless LOG_LEVEL is set.</summary>
    public static void Quieten(WebApplicationBuilder builder, string[] args)
    {
        if (WordsOf(args).Length > 0)
            builder.Configuration["LOG_LEVEL"] ??= "warning";
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>Its exit code, or null when the arguments name none and the application serves.</returns>
    public static async Task<int?> TryRunAsync(string[] args, WebApplication app)
    {
        var words = WordsOf(args);
        if (words.Length == 0)
            return null;

        var commands = app.Services.GetServices<ICliCommand>().OrderBy(c => c.Words, StringComparer.Ordinal).ToList();
        var command = commands.Find(c => Matches(c.Words, words));
        if (command is null)
        {
            await Console.Error.WriteLineAsync($"Unknown command '{string.Join(' ', words)}'. Known are:");
            foreach (var usage in commands.Select(c => c.Usage).Prepend(Http.SelfCheck.Usage))
                await Console.Error.WriteLineAsync($"  {usage}");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        void Stop(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true; // so that the command can record how it ended
            stop.Cancel();
        }
        Console.CancelKeyPress += Stop;
        try
        {
            return await command.RunAsync(args[command.Words.Split(' ').Length..], stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 1;
        }
        catch (NpgsqlException e)
        {
            var hint = e is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable }
                ? " (is the schema applied? Api schema apply)"
                : "";
            await Console.Error.WriteLineAsync($"PostgreSQL: {e.Message}{hint}");
            return 1;
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    /// <summary>Settings (--urls=..., Clock:Speed=60) are no words of a command; the host reads them by itself.</summary>
    private static string[] WordsOf(string[] args) =>
        [.. args.TakeWhile(a => !a.StartsWith('-') && !a.Contains('=', StringComparison.Ordinal))];

    private static bool Matches(string commandWords, string[] words)
    {
        var wanted = commandWords.Split(' ');
        return words.Length >= wanted.Length && words.AsSpan(0, wanted.Length).SequenceEqual(wanted);
    }
}
