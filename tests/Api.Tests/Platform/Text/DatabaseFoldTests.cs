using CsCheck;
using InvestmentAssistant.Api.Platform.Text;
using InvestmentAssistant.Api.Tests.Fixture;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Text;

/// <summary>The database compares texts as the program does.</summary>
public sealed class DatabaseFoldTests(LocalServices services)
{
    [Fact]
    public async Task The_function_of_the_database_gives_the_same_form_as_the_program()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var source = NpgsqlDataSource.Create(await services.NewDatabaseAsync());
        await using (var schema = source.CreateCommand(new TextFoldSchema().Sql))
            await schema.ExecuteNonQueryAsync(ct);

        string[] texts =
        [
            .. TextFoldTests.Texts.Array[2_000].Single().Where(t => !t.Contains('\0')),
            "Nestlé ΟΔΟΣ İ ß ㆍ ﬁ 금리",
            "AAPL",
            "",
        ];
        await using var command = source.CreateCommand("select t, search.fold(t) from unnest($1::text[]) t");
        command.Parameters.Add(new() { Value = texts });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            Assert.Equal(TextFold.Of(reader.GetString(0)), reader.GetString(1));
    }
}
