namespace InvestmentAssistant.MarketSimulator;

/// <summary>Settings from the section <c>Simulator</c> (environment: <c>Simulator__Seed</c> ...).</summary>
public sealed class SimulatorOptions
{
    /// <summary>
    /// Days of day candles of a symbol that <see cref="HistorySymbols"/> leaves out: boards find the last close over any holidays.
    /// </summary>
    public const int ShortHistoryDays = 10;

    /// <summary>Same seed, same prices: every price is a function of seed, symbol and time.</summary>
    public int Seed { get; set; } = 20240101;

    /// <summary>
    /// US stocks and ETFs trade at any hour, with their true timestamps (conditions of extended hours outside the regular session).
    /// Off: they keep the exchange's sessions.
    /// </summary>
    public bool AlwaysOpen { get; set; }

    /// <summary>Whether trades are sent on the sockets at all. Off in tests that send their own over <c>/control/trade</c>.</summary>
    public bool Live { get; set; } = true;

    /// <summary>Crypto trades (each one ticker message) a second over all markets, on average over a day.</summary>
    public double CryptoPerSecond { get; set; } = 150;

    /// <summary>Stock and ETF trades a second over all symbols while the regular session is open.</summary>
    public double StocksPerSecond { get; set; } = 150;

    /// <summary>Bithumb's socket frames: Text, Binary, or Mixed (every fourth frame binary).</summary>
    public FrameKind BithumbFrames { get; set; } = FrameKind.Mixed;

    /// <summary>The one key Finnhub accepts. Empty: any key that is not empty.</summary>
    public string FinnhubKey { get; set; } = "";

    /// <summary>Subscriptions a Finnhub socket may hold (50 on the real free plan). 0 = no limit.</summary>
    public int FinnhubMaxSymbols { get; set; }

    /// <summary>Finnhub REST calls in any one minute before 429 (60 on the real free plan). 0 = no limit.</summary>
    public int FinnhubCallsPerMinute { get; set; }

    /// <summary>Alpha Vantage calls before its day is spent (25 on the real free plan). 0 = no limit.</summary>
    public int AlphaVantageCalls { get; set; }

    /// <summary>CoinGecko calls in any one minute before 429 (30 on the real demo plan). 0 = no limit.</summary>
    public int CoinGeckoCallsPerMinute { get; set; }

    /// <summary>
    /// Days of the past that news providers give out (30 on NewsAPI's free plan); what is asked for before them is refused or left out.
    /// </summary>
    public int NewsDays { get; set; } = 365;

    /// <summary>Results of one search that NewsAPI sends (100 on the real free plan). 0 = no limit.</summary>
    public int NewsApiMaxResults { get; set; }

    /// <summary>NewsAPI calls before it says that there were too many (100 on the real free plan). 0 = no limit.</summary>
    public int NewsApiCalls { get; set; }

    /// <summary>Calls of X before it answers 429, as at the end of its window of 15 minutes. 0 = no limit.</summary>
    public int XCalls { get; set; }

    /// <summary>
    /// The symbols and markets whose candles reach back as far as they are asked for; all others have day candles of the last
    /// <see cref="ShortHistoryDays"/> days and no candle of minutes. Empty: every symbol has its whole history. A full first fill is
    /// 5 million rows: tests name the few symbols that they look at.
    /// </summary>
    public IReadOnlyList<string> HistorySymbols { get; set; } = [];

    /// <summary>Path of recorded minute bars; with it US trades are those of the recording and nothing is invented.</summary>
    public string? Replay { get; set; }

    /// <summary>Path of recorded official day bars. Without it the day bars of a replay are built from its regular trades.</summary>
    public string? Daily { get; set; }

    /// <summary>Minutes after a session's end before a replay serves its official day bar.</summary>
    public int DailyDelayMinutes { get; set; } = 5;

    /// <summary>Whether all candles of the symbol are served.</summary>
    internal bool HasHistory(string symbol) => HistorySymbols.Count is 0 || HistorySymbols.Contains(symbol);
}

/// <summary>How a socket sends its messages.</summary>
public enum FrameKind
{
    Text,
    Binary,
    Mixed,
}
