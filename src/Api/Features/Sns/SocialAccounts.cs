using System.Collections.Frozen;
using InvestmentAssistant.Api.Platform;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>A line of the shipped list.</summary>
/// <param name="Network">x or truthsocial.</param>
/// <param name="Category">Why it is followed; empty when it is not.</param>
/// <param name="Assets">Symbols its posts are about when they name none better.</param>
public sealed record KnownAccount(string Network, string Username, string Category, IReadOnlyList<string> Assets);

/// <summary>
/// The followed accounts and what is known of them, from <c>Data/sns-accounts.csv</c> (against the simulator
/// <c>Data/sns-accounts.simulated.csv</c>: what it sends is made up, and must not stand under the name of a real person) and the settings.
/// User names are the same in any case.
/// </summary>
public sealed class SocialAccounts
{
    private const string NetworkX = "x",
        NetworkTruthSocial = "truthsocial";

    private readonly KnownAccount[] _shipped;
    private readonly FrozenDictionary<string, KnownAccount> _byName;
    private readonly FrozenSet<string> _wholeOnTruthSocial;
    private readonly Duration _history;

    /// <param name="options">Which accounts to follow in place of the shipped ones.</param>
    /// <param name="dataSource">live or simulated.</param>
    public SocialAccounts(IOptions<SnsOptions> options, string dataSource = "live")
    {
        _history = Duration.FromDays(options.Value.HistoryDays);
        _shipped = [.. ReadShipped(dataSource == "simulated" ? "sns-accounts.simulated.csv" : "sns-accounts.csv")];
        _byName = _shipped
            .GroupBy(a => a.Username, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        FollowedOnX = Followed(NetworkX, options.Value.XAccounts);
        FollowedOnTruthSocial = Followed(NetworkTruthSocial, options.Value.TruthSocialAccounts);
        _wholeOnTruthSocial = FollowedOnTruthSocial.Select(a => a.Username).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<KnownAccount> FollowedOnX { get; }

    public IReadOnlyList<KnownAccount> FollowedOnTruthSocial { get; }

    /// <summary>Posts before this are not fetched.</summary>
    public Instant PostsWantedSince(Instant now) => now - _history;

    /// <summary>Whether all posts of the account are held under <see cref="SocialSource.TruthPosts"/>.</summary>
    public bool IsWholeOnTruthSocial(string username) => _wholeOnTruthSocial.Contains(username);

    /// <summary>Symbols that an account's posts are about by default; none for one that is not known.</summary>
    public IReadOnlyList<string> AssetsOf(string username) => _byName.TryGetValue(username, out var account) ? account.Assets : [];

    private KnownAccount[] Followed(string network, IList<string> configured) =>
        configured.Count == 0
            ? [.. _shipped.Where(a => a.Network == network && a.Category.Length > 0)]
            :
            [
                .. configured.Select(name =>
                    _shipped.FirstOrDefault(a => a.Network == network && a.Username.Equals(name, StringComparison.OrdinalIgnoreCase))
                    ?? new KnownAccount(network, name, "configured", [])
                ),
            ];

    private static IEnumerable<KnownAccount> ReadShipped(string file)
    {
        using var csv = DataFile.OpenCsv(typeof(SocialAccounts), file);
        while (csv.Read())
        {
            yield return new KnownAccount(
                csv.GetField("network")!,
                csv.GetField("username")!,
                csv.GetField("category")!,
                csv.GetField("assets")!.Split('|', StringSplitOptions.RemoveEmptyEntries)
            );
        }
    }
}
