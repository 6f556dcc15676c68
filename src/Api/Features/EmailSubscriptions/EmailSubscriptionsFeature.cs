using InvestmentAssistant.Api.Features.EmailSubscriptions.Ingestion;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Preview;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

/// <summary>The weekly mail with the S&amp;P 500 earnings: double opt-in, an outbox, and links that cancel.</summary>
public sealed class EmailSubscriptionsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(EmailSubscriptionGroup.Tag, "이메일 구독", "Notifications", "알림서비스", "Mails about earnings: subscribe, confirm, leave.")
        {
            Place = 95,
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        // Read when first used: a test host may have overridden the settings by then. The first use is the sender's, at the start.
        services.AddSingleton(s => EmailSettings.Read(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<ISchemaPart, SubscriptionSchema>();
        services.AddSingleton<SubscriptionStore>().AddSingleton<CallLimits>().AddSingleton<LinkAnswers>();
        services
            .AddSecretRedactor()
            .AddSingleton<MailOutbox>()
            .AddSingleton<MailWriter>()
            .AddSingleton<MailLinks>()
            .AddSingleton<UpcomingReports>()
            .AddSingleton<Inbox>();
        services.AddSingleton<IMailTransport>(s =>
            s.GetRequiredService<EmailSettings>() is { Smtp: { } server } ? new SmtpTransport(server)
            : s.GetRequiredService<HttpSettings>().DataSource == "live" ? new NoTransport()
            : ActivatorUtilities.CreateInstance<FolderTransport>(s)
        );
        services.AddSingleton<IHealthPart, MailPart>();
        services.AddSingleton<MailRound>().AddHostedService<MailSender>().AddMeters<MailMeters>();
        services.AddDataSetJob<WeeklyEarningsMailJob>(fillOrder: 240).AddDataSetJob<EmailHousekeepingJob>(fillOrder: 250);
    }

    /// <inheritdoc />
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<EmailSettings>().Preview)
            return;
        InboxPages.Map(routes);
        PreviewMails.Map(routes);
    }
}
