namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>
/// A small seeded generator (splitmix64: Steele, Lea, Flood 2014). Cheap enough to be made for each symbol and minute, which is what lets
/// a price be a function of (seed, symbol, time) without any state that must be replayed.
/// </summary>
internal struct Dice(ulong state)
{
    private ulong _state = state;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>0 &lt;= x &lt; 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// Mean 0, variance 1: four 16-bit uniforms of one draw added up (Irwin-Hall), good to 3.4 deviations and much faster than Box-Muller.
    /// </summary>
    public double Normal()
    {
        var r = Next();
        var sum = (r & 0xFFFF) + ((r >> 16) & 0xFFFF) + ((r >> 32) & 0xFFFF) + (r >> 48);
        return ((sum / 65535.0) - 2.0) * 1.7320508075688772;
    }

    /// <summary>A well-mixed seed out of two.</summary>
    public static ulong Mix(ulong a, ulong b) => new Dice(a ^ (b * 0xD6E8FEB86659FD93UL)).Next();

    /// <summary>A seed out of a name (FNV-1a).</summary>
    public static ulong Seed(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
