using System.Globalization;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Concept;

/// <summary>Consensus of a coin's chain, from the provider's fields; nothing is assumed.</summary>
public static class Consensus
{
    /// <summary>
    /// Null when neither category nor hashing algorithm says it. The category wins: a chain that changed over may still have its old
    /// algorithm on record.
    /// </summary>
    public static Text? Of(Coin coin)
    {
        if (coin.Details is not { } details)
            return null;
        if (details.Categories.Contains("Proof of Stake (PoS)"))
            return new Text("지분 증명 (PoS)", "Proof of Stake (PoS)");
        if (details.HashingAlgorithm is { } hashing)
            return new Text($"작업 증명 (PoW), {hashing}", $"Proof of Work (PoW), {hashing}");
        return details.Categories.Contains("Proof of Work (PoW)") ? new Text("작업 증명 (PoW)", "Proof of Work (PoW)") : null;
    }

    /// <summary>A chain of its own, or a token on another; null when not known.</summary>
    public static Text? ChainOf(Coin coin) =>
        coin.Details switch
        {
            null => null,
            { Platform: { } platform } => new Text($"{platform} 기반 토큰", $"Token on {platform}"),
            var d when d.Categories.Contains("Layer 2 (L2)") => new Text("레이어 2", "Layer 2"),
            var d when d.Categories.Contains("Layer 1 (L1)") => new Text("레이어 1 (독자 블록체인)", "Layer 1 (a chain of its own)"),
            var d when d.Categories.Contains("Layer 0 (L0)") => new Text("레이어 0", "Layer 0"),
            _ => null,
        };

    /// <summary>In a sentence or two; null when nothing is known.</summary>
    public static Text? HowItWorks(Coin coin)
    {
        if (coin.Details is not { } details)
            return null;
        if (details.Platform is { } platform)
            return new Text(
                $"{platform} 블록체인 위에서 발행된 토큰으로, 거래는 그 블록체인의 규칙에 따라 기록됩니다.",
                $"A token issued on {platform}; transfers follow that chain's rules."
            );
        if (Of(coin) is not { } consensus)
            return null;
        return BlockTime(details.BlockMinutes) is { } blocks
            ? new Text(
                $"{consensus.Ko} 방식으로 거래를 확정하며, 약 {blocks.Ko}마다 새 블록이 만들어집니다.",
                $"Transactions are settled by {consensus.En}; a new block comes about every {blocks.En}."
            )
            : new Text($"{consensus.Ko} 방식으로 거래를 확정합니다.", $"Transactions are settled by {consensus.En}.");
    }

    /// <summary>10 minutes, 12 seconds.</summary>
    public static Text? BlockTime(decimal? minutes) =>
        minutes switch
        {
            null or <= 0 => null,
            < 1 => Labels.Of($"{Math.Round(minutes.Value * 60)}초", $"{Math.Round(minutes.Value * 60)} seconds"),
            _ => new Text(
                minutes.Value.ToString("0.##", CultureInfo.InvariantCulture) + "분",
                minutes.Value.ToString("0.##", CultureInfo.InvariantCulture) + " minutes"
            ),
        };
}
