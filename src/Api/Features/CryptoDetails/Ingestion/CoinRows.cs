using AngleSharp.Html.Parser;
using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>The provider's rows as documents; null for a row that cannot be used.</summary>
public static class CoinRows
{
    private const int LongestDescription = 5_000;
    private const int LongestText = 64_000;

    /// <summary>A row needs an id, a symbol and a name; a coin without a price is kept.</summary>
    public static CoinListing? Listing(CoinMarketRow row, Instant now)
    {
        if (Text(row.Id) is not { } id || Text(row.Symbol) is not { } symbol || Text(row.Name) is not { } name)
            return null;
        return new CoinListing
        {
            Id = id,
            Symbol = symbol.ToUpperInvariant(),
            Name = name,
            ImageUrl = Text(row.Image),
            PriceUsd = Above0(row.CurrentPrice),
            MarketCapUsd = Above0(row.MarketCap),
            Rank = Count(row.MarketCapRank) is > 0 and var rank ? rank : null,
            VolumeUsd = Plausible.Amount(row.TotalVolume),
            Change24h = Plausible.Rate(row.PriceChangePercentage24h),
            Change7d = Plausible.Rate(row.PriceChangePercentage7dInCurrency),
            Change30d = Plausible.Rate(row.PriceChangePercentage30dInCurrency),
            CirculatingSupply = Above0(row.CirculatingSupply),
            TotalSupply = Above0(row.TotalSupply),
            MaxSupply = Above0(row.MaxSupply),
            AthUsd = Above0(row.Ath),
            AthChange = Plausible.Rate(row.AthChangePercentage),
            AthAt = row.AthDate,
            AtlUsd = Above0(row.Atl),
            AtlChange = Plausible.Rate(row.AtlChangePercentage),
            AtlAt = row.AtlDate,
            UpdatedAt = row.LastUpdated,
            FetchedAt = now,
        };
    }

    public static CoinDetails? Details(CoinDetailsReply reply, Instant now)
    {
        if (Text(reply.Id) is not { } id || Text(reply.Symbol) is not { } symbol || Text(reply.Name) is not { } name)
            return null;
        var (market, people, code) = (reply.MarketData, reply.CommunityData, reply.DeveloperData);
        var categories = Texts(reply.Categories);
        var links = Links(reply.Links);
        // The provider writes 0 where there is nothing to count.
        if (links.Repositories.Count == 0)
            code = null;
        if (links.Subreddit is null)
            people = people is null ? null : people with { RedditSubscribers = null };
        return new CoinDetails
        {
            Id = id,
            Symbol = symbol.ToUpperInvariant(),
            Name = name,
            WebSlug = Text(reply.WebSlug),
            Platform = Text(reply.AssetPlatformId),
            BlockMinutes = Above0(reply.BlockTimeInMinutes),
            HashingAlgorithm = Text(reply.HashingAlgorithm),
            Categories = categories,
            PrimaryCategory = CategoryTable.PrimaryOf(categories),
            Description = Plain(reply.Description?.GetValueOrDefault("en")),
            DescriptionKo = Plain(reply.Description?.GetValueOrDefault("ko")),
            GenesisDate =
                Text(reply.GenesisDate) is { } born && LocalDatePattern.Iso.Parse(born) is { Success: true } date
                    ? Plausible.Date(date.Value)
                    : null,
            CountryOrigin = Text(reply.CountryOrigin),
            Links = links,
            ImageThumb = Text(reply.Image?.GetValueOrDefault("thumb")),
            ImageSmall = Text(reply.Image?.GetValueOrDefault("small")),
            ImageLarge = Text(reply.Image?.GetValueOrDefault("large")),
            Rank = Count(reply.MarketCapRank) is > 0 and var rank ? rank : null,
            PriceUsd = Above0(market?.CurrentPrice?.GetValueOrDefault("usd")),
            PriceKrw = Above0(market?.CurrentPrice?.GetValueOrDefault("krw")),
            MarketCapUsd = Above0(market?.MarketCap?.GetValueOrDefault("usd")),
            CirculatingSupply = Above0(market?.CirculatingSupply),
            MaxSupply = Above0(market?.MaxSupply),
            MaxSupplyInfinite = market?.MaxSupplyInfinite,
            RedditSubscribers = Count(people?.RedditSubscribers),
            TelegramUsers = Count(people?.TelegramChannelUserCount),
            TwitterFollowers = Count(people?.TwitterFollowers),
            Forks = Count(code?.Forks),
            Stars = Count(code?.Stars),
            TotalIssues = Count(code?.TotalIssues),
            ClosedIssues = Count(code?.ClosedIssues),
            MergedPullRequests = Count(code?.PullRequestsMerged),
            Commits4Weeks = Count(code?.CommitCount4Weeks),
            CommitsByDay = code?.CommitsByDay?.Select(Count).ToList() is { } days && !days.Contains(null) ? [.. days.OfType<int>()] : [],
            UpdatedAt = reply.LastUpdated,
            FetchedAt = now,
        };
    }

