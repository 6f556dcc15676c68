using System.Text;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.OpenApi;
using NSwag.Generation;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// The OpenAPI document as bytes, in the two versions that tools read. Routes do not change while a process runs, so it is made once: soon
/// after the start in the background, because making it takes seconds of a cold process, or by the first reader who comes sooner.
/// </summary>
internal sealed class KeptDocument(IOpenApiDocumentGenerator generator, DocumentHead head, AppRoles roles, ILogger<KeptDocument> log)
    : BackgroundService
{
    /// <summary>The parameter that chooses the version.</summary>
    public const string VersionParameter = "version";

    /// <summary>The boards and the first fill have the processor before the document, which takes four seconds of one.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    private readonly Lock _making = new();
    private Task<Versions>? _made;

    private sealed record Versions(byte[] Newest, byte[] Older);

    /// <summary>OpenAPI 3.1 as UTF-8 JSON.</summary>
    public async Task<byte[]> JsonAsync(CancellationToken ct) => (await MadeAsync(ct)).Newest;

    /// <summary>Sends it: 3.1, or 3.0 to who asks for it with <c>?version=3.0</c>.</summary>
    /// <exception cref="ProblemException">400: another version is asked for.</exception>
    public async Task SendAsync(HttpContext http)
    {
        var version = http.Request.Query[VersionParameter].ToString();
        if (version is not ("" or "3.1" or "3.0"))
            throw ProblemException.BadParameter(VersionParameter, "must be 3.1 or 3.0");
        var made = await MadeAsync(http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(version is "3.0" ? made.Older : made.Newest, http.RequestAborted);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Api)
            return;
        try
        {
            await Task.Delay(AfterStart, stoppingToken);
            await MadeAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
        catch (Exception e)
        {
            // Its readers get the same failure as a 500; the service goes on.
            log.LogError(e, "The OpenAPI document cannot be made");
        }
    }

    private Task<Versions> MadeAsync(CancellationToken ct)
    {
        lock (_making)
            _made ??= Task.Run(MakeAsync, CancellationToken.None);
        return _made.WaitAsync(ct);
    }

    private async Task<Versions> MakeAsync()
    {
        var slices = await generator.GenerateAsync(SliceDocument.Name);
        var document = PlainSchemas.Read(slices.ToJson());
        head.Complete(document);
        await Unreferenced.DropAsync(document);
        return new Versions(
            Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)),
            Encoding.UTF8.GetBytes(await PlainSchemas.WriteOlderAsync(document))
        );
    }
}
