using InvestmentAssistant.Api.Platform.Ingestion.Runs;

namespace InvestmentAssistant.Api.Platform.Ingestion.Commands;

/// <summary><c>Api jobs run NAME</c>: runs a job in this process, recorded like any other run.</summary>
internal sealed class JobsRunCommand(JobCatalog catalog, JobRunner runner) : ICliCommand
{
    public string Words => "jobs run";

    public string Usage => "jobs run NAME       runs a job in this process and records the run; exit code 0 done, 1 failed or nothing came";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        if (arguments.Count == 0 || catalog.Find(arguments[0]) is null)
        {
            await Console.Error.WriteLineAsync(
                arguments.Count == 0 ? $"Usage: Api {Usage}" : $"There is no job named '{arguments[0]}'. The jobs are:"
            );
            foreach (var job in catalog.Jobs)
                await Console.Error.WriteLineAsync($"  {job.Description.Name, -28} {job.Description.Title}");
            return 2;
        }
        var result = await runner.RunAsync(arguments[0], RunTrigger.Manual, words => Console.WriteLine($"  {words}"), ct);
        Console.WriteLine(
            $"{arguments[0]}: {result.Outcome.ToString().ToLowerInvariant()}, {result.Rows} rows, {result.Dropped} dropped"
                + (result.Note is null ? "" : $" ({result.Note})")
        );
        var worked =
            result.Outcome == RunOutcome.Succeeded
            || (result.Outcome is RunOutcome.Partial or RunOutcome.Limited && (result.Answered ?? result.Rows) > 0);
        return worked ? 0 : 1;
    }
}
