using InvestmentAssistant.Api.Domain.Equities.Boards;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>Whether ETF prices come as they should.</summary>
public sealed class GetEtfHealth([FromKeyedServices("etf")] EquityBoardState state) : GetEquityHealth<EtfGroup>("ETF", state);
