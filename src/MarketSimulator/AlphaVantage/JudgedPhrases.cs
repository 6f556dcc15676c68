namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>Who is written about, who writes, and what <see cref="JudgedNews"/> says of companies, coins and the economy.</summary>
internal static class JudgedPhrases
{
    /// <summary>Companies that the press writes about most; every second article is about one of them.</summary>
    public static readonly string[] Watched =
    [
        "AAPL",
        "MSFT",
        "NVDA",
        "GOOGL",
        "AMZN",
        "TSLA",
        "META",
        "ORCL",
        "CRM",
        "INTC",
        "AMD",
        "QCOM",
        "ADBE",
        "IBM",
        "JPM",
        "BAC",
        "WFC",
        "C",
        "GS",
        "V",
        "MA",
        "COIN",
        "JNJ",
        "PFE",
        "UNH",
        "MRNA",
        "ABBV",
        "WMT",
        "TGT",
        "COST",
        "HD",
        "LOW",
        "DIS",
        "NFLX",
        "SBUX",
        "NKE",
        "MCD",
        "KO",
        "XOM",
        "CVX",
        "COP",
        "EOG",
        "SLB",
        "CAT",
        "GE",
        "F",
        "GM",
        "BA",
        "DE",
    ];

    public static readonly (string Name, string Ticker)[] Coins =
    [
        ("Bitcoin", "CRYPTO:BTC"),
        ("Ethereum", "CRYPTO:ETH"),
        ("XRP", "CRYPTO:XRP"),
        ("Solana", "CRYPTO:SOL"),
    ];

    /// <summary>Companies outside the index that live on coins.</summary>
    public static readonly (string Name, string Ticker)[] CoinCompanies =
    [
        ("MicroStrategy", "MSTR"),
        ("Riot Platforms", "RIOT"),
        ("MARA Holdings", "MARA"),
        ("Coinbase", "COIN"),
    ];

    public static readonly (string Name, string Host)[] Publishers =
    [
        ("Harbor Wire", "harborwire.example"),
        ("Street Ledger", "streetledger.example"),
        ("The Closing Bell", "closingbell.example"),
        ("Tape Daily", "tapedaily.example"),
        ("Ticker Post", "tickerpost.example"),
        ("Capital Courier", "capitalcourier.example"),
        ("Northern Business", "northernbusiness.example"),
    ];

    public static readonly string[] Authors =
    [
        "Ana Kim",
        "Ben Ortiz",
        "Chloe Park",
        "Daniel Weiss",
        "Eun-ji Lee",
        "Frank Moreau",
        "Grace Obi",
        "Henry Sato",
        "Iris Novak",
    ];

    /// <summary>
    /// What happens to a company: a title with {0} for it and {1} for a second one, the topic it belongs to, and how good or bad it is.
    /// </summary>
    public static readonly (string Title, string? Topic, double Effect)[] Company =
    [
        ("{0} tops quarterly estimates and lifts its outlook", "earnings", 0.34),
        ("{0} misses quarterly estimates, shares slip", "earnings", -0.36),
        ("{0} results meet expectations", "earnings", 0.04),
        ("{0} to buy a rival of {1} in an all-cash deal", "mergers_and_acquisitions", 0.14),
        ("{0} walks away from merger talks with {1}", "mergers_and_acquisitions", -0.16),
        ("{0} prepares to list a unit on the stock exchange", "ipo", 0.16),
        ("Analysts raise price target of {0}", "financial_markets", 0.26),
        ("Broker downgrades {0} on valuation", "financial_markets", -0.24),
        ("{0} and {1} sign a long-term supply agreement", null, 0.22),
        ("{0} recalls a product after complaints", null, -0.32),
        ("Regulator opens an inquiry into {0}", null, -0.38),
        ("{0} unveils its next generation of products", null, 0.24),
        ("{0} cuts jobs to save costs", null, -0.1),
        ("{0} holds its annual meeting", null, 0.0),
        ("What investors should know about {0} and {1}", "financial_markets", 0.06),
        ("{0} opens a plant and plans to hire", null, 0.2),
        ("{0} faces higher costs than {1}", null, -0.14),
        ("{0} raises its dividend", "financial_markets", 0.24),
    ];

    public static readonly (string Title, double Effect)[] Coin =
    [
        ("{0} climbs as funds take in new money", 0.3),
        ("{0} slides after a wave of liquidations", -0.32),
        ("{0} trades sideways before the rate decision", 0.02),
        ("Miners sell {0} to cover costs", -0.14),
        ("Banks test payments on the {0} network", 0.22),
        ("Hackers drain a {0} bridge", -0.42),
    ];

    public static readonly (string Title, string Topic, double Effect)[] Economy =
    [
        ("Stocks edge higher as yields fall", "financial_markets", 0.2),
        ("Stocks retreat as investors take profits", "financial_markets", -0.2),
        ("Inflation slows more than expected", "economy_macro", 0.24),
        ("Hiring cools while wages rise", "economy_macro", -0.06),
        ("Central bank holds its rate and sees risks in balance", "economy_monetary", 0.05),
        ("Officials signal a rate cut", "economy_monetary", 0.22),
        ("Lawmakers argue over the budget as a deadline nears", "economy_fiscal", -0.18),
        ("Tax receipts beat the forecast", "economy_fiscal", 0.14),
        ("Home sales fall for a third month", "real_estate", -0.22),
        ("Freight rates climb as ports clear backlogs", "energy_transportation", 0.1),
    ];
}
