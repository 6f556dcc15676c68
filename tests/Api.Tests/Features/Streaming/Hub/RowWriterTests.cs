using System.Buffers;
using System.Text;
using InvestmentAssistant.Api.Features.Streaming.Hub;

namespace InvestmentAssistant.Api.Tests.Features.Streaming.Hub;

/// <summary>Objects as rows.</summary>
public sealed class RowWriterTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"x","c":null}""", """[1,"x",null]""")]
    // Numbers and texts stay as they are written.
    [InlineData("""{"a":1.10e+2,"b":"\u0041\"\\","c":-0.0}""", """[1.10e+2,"\u0041\"\\",-0.0]""")]
    [InlineData("""{"a":[1,[2,{"b":3}]],"b":{"a":[]},"c":true}""", """[[1,[2,{"b":3}]],{"a":[]},true]""")]
    // Another order, a missing field, one more.
    [InlineData("""{"c":3,"a":1,"b":2}""", """[1,2,3]""")]
    [InlineData("""{"b":2}""", """[null,2,null]""")]
    [InlineData("""{"a":1,"z":[9],"b":2,"c":3}""", """[1,2,3]""")]
    [InlineData("{}", """[null,null,null]""")]
    public void Values_come_in_the_order_of_the_keys(string item, string row)
    {
        var output = new ArrayBufferWriter<byte>();

        new RowWriter(["a", "b", "c"]).Write(Encoding.UTF8.GetBytes(item), output);

        Assert.Equal(row, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
