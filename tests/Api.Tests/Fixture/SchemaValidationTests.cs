using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>What the judge of our documents takes for a fault.</summary>
public sealed class SchemaValidationTests
{
    private static readonly SchemaValidation s_document = new(
        JsonElement.Parse(
            """
            {"components":{"schemas":{
              "Coin":{"type":"object","required":["name"],"properties":{
                "name":{"type":"string"},"at":{"type":"string","format":"date-time"},
                "state":{"type":["string","null"],"enum":["old",null]},"pair":{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Coin"}]}}},
              "Priced":{"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object","properties":{"price":{"type":"number"}}}]},
              "Base":{"type":"object","properties":{"id":{"type":"integer"}}},
              "Words":{"type":"object","additionalProperties":{"type":["string","null"]}}}},
             "paths":{"/coins/{name}":{"get":{"answer":{"type":"array","items":{"$ref":"#/components/schemas/Coin"}}}}}}
            """
        )
    );

    [Theory]
    [InlineData("Coin", """{"name":"a","at":"2026-08-31T13:30:00.25Z","state":null,"pair":{"name":"b","pair":null}}""")]
    [InlineData("Priced", """{"id":1,"price":2.5}""")]
    [InlineData("Words", """{"any":"word","none":null}""")]
    public void Fits(string schema, string json) =>
        Assert.Empty(s_document.Faults(JsonElement.Parse(json), $"#/components/schemas/{schema}"));

    [Theory]
    [InlineData("Coin", "{}", "required")]
    [InlineData("Coin", """{"name":1}""", "/name type")]
    [InlineData("Coin", """{"name":"a","at":"yesterday"}""", "/at format")]
    [InlineData("Coin", """{"name":"a","state":"new"}""", "/state enum")]
    [InlineData("Coin", """{"name":"a","more":1}""", "/more is not described")]
    [InlineData("Coin", """{"name":"a","pair":{"name":"b","more":1}}""", "/pair/more is not described")]
    [InlineData("Priced", """{"id":1,"price":2.5,"more":1}""", "/more is not described")]
    [InlineData("Words", """{"any":1}""", "/any type")]
    public void Does_not_fit(string schema, string json, string fault) =>
        Assert.Contains(s_document.Faults(JsonElement.Parse(json), $"#/components/schemas/{schema}"), f =>
            f.StartsWith(fault, StringComparison.Ordinal) || f.StartsWith(" " + fault, StringComparison.Ordinal)
        );

    [Fact]
    public void A_schema_is_found_by_a_pointer_with_a_slash_in_a_name() =>
        Assert.Single(s_document.Faults(JsonElement.Parse("""[{"name":"a"},{"name":null}]"""), "#/paths/~1coins~1{name}/get/answer"));
}
