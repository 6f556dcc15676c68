using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// Stands between an API and the simulated market, and writes words of a test into the texts of its JSON: titles, summaries, names,
/// messages.
/// </summary>
internal sealed partial class PlantingProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _market;
    private int _next;

    private PlantingProxy(WebApplication app, HttpClient market) => (_app, _market) = (app, market);

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Texts into which something was written.</summary>
    public int Planted => _next;

    /// <param name="market">Address of the simulated market.</param>
    /// <param name="words">What is written into the texts, one after the other.</param>
    /// <param name="answer">A whole answer for a path and query; null to ask the market.</param>
    public static async Task<PlantingProxy> StartAsync(Uri market, IReadOnlyList<string> words, Func<HttpRequest, string?> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var proxy = new PlantingProxy(app, new HttpClient { BaseAddress = market });
        app.Run(async http =>
        {
            if (answer(http.Request) is { } whole)
            {
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync(whole);
                return;
            }
            using var request = new HttpRequestMessage(
                new HttpMethod(http.Request.Method),
                http.Request.Path + http.Request.QueryString.Value
            );
            foreach (var header in http.Request.Headers.Where(h => h.Key is not ("Host" or "Accept-Encoding")))
                request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
            using var reply = await proxy._market.SendAsync(request, http.RequestAborted);
            http.Response.StatusCode = (int)reply.StatusCode;
            http.Response.ContentType = reply.Content.Headers.ContentType?.ToString();
            var body = await reply.Content.ReadAsStringAsync(http.RequestAborted);
            if (reply.StatusCode == HttpStatusCode.OK && reply.Content.Headers.ContentType?.MediaType == "application/json")
                body = Texts().Replace(body, m => $"{m.Value}{words[Interlocked.Increment(ref proxy._next) % words.Count]} ");
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), http.RequestAborted);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _market.Dispose();
    }

    [GeneratedRegex(
        "\"(?:title|headline|summary|description|content|author|message|"
            + "korean_name|english_name|text|note|Description|Address|Industry)\"\\s*:\\s*\""
    )]
    private static partial Regex Texts();
}
