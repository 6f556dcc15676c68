namespace InvestmentAssistant.Api.Platform.Boards;

public static class BoardsExtensions
{
    /// <summary>Redis, the boards and their publishers.</summary>
    public static IServiceCollection AddBoards(this IServiceCollection services, IConfiguration configuration) => services;
}
