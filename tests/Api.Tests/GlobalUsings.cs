global using static InvestmentAssistant.Api.Tests.Fixture.TestRun;
global using InvestmentAssistant.MarketTime;
global using NodaTime;
