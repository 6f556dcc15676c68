using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>The types in the clients are those of the API as it is now.</summary>
[Collection(LongestFirst.Programs)]
public sealed class GeneratedTypesTests(LocalServices services)
{
    [Fact]
    public async Task The_types_of_both_clients_are_what_the_generators_make_of_the_description()
    {
        await ClientTools.NeedNodeAsync();
        await ClientTools.NeedPythonAsync();
        var settings = new ApiSettings { Postgres = await services.NewDatabaseAsync(), Redis = (await services.RedisAsync()).Endpoint };
        await using var api = await ApiProcess.StartAsync(services, settings, new Dictionary<string, string> { ["ROLES"] = "api" });
        var (typeScript, python) = (services.Folder("generated-typescript"), services.Folder("generated-python"));

        await RunAsync(ClientTools.NodeAsync("scripts/generate.mjs", "--check", typeScript, api.Address.ToString()));
        await RunAsync(ClientTools.PythonAsync("generate.py", "--check", python, api.Address.ToString()));

        foreach (var file in new[] { "api.ts", "streams.ts" })
            await SameAsync(
                Path.Combine(ClientTools.TypeScript, "src", "generated", file),
                Path.Combine(typeScript, file),
                "npm run generate"
            );
        foreach (var file in new[] { "_api.py", "_streams.py" })
            await SameAsync(
                Path.Combine(ClientTools.Python, "src", "investment_assistant", file),
                Path.Combine(python, file),
                "python3 generate.py"
            );
    }

    private static async Task RunAsync(Task<(int Code, string Output)> generator)
    {
        var (code, output) = await generator;
        Assert.True(code == 0, output);
    }

    private static async Task SameAsync(string kept, string made, string command)
    {
        var (now, then) = (await File.ReadAllLinesAsync(made, Ct), await File.ReadAllLinesAsync(kept, Ct));
        var place = now.Zip(then).TakeWhile(l => l.First == l.Second).Count();
        Assert.True(
            now.Length > 20 && now.SequenceEqual(then),
            $"{kept} is not what the API describes, from line {place + 1} on; run ./run and then {command} there.\n"
                + $"- {then.ElementAtOrDefault(place)}\n+ {now.ElementAtOrDefault(place)}"
        );
    }
}
