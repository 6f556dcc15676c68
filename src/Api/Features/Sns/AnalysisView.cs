using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>An asset that a post is about.</summary>
/// <param name="Kind">stock, etf or crypto.</param>
/// <param name="Source">cashtag, alias or account_default.</param>
/// <param name="MatchedText">What in the post names it; for account_default the account.</param>
/// <param name="Priority">1 cashtag, 2 alias, 3 account_default.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Currency">Of its prices: USD, or KRW for crypto.</param>
public sealed record AffectedAssetView(
    string Symbol,
    string Name,
    string Kind,
    string Source,
    string MatchedText,
    int Priority,
    decimal Confidence,
    string Currency
)
{
    public static AffectedAssetView Of(AffectedAsset asset) =>
        new(
            asset.Symbol,
            asset.Name,
            asset.Kind,
            asset.Source,
            asset.MatchedText,
            asset.Priority,
            asset.Confidence,
            CurrencyOf(asset.Market)
        );

    public static string CurrencyOf(string market) => MarketDay.IsCrypto(market) ? "KRW" : "USD";
}

/// <summary>A price some time after a post.</summary>
/// <param name="Status">done, pending or no_data.</param>
/// <param name="Change">Percent since base_price, two decimals; null unless done.</param>
/// <param name="Price">Null unless done.</param>
/// <param name="PriceTime">When that price was.</param>
/// <param name="TargetTime">The instant in question.</param>
/// <param name="DueAt">When it can be known at the earliest.</param>
/// <param name="Basis">last_trade, next_tradable (the market was closed at the target) or mean_of_first_hour.</param>
/// <param name="BarMinutes">Length of the bars it was read from.</param>
/// <param name="Reason">Why there is none: price_gap, no_trade_since, no_base_price.</param>
public sealed record HorizonView(
    string Status,
    decimal? Change,
    decimal? Price,
    Instant? PriceTime,
    Instant TargetTime,
    Instant DueAt,
    string? Basis,
    int? BarMinutes,
    string? Reason
)
{
    public static HorizonView Of(Horizon horizon) =>
        new(
            horizon.Point.Status,
            horizon.Change,
            horizon.Point.Price,
            horizon.Point.PriceAt,
            horizon.Point.TargetAt,
            horizon.Point.DueAt,
            horizon.Point.Basis,
            horizon.Point.BarMinutes,
            horizon.Point.Reason
        );
}

/// <summary>Prices around a post. Changes are percent; next_day belongs to stocks and ETFs: for crypto it is null and has no
/// horizon.</summary>
/// <param name="BasePrice">Price at the post, USD or KRW; null while pending or when there is none.</param>
/// <param name="BaseTime">When that price was.</param>
/// <param name="BaseStatus">done, pending or no_data.</param>
/// <param name="BaseBasis">last_trade, or next_tradable: the market was closed, so it is the first price after the post and hours count
/// from it.</param>
/// <param name="BaseReason">Why there is none.</param>
/// <param name="Horizons">By name: 1h, 12h, 24h and, for stocks and ETFs, next_day.</param>
public sealed record PriceAnalysisView(
    decimal? BasePrice,
    Instant? BaseTime,
    string BaseStatus,
    string? BaseBasis,
    string? BaseReason,
    string Currency,
    [property: JsonPropertyName("1h_change")] decimal? OneHourChange,
    [property: JsonPropertyName("12h_change")] decimal? TwelveHourChange,
    [property: JsonPropertyName("24h_change")] decimal? DayChange,
    decimal? NextDayChange,
    IReadOnlyDictionary<string, HorizonView> Horizons
)
{
    public static PriceAnalysisView Of(AssetImpact impact, string currency)
    {
        var horizons = impact.Horizons.ToDictionary(h => h.Name, HorizonView.Of);
        return new PriceAnalysisView(
            impact.Base.Price,
            impact.Base.PriceAt,
            impact.Base.Status,
            impact.Base.Basis,
            impact.Base.Reason,
            currency,
            Change(EventStudy.OneHour),
            Change(EventStudy.TwelveHours),
            Change(EventStudy.OneDay),
            Change(EventStudy.NextDay),
            horizons
        );

        decimal? Change(string name) => horizons.TryGetValue(name, out var horizon) ? horizon.Change : null;
    }
}

/// <summary>Volume of the hours around a post, shares or coins.</summary>
/// <param name="TotalVolumeBefore1h">Null when nothing is known of it; see reason.</param>
/// <param name="VolumeChangePct1h">Percent; null unless the first is above 0.</param>
/// <param name="Status">done, pending or no_data.</param>
/// <param name="DueAt">When it can be known at the earliest.</param>
/// <param name="BeforeFrom">Start of the hour before; a bar that the post falls into counts for neither hour.</param>
/// <param name="AfterFrom">Start of the hour after.</param>
/// <param name="BarMinutes">Length of the bars.</param>
/// <param name="Reason">market_closed_before, no_trades_before or no_volume.</param>
public sealed record VolumeAnalysisView(
    decimal? TotalVolumeBefore1h,
    decimal? TotalVolumeAfter1h,
    decimal? VolumeChangePct1h,
    string Status,
    Instant DueAt,
    Instant? BeforeFrom,
    Instant? AfterFrom,
    int? BarMinutes,
    string? Reason
)
{
    public static VolumeAnalysisView Of(VolumeChange volume) =>
        new(
            volume.Before,
            volume.After,
            volume.ChangePercent,
            volume.Status,
            volume.DueAt,
            volume.BeforeFrom,
            volume.AfterFrom,
            volume.BarMinutes,
            volume.Reason
        );
}

