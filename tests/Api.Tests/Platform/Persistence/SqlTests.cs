using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Persistence;

public sealed class SqlTests
{
    [Fact]
    public void The_table_of_a_document_is_named_as_its_mapping_says()
    {
        using var store = DocumentStore.For(o =>
        {
            o.Connection("Host=127.0.0.1");
            o.DatabaseSchemaName = "app";
            o.Schema.For<Row>().DocumentAlias("one_row");
        });

        Assert.Equal("app.mt_doc_one_row", store.TableOf<Row>());
    }

    [Fact]
    public void Parameters_keep_their_names_and_null_is_null_for_the_database()
    {
        using var command = new NpgsqlCommand("select @name, @error").With(("name", "feed"), ("error", null));

        Assert.Equal(["name", "error"], command.Parameters.Select(p => p.ParameterName));
        Assert.Equal(["feed", DBNull.Value], command.Parameters.Select(p => p.Value));
    }

    private sealed record Row(string Id);
}
