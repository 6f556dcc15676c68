using System.Text.Json;

namespace InvestmentAssistant.Api.Platform.Json;

/// <summary>
/// snake_case with figures as words of their own: <c>Volume24h</c> is volume_24h and <c>Count4Weeks</c> count_4_weeks, where the stock
/// policy writes volume24h. The index keeps its name: <c>Sp500</c> is sp500.
/// </summary>
public sealed class WireNaming : JsonNamingPolicy
{
    public static readonly WireNaming Policy = new();

    public override string ConvertName(string name)
    {
        var snake = SnakeCaseLower.ConvertName(name);
        for (var i = 1; i < snake.Length; i++)
        {
            if (!char.IsAsciiDigit(snake[i]) || !char.IsAsciiLetter(snake[i - 1]))
                continue;
            if (snake.AsSpan(0, i).EndsWith("sp") && snake.AsSpan(i).StartsWith("500"))
                continue;
            snake = snake.Insert(i, "_");
        }
        return snake;
    }
}
