global using InvestmentAssistant.MarketTime;
global using NodaTime;
global using static InvestmentAssistant.Api.Tests.Fixture.TestRun;
