namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary><c>Api schema apply</c>: brings the database to what this build declares, before a roll-out.</summary>
public sealed class SchemaApplyCommand(SchemaApplier applier) : ICliCommand
{
    public string Words => "schema apply";

    public string Usage => "schema apply        creates and alters tables to what this build declares; drops none";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        if (arguments.Count > 0)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }
        await applier.ApplyAsync(ct);
        Console.WriteLine($"The schema is in place: {applier.Fingerprint}");
        return 0;
    }
}
