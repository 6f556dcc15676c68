using System.Diagnostics;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>
/// Our documents as other people's tools read them: linters find no error, generators write clients that compile
/// (build/api-tools/README.md).
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class DescriptionToolsTests(DescribedApi described, ITestOutputHelper output) : IClassFixture<DescribedApi>
{
    private static readonly string s_tools = Path.Combine(Repository.Current.Root, "build", "api-tools");

    [Theory]
    [InlineData("spectral")]
    [InlineData("redocly")]
    [InlineData("typescript")]
    [InlineData("nswag")]
    [InlineData("kiota")]
    [InlineData("asyncapi")]
    public async Task Reads_our_documents_without_an_error(string tool)
    {
        Assert.SkipUnless(tool is "nswag" or "kiota" || IsInstalled, "The tools of build/api-tools are not installed (./test does it).");

        var (code, text) = await RunAsync(Path.Combine(s_tools, "check"), await described.FolderAsync(), tool);

        output.WriteLine(text);
        Assert.True(code is 0, text);
    }

    /// <summary>Made from the packages of the lock file, and from nothing else.</summary>
    [Fact]
    public async Task The_script_of_the_streams_page_is_what_its_bundler_makes()
    {
        Assert.SkipUnless(IsInstalled, "The tools of build/api-tools are not installed (./test does it).");
        var made = Path.Combine(await described.FolderAsync(), "page");
        Directory.CreateDirectory(made);

        var (code, text) = await RunAsync("node", Path.Combine(s_tools, "streams-page", "bundle.js"), made);

        Assert.True(code is 0, text);
        foreach (var file in new[] { "streams.js", "streams.css", "streams.licences.txt" })
            Assert.True(
                File.ReadAllBytes(Path.Combine(made, file))
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(Repository.Current.ApiFolder, "wwwroot", file))),
                $"{file} is another one: node build/api-tools/streams-page/bundle.js"
            );
    }

    private static bool IsInstalled => File.Exists(Path.Combine(s_tools, "node_modules", ".installed"));

    private static async Task<(int Code, string Text)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, (await output + await errors).Trim());
    }
}

/// <summary>Class fixture: our documents as files, fetched from a process of the API at the first test that asks.</summary>
public sealed class DescribedApi(LocalServices services) : IAsyncLifetime
{
    private static readonly (string File, string Url)[] Documents =
    [
        ("openapi.json", "/openapi/v1.json"),
        ("openapi-3.0.json", "/openapi/v1.json?version=3.0"),
        ("asyncapi.json", "/asyncapi.json"),
    ];

    private readonly BareApi _api = new(services);
    private string? _folder;

    public async Task<string> FolderAsync()
    {
        if (_folder is not null)
            return _folder;
        await _api.InitializeAsync();
        var folder = Directory.CreateDirectory(services.Folder("description")).FullName;
        foreach (var (file, url) in Documents)
            await File.WriteAllBytesAsync(Path.Combine(folder, file), await _api.Http.GetByteArrayAsync(url, Ct), Ct);
        return _folder = folder;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _folder is null ? ValueTask.CompletedTask : _api.DisposeAsync();
}
