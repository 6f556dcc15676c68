using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>A setting that the application reads.</summary>
/// <param name="Key">As a configuration key: <c>LOG_LEVEL</c>, <c>Streaming:DrainTime</c>; <c>*</c> stands for a name or number.</param>
/// <param name="Default">Of a property of an options class, as it is written in the settings; null where the source alone knows.</param>
internal sealed record ApplicationSetting(string Key, string? Default = null)
{
    /// <summary>As an environment variable; <c>*</c> as in the key.</summary>
    public string Variable => Key.Replace(":", "__", StringComparison.Ordinal);
}

/// <summary>
/// All settings that the application reads, found in its source: names given to the configuration, and the properties of classes that a
/// section is bound to. A way of reading that it does not understand is a fault (<see cref="Faults"/>), so that no setting escapes.
/// </summary>
internal static partial class ApplicationSettings
{
    private static readonly List<string> s_faults = [];

    /// <summary>By variable.</summary>
    public static IReadOnlyDictionary<string, ApplicationSetting> All { get; } =
        Read()
            .GroupBy(s => s.Variable, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.Default is null).First(), StringComparer.Ordinal);

    /// <summary>Places that read a setting in a way not understood here.</summary>
    public static IReadOnlyList<string> Faults => All.Count > 0 ? s_faults : [];

    /// <summary>Whether the application, or the runtime under it, reads this environment variable.</summary>
    public static bool Knows(string variable) =>
        All.ContainsKey(variable)
        || RuntimeVariable().IsMatch(variable)
        || All.Values.Any(s =>
            s.Key.Contains('*')
            && Regex.IsMatch(variable, $"^{Regex.Escape(s.Variable).Replace(@"\*", "[A-Za-z0-9]+", StringComparison.Ordinal)}$")
        );

    private static IEnumerable<ApplicationSetting> Read()
    {
        foreach (var provider in KnownProviders.All)
        {
            if (provider.KeyVariable is { } variable)
                yield return new ApplicationSetting(variable);
        }
        // The replay's clock, which the simulator shares, reads its own settings.
        var folders = new[] { Repository.Current.ApiFolder, Path.Combine(Repository.Current.ApiFolder, "..", "MarketTime") };
        foreach (var file in folders.SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories)))
        {
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/bin/", StringComparison.Ordinal))
                continue;
            var lines = File.ReadLines(file).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal));
            // A chain of calls reads the same on one line and on many.
            var source = BrokenChain().Replace(string.Join('\n', lines), ".");
            foreach (var setting in ReadFile(Path.GetRelativePath(Repository.Current.ApiFolder, file), source))
                yield return setting;
        }
    }

    private static IEnumerable<ApplicationSetting> ReadFile(string file, string source)
    {
        if (!ReadsSettings().IsMatch(source))
            yield break;

        foreach (Match m in SettingName().Matches(source))
            yield return new ApplicationSetting(m.Groups[1].Value);
        foreach (Match m in NumberedName().Matches(source))
            yield return new ApplicationSetting(Hole().Replace(m.Groups[1].Value, "*"));
        foreach (Match m in ConnectionString().Matches(source))
            yield return new ApplicationSetting("ConnectionStrings:" + m.Groups[1].Value);
        foreach (Match m in Indexed().Matches(source))
        {
            if (m.Groups["name"] is { Success: true, Value: var name })
                yield return new ApplicationSetting(name);
            // Helpers that are handed a name, whose callers have it as a literal; and the address to listen on, which is the server's own
            // setting.
            else if (m.Groups["other"].Value is not ("n" or "name" or "key" or "variable" or "WebHostDefaults.ServerUrlsKey"))
                s_faults.Add($"{file}: {m.Value}");
        }
        var sections = Section().Matches(source);
        if (sections.Count != Regex.Count(source, @"\bGetSection\("))
            s_faults.Add($"{file}: a GetSection of another kind");
        foreach (Match m in sections)
        {
            var section = NameOf(m.Groups["section"].Value);
            var variable = m.Groups["variable"].Value;
            var bound =
                m.Groups["type"] is { Success: true, Value: var type } ? type
                : variable.Length > 0
                && Regex.Match(source, $@"(?:AddOptions|Configure)<(\w+)>\(\w*\)?(?:\.Bind\()?{variable}\)") is { Success: true } later
                    ? later.Groups[1].Value
                : null;
            if (m.Groups["section"].Value is "$\"Providers:{name}\"")
                (section, bound) = ("Providers:*", nameof(ProviderOptions));
            var found = bound is null ? [] : PropertiesOf(section!, Named(bound)).ToList();
            if (variable.Length > 0)
                found.AddRange(
                    Regex
                        .Matches(source, $@"\b{variable}(?:\.GetValue(?:<\w+>)?\(|\[)""(\w+)""")
                        .Select(k => new ApplicationSetting($"{section}:{k.Groups[1].Value}"))
                );
            if (section is null || found.Count == 0)
                s_faults.Add($"{file}: {m.Value}");
            foreach (var setting in found)
                yield return setting;
        }
    }

    /// <summary>A literal, or a constant of an options class.</summary>
    private static string? NameOf(string argument) =>
        argument.StartsWith('"') ? argument.Trim('"')
        : argument.Split('.') is [var type, var constant] ? Named(type).GetField(constant)?.GetRawConstantValue() as string
        : null;

    private static Type Named(string name) => typeof(AppRoles).Assembly.GetTypes().Single(t => t.Name == name);

    private static IEnumerable<ApplicationSetting> PropertiesOf(string section, Type type)
    {
        var blank = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties())
        {
            var (key, value) = ($"{section}:{property.Name}", property.GetValue(blank));
            if (property.PropertyType.Assembly == type.Assembly && property.PropertyType.IsClass)
            {
                foreach (var inner in PropertiesOf(key, property.PropertyType))
                    yield return inner;
            }
            else if (value is IEnumerable and not string)
                yield return new ApplicationSetting(key + ":*");
            else if (property.CanWrite)
                yield return new ApplicationSetting(key, section.Contains('*') ? null : Written(value));
        }
    }

    /// <summary>As it would stand in the environment; <c>none</c> for nothing.</summary>
    private static string Written(object? value) =>
        value switch
        {
            null or "" => "none",
            bool b => b ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    [GeneratedRegex(@"\bIConfiguration\b|\.Configuration\b|\bsetting\(")]
    private static partial Regex ReadsSettings();

    /// <summary>A whole literal such as "DB_HOST" or "Schema:ApplyAtStart".</summary>
    [GeneratedRegex("""(?<!\$)"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]\w+(?::\w+)+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SettingName();

    [GeneratedRegex("""\$"([A-Z]\w+(?::(?:\w+|\{\w+\}))+:\w+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NumberedName();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""GetConnectionString\("(\w+)"\)""")]
    private static partial Regex ConnectionString();

    [GeneratedRegex(
        """\b[cC]onfiguration(?:\[(?:"(?<name>[^"]+)"|(?<other>[^\]]+))\]|\.GetValue(?:<[^>]+>)?\((?:"(?<name>[^"]+)"|(?<other>[^,)]+)))"""
    )]
    private static partial Regex Indexed();

    /// <summary>GetSection with what is done to it on the same line.</summary>
    [GeneratedRegex(
        """(?:(?:AddOptions|Configure)<(?<type>\w+)>\(\w*\)?(?:\.Bind\()?|var\ (?<variable>\w+)\ =\ )?(?:\w+\.)?\bconfiguration\.GetSection\((?<section>[^)]+)\)(?:\.Get<(?<type>\w+)>)?"""
    )]
    private static partial Regex Section();

    [GeneratedRegex(@"\s*\n\s*\.")]
    private static partial Regex BrokenChain();

    /// <summary>What .NET, the server and OpenTelemetry read by themselves.</summary>
    [GeneratedRegex("^(ASPNETCORE|DOTNET|OTEL)_[A-Za-z0-9_]+$")]
    private static partial Regex RuntimeVariable();
}
