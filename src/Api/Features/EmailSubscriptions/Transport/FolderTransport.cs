using MimeKit;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;

/// <summary>
/// Mails as .eml files, which any mail program opens. A file appears whole or not at all, under a name that is made of the mail's key: a
/// mail that is sent again after a crash replaces its file.
/// </summary>
public sealed class FolderTransport(EmailSettings settings, ILogger<FolderTransport> log) : IMailTransport
{
    public string Destination => $"the folder {settings.Folder} (no SMTP_HOST is set)";

    public IMailLine Open() => new Line(settings.Folder, log);

    private sealed class Line(string folder, ILogger log) : IMailLine
    {
        // A mail that counts as sent is on the disk.
        private static readonly FileStreamOptions s_newFile = NewFile();

        public async Task SendAsync(MimeMessage message, string key, CancellationToken ct)
        {
            var path = Path.Combine(folder, key + ".eml");
            var unfinished = Path.Combine(folder, $".{key}-{Guid.NewGuid():N}.part");
            try
            {
                CreateFolder();
                await using (var file = new FileStream(unfinished, s_newFile))
                    await message.WriteToAsync(InternationalMail.FormatOf(message, takesUtf8: true), file, ct);
                File.Move(unfinished, path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new MailException(MailFault.Unreachable, "the mail folder cannot be written to", e);
            }
            log.LogInformation("A mail is in {File}", path);
        }

        private static FileStreamOptions NewFile()
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous | FileOptions.WriteThrough,
            };
            // Addresses and links that cancel: for the account of the process alone.
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }

        /// <summary>One that is there already keeps its mode: it may be shared on purpose.</summary>
        private void CreateFolder()
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
