using InvestmentAssistant.Api.Domain.Equities.Boards;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Whether S&amp;P 500 prices come as they should.</summary>
public sealed class GetSp500Health([FromKeyedServices("sp500")] EquityBoardState state) : GetEquityHealth<Sp500Group>("S&P 500", state);
