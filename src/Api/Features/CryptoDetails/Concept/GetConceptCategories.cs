using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Concept;

/// <summary>GET /api/v1/crypto/details/concept/{symbol}/categories: what kind of coin it is.</summary>
public sealed class GetConceptCategories(CoinDirectory coins) : Endpoint<CoinTextRequest, ConceptCategoriesAnswer>
{
    public override void Configure()
    {
        Get("concept/{symbol}/categories");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "A coin's categories";
            s.Description =
                "The part `category_info` of the concept: CoinGecko's categories, their Korean names, and the one that says most "
                + "in plain words.";
            s.ResponseExamples[200] = new ConceptCategoriesAnswer(
                "LINK",
                new ConceptCategoryInfo(
                    ["Oracle", "Infrastructure"],
                    ["오라클", "인프라"],
                    "오라클",
                    "블록체인 밖의 자료를 스마트 컨트랙트에 전달하는 네트워크입니다."
                ),
                Instant.FromUtc(2026, 11, 24, 9, 25)
            );
        });
    }

    public override async Task<ConceptCategoriesAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        return new ConceptCategoriesAnswer(coin.Symbol, ConceptCategoryInfo.Of(coin, request.LanguageFor(HttpContext)), coin.FetchedAt);
    }
}

/// <param name="LastUpdated">When its data was fetched.</param>
public sealed record ConceptCategoriesAnswer(string Symbol, ConceptCategoryInfo CategoryInfo, Instant LastUpdated);
