using MailKit.Security;
using MimeKit;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions;

/// <summary>Address and log-in of the mail server.</summary>
/// <param name="User">Null: no log-in.</param>
/// <param name="Security">Whether the connection is encrypted from the start, from STARTTLS on, or never.</param>
public sealed record SmtpServer(string Host, int Port, string? User, string? Password, SecureSocketOptions Security);

/// <summary>The settings of the feature: <c>SMTP_*</c>, <c>MAIL_*</c>, <c>PUBLIC_*_URL</c> and section <c>EmailSubscriptions</c>.</summary>
public sealed record EmailSettings
{
    /// <summary>Null: mails are written into <see cref="Folder"/>.</summary>
    public SmtpServer? Smtp { get; init; }

    /// <summary>Where mails go as .eml files when there is no mail server.</summary>
    public required string Folder { get; init; }

    /// <summary>Whom mails are from.</summary>
    public required MailboxAddress Sender { get; init; }

    /// <summary>Address under which readers of mails reach this API, without a trailing slash.</summary>
    public required string ApiUrl { get; init; }

    /// <summary>Address of the front end, without a trailing slash.</summary>
    public required string SiteUrl { get; init; }

    /// <summary>Whether mails can be looked at under /dev/mails: for development.</summary>
    public bool Preview { get; init; }

    /// <summary>Calls an hour about one address that may bring it a mail.</summary>
    public int CallsPerAddress { get; init; } = 5;

    /// <summary>The same by one client, about any address.</summary>
    public int CallsPerClient { get; init; } = 20;

    /// <summary>Mails on their way at once, of this replica.</summary>
    public int Senders { get; init; } = 4;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One cannot be right; the message names it. It stops the start.</exception>
    public static EmailSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var own = configuration.GetSection("EmailSubscriptions");
        var smtp = SmtpIn(configuration);
        return new EmailSettings
        {
            Smtp = smtp,
            Folder = Path.GetFullPath(First(configuration, "MAIL_FOLDER") ?? Path.Combine(Path.GetTempPath(), "investment-assistant-mail")),
            Sender = SenderIn(configuration, smtp),
            ApiUrl = UrlIn(configuration, "PUBLIC_API_URL")
                ?? (
                    smtp is null
                        ? ListeningUrl(configuration)
                        : throw new InvalidOperationException("SMTP_HOST is set, so PUBLIC_API_URL must be too: mails carry links to it.")
                ),
            SiteUrl = UrlIn(configuration, "PUBLIC_SITE_URL") ?? "https://weinvesting.site",
            Preview = configuration.GetValue("MAIL_PREVIEW", environment.IsDevelopment()),
            CallsPerAddress = own.GetValue("CallsPerAddress", 5),
            CallsPerClient = own.GetValue("CallsPerClient", 20),
            Senders = Math.Clamp(own.GetValue("Senders", 4), 1, 32),
        };
    }

    private static SmtpServer? SmtpIn(IConfiguration configuration)
    {
        if (First(configuration, "SMTP_HOST", "SMTP_SERVER") is not { } host)
            return null;
        var port = configuration.GetValue("SMTP_PORT", 587);
        var security = First(configuration, "SMTP_SECURITY")?.ToLowerInvariant() switch
        {
            // 465 is the port where encryption starts before the first word (RFC 8314).
            null => port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            var other => throw new InvalidOperationException($"SMTP_SECURITY is '{other}'; known are starttls, tls and none."),
        };
        return new SmtpServer(
            host,
            port,
            First(configuration, "SMTP_USER", "SMTP_USERNAME"),
            First(configuration, "SMTP_PASSWORD"),
            security
        );
    }

    private static MailboxAddress SenderIn(IConfiguration configuration, SmtpServer? smtp)
    {
        var address = First(configuration, "SMTP_FROM", "SMTP_FROM_EMAIL") ?? smtp?.User ?? "no-reply@investment-assistant.invalid";
        if (!MailboxAddress.TryParse(address, out var sender) || !sender.Address.Contains('@'))
            throw new InvalidOperationException($"SMTP_FROM is '{address}', which is no mail address.");
        return new MailboxAddress(
            First(configuration, "SMTP_FROM_NAME") ?? (string.IsNullOrEmpty(sender.Name) ? "Investment Assistant" : sender.Name),
            sender.Address
        );
    }

    private static string? UrlIn(IConfiguration configuration, string name)
    {
        if (First(configuration, name) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? text.TrimEnd('/')
            : throw new InvalidOperationException($"{name} is '{text}'; it must be an address such as https://api.example.com.");
    }

    /// <summary>Where this process listens: good enough for mails that only a developer reads.</summary>
    private static string ListeningUrl(IConfiguration configuration)
    {
        var first = configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return Uri.TryCreate(first, UriKind.Absolute, out var url)
            ? url.GetLeftPart(UriPartial.Authority)
            : $"http://127.0.0.1:{configuration.GetValue("SERVER_PORT", 8888)}";
    }

    private static string? First(IConfiguration configuration, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (configuration[name] is { } value && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
        }
        return null;
    }
}