    /// <summary>A pair with a base, an exchange and a price; pairs that no premium is made of are null too.</summary>
    public static VenueTicker? Ticker(CoinTickerRow row)
    {
        if (
            Text(row.Base) is not { } coin
            || Text(row.Target) is not { } target
            || Text(row.Market?.Identifier) is not { } exchange
            || Plausible.Price(row.Last) is not { } last
        )
            return null;
        return new VenueTicker(
            exchange,
            Text(row.Market?.Name) ?? exchange,
            coin.ToUpperInvariant(),
            target.ToUpperInvariant(),
            last,
            Above0(row.ConvertedLast?.GetValueOrDefault("usd")),
            Plausible.Amount(row.Volume),
            Plausible.Amount(row.ConvertedVolume?.GetValueOrDefault("usd")),
            Plausible.Rate(row.BidAskSpreadPercentage),
            row.Timestamp < row.LastTradedAt ? row.Timestamp : row.LastTradedAt ?? row.Timestamp,
            row.IsAnomaly ?? false,
            row.IsStale ?? false,
            Text(row.TrustScore)?.ToLowerInvariant()
        );
    }

    /// <summary>Whether a row that was read is of a pair that a premium can be made of.</summary>
    public static bool IsUsable(VenueTicker ticker) => PremiumCalculator.IsUsable(ticker.ExchangeId, ticker.Target);

    /// <summary>
    /// A row needs a market, a symbol and an index. What the provider does not say stays null: no funding rate is not a rate of 0.
    /// </summary>
    public static (string Index, DerivativeContract Contract)? Derivative(DerivativeRow row)
    {
        if (Text(row.Market) is not { } market || Text(row.Symbol) is not { } symbol || Text(row.IndexId) is not { } index)
            return null;
        return (
            index.ToUpperInvariant(),
            new DerivativeContract(
                market,
                symbol,
                Text(row.ContractType),
                Above0(row.Price),
                Plausible.Rate(row.Basis),
                Plausible.Rate(row.Spread),
                Plausible.Rate(row.FundingRate),
                Plausible.Amount(row.OpenInterest),
                Plausible.Amount(row.Volume24h),
                Time(row.LastTradedAt),
                Time(row.ExpiredAt)
            )
        );
    }

    public static GlobalSnapshot Global(GlobalData data, Instant now) =>
        new()
        {
            Id = FormattableString.Invariant($"{now:uuuu-MM-dd'T'HH}Z"),
            TotalMarketCapUsd = Above0(data.TotalMarketCap?.GetValueOrDefault("usd")),
            TotalVolumeUsd = Above0(data.TotalVolume?.GetValueOrDefault("usd")),
            Dominance = (data.MarketCapPercentage ?? new Dictionary<string, decimal?>())
                .Where(s => Plausible.Rate(s.Value) is >= 0 and <= 100)
                .ToDictionary(s => s.Key, s => s.Value!.Value),
            MarketCapChange24h = Plausible.Rate(data.MarketCapChangePercentage24h),
            ActiveCoins = Count(data.ActiveCryptocurrencies),
            Exchanges = Count(data.Markets),
            UpdatedAt = Time(data.UpdatedAt),
            FetchedAt = now,
        };

    private static CoinProjectLinks Links(CoinLinks? links) =>
        links is null
            ? new CoinProjectLinks()
            : new CoinProjectLinks
            {
                Homepage = Texts(links.Homepage).FirstOrDefault(),
                Whitepaper = Text(links.Whitepaper),
                Explorers = Texts(links.BlockchainSite),
                Twitter = Text(links.TwitterScreenName),
                Facebook = Text(links.FacebookUsername),
                Telegram = Text(links.TelegramChannelIdentifier),
                // A coin without one gets the site's own address.
                Subreddit = Text(links.SubredditUrl) is { } reddit && reddit.Contains("/r/", StringComparison.Ordinal) ? reddit : null,
                Repositories =
                [
                    .. (links.ReposUrl ?? new Dictionary<string, IReadOnlyList<string?>?>())
                        .OrderByDescending(r => r.Key == "github")
                        .SelectMany(r => Texts(r.Value)),
                ],
            };

    /// <summary>The provider's descriptions carry links as HTML.</summary>
    private static string? Plain(string? html)
    {
        if (Text(html) is not { } text)
            return null;
        var plain = text.Contains('<', StringComparison.Ordinal) ? new HtmlParser().ParseDocument(text).Body?.TextContent.Trim() : text;
        return plain is { Length: > LongestDescription } ? plain[..LongestDescription] : Text(plain);
    }

    /// <summary>Names, symbols and addresses: what is longer is none.</summary>
    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > LongestText ? null : text.Trim();

    private static List<string> Texts(IEnumerable<string?>? texts) => [.. (texts ?? []).Select(Text).OfType<string>()];

    private static decimal? Above0(decimal? value) => Plausible.Known(value);

    private static int? Count(decimal? value) => value is >= 0 and <= int.MaxValue ? (int)value : null;

    private static Instant? Time(decimal? seconds) => Plausible.Seconds(seconds);
}
