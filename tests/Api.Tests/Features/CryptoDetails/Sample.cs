using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>A coin of which a test changes what it is about.</summary>
internal static class Sample
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 10, 0);

    public static CoinListing Listing(string id = "sample", string symbol = "SMP", int? rank = 7) =>
        new()
        {
            Id = id,
            Symbol = symbol,
            Name = "Sample",
            Rank = rank,
            PriceUsd = 100,
            MarketCapUsd = 2_000_000_000,
            VolumeUsd = 50_000_000,
            Change24h = -4,
            Change7d = 8,
            Change30d = -16,
            CirculatingSupply = 20_000_000,
            TotalSupply = 24_000_000,
            MaxSupply = 25_000_000,
            FetchedAt = Now,
        };

    public static CoinDetails Details(string id = "sample", string symbol = "SMP") =>
        new()
        {
            Id = id,
            Symbol = symbol,
            Name = "Sample",
            WebSlug = id,
            Categories = ["Smart Contract Platform", "Layer 1 (L1)", "Proof of Stake (PoS)", "Sample Ecosystem"],
            PrimaryCategory = "Layer 1 (L1)",
            Description = "Sample is a chain.",
            GenesisDate = new LocalDate(2021, 11, 25),
            BlockMinutes = 0.2m,
            Rank = 7,
            Links = new CoinProjectLinks
            {
                Homepage = "https://sample.example",
                Whitepaper = "https://sample.example/paper.pdf",
                Explorers = ["https://explorer.example"],
                Twitter = "sample",
                Telegram = "sample",
                Subreddit = "https://www.reddit.com/r/sample/",
                Repositories = ["https://github.com/sample/sample"],
            },
            RedditSubscribers = 4_999,
            TelegramUsers = 100_001,
            Stars = 10_001,
            Forks = 5,
            TotalIssues = 300,
            ClosedIssues = 200,
            MergedPullRequests = 99,
            Commits4Weeks = 202,
            CommitsByDay = [.. Enumerable.Repeat(5, 14), .. Enumerable.Repeat(15, 14)],
            FetchedAt = Now,
        };

    public static Coin Coin(CoinListing? listing = null, CoinDetails? details = null) =>
        new(listing ?? Listing(), details ?? Details(), "KRW-SMP");

    public static Coin Bare() =>
        new(
            new CoinListing
            {
                Id = "bare",
                Symbol = "BARE",
                Name = "Bare",
                FetchedAt = Now,
            },
            null,
            null
        );

    public static PeerFigures Peer(string id, int rank, decimal cap, int? commits) =>
        new(id, id.ToUpperInvariant(), id, rank, cap, null, commits, null, null, null);
}
