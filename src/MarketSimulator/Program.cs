using InvestmentAssistant.MarketSimulator;

// Settings: section Simulator (see SimulatorOptions), addresses with --urls. Listens on loopback only unless told otherwise.
var builder = WebApplication.CreateSlimBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://127.0.0.1:8899");
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
var options = builder.Configuration.GetSection("Simulator").Get<SimulatorOptions>() ?? new SimulatorOptions();
await using var app = SimulatorHost.Build(builder, options, SimulatorHost.ClockOf(builder.Configuration, options));
await app.RunAsync();
