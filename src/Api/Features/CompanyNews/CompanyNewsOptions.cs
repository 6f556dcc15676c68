namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>Where movers come from.</summary>
public enum MoversSource
{
    /// <summary>Our own official closes of the S&amp;P 500.</summary>
    Own,

    /// <summary>Alpha Vantage's list of the whole US market, one call a session; our own closes when it fails.</summary>
    AlphaVantage,
}

/// <summary>Settings of this feature, from <c>CompanyNews</c>.</summary>
public sealed class CompanyNewsOptions
{
    public const string Section = "CompanyNews";

    /// <summary><c>CompanyNews:MoversSource</c>: Own (the default) or AlphaVantage.</summary>
    public MoversSource MoversSource { get; set; } = MoversSource.Own;
}