/// <param name="Label">positive, neutral or negative.</param>
/// <param name="Score">-1 to 1.</param>
/// <param name="Method">Name and version of the method.</param>
public sealed record SentimentView(string Label, decimal Score, string Method);

/// <summary>The analysis of a post.</summary>
/// <param name="AffectedAssets">Most certain first; empty when it is about none.</param>
/// <param name="AnalysisStatus">pending, partial, complete or no_assets.</param>
/// <param name="PriceAnalysis">By symbol.</param>
/// <param name="VolumeAnalysis">By symbol.</param>
/// <param name="MarketData">Bars around the post by symbol; only in the answer for one post.</param>
public sealed record AnalysisView(
    string PostId,
    string PostSource,
    Instant PostTimestamp,
    string AuthorUsername,
    IReadOnlyList<AffectedAssetView> AffectedAssets,
    string AnalysisStatus,
    IReadOnlyDictionary<string, PriceAnalysisView> PriceAnalysis,
    IReadOnlyDictionary<string, VolumeAnalysisView> VolumeAnalysis,
    SentimentView Sentiment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, MarketDataView>? MarketData = null
)
{
    public static AnalysisView Of(PostAnalysis analysis, IReadOnlyDictionary<string, MarketDataView>? marketData = null)
    {
        var assets = analysis.Assets.ToDictionary(a => a.Symbol);
        return new AnalysisView(
            analysis.PostId,
            analysis.PostSource,
            analysis.PostedAt,
            analysis.Author,
            [.. analysis.Assets.Select(AffectedAssetView.Of)],
            analysis.Status,
            analysis.Impacts.ToDictionary(
                i => i.Symbol,
                i => PriceAnalysisView.Of(i, AffectedAssetView.CurrencyOf(assets[i.Symbol].Market))
            ),
            analysis.Impacts.ToDictionary(i => i.Symbol, i => VolumeAnalysisView.Of(i.Volume)),
            new SentimentView(analysis.Sentiment.Label, analysis.Sentiment.Score, analysis.Sentiment.Method),
            marketData
        );
    }
}

/// <summary>Text of the post.</summary>
/// <param name="Content">Null when the post is no longer held.</param>
/// <param name="OriginalAvailable">Whether it is.</param>
/// <param name="IsRepost">Whether it repeats another's post; then content and author are the original's.</param>
/// <param name="RepostedBy">The account that repeated it.</param>
/// <param name="Quote">The post that it quotes.</param>
public sealed record OriginalPostView(
    string? Content,
    bool OriginalAvailable,
    bool IsRepost,
    ReposterView? RepostedBy,
    ReferencedPostView? Quote
)
{
    public static OriginalPostView Of(SocialPost? post) =>
        post is null
            ? new(null, false, false, null, null)
            : new(
                PostView.ContentOf(post),
                true,
                post.RepostedBy is not null,
                ReposterView.Of(post.RepostedBy),
                ReferencedPostView.Of(post.Quote)
            );
}

/// <summary>Counts of an X post at the last read; 0 where X sent none. None for a repost: X counts the original only.</summary>
public sealed record EngagementView(
    long RetweetCount,
    long ReplyCount,
    long LikeCount,
    long QuoteCount,
    long ImpressionCount,
    string? AccountCategory
)
{
    public static EngagementView? Of(SocialPost? post) =>
        post is { Source: SocialSource.X, RepostedBy: null }
            ? new EngagementView(
                post.Reposts ?? 0,
                post.Replies ?? 0,
                post.Likes ?? 0,
                post.Quotes ?? 0,
                post.Impressions ?? 0,
                post.AccountCategory
            )
            : null;
}

/// <summary>An analysis with its post.</summary>
/// <param name="Engagement">X only; null for a repost.</param>
/// <param name="Media">Truth Social only.</param>
public sealed record AnalysedPost(AnalysisView Analysis, OriginalPostView OriginalPost, EngagementView? Engagement, MediaView? Media)
{
    public static AnalysedPost Of(
        PostAnalysis analysis,
        SocialPost? post,
        IReadOnlyDictionary<string, MarketDataView>? marketData = null
    ) =>
        new(
            AnalysisView.Of(analysis, marketData),
            OriginalPostView.Of(post),
            EngagementView.Of(post),
            post is null or { Source: SocialSource.X } ? null : MediaView.Of(post)
        );
}
