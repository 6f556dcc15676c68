using System.Globalization;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Etf.Documents;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>A sector of the fund.</summary>
/// <param name="Sector">In the words of GICS.</param>
/// <param name="Weight">Fraction of the fund (0.31 = 31 %).</param>
/// <param name="Color">As in the sector chart.</param>
/// <param name="SectorText">The sector as the provider writes it.</param>
public sealed record EtfSector(string Sector, decimal Weight, string? Color, string SectorText);

/// <summary>A holding of the fund.</summary>
/// <param name="Symbol">N/A for what has none: cash, bonds, foreign shares.</param>
/// <param name="Weight">Fraction of the fund (0.07 = 7 %); negative where it is owed (swaps of inverse funds).</param>
public sealed record EtfHolding(string Symbol, string Description, decimal Weight);

/// <summary>The fund itself; null where nothing is held.</summary>
/// <param name="NetAssets">USD.</param>
/// <param name="NetExpenseRatio">Fraction a year (0.0009 = 0.09 %).</param>
/// <param name="PortfolioTurnover">Fraction a year.</param>
/// <param name="DividendYield">Fraction a year.</param>
/// <param name="InceptionDate">ISO date.</param>
/// <param name="Leveraged">YES or NO.</param>
/// <param name="Sectors">Largest first; null until the composition is held, empty for funds without sectors.</param>
/// <param name="Holdings">Largest first; null until the composition is held.</param>
/// <param name="Exchange">Where it is listed: NYSE Arca, NASDAQ, Cboe; null until a provider's list has it.</param>
public sealed record EtfProfile(
    string Symbol,
    string Name,
    long? NetAssets,
    decimal? NetExpenseRatio,
    decimal? PortfolioTurnover,
    decimal? DividendYield,
    string? InceptionDate,
    string? Leveraged,
    IReadOnlyList<EtfSector>? Sectors,
    IReadOnlyList<EtfHolding>? Holdings,
    string? Exchange
);

/// <summary>A slice of the sector chart; value is percent.</summary>
public sealed record EtfSectorSlice(string Name, decimal Value, string Color);

/// <summary>One of the ten largest holdings; weight is percent.</summary>
public sealed record EtfHoldingSlice(string Symbol, string Name, decimal Weight);

/// <summary>The profile's figures as display text; N/A where nothing is held.</summary>
/// <param name="NetAssets">$385.8B.</param>
/// <param name="NetExpenseRatio">0.20%.</param>
/// <param name="DividendYield">0.46%.</param>
/// <param name="InceptionYear">1999.</param>
public sealed record EtfKeyMetrics(string NetAssets, string NetExpenseRatio, string DividendYield, string InceptionYear);

/// <summary>A fund's page out of the shipped list and the provider's profile; either may be missing.</summary>
internal sealed record FundPage(
    EtfProfile Profile,
    IReadOnlyList<EtfSectorSlice>? Sectors,
    IReadOnlyList<EtfHoldingSlice>? Holdings,
    EtfKeyMetrics KeyMetrics
)
{
    private const string Unknown = "N/A";
    private const int LargestHoldings = 10;

    /// <summary>Colours of the chart, repeating.</summary>
    private static readonly string[] s_colors =
    [
        "#60a5fa",
        "#22d3ee",
        "#a78bfa",
        "#34d399",
        "#fbbf24",
        "#f87171",
        "#fb7185",
        "#a3a3a3",
        "#6b7280",
        "#9ca3af",
    ];

    /// <param name="fund">Of the shipped list.</param>
    /// <param name="profile">Its expense ratio wins over the list's.</param>
    public static FundPage? Of(EtfFund? fund, FundProfile? profile)
    {
        if (fund is null && profile is null)
            return null;
        var expenses = profile?.NetExpenseRatio ?? fund?.ExpenseRatioPercent / 100m;
        var sectors = profile
            ?.Sectors.Select((s, i) => new EtfSector(SectorNames.Of(s.Sector)!, s.Weight, s_colors[i % s_colors.Length], s.Sector))
            .ToList();
        var holdings = profile?.Holdings.Select(h => new EtfHolding(h.Symbol ?? Unknown, h.Description, h.Weight)).ToList();
        return new FundPage(
            new EtfProfile(
                profile?.Symbol ?? fund!.Symbol,
                fund?.Name ?? profile!.Symbol,
                (long?)profile?.NetAssets,
                expenses,
                profile?.PortfolioTurnover,
                profile?.DividendYield,
                profile?.InceptionDate is { } since ? FormattableString.Invariant($"{since:uuuu-MM-dd}") : null,
                profile?.IsLeveraged switch
                {
                    true => "YES",
                    false => "NO",
                    null => null,
                },
                sectors,
                holdings,
                ExchangeNames.Of(fund?.Exchange)
            ),
            sectors?.ConvertAll(s => new EtfSectorSlice(s.Sector, s.Weight * 100, s.Color!)),
            holdings?.Take(LargestHoldings).Select(h => new EtfHoldingSlice(h.Symbol, h.Description, h.Weight * 100)).ToList(),
            new EtfKeyMetrics(
                Dollars(profile?.NetAssets),
                Percent(expenses),
                Percent(profile?.DividendYield),
                profile?.InceptionDate?.Year.ToString(CultureInfo.InvariantCulture) ?? Unknown
            )
        );
    }

    private static string Percent(decimal? fraction) =>
        fraction is { } f ? (f * 100).ToString("0.00##", CultureInfo.InvariantCulture) + "%" : Unknown;

    private static string Dollars(decimal? amount) =>
        amount switch
        {
            null => Unknown,
            >= 1_000_000_000_000 => Text(amount / 1_000_000_000_000, "0.00", "T"),
            >= 1_000_000_000 => Text(amount / 1_000_000_000, "0.0", "B"),
            >= 1_000_000 => Text(amount / 1_000_000, "0.0", "M"),
            _ => Text(amount, "#,0", ""),
        };

    private static string Text(decimal? value, string format, string unit) =>
        "$" + value!.Value.ToString(format, CultureInfo.InvariantCulture) + unit;
}
