using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.LocalRun;

public sealed class RunFolderTests(LocalServices services)
{
    [Fact]
    public void A_folder_is_run_once_at_a_time()
    {
        var folder = services.Folder($"{Guid.NewGuid():N}");
        using (Assert.IsType<RunLock>(RunLock.TryTake(folder)))
            Assert.Null(RunLock.TryTake(folder));
        using var again = RunLock.TryTake(folder);
        Assert.NotNull(again);
    }

    [Fact]
    public void The_endpoints_file_is_readable_by_its_owner_alone()
    {
        var folder = Directory.CreateDirectory(services.Folder($"{Guid.NewGuid():N}")).FullName;
        var file = new EndpointsFile(folder);
        var endpoints = new Endpoints(
            "http://127.0.0.1:8888",
            "Host=127.0.0.1;Password=p&\"q",
            "127.0.0.1:6379",
            "http://127.0.0.1:1",
            "simulated",
            42
        );
        file.Write(endpoints);

        Assert.Equal(endpoints, file.Read());
        Assert.Contains("\"data_source\": \"simulated\"", File.ReadAllText(file.Path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));

        file.Remove();
        Assert.Null(file.Read());
    }

    [Theory]
    [InlineData("DB_HOST", true)]
    [InlineData("REDIS_PASSWORD", true)]
    [InlineData("ConnectionStrings__Postgres", true)]
    [InlineData("PORT", true)]
    [InlineData("FINNHUB_API_KEY", false)]
    [InlineData("PATH", false)]
    public void Settings_of_another_installation_do_not_reach_a_local_run(string variable, bool hidden) =>
        Assert.Equal(hidden, ApiSettings.IsForeign(variable));
}
