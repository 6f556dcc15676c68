using System.IO.Compression;
using System.Text;
using FastEndpoints;
using FluentValidation.Results;
using InvestmentAssistant.Api.Platform.Http.Finished;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Serilog;

namespace InvestmentAssistant.Api.Platform.Http;

public static class HttpExtensions
{
    /// <summary>FastEndpoints, problem+json, CORS, compression, ETags, limits; settings in <see cref="HttpSettings"/>.</summary>
    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder, IReadOnlyList<IFeature> features)
    {
        var settings = HttpSettings.From(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpPipeline(settings).AddFinishedAnswers(builder.Configuration);
        builder.Services.AddFastEndpoints(o =>
        {
            // Scanning every loaded assembly dies on Alba's in the tests.
            o.DisableAutoDiscovery = true;
            o.Assemblies = [.. features.Select(f => f.GetType().Assembly).Distinct()];
            // What lies in no feature's folder is not served: another assembly may have endpoints for purposes of its own.
            o.Filter = features.Owns;
        });
        builder.WebHost.UseUrls(ListenAddress.From(builder.Configuration));
        builder.WebHost.UseSockets(sockets => sockets.EndAfterSilence());
        return builder;
    }

    public static WebApplication UseHttp(this WebApplication app)
    {
        app.UseHttpPipeline();
        app.UseFastEndpoints(c =>
        {
            JsonSettings.Apply(c.Serializer.Options);
            c.Serializer.CharacterEncoding = "utf-8";
            // Every route is public, as in the system it replaces; what needs a key checks it itself.
            c.Endpoints.Configurator = endpoint =>
            {
                endpoint.AllowAnonymous();
                // FastEndpoints' own tags are for its filters; the API description reads the framework's.
                if (endpoint.EndpointTags is { Count: > 0 } tags)
                    endpoint.Options(b => b.WithTags([.. tags]));
            };
            c.Errors.ContentType = Problem.ContentType;
            c.Errors.ProducesMetadataType = typeof(Problem);
            c.Errors.ResponseBuilder = (failures, http, status) => FromFailures(failures, http, status);
            c.Binding.FailureMessage = (type, name, value) => $"'{value}' is not {Expected(type)}.";
            c.Binding.UsePropertyNamingPolicy = true; // order_by in a query is OrderBy in a request
            c.Binding.ParseNodaTime();
        });
        return app;
    }

    /// <summary>The services of the pipeline, apart from FastEndpoints, so that tests can put it before endpoints of their own.</summary>
    internal static IServiceCollection AddHttpPipeline(this IServiceCollection services, HttpSettings settings)
    {
        services.AddSingleton<QueryVocabulary>();
        services.TryAddSingleton<SharedLimit>();
        services.AddAgedAnswers();
        services.AddMeters<LimitMeters>();
        services.TryAddSingleton<FinishedAnswers>();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxRequestBodyBytes;
            // Any byte is a letter in Latin-1. As UTF-8, the default, one wrong byte in an unused header would refuse the request.
            kestrel.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
            kestrel.ConfigureEndpointDefaults(static listen => listen.AnswerHalfClosed());
        });
        services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .SetIsOriginAllowed(origin => IsAllowed(settings, origin))
                    .AllowAnyMethod()
                    .AllowAnyHeader()
                    .SetPreflightMaxAge(TimeSpan.FromHours(1))
                    .WithExposedHeaders([.. AnswerHeaders.Exposed])
            )
        );
        services.AddResponseCompression(o =>
        {
            // Nothing secret shares an answer with what a client sends, so compressing under TLS gives nothing away.
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes =
            [
                "application/json",
                Problem.ContentType,
                "application/openapi+json",
                "text/html",
                "text/css",
                "text/javascript",
                "text/plain",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As many hops as are ours: the first address that is not a trusted proxy is the client; earlier entries are ignored.
            // Bounded, so that a long list forged behind our proxies costs nothing.
            o.ForwardLimit = MostHops;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var proxy in settings.TrustedProxies)
                o.KnownIPNetworks.Add(
                    System.Net.IPNetwork.Parse(proxy.Contains('/') ? proxy : $"{proxy}/{(proxy.Contains(':') ? 128 : 32)}")
                );
        });
        return services;
    }

    /// <summary>The age of each answer, and the answer cache that records it: one of each for a request.</summary>
    internal static IServiceCollection AddAgedAnswers(this IServiceCollection services) =>
        services.AddScoped<AnswerAge>().AddScoped<AgedAnswers>();

    /// <summary>
    /// From the outside in: paths tidied, probes from memory, stamp, log line, CORS, problems, bodies of GETs dropped, compression, limit,
    /// deadline, ETags, routing, forms of the query, answers that are finished already.
    /// </summary>
    internal static WebApplication UseHttpPipeline(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<HttpSettings>();
        var accessLog = new AccessLog(settings.AccessLogOneIn);
        if (settings.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<RequestTidying>();
        app.UseMiddleware<MemoryAnswers>();
        app.UseMiddleware<RequestStamp>();
        app.UseSerilogRequestLogging(o =>
        {
            // The path only: queries carry e-mail tokens.
            o.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";
            o.GetLevel = accessLog.LevelOf;
        });
        app.UseCors();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<BodilessRequests>();
        app.UseResponseCompression();
        app.UseMiddleware<AddressLimiter>();
        app.UseWebSockets(
            new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) }
        );
        app.UseMiddleware<AnswerDeadline>();
        app.UseMiddleware<ConditionalGet>();
        app.UseRouting();
        app.UseMiddleware<MethodGuard>();
        app.UseMiddleware<ContentTypeGuard>();
        app.UseMiddleware<QueryForms>();
        app.UseMiddleware<FinishedAnswersMiddleware>();
        return app;
    }

    /// <summary>Proxies of ours between a client and the process: a load balancer, an ingress and a few that may come between.</summary>
    private const int MostHops = 8;

    private static bool IsAllowed(HttpSettings settings, string origin)
    {
        foreach (var allowed in settings.CorsOrigins)
        {
            if (allowed == "*" || string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return settings.CorsAllowLoopback && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback;
    }

    /// <summary>FastEndpoints' name for a body that is not JSON, or not of the request's shape.</summary>
    private const string SerializerErrors = "SerializerErrors";

    private static bool IsOfTheReader(ValidationFailure failure) =>
        failure.PropertyName is SerializerErrors
        || failure.ErrorMessage.Contains("token type", StringComparison.Ordinal)
        || failure.ErrorMessage.Contains("JSON value", StringComparison.Ordinal);

    internal static Problem FromFailures(List<ValidationFailure> failures, HttpContext http, int status)
    {
        // What the JSON reader says names our types and counts bytes: the answer says what a body must be instead.
        var errors = failures
            .GroupBy(
                f => f.PropertyName is SerializerErrors ? "body" : WireNaming.Policy.ConvertName(f.PropertyName ?? ""),
                StringComparer.Ordinal
            )
            .ToDictionary(
                g => g.Key,
                g => g.Select(f => IsOfTheReader(f) ? "is not the JSON that this address takes." : f.ErrorMessage).Distinct().ToArray()
            );
        http.Response.Headers.CacheControl = "no-store";
        return Problem.For(http, status, string.Join(" ", errors.Select(e => $"{e.Key}: {string.Join(' ', e.Value)}")), errors);
    }

    private static string Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(int) || type == typeof(long))
            return "a whole number";
        if (type == typeof(decimal) || type == typeof(double))
            return "a number";
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(NodaTime.LocalDate))
            return "a date (2026-08-31)";
        if (type == typeof(NodaTime.Instant))
            return "an instant (2026-08-31T13:30:00Z)";
        if (type == typeof(Paging.TimeBound))
            return Paging.TimeBound.Rule;
        return type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}" : "valid here";
    }
}
