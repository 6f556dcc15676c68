using MimeKit;
using NodaTime.Extensions;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Preview;

/// <summary>A mail that was sent into the folder.</summary>
/// <param name="Key">Name of its file, without the ending.</param>
/// <param name="SentAt">When the file was written.</param>
public sealed record SentMail(string Key, Instant SentAt, MimeMessage Message);

/// <summary>Reads the mails that <see cref="Transport.FolderTransport"/> wrote.</summary>
public sealed class Inbox(EmailSettings settings, ILogger<Inbox> log)
{
    private const string Ending = ".eml";

    /// <summary>A list of more is no longer looked through by a person.</summary>
    private const int Most = 100;

    /// <summary>False with a mail server: then mails are in no folder.</summary>
    public bool IsOpen => settings.Smtp is null;

    /// <summary>The newest mails first, a hundred at most; empty when none was sent. A file that is no mail is left out.</summary>
    public async Task<IReadOnlyList<SentMail>> ListAsync(CancellationToken ct)
    {
        var folder = new DirectoryInfo(settings.Folder);
        if (!IsOpen || !folder.Exists)
            return [];
        List<SentMail> mails = [];
        foreach (
            var file in folder
                .EnumerateFiles("*" + Ending)
                .OrderByDescending(f => f.LastWriteTimeUtc)
                .ThenBy(f => f.Name, StringComparer.Ordinal)
                .Take(Most)
        )
            if (await ReadAsync(file, ct) is { } mail)
                mails.Add(mail);
        return mails;
    }

    /// <summary>The mail of a key; null when there is none.</summary>
    public async Task<SentMail?> FindAsync(string key, CancellationToken ct)
    {
        // A key is a name in the folder and no path.
        if (!IsOpen || key.Length is 0 or > 200 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return null;
        var file = new FileInfo(Path.Combine(settings.Folder, key + Ending));
        return file.Exists ? await ReadAsync(file, ct) : null;
    }

    private async Task<SentMail?> ReadAsync(FileInfo file, CancellationToken ct)
    {
        try
        {
            var message = await MimeMessage.LoadAsync(file.FullName, ct);
            return new SentMail(Path.GetFileNameWithoutExtension(file.Name), file.LastWriteTimeUtc.ToInstant(), message);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            log.LogInformation("{File} is left out of the inbox: {Reason}", file.Name, e.Message);
            return null;
        }
    }
}
