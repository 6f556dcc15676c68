using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using NodaTime.Extensions;
using Npgsql;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>
/// Limits the calls in any 60 minutes about one address, and by one client, over all replicas: counted in PostgreSQL, where the call goes
/// anyway, so that Redis may be down. Every call counts, so that the count reveals nothing about the address. Addresses that differ by a
/// tag alone (reader+a@, reader+b@) are one mailbox.
/// </summary>
public sealed class CallLimits(NpgsqlDataSource database, EmailSettings settings, TimeProvider time)
{
    private static readonly Duration s_window = Duration.FromHours(1);

    // One atomic statement: the row lock orders concurrent callers, and the condition is checked on the row as the one before left it.
    private const string Count = """
        insert into email.calls as c (caller, recent) values (@caller, array[@now])
        on conflict (caller) do update set recent = array(select t from unnest(c.recent) t where t > @since) || @now
        where (select count(*) from unnest(c.recent) t where t > @since) < @limit
        returning 1
        """;

    private const string Oldest = "select min(t) from email.calls c, unnest(c.recent) t where c.caller = @caller and t > @since";

    /// <summary>Counts a call; a refused one is not counted.</summary>
    /// <exception cref="ProblemException">429 with Retry-After: too many.</exception>
    public async Task CountAsync(HttpContext http, string address, CancellationToken ct)
    {
        if (ClientAddress.CountedCustomerOf(http, loopbackIsExempt: false) is { } client)
            await CountAsync(http, $"client/{client}", settings.CallsPerClient, ct);
        await CountAsync(
            http,
            "address/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EmailAddress.MailboxOf(address)))),
            settings.CallsPerAddress,
            ct
        );
    }

    /// <summary>Forgets callers of past hours.</summary>
    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "delete from email.calls c where not exists (select from unnest(c.recent) t where t > @since)"
        );
        command.With(("since", Now() - s_window));
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task CountAsync(HttpContext http, string caller, int limit, CancellationToken ct)
    {
        var now = Now();
        if (await AskAsync(Count, caller, limit, now, ct) is not null)
            return;

        var oldest = await AskAsync(Oldest, caller, limit, now, ct) is Instant first ? first : now;
        var seconds = Math.Max(1, (int)Math.Ceiling((oldest + s_window - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.CountRefusal("mail_calls");
        var headers = http.Response.Headers;
        headers.RetryAfter = seconds;
        headers[AnswerHeaders.RateLimitLimit] = limit.ToString(CultureInfo.InvariantCulture);
        headers[AnswerHeaders.RateLimitRemaining] = "0";
        headers[AnswerHeaders.RateLimitReset] = seconds;
        throw new ProblemException(StatusCodes.Status429TooManyRequests, Words.TooManyCalls.In(Languages.Of(http)));
    }

    private async Task<object?> AskAsync(string sql, string caller, int limit, Instant now, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.With(("caller", caller), ("limit", limit), ("now", now), ("since", now - s_window));
        return await command.ExecuteScalarAsync(ct);
    }

    private Instant Now() => time.GetUtcNow().ToInstant();
}
