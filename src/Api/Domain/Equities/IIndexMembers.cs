namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>A company that is, or once was, in the index.</summary>
/// <param name="Symbol">As the index writes it: BRK.B.</param>
/// <param name="Since">First day in the index; null when the list does not say.</param>
/// <param name="Until">First day no longer in it; null while a member.</param>
public sealed record IndexMember(
    string Symbol,
    string CompanyName,
    string? GicsSector,
    string? GicsSubIndustry,
    string? Headquarters,
    LocalDate? Since,
    LocalDate? Until
)
{
    /// <summary>Whether the company was on the list of that day, as far as is known.</summary>
    public bool IsListedOn(LocalDate date) => !(date < Since) && !(date >= Until);
}

/// <summary>
/// The S&amp;P 500 as the features beside it may know it: its members with their sectors. Given by the feature that keeps the list.
/// </summary>
public interface IIndexMembers
{
    /// <summary>All of them, leavers included; empty until the list was read for the first time.</summary>
    Task<IReadOnlyList<IndexMember>> ReadAsync(CancellationToken ct);
}

public static class IndexMembersExtensions
{
    /// <summary>Waits, at a first start, until the list was read; after half a minute goes on without.</summary>
    public static async Task WhenListedAsync(this IIndexMembers members, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 60 && (await members.ReadAsync(ct)).Count == 0; attempt++)
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
    }
}
