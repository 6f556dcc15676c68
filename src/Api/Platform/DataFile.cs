using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace InvestmentAssistant.Api.Platform;

/// <summary>
/// Data files that travel inside an assembly: a feature puts one into its folder (*.csv, *.stream.json), and the project file embeds it
/// under its file name.
/// </summary>
public static class DataFile
{
    /// <param name="owner">A type of the assembly that carries the file.</param>
    /// <param name="name">File name without the folder, unique in the assembly.</param>
    /// <exception cref="InvalidOperationException">The assembly carries no such file.</exception>
    public static Stream Open(Type owner, string name) =>
        owner.Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{owner.Assembly.GetName().Name} carries no file {name}.");

    /// <inheritdoc cref="Open" />
    public static StreamReader OpenText(Type owner, string name) => new(Open(owner, name));

    /// <summary>A table with a header, which is read; lines that begin with # are comments.</summary>
    /// <inheritdoc cref="Open" />
    public static CsvReader OpenCsv(Type owner, string name)
    {
        var csv = new CsvReader(OpenText(owner, name), new CsvConfiguration(CultureInfo.InvariantCulture) { AllowComments = true });
        csv.Read();
        csv.ReadHeader();
        return csv;
    }
}
