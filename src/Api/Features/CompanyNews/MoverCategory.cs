namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>One of the three lists of a batch.</summary>
/// <param name="Key">As on the wire.</param>
/// <param name="Count">Places in it.</param>
/// <param name="Name">For people, in Korean: wire data.</param>
/// <param name="Description">What it lists.</param>
public sealed record MoverCategory(string Key, int Count, string Name, string Description)
{
    public static readonly MoverCategory Gainers = new("top_gainers", 20, "상승률 상위", "전 거래일 종가 대비 가장 많이 오른 종목");

    public static readonly MoverCategory Losers = new("top_losers", 10, "하락률 상위", "전 거래일 종가 대비 가장 많이 내린 종목");

    public static readonly MoverCategory MostActive = new("most_actively_traded", 10, "거래량 상위", "거래량이 가장 많은 종목");

    /// <summary>In the order of a batch.</summary>
    public static readonly IReadOnlyList<MoverCategory> All = [Gainers, Losers, MostActive];
}
