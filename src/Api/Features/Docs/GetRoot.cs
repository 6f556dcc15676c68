using FastEndpoints;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Docs;

/// <summary>Where to go from here.</summary>
/// <param name="RestApi">Base address of the REST interface.</param>
/// <param name="Websocket">Addresses of the streams by topic, in the dialect of the deployed front end.</param>
/// <param name="Health">Address of the short health answer.</param>
public sealed record RootLinks(string RestApi, IReadOnlyDictionary<string, string> Websocket, string Health);

/// <summary>The deployed front ends.</summary>
public sealed record RootFrontends(string Vercel, string Main);

/// <summary>The root for programs.</summary>
public sealed record RootAnswer(
    string Message,
    string Version,
    string System,
    string Docs,
    RootLinks Endpoints,
    RootFrontends Frontend,
    string Status
);

/// <summary>The live page for browsers (Accept: text/html), links for everything else.</summary>
public sealed class GetRoot(PageAssets assets, HttpSettings settings, IEnumerable<StreamTopic> topics) : EndpointWithoutRequest<RootAnswer>
{
    public override void Configure()
    {
        Get("/");
        Options(b => b.WithTags("Health").CachesAs(DataKind.Live).WithMetadata(new AlsoAnswers("text/html", null)));
        Summary(s =>
        {
            s.Summary = "Start here";
            s.Description = "Browsers (Accept: text/html) get a page with the live boards, programs the links.";
        });
    }

    public override Task HandleAsync(CancellationToken ct)
    {
        HttpContext.Response.Headers.Append("Vary", "Accept");
        if (HttpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            HttpContext.MarkResponseStart();
            return assets.SendAsync(HttpContext, "index.html");
        }
        return Send.OkAsync(
            new RootAnswer(
                $"{settings.AppName}에 오신 것을 환영합니다.",
                settings.Version,
                "Real-time Push WebSocket",
                "/docs",
                new RootLinks("/api/v1", topics.ToDictionary(t => t.Name, t => $"/api/v1/ws/{t.Name}"), "/health"),
                new RootFrontends("https://investment-assistant.vercel.app", "https://weinvesting.site"),
                "running"
            ),
            ct
        );
    }
}
