namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Pages that packages serve (Swagger UI, ReDoc) take any method in routing and know GET alone: other methods are 405 there as everywhere,
/// and OPTIONS says what is allowed.
/// </summary>
public sealed class MethodGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var takesAny = http.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is null;
        // A HEAD comes as GET (ConditionalGet).
        if (!takesAny || HttpMethods.IsGet(http.Request.Method))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = HttpMethods.Get;
        return Task.CompletedTask;
    }
}
