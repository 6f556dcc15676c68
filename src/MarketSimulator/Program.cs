using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.MarketSimulator;

const string OwnAddress = "http://127.0.0.1:8899";
if (await SelfCheck.TryRunAsync(args, settings => settings["urls"] ?? OwnAddress, "/") is { } health)
    return health;

// Settings: section Simulator (see SimulatorOptions), addresses with --urls. Listens on loopback only, unless --urls says otherwise.
var builder = WebApplication.CreateSlimBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls(OwnAddress);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
var options = builder.Configuration.GetSection("Simulator").Get<SimulatorOptions>() ?? new SimulatorOptions();
await using var app = SimulatorHost.Build(builder, options, SimulatorHost.ClockOf(builder.Configuration, options));
await app.RunAsync();
return 0;
