using System.Collections.Concurrent;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using PuppeteerSharp;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>
/// The pages about the API in a real browser, under the product's own policy: nothing is blocked, nothing comes from elsewhere, and people
/// find what they look for.
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class DocumentPagesTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>The document is long, and the tests have two cores for a browser, an API and themselves.</summary>
    private static readonly WaitForSelectorOptions Patient = new() { Timeout = 300_000 };

    private readonly ConcurrentQueue<string> _faults = [];

    [Fact]
    public async Task Swagger_ui_starts_collapsed_with_a_filter_and_the_tags_of_the_document_in_order()
    {
        await using var page = await OpenAsync("/docs/index.html");
        await page.WaitForSelectorAsync(".opblock-tag-section", Patient);

        var shown = await page.EvaluateExpressionAsync<string[]>(
            "[...document.querySelectorAll('.opblock-tag')].map(tag => tag.dataset.tag)"
        );
        var tags = await page.EvaluateFunctionAsync<string[]>(
            "async () => (await (await fetch('/openapi/v1.json')).json()).tags.map(tag => tag.name)"
        );

        Assert.True(shown.Length > 10, $"{shown.Length} tags");
        Assert.Equal(tags.Where(shown.Contains), shown);
        Assert.Equal(0, await page.EvaluateExpressionAsync<int>("document.querySelectorAll('.opblock').length"));
        await page.TypeAsync(".operation-filter-input", shown[^1]);
        await Wait.Until(async () =>
            await page.EvaluateExpressionAsync<int>("document.querySelectorAll('.opblock-tag-section').length") < shown.Length
        );
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Redoc_shows_the_document_and_fetches_nothing_from_elsewhere()
    {
        await using var page = await OpenAsync("/redoc/index.html");
        await page.WaitForSelectorAsync(".api-content h1", Patient);
        await page.WaitForSelectorAsync("img[alt='redocly logo']", Patient);

        Assert.Empty(_faults);
    }

    [Fact]
    public async Task The_page_of_the_streams_names_every_address_and_shows_examples()
    {
        await using var page = await OpenAsync("/docs/streams");
        await page.WaitForSelectorAsync("#streams h1", Patient);
        var document = await page.EvaluateFunctionAsync<JsonElement>("async () => (await fetch('/asyncapi.json')).json()");

        var text = await page.EvaluateExpressionAsync<string>("document.getElementById('streams').textContent");

        foreach (var channel in document.GetProperty("channels").EnumerateObject().Select(c => c.Value))
            Assert.Contains(channel.GetProperty("address").GetString()!, text, StringComparison.Ordinal);
        foreach (var message in document.GetProperty("components").GetProperty("messages").EnumerateObject())
            Assert.Contains(message.Name, text, StringComparison.Ordinal);
        Assert.Contains("\"market\": \"KRW-BTC\"", text, StringComparison.Ordinal);
        // As wide as a phone, nothing stands beside the page.
        await page.SetViewportAsync(new ViewPortOptions { Width = 400, Height = 800 });
        Assert.InRange(await page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth"), 1, 400);
        Assert.Empty(_faults);
    }

    /// <summary>Opens the page and notes what goes wrong in it: what it logs as an error, throws, or cannot load.</summary>
    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync();
        page.Console += (_, e) =>
        {
            if (e.Message.Type is ConsoleType.Error)
                _faults.Enqueue(e.Message.Text);
        };
        page.PageError += (_, e) => _faults.Enqueue(e.Message);
        page.RequestFailed += (_, e) => _faults.Enqueue($"{e.Request.Url}: {e.Request.FailureText}");
        page.Request += (_, e) =>
        {
            if (
                !e.Request.Url.StartsWith(browser.Api, StringComparison.Ordinal)
                && !e.Request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !e.Request.Url.StartsWith("blob:", StringComparison.Ordinal)
            )
                _faults.Enqueue($"asked for {e.Request.Url}");
        };
        await page.GoToAsync(browser.Api + path);
        return page;
    }
}
