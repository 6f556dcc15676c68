namespace InvestmentAssistant.LocalRun;

/// <summary>One run a folder. The kernel lets the lock go with the process that holds it, however that ends.</summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a <c>.local</c> folder, or returns null when another process holds it.</summary>
    public static RunLock? TryTake(string localFolder)
    {
        Directory.CreateDirectory(localFolder);
        try
        {
            return new RunLock(
                new FileStream(Path.Combine(localFolder, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
