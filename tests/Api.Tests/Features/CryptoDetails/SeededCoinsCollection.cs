namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>The classes that ask about the seeded coins: the coins are written once for all of them.</summary>
[CollectionDefinition(nameof(SeededCoins))]
public sealed class SeededCoinsCollection : ICollectionFixture<SeededCoins>;
