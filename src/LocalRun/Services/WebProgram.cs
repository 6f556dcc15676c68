using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.LocalRun.Services;

/// <summary>A program of this repository that serves HTTP: the API or the simulated market.</summary>
/// <param name="title">What messages call it: "The API".</param>
/// <param name="spec">How it is started.</param>
/// <param name="address">What answers with success once it is up.</param>
/// <param name="probe">Asks that.</param>
internal sealed class WebProgram(string title, ChildSpec spec, string address, HealthProbe probe)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private ChildProcess? _process;

    /// <summary>The process that was started last.</summary>
    public ChildProcess Process => _process!;

    /// <summary>Starts it and returns at once. A later start goes on with the log of the one before.</summary>
    public async Task LaunchAsync() => _process = await ChildProcess.StartAsync(spec with { KeepsLog = _process is not null });

    /// <summary>Starts it. Returns when it answers; one that ends or does not answer within 90 s is stopped.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await LaunchAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            while (true)
            {
                // Another process may have taken the port: its answer, or its silence, is not ours.
                var answers = probe.AnswersAsync(address, limit.Token);
                await Task.WhenAny(answers, Process.Exited);
                if (Process.HasExited)
                    throw Ended();
                if (await answers)
                    return;
                await Task.Delay(50, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Process.StopAsync(TimeSpan.FromSeconds(5));
            throw Silent();
        }
    }

    /// <summary>Why it is not there: it has ended.</summary>
    public LocalRunException Ended() =>
        new($"{title} ended with exit code {Process.ExitCode}; its log ({Process.LogFile}) ends with:\n{Process.LogTail()}");

    /// <summary>Why it is not there: it does not answer.</summary>
    public LocalRunException Silent() =>
        new($"{title} does not answer {address}; its log ({Process.LogFile}) ends with:\n{Process.LogTail()}");

    /// <summary>Asks it to end, if it was started; returns when it is gone.</summary>
    public Task StopAsync(TimeSpan grace) => _process?.StopAsync(grace) ?? Task.CompletedTask;
}
