using InvestmentAssistant.Api.Domain;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Telemetry;

if (await SelfCheck.TryRunAsync(args, ListenAddress.From, "/health/live") is { } health)
    return health;

// Npgsql's cancel of a command waits for the server on the thread that asked for it. Of a PostgreSQL that hangs there are as many as
// commands: with as few threads as cores, nothing else would run until the pool has slowly grown.
ThreadPool.GetMinThreads(out var workers, out var completions);
ThreadPool.SetMinThreads(Math.Max(workers, 128), completions);

var builder = WebApplication.CreateBuilder(args);
Cli.Quieten(builder, args);
var roles = AppRoles.From(builder.Configuration);
var features = FeatureDoors.Open(FeatureDoors.AssembliesFrom(builder.Configuration));

builder.AddTelemetry();
builder
    .Services.AddSingleton(roles)
    .AddPersistence(builder.Configuration, features)
    .AddAnswerCache(builder.Configuration)
    .AddBoards(builder.Configuration)
    .AddProviders(builder.Configuration)
    .AddIngestion(builder.Configuration, roles)
    .AddDomain(builder.Configuration);
builder.AddHttp(features);
foreach (var feature in features)
{
    foreach (var tag in feature.Tags)
        builder.Services.AddSingleton(tag);
    feature.AddServices(builder.Services, builder.Configuration);
}

var app = builder.Build();
app.UseHttp();
foreach (var feature in features)
    feature.MapRoutes(app);
if (await Cli.TryRunAsync(args, app) is { } exitCode)
    return exitCode;
await app.RunAsync();
return 0;

/// <summary>Named so that the tests can start the host.</summary>
public partial class Program;
