using System.Text;
using InvestmentAssistant.Api.Platform;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// The OpenAPI document as bytes. Routes do not change while a process runs, so it is made once: soon after the start in the background,
/// because the first one takes a second of a cold process, or by the first reader who comes sooner.
/// </summary>
public sealed class KeptDocument : BackgroundService
{
    public const string Name = "v1";

    /// <summary>The first boards and the first clients have the processor before the document does.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);

    private readonly AppRoles _roles;
    private readonly ILogger<KeptDocument> _log;
    private readonly Lazy<Task<byte[]>> _json;

    public KeptDocument([FromKeyedServices(Name)] IOpenApiDocumentProvider provider, AppRoles roles, ILogger<KeptDocument> log)
    {
        (_roles, _log) = (roles, log);
        _json = new(() => Task.Run(() => MakeAsync(provider)));
    }

    /// <summary>OpenAPI 3.1 as UTF-8 JSON.</summary>
    public Task<byte[]> JsonAsync(CancellationToken ct) => _json.Value.WaitAsync(ct);

    /// <summary>Sends it.</summary>
    public async Task SendAsync(HttpContext http)
    {
        var json = await JsonAsync(http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_roles.Api)
            return;
        try
        {
            await Task.Delay(AfterStart, stoppingToken);
            await JsonAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
        catch (Exception e)
        {
            // Its readers get the same failure as a 500; the service goes on.
            _log.LogError(e, "The OpenAPI document cannot be made");
        }
    }

    private static async Task<byte[]> MakeAsync(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync(CancellationToken.None);
        return Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None));
    }
}
