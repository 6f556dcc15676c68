using Microsoft.AspNetCore.Http.Metadata;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// A request that must bring a body and does not say what it is: 415 with a problem. FastEndpoints would answer it with an empty body.
/// </summary>
public sealed class ContentTypeGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var isNameless =
            string.IsNullOrEmpty(http.Request.ContentType)
            && http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts
            && !accepts.ContentTypes.Contains("*/*");
        return isNameless ? Problem.WriteAsync(http, StatusCodes.Status415UnsupportedMediaType) : next(http);
    }
}
