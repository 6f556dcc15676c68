global using InvestmentAssistant.MarketTime;
global using NodaTime;
