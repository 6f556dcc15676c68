using System.Collections.Frozen;

namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>Fields that a trade may change.</summary>
[Flags]
public enum TradeEffect
{
    None = 0,

    /// <summary>The last price, and with it open and close of a bar.</summary>
    Last = 1,
    HighLow = 2,
    Volume = 4,
    All = Last | HighLow | Volume,
}

/// <summary>
/// What Finnhub's numbered trade conditions let a trade change. The numbers and names are those of Finnhub's list of US trade conditions
/// (the sheet its API reference links to); the effects are the consolidated-tape rules of the CTA and UTP output specifications (sale
/// condition matrices; a "conditional" last is taken as none). One exception, on purpose: an odd lot counts like any trade, since in shares
/// of high price most trades are odd lots and a board without them would stand still; the official bar, which leaves them out, wins after
/// the close.
/// </summary>
public static class TradeConditions
{
    /// <summary>Form T: a trade in extended hours; in the regular session it is a late report and only volume.</summary>
    public const string FormT = "24";

    // Not named here: a trade like any other (regular, sweep, odd lot, cross, opening and closing prints ...).
    private static readonly FrozenDictionary<string, TradeEffect> Restricted = new Dictionary<string, TradeEffect>
    {
        ["3"] = TradeEffect.Volume, // average price trade
        ["5"] = TradeEffect.Volume, // cash sale
        ["9"] = TradeEffect.Volume | TradeEffect.HighLow, // bunched sold
        ["10"] = TradeEffect.Volume, // price variation trade
        ["16"] = TradeEffect.None, // market center official close: a message, not a trade
        ["17"] = TradeEffect.Volume, // next day
        ["20"] = TradeEffect.None, // market center official open: a message, not a trade
        ["21"] = TradeEffect.Volume | TradeEffect.HighLow, // prior reference price
        ["22"] = TradeEffect.Volume, // seller
        ["25"] = TradeEffect.Volume, // extended hours, sold out of sequence
        ["26"] = TradeEffect.Volume, // contingent trade
        ["30"] = TradeEffect.Volume | TradeEffect.HighLow, // sold, out of sequence
        ["32"] = TradeEffect.Volume | TradeEffect.HighLow, // derivatively priced
        ["37"] = TradeEffect.Volume, // qualified contingent trade
        ["39"] = TradeEffect.Last | TradeEffect.HighLow, // corrected consolidated close: no shares of its own
    }.ToFrozenDictionary();

    /// <summary>Returns the fields that a trade with those conditions changes; several conditions restrict each other.</summary>
    /// <param name="conditions">The provider's, or null.</param>
    /// <param name="regular">Whether it traded in the regular session.</param>
    public static TradeEffect EffectOf(IReadOnlyList<string>? conditions, bool regular)
    {
        var effect = TradeEffect.All;
        if (conditions is null)
            return effect;
        for (var i = 0; i < conditions.Count; i++)
        {
            if (regular && conditions[i] == FormT)
                effect &= TradeEffect.Volume;
            else if (Restricted.TryGetValue(conditions[i], out var allowed))
                effect &= allowed;
        }
        return effect;
    }
}
