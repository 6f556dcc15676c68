using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;
using Marten;
using Microsoft.AspNetCore.Http;

namespace InvestmentAssistant.Api.Tests.Sample.Tides;

/// <summary>Request of GET /api/v1/tides/{harbour}.</summary>
public sealed record HarbourRequest
{
    /// <summary>Name of the harbour.</summary>
    public string Harbour { get; init; } = "";
}

public sealed class HarbourValidator : Validator<HarbourRequest>
{
    public HarbourValidator() => RuleFor(r => r.Harbour).MaximumLength(40);
}

/// <summary>One harbour.</summary>
public sealed class GetHarbour(IDocumentStore store) : Endpoint<HarbourRequest, Harbour>
{
    public override void Configure()
    {
        Get("api/v1/tides/{harbour}");
        Options(b => b.WithTags(TidesFeature.Tag).CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "One harbour";
            s.Description = "Spring range in centimetres.";
        });
    }

    public override async Task HandleAsync(HarbourRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Harbour>(request.Harbour.ToUpperInvariant(), ct) is { } harbour)
            await Send.OkAsync(harbour, ct);
        else
            await Send.NotFoundAsync(ct);
    }
}
