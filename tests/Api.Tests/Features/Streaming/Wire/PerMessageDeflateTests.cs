using InvestmentAssistant.Api.Features.Streaming.Wire;
using Microsoft.Extensions.Primitives;

namespace InvestmentAssistant.Api.Tests.Features.Streaming.Wire;

/// <summary>What a client's offers are answered with (RFC 7692 section 7.1, RFC 6455 section 9.1).</summary>
public sealed class PerMessageDeflateTests
{
    private const string Taken = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    private const string Window = "; server_max_window_bits=12";

    [Theory]
    // What browsers, .NET, Python and ws send.
    [InlineData("permessage-deflate; client_max_window_bits", Taken)]
    [InlineData("permessage-deflate", Taken)]
    [InlineData("permessage-deflate; client_no_context_takeover; server_no_context_takeover", Taken)]
    [InlineData("permessage-deflate;client_max_window_bits=10", Taken)]
    [InlineData("permessage-deflate ; client_max_window_bits = \"9\" ", Taken)]
    [InlineData("permessage-deflate; server_max_window_bits=12; client_max_window_bits=12", Taken + Window)]
    // A window that is asked for is named in the answer; a smaller one than ours cannot be had.
    [InlineData("permessage-deflate; server_max_window_bits=15", Taken + Window)]
    [InlineData("permessage-deflate; server_max_window_bits=\"1\\5\"", Taken + Window)]
    [InlineData("permessage-deflate; server_max_window_bits=11", null)]
    [InlineData("permessage-deflate; server_max_window_bits=16", null)]
    [InlineData("permessage-deflate; server_max_window_bits", null)]
    // The first offer that can be taken.
    [InlineData("permessage-deflate; server_max_window_bits=10, permessage-deflate", Taken)]
    [InlineData("permessage-deflate; server_max_window_bits=15, permessage-deflate", Taken + Window)]
    [InlineData("x-webkit-deflate-frame,, permessage-deflate", Taken)]
    [InlineData("mux; max-channels=\"4\", permessage-deflate; future=1, permessage-deflate; client_no_context_takeover", Taken)]
    // None that can.
    [InlineData("", null)]
    [InlineData(" , ,", null)]
    [InlineData("permessage-bzip2", null)]
    [InlineData("PERMESSAGE-DEFLATE", null)]
    [InlineData("permessage-deflate; future", null)]
    [InlineData("permessage-deflate; client_max_window_bits; client_max_window_bits", null)]
    [InlineData("permessage-deflate; server_no_context_takeover=1", null)]
    [InlineData("permessage-deflate; client_no_context_takeover=true", null)]
    [InlineData("permessage-deflate; client_max_window_bits=7", null)]
    [InlineData("permessage-deflate; client_max_window_bits=16", null)]
    [InlineData("permessage-deflate; client_max_window_bits=08", null)]
    [InlineData("permessage-deflate; client_max_window_bits=+9", null)]
    public void Offers_are_answered_with_the_first_that_can_be_taken(string offers, string? answer)
    {
        Assert.True(PerMessageDeflate.TryAnswer(offers, out var given));
        Assert.Equal(answer, given);
    }

    [Fact]
    public void Offers_of_several_lines_are_one_list()
    {
        Assert.True(PerMessageDeflate.TryAnswer(StringValues.Empty, out var none));
        Assert.Null(none);
        var lines = new StringValues(["permessage-deflate; server_max_window_bits=8", "permessage-deflate; client_max_window_bits"]);
        Assert.True(PerMessageDeflate.TryAnswer(lines, out var second));
        Assert.Equal(Taken, second);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("permessage-deflate;")]
    [InlineData("permessage-deflate; ,")]
    [InlineData("permessage-deflate; =15")]
    [InlineData("permessage-deflate; server_max_window_bits=")]
    [InlineData("permessage-deflate server_max_window_bits")]
    [InlineData("permessage-deflate; server_max_window_bits=\"15")]
    [InlineData("permessage-deflate; server_max_window_bits=\"\"")]
    [InlineData("permessage-deflate; server_max_window_bits=\"1 5\"")]
    [InlineData("permessage-deflate; server_max_window_bits=\"15\\")]
    [InlineData("permessage-deflate; server_max_window_bits=\"15\"x")]
    [InlineData("permessage-deflate, (")]
    [InlineData("permessage-déflate")]
    public void A_header_that_breaks_the_grammar_ends_the_handshake(string offers) =>
        Assert.False(PerMessageDeflate.TryAnswer(offers, out _));
}
