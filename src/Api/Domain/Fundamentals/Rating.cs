namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>Rating of a ratio, worst to best.</summary>
public enum Rating
{
    Poor,
    Fair,
    Good,
    Excellent,
}

public static class Ratings
{
    /// <summary>In place of a label where nothing can be rated.</summary>
    public const string Unknown = "판단 불가";

    /// <summary>In place of a label where a ratio says nothing about the industry.</summary>
    public const string NotApplicable = "해당 없음";

    /// <summary>The label on the wire.</summary>
    public static string Label(this Rating rating) =>
        rating switch
        {
            Rating.Excellent => "우수",
            Rating.Good => "양호",
            Rating.Fair => "보통",
            _ => "위험",
        };

    /// <summary>Points of a rating in the health score.</summary>
    public static int Points(this Rating rating) =>
        rating switch
        {
            Rating.Excellent => 100,
            Rating.Good => 80,
            Rating.Fair => 60,
            _ => 20,
        };
}
