using System.Net;
using InvestmentAssistant.Api.Features.Ingestion;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace InvestmentAssistant.Api.Tests.Features.Ingestion;

/// <summary>Who guesses the key of the admin endpoints.</summary>
public sealed class AdminKeyTests : IDisposable
{
    private const string Right = "correct-horse-battery-staple";
    private readonly StillTime _time = new();
    private readonly AdminKey _key;

    public AdminKeyTests() => _key = KeyOf(Right);

    public void Dispose() => _key.Dispose();

    private AdminKey KeyOf(string configured) =>
        new(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("ADMIN_API_KEY", (string?)configured)]).Build(),
            _time,
            NullLogger<AdminKey>.Instance
        );

    private int? Try(string? given, string address = "203.0.113.1", AdminKey? key = null)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (given is not null)
            http.Request.Headers[AdminKey.Header] = given;
        try
        {
            (key ?? _key).Check(http);
            return null;
        }
        catch (ProblemException refused)
        {
            Assert.Equal(refused.Status == 401, http.Response.Headers.WWWAuthenticate.Count == 1);
            return refused.Status;
        }
    }

    [Fact]
    public void Five_wrong_keys_make_an_address_wait_a_minute_even_for_the_right_one()
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(401, Try($"wrong {i}"));

        Assert.Equal(429, Try("wrong"));
        Assert.Equal(429, Try(Right));
        Assert.Null(Try(Right, "203.0.113.2"));
        _time.Now += TimeSpan.FromMinutes(1);
        Assert.Null(Try(Right));
    }

    [Fact]
    public void A_request_without_a_key_is_no_guess()
    {
        for (var i = 0; i < 20; i++)
            Assert.Equal(401, Try(i % 2 == 0 ? null : ""));

        Assert.Null(Try(Right));
    }

    [Fact]
    public void A_key_that_can_be_guessed_opens_nothing()
    {
        using var weak = KeyOf("a");

        Assert.Equal(403, Try("a", key: weak));
    }
}
