using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>A line of the shipped list.</summary>
/// <param name="Network">x or truthsocial.</param>
/// <param name="Category">Why it is followed; empty when it is not.</param>
/// <param name="Assets">Symbols its posts are about when they name none better.</param>
public sealed record KnownAccount(string Network, string Username, string Category, IReadOnlyList<string> Assets);

/// <summary>The followed accounts and what is known of them, from <c>Data/accounts.csv</c> and the settings. User names are the same in any case.</summary>
public sealed class SocialAccounts
{
    private const string NetworkX = "x", NetworkTruthSocial = "truthsocial";

    private static readonly KnownAccount[] s_shipped = [.. ReadShipped()];

    private readonly FrozenDictionary<string, KnownAccount> _byName =
        s_shipped.GroupBy(a => a.Username, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    private readonly FrozenSet<string> _wholeOnTruthSocial;

    public SocialAccounts(IOptions<SnsOptions> options)
    {
        FollowedOnX = Followed(NetworkX, options.Value.XAccounts);
        FollowedOnTruthSocial = Followed(NetworkTruthSocial, options.Value.TruthSocialAccounts);
        _wholeOnTruthSocial = FollowedOnTruthSocial.Select(a => a.Username).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<KnownAccount> FollowedOnX { get; }

    public IReadOnlyList<KnownAccount> FollowedOnTruthSocial { get; }

    /// <summary>Whether all posts of the account are held under <see cref="SocialSource.TruthPosts"/>.</summary>
    public bool IsWholeOnTruthSocial(string username) => _wholeOnTruthSocial.Contains(username);

    /// <summary>Symbols that an account's posts are about by default; none for one that is not known.</summary>
    public IReadOnlyList<string> AssetsOf(string username) => _byName.TryGetValue(username, out var account) ? account.Assets : [];

    private static KnownAccount[] Followed(string network, IList<string> configured) => configured.Count == 0
        ? [.. s_shipped.Where(a => a.Network == network && a.Category.Length > 0)]
        : [.. configured.Select(name => s_shipped.FirstOrDefault(a => a.Network == network && a.Username.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? new KnownAccount(network, name, "configured", []))];

    private static IEnumerable<KnownAccount> ReadShipped()
    {
        using var stream = typeof(SocialAccounts).Assembly.GetManifestResourceStream("sns-accounts.csv")
            ?? throw new InvalidOperationException("The assembly carries no sns-accounts.csv.");
        using var csv = new CsvReader(new StreamReader(stream), new CsvConfiguration(CultureInfo.InvariantCulture) { AllowComments = true });
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return new KnownAccount(
                csv.GetField("network")!, csv.GetField("username")!, csv.GetField("category")!,
                csv.GetField("assets")!.Split('|', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
