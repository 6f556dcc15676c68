using InvestmentAssistant.Api.Features.Docs.AsyncApi;
using InvestmentAssistant.Api.Features.Docs.OpenApi;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace InvestmentAssistant.Api.Features.Docs;

/// <summary>
/// Docs: the API described for machines (OpenAPI, AsyncAPI) and people (Swagger UI, ReDoc, the page of the streams), and the live page at
/// the root.
/// </summary>
public sealed class DocsFeature : IFeature
{
    /// <summary>
    /// The OpenAPI document's own address, that of the old system, and the one under the API's base that such systems are often given.
    /// </summary>
    private static readonly string[] DocumentAddresses = ["/openapi/v1.json", "/openapi.json", "/api/v1/openapi.json"];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSliceDocument();
        services.AddSingleton<XmlDocs>().AddSingleton<RecordedAnswers>().AddSingleton<DocumentHead>();
        services.AddSingleton<KeptDocument>();
        services.AddHostedService(s => s.GetRequiredService<KeptDocument>());
        services.AddSingleton<PageAssets>().AddSingleton<BoardPages>().AddSingleton<AsyncApiDocument>();
    }

    /// <inheritdoc />
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        foreach (var address in DocumentAddresses)
            routes
                .MapGet(address, (HttpContext http, KeptDocument document) => document.SendAsync(http))
                .ExcludeFromDescription()
                .WithMetadata(new TakesQuery(IsStrict: true, KeptDocument.VersionParameter))
                .CachesAs(DataKind.Daily);
        routes.MapSwaggerUI("docs", o =>
        {
            o.DocumentTitle = "Investment Assistant API";
            o.SwaggerEndpoint("/openapi/v1.json", "v1");
            o.EnableDeepLinking();
            o.EnableFilter();
            o.DocExpansion(DocExpansion.None);
            o.DefaultModelsExpandDepth(0);
            o.DisplayRequestDuration();
            o.EnableTryItOutByDefault();
        });
        routes.MapReDoc("redoc", o =>
        {
            o.DocumentTitle = "Investment Assistant API";
            o.SpecUrl("/openapi/v1.json");
            // The stock page fetches fonts from another site.
            o.IndexStream = PageAssets.OpenRedoc;
        });
        AsyncApiDocument.Map(routes);
        BoardPages.Map(routes);
        foreach (var (path, file) in PageAssets.Public)
            routes
                .MapGet(path, (HttpContext http, PageAssets assets) => assets.SendAsync(http, file))
                .ExcludeFromDescription()
                .CachesAs(DataKind.Daily);
    }
}
