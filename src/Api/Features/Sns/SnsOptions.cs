namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>Settings from the section <c>Sns</c>.</summary>
public sealed class SnsOptions
{
    /// <summary>
    /// Truth Social accounts that are followed whole; trending posts of theirs are left out of the trends. Empty: the shipped three.
    /// </summary>
    public IList<string> TruthSocialAccounts { get; } = [];

    /// <summary>X accounts that are followed, in place of the shipped list. Empty: the shipped list.</summary>
    public IList<string> XAccounts { get; } = [];

    /// <summary>Days that the first visit to an account goes back.</summary>
    public int HistoryDays { get; set; } = 90;

    /// <summary>
    /// X posts whose counts a run reads again, at most 100; 0 for none. Each counts against the plan's posts a month: 25 in each of twelve
    /// runs a day are 9,000.
    /// </summary>
    public int RecountedPosts { get; set; } = 25;
}
