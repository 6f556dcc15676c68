using System.Text.RegularExpressions;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Architecture;

/// <summary>
/// Who may see the HTTP exchange: the pipeline, the streams, the documents, and an endpoint. Readers return values, <c>AnswerAge</c>
/// carries the rest.
/// </summary>
public sealed partial class HttpContextTests
{
    private static readonly string[] s_folders = ["Platform/Http/", "Features/Streaming/", "Features/Docs/"];

    /// <summary>Helpers of several endpoints of one feature whose subject is the exchange itself.</summary>
    private static readonly Dictionary<string, string> s_helpers = new(StringComparer.Ordinal)
    {
        ["Features/CryptoDetails/Wording/Language.cs"] = "negotiates the language: Accept-Language in, Vary out",
        ["Features/EmailSubscriptions/Wording/Languages.cs"] = "negotiates the language",
        ["Features/EmailSubscriptions/Pages/LinkAnswers.cs"] = "sends a page or JSON, as the client accepts",
        ["Features/EmailSubscriptions/Preview/PreviewMails.cs"] = "sends a mail as a page, for the route beside it",
        ["Features/EmailSubscriptions/Preview/InboxPages.cs"] = "sends the mails of the inbox as pages, for the routes in it",
        ["Features/EmailSubscriptions/Subscriptions/CallLimits.cs"] = "counts by client address, writes the RateLimit headers",
        ["Features/Ingestion/AdminKey.cs"] = "compares the key in a header",
    };

    [Fact]
    public void Only_the_pipeline_the_streams_and_endpoints_see_the_exchange()
    {
        var folder = Repository.Current.ApiFolder;
        var seeing = Directory
            .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(f => !f.Path.StartsWith("obj/", StringComparison.Ordinal) && !f.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Where(f => Exchange().IsMatch(f.Text))
            .ToList();
        Assert.True(seeing.Count > 30, $"{seeing.Count} files");

        var faults = seeing
            .Where(f => !s_folders.Any(s => f.Path.StartsWith(s, StringComparison.Ordinal)) && !IsEndpoint().IsMatch(f.Text))
            .Select(f => f.Path)
            .Order(StringComparer.Ordinal);

        Assert.Equal(s_helpers.Keys.Order(StringComparer.Ordinal), faults);
    }

    [Fact]
    public void Neither_the_domain_nor_the_rest_of_the_platform_sees_it()
    {
        Assert.DoesNotContain(s_folders, f => f.StartsWith("Domain/", StringComparison.Ordinal));
        Assert.DoesNotContain(s_helpers.Keys, f => !f.StartsWith("Features/", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\bI?HttpContext(Accessor)?\b")]
    private static partial Regex Exchange();

    /// <summary>The file of an endpoint: FastEndpoints gives it the exchange.</summary>
    [GeneratedRegex(@"(\) ?:\s+|\n\s+: |class \w+ : )(Endpoint|EndpointWithoutRequest)\b")]
    private static partial Regex IsEndpoint();
}
