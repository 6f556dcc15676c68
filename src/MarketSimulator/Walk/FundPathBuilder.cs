using InvestmentAssistant.MarketSimulator.AlphaVantage;
using InvestmentAssistant.MarketSimulator.Companies;

namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>Makes the paths of funds out of those of what they hold, so that funds of the same holdings move alike.</summary>
/// <param name="companies">Paths of all companies.</param>
/// <param name="yields">The yield curve that bonds follow.</param>
internal sealed class FundPathBuilder(IReadOnlyDictionary<string, IPricePath> companies, DailyYields yields, ulong seed, ulong marketSeed)
{
    /// <summary>Deviation of a day's change of yield, percentage points.</summary>
    private const double YieldStep = 0.05;

    private readonly Dictionary<string, IPricePath> _known = new(StringComparer.Ordinal);

    public IPricePath Of(FundRecipe recipe)
    {
        var held = recipe.Assets switch
        {
            FundAssets.Shares => Shares(recipe.Companies),
            FundAssets.Bonds => Bonds(recipe),
            FundAssets.Gold => Factor("gold", 0.009, 0),
            FundAssets.Silver => Factor("silver", 0.016, 0.1),
            FundAssets.Oil => Factor("oil", 0.018, 0.15),
            FundAssets.Commodities => Mix(
                (Factor("oil", 0.018, 0.15), 0.5),
                (Factor("gold", 0.009, 0), 0.25),
                (Factor("grain", 0.01, 0), 0.25)
            ),
            FundAssets.Emerging => Emerging,
            FundAssets.Foreign => Mix((Developed, 0.72), (Emerging, 0.28)),
            _ => Developed,
        };
        return recipe.Multiple == 1 ? held : new LeveragedPath(held, recipe.Multiple);
    }

    private IPricePath Developed => Factor("developed", 0.0095, 0.75);

    private IPricePath Emerging => Factor("emerging", 0.0115, 0.65);

    private IPricePath Shares(IReadOnlyList<ValuedCompany> held) =>
        Known($"shares:{string.Join(',', held.Select(c => c.Listing.Symbol))}", () =>
        {
            var total = held.Sum(c => c.Value);
            return Mix([.. held.Select(c => (companies[c.Listing.Symbol], c.Value / total))]);
        });

    /// <summary>
    /// A bond falls by its duration for each point its yield rises; one of a doubtful debtor moves with the stock market as well.
    /// </summary>
    private IPricePath Bonds(FundRecipe recipe)
    {
        var path = Known($"bonds:{recipe.Series}:{recipe.Duration}", () =>
            new OwnPath(Dice.Mix(seed, Dice.Seed("factor/yields")), recipe.Duration * YieldStep / 100, 0, marketSeed, day =>
                -recipe.Duration * (yields.OfSession(recipe.Series, day) - yields.Home(recipe.Series)) / 100
            )
        );
        return recipe.Companies.Count == 0 ? path : Mix((path, 0.7), (Shares(recipe.Companies), 0.3));
    }

    private IPricePath Factor(string name, double volatility, double correlation) =>
        Known(name, () => new OwnPath(Dice.Mix(seed, Dice.Seed("factor/" + name)), volatility, correlation, marketSeed));

    private static BasketPath Mix(params (IPricePath Path, double Weight)[] parts) => new(parts);

    private IPricePath Known(string name, Func<IPricePath> make) => _known.TryGetValue(name, out var known) ? known : _known[name] = make();
}
