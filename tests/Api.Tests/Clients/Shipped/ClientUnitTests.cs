using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>Tests of the clients in their own languages, and their type checks.</summary>
public sealed partial class ClientUnitTests
{
    [Fact]
    public async Task The_TypeScript_client_passes_its_own_tests()
    {
        await ClientTools.NeedNodeAsync();

        var (code, output) = await ClientTools.NodeAsync("--test", "--test-reporter=tap", "build/test/");

        Assert.True(code == 0, output);
        Assert.True(int.Parse(NodeCount().Match(output).Groups[1].Value) >= 28, output);
    }

    [Fact]
    public async Task The_Python_client_passes_its_own_tests()
    {
        await ClientTools.NeedPythonAsync();

        var (code, output) = await ClientTools.PythonAsync("-m", "unittest", "discover", "-s", "tests", "-t", ".");

        Assert.True(code == 0, output);
        Assert.True(int.Parse(PythonCount().Match(output).Groups[1].Value) >= 25, output);
    }

    [Fact]
    public async Task The_Python_client_is_strictly_typed()
    {
        await ClientTools.NeedPythonAsync();
        Assert.SkipUnless(
            (await ClientTools.PythonAsync("-m", "mypy", "--version")).Code == 0,
            "The types of the Python client are not checked: mypy is not installed."
        );

        var (code, output) = await ClientTools.PythonAsync(
            "-m",
            "mypy",
            "--cache-dir=/dev/null",
            "src",
            "tests",
            "tools",
            "examples",
            "generate.py"
        );

        Assert.True(code == 0, output);
    }

    [GeneratedRegex(@"^# pass (\d+)", RegexOptions.Multiline)]
    private static partial Regex NodeCount();

    [GeneratedRegex(@"^Ran (\d+) tests", RegexOptions.Multiline)]
    private static partial Regex PythonCount();
}
