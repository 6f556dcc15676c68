using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>The real program, killed (kill -9) in the middle of a Sunday's mails, without Redis and without any provider.</summary>
[Collection(LongestFirst.Programs)]
public sealed class KilledSenderTests(LocalServices services)
{
    private const int Readers = 600;

    [Fact]
    public async Task After_a_killed_sender_every_address_has_exactly_one_mail()
    {
        await using var room = await Mailroom.OpenAsync(await services.NewDatabaseAsync(), services.Folder($"mail-{Guid.NewGuid():N}"));
        await room.ActivateManyAsync(Readers);
        // The program has the real clock.
        var week = MailWeek.At(SystemClock.Instance.GetCurrentInstant());
        room.Time.Now = SystemClock.Instance.GetCurrentInstant();
        await room.ReportAsync(Mailroom.Earnings("ORCL", week.FirstDay.PlusDays(1)));
        Assert.Equal(Readers, await room.Outbox.QueueEarningsAsync(week, TestContext.Current.CancellationToken));

        var nowhere = $"127.0.0.1:{FreePort.Next()}";
        var settings = new ApiSettings
        {
            Postgres = room.Database,
            Redis = nowhere,
            Simulator = "http://" + nowhere,
            MailFolder = room.Folder,
            Roles = "ingest",
        };
        var slow = new Dictionary<string, string> { ["EmailSubscriptions:Senders"] = "1" };
        await using (var killed = await ApiProcess.StartAsync(services, settings, slow))
        {
            await Wait.Until(() => Files(room) >= 30, TimeSpan.FromSeconds(60));
            await killed.KillAsync();
        }
        Assert.InRange(await room.ScalarAsync<long>("select count(*) from email.outbox where state = 'waiting'"), 1, Readers - 29);

        await using var first = await ApiProcess.StartAsync(services, settings);
        await using var second = await ApiProcess.StartAsync(services, settings);
        await Wait.Until(
            async () => await room.ScalarAsync<long>("select count(*) from email.outbox where state = 'waiting'") == 0,
            TimeSpan.FromMinutes(2)
        );

        Assert.Equal(Readers, await room.ScalarAsync<long>("select count(*) from email.outbox where state = 'sent'"));
        Assert.Equal(
            Enumerable.Range(1, Readers).Select(n => $"reader{n}@example.com").Order(StringComparer.Ordinal),
            room.Mails().Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal)
        );
    }

    private static int Files(Mailroom room) => Directory.Exists(room.Folder) ? Directory.GetFiles(room.Folder, "*.eml").Length : 0;
}
