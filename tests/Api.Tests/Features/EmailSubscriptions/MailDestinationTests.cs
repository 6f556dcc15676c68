using InvestmentAssistant.Api.Features.EmailSubscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>Where mails go by the settings, and who may read those that are files.</summary>
public sealed class MailDestinationTests(LocalServices services)
{
    [Theory]
    [InlineData("live", null, typeof(NoTransport))]
    [InlineData("live", "smtp.example.org", typeof(SmtpTransport))]
    [InlineData("simulated", null, typeof(FolderTransport))]
    public void Only_simulated_mails_become_files(string source, string? server, Type expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("DATA_SOURCE", source),
                new("SMTP_HOST", server),
                new("PUBLIC_API_URL", "https://api.example.org"),
                // As in the pod of a deployment: the folder is there, and nobody looks into it.
                new("MAIL_FOLDER", "/tmp/mail"),
            ])
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration).AddLogging();
        collection.AddSingleton<IHostEnvironment>(ProductionEnvironment.Instance).AddSingleton(HttpSettings.From(configuration));
        new EmailSubscriptionsFeature().AddServices(collection, configuration);
        using var provider = collection.BuildServiceProvider();

        Assert.IsType(expected, provider.GetRequiredService<IMailTransport>());
        Assert.Equal(expected == typeof(NoTransport), provider.GetRequiredService<IMailTransport>().Obstacle is not null);
    }

    [Fact]
    public async Task Without_a_mail_server_a_live_process_says_so_and_its_mails_wait()
    {
        await using var room = await Mailroom.OpenAsync(await services.NewDatabaseAsync(), services.Folder($"mail-{Guid.NewGuid():N}"));
        await room.SubscribeAsync("reader@example.com");
        var nowhere = new NoTransport();

        await Assert.ThrowsAsync<MailException>(() => room.SendAsync(nowhere));
        var part = await new MailPart(room.Outbox, nowhere, room.Time).CheckAsync(Ct);

        Assert.False(part.IsUp);
        Assert.Contains("SMTP_HOST", part.Detail, StringComparison.Ordinal);
        Assert.Equal((1, 0), (Assert.IsType<OutboxState>(part.Data).Waiting, ((OutboxState)part.Data).SentToday));
        Assert.Empty(room.Mails());
        // It goes out once there is a server.
        room.Time.Now += Duration.FromMinutes(1);
        Assert.Equal(1, await room.SendAsync());
    }

    [Fact]
    public async Task The_files_are_for_the_account_of_the_process_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        await using var room = await Mailroom.OpenAsync(await services.NewDatabaseAsync(), services.Folder($"mail-{Guid.NewGuid():N}"));
        await room.SubscribeAsync("reader@example.com");
        await room.SendAsync();

        var file = Assert.Single(Directory.GetFiles(room.Folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(room.Folder));
        }
    }
}
