using FastEndpoints;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Platform.Http;

public static class HttpExtensions
{
    /// <summary>FastEndpoints, problem+json, CORS, compression, ETags, documents.</summary>
    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.Services.AddFastEndpoints(o =>
        {
            // Scanning every loaded assembly dies on Alba's in the tests.
            o.DisableAutoDiscovery = true;
            o.Assemblies = [typeof(HttpExtensions).Assembly];
        });
        return builder;
    }

    public static WebApplication UseHttp(this WebApplication app)
    {
        app.UseFastEndpoints(c => JsonSettings.Apply(c.Serializer.Options));
        return app;
    }
}
