using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Finnhub;

/// <summary>/quote. An unknown symbol is answered with 200 and zeros.</summary>
public sealed record FinnhubQuote
{
    /// <summary>Last price, USD.</summary>
    [JsonPropertyName("c")]
    public decimal? Current { get; init; }

    [JsonPropertyName("h")]
    public decimal? High { get; init; }

    [JsonPropertyName("l")]
    public decimal? Low { get; init; }

    [JsonPropertyName("o")]
    public decimal? Open { get; init; }

    /// <summary>Official close of the session before.</summary>
    [JsonPropertyName("pc")]
    public decimal? PreviousClose { get; init; }

    /// <summary>Unix seconds of the price.</summary>
    [JsonPropertyName("t")]
    public long? Time { get; init; }
}

/// <summary>/stock/candle: columns of one length, or <c>s = no_data</c>.</summary>
public sealed record FinnhubCandles
{
    /// <summary>ok or no_data.</summary>
    [JsonPropertyName("s")]
    public string? Status { get; init; }

    [JsonPropertyName("o")]
    public IReadOnlyList<decimal?>? Open { get; init; }

    [JsonPropertyName("h")]
    public IReadOnlyList<decimal?>? High { get; init; }

    [JsonPropertyName("l")]
    public IReadOnlyList<decimal?>? Low { get; init; }

    [JsonPropertyName("c")]
    public IReadOnlyList<decimal?>? Close { get; init; }

    [JsonPropertyName("v")]
    public IReadOnlyList<decimal?>? Volume { get; init; }

    /// <summary>Unix seconds: start of the bar; of a day's bar, midnight UTC of its date.</summary>
    [JsonPropertyName("t")]
    public IReadOnlyList<decimal?>? Time { get; init; }
}

/// <summary>A row of /stock/symbol.</summary>
public sealed record FinnhubSymbol
{
    public string? Symbol { get; init; }
    public string? Description { get; init; }

    /// <summary>Common Stock, ETP, ADR ...</summary>
    public string? Type { get; init; }

    /// <summary>Exchange code: ARCX, XNAS ...</summary>
    public string? Mic { get; init; }
}

/// <summary>A row of /company-news, and of /news.</summary>
public sealed record FinnhubArticle
{
    /// <summary>company, general, crypto ...</summary>
    public string? Category { get; init; }

    /// <summary>Unix seconds of its publication.</summary>
    public long? Datetime { get; init; }

    public string? Headline { get; init; }

    /// <summary>The provider's number of the article; grows with time.</summary>
    public long? Id { get; init; }

    /// <summary>Address of a picture, or "".</summary>
    public string? Image { get; init; }

    /// <summary>Symbols it is about, comma-separated, or "".</summary>
    public string? Related { get; init; }

    public string? Source { get; init; }

    public string? Summary { get; init; }

    public string? Url { get; init; }

    /// <summary>The article made plain and checked; null for one that cannot be used.</summary>
    /// <param name="now">When it came.</param>
    /// <param name="needsAddress">Whether one without a web address is of no use.</param>
    public SentArticle? Read(Instant now, bool needsAddress = false) =>
        needsAddress
            ? SentArticle.ReadWithAddress(Headline, Url, Plausible.Seconds(Datetime), Summary, Source, Image, now)
            : SentArticle.Read(Headline, Url, Plausible.Seconds(Datetime), Summary, Source, Image, now);
}

/// <summary>A row of /calendar/earnings.</summary>
public sealed record FinnhubEarnings
{
    public string? Symbol { get; init; }

    /// <summary>Report date in New York, yyyy-MM-dd.</summary>
    public string? Date { get; init; }

    /// <summary>bmo (before market open), amc (after market close), dmh (during market hours) or "".</summary>
    public string? Hour { get; init; }

    /// <summary>Earnings a share; null until the report is out.</summary>
    [JsonPropertyName("epsActual")]
    public decimal? EpsActual { get; init; }

    /// <summary>Earnings a share that analysts expect.</summary>
    [JsonPropertyName("epsEstimate")]
    public decimal? EpsEstimate { get; init; }

    /// <summary>Fiscal quarter, 1 to 4.</summary>
    public int? Quarter { get; init; }

    /// <summary>Fiscal year.</summary>
    public int? Year { get; init; }
}

/// <summary>A row of /calendar/ipo.</summary>
public sealed record FinnhubOffering
{
    public string? Symbol { get; init; }

    public string? Name { get; init; }

    /// <summary>First trading day in New York, yyyy-MM-dd.</summary>
    public string? Date { get; init; }

    /// <summary>Dollars: a range (16.00-18.00) before the sale, one price after it, or "".</summary>
    public string? Price { get; init; }

    public string? Exchange { get; init; }

    /// <summary>filed, expected, priced or withdrawn.</summary>
    public string? Status { get; init; }
}
