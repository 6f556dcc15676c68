namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// One value of the provider's parameter <c>function</c>. A class of this folder that implements it is found by itself: a new function is a
/// new file. Its constructor may ask for whatever <see cref="SimulatorHost"/> registers (Listings, IClock, SimulatorOptions, IEquityTape
/// ...).
/// </summary>
internal interface IAlphaVantageFunction
{
    /// <summary>As in the address: CPI, OVERVIEW.</summary>
    string Name { get; }

    /// <summary>Whether it answers CSV; its refusals are then spread over the columns, as the real ones are.</summary>
    bool IsCsv => false;

    /// <summary>The header line of a CSV function: columns without spaces.</summary>
    string CsvHeader => "";

    /// <summary>Answers, always with status 200. The key has been checked.</summary>
    Task AnswerAsync(HttpContext http);
}
