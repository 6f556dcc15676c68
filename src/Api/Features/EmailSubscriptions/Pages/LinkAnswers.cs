using FastEndpoints;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Net.Http.Headers;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;

/// <summary>Answers behind the links of mails: a page for a person, JSON for a program, chosen by Accept.</summary>
public sealed class LinkAnswers(EmailSettings settings)
{
    // The page posts to itself and loads nothing.
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Whether the client wants a page; <paramref name="byDefault"/> when it does not prefer one of the two.</summary>
    public static bool WantsPage(HttpContext http, bool byDefault)
    {
        var (page, json) = (0d, 0d);
        if (MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out var accepted))
        {
            foreach (var type in accepted)
            {
                var quality = type.Quality ?? 1;
                if (type.MediaType.Value is "text/html" or "application/xhtml+xml")
                    page = Math.Max(page, quality);
                else if (type.MediaType.Value is "application/json" or Problem.ContentType)
                    json = Math.Max(json, quality);
            }
        }
        return page == json ? byDefault : page > json;
    }

    /// <summary>Sends a page.</summary>
    internal Task SendAsync(HttpContext http, Page page, int status = StatusCodes.Status200OK)
    {
        http.MarkResponseStart();
        var language = Languages.Of(http);
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentLanguage = language.Code();
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Referrer-Policy"] = "no-referrer"; // the address holds the token
        response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language");
        return response.WriteAsync(page.Html(language, settings.SiteUrl), http.RequestAborted);
    }

    /// <summary>400: the link leads nowhere; as a page, or as a problem that names <c>token</c>.</summary>
    internal Task RefuseAsync(HttpContext http, Phrase title, Phrase why, bool pageByDefault)
    {
        var language = Languages.Of(http);
        return WantsPage(http, pageByDefault)
            ? SendAsync(http, new Page(title.In(language), why.In(language)), StatusCodes.Status400BadRequest)
            : throw ProblemException.BadParameter("token", why.In(language));
    }
}
