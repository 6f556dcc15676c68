using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// A request that must bring a body and does not say what it is, or says it in letters that nobody knows (<c>charset=klingon</c>): 415 with
/// a problem. FastEndpoints would answer the one with an empty body, the other with 500.
/// </summary>
public sealed class ContentTypeGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var isRefused =
            http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts
            && !accepts.ContentTypes.Contains("*/*")
            && (string.IsNullOrEmpty(http.Request.ContentType) || !IsReadable(http.Request.ContentType));
        return isRefused ? Problem.WriteAsync(http, StatusCodes.Status415UnsupportedMediaType) : next(http);
    }

    private static bool IsReadable(string contentType)
    {
        // What cannot be parsed is refused by the framework itself.
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue)
            return true;
        try
        {
            Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
