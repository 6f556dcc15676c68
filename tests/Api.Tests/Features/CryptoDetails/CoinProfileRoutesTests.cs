using System.Net;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Concept and ecosystem of a coin on the wire.</summary>
public sealed class CoinProfileRoutesTests(SeededCoins coins) : CryptoDetailsRoutesTestBase(coins)
{
    [Theory]
    [InlineData("ZZTEST")]
    [InlineData("ZZBARE")]
    public async Task Concept_has_every_field(string symbol)
    {
        var json = (await Ok("concept/" + symbol)).Has(
            "basic_info:o concept_description:o category_info:o project_links:o key_features:o market_position:o "
                + "educational_content:o faqs:a last_updated:t data_completeness:s"
        );
        json.GetProperty("basic_info")
            .Has("coingecko_id:s symbol:s name:s web_slug:s? market_cap_rank:i? image_thumb:s? image_small:s? image_large:s?");
        json.GetProperty("concept_description")
            .Has("description_original:s? description_summary:s? genesis_date:d? project_age_years:i? country_origin:s?");
        json.GetProperty("category_info").Has("categories_original:a categories_korean:a primary_category:s? category_description:s?");
        json.GetProperty("project_links")
            .Has(
                "homepage_url:s? blockchain_site:s? twitter_screen_name:s? facebook_username:s? telegram_channel_identifier:s? "
                    + "subreddit_url:s? github_repos:a main_github_url:s?"
            );
        json.GetProperty("key_features").Has("consensus_algorithm:s? blockchain_type:s? use_cases:a unique_features:a");
        json.GetProperty("market_position").Has("market_cap_rank:i? rank_description:s? category_rank:s? market_presence:s?");
        json.GetProperty("educational_content")
            .Has("what_is_it:s? how_it_works:s? why_created:s? real_world_usage:a beginner_summary:s? difficulty_level:s?");
        Assert.All(json.GetProperty("faqs").EnumerateArray(), f => f.Has("question:s answer:s category:s"));
    }

    [Fact]
    public async Task Parts_of_the_concept_have_routes_of_their_own()
    {
        var whole = await Ok("concept/ZZTEST");
        var basics = (await Ok("concept/ZZTEST/basic-info")).Has("symbol:s basic_info:o market_position:o");
        Assert.Equal(whole.GetProperty("basic_info").GetRawText(), basics.GetProperty("basic_info").GetRawText());
        Assert.Equal("ZZ Category 2개 중 1위", basics.GetProperty("market_position").GetProperty("category_rank").GetString());
        var categories = (await Ok("concept/ZZTEST/categories")).Has("symbol:s category_info:o");
        Assert.Equal(whole.GetProperty("category_info").GetRawText(), categories.GetProperty("category_info").GetRawText());
    }

    [Theory]
    [InlineData(null, null, "시가총액 3000위입니다.")]
    [InlineData("en", null, "Number 3000 by market value.")]
    [InlineData("ko", "en-US,en;q=0.9", "시가총액 3000위입니다.")]
    [InlineData(null, "en-US,en;q=0.9,ko;q=0.8", "Number 3000 by market value.")]
    [InlineData(null, "de,ko;q=0.8,en;q=0.5", "시가총액 3000위입니다.")]
    [InlineData(null, "de", "시가총액 3000위입니다.")]
    public async Task The_language_is_the_one_asked_for_else_that_of_the_browser(string? lang, string? header, string answer)
    {
        var (status, json, reply) = await Get("concept/ZZTEST" + (lang is null ? "" : "?lang=" + lang), header);
        using (reply)
        {
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(answer, json.GetProperty("faqs").EnumerateArray().Select(f => f.GetProperty("answer").GetString()));
            Assert.Equal(lang is null, reply.Headers.Vary.Contains("Accept-Language"));
        }
    }

    [Theory]
    [InlineData("ZZTEST")]
    [InlineData("ZZBARE")]
    public async Task Ecosystem_has_every_field_and_its_parts_have_routes_of_their_own(string symbol)
    {
        var json = (await Ok("ecosystem/" + symbol)).Has(
            "basic_info:o development_activity:o community_metrics:o market_position:o comparative_context:o data_transparency:o "
                + "analysis_timestamp:t schema_version:s scores:o"
        );
        json.GetProperty("basic_info")
            .Has("name:s symbol:s description:s? categories:a genesis_date:d? project_age_days:i? official_links:o market_cap_rank:i?");
        var development = json.GetProperty("development_activity")
            .Has("github_metrics:o activity_indicators:o comparison_benchmarks:o interpretation_guide:o");
        development
            .GetProperty("github_metrics")
            .Has("commit_count_4_weeks:i? stars:i? forks:i? total_issues:i? closed_issues:i? issues_resolved_rate_percent:n?");
        development.GetProperty("activity_indicators").Has("commits_per_week:n? last_updated:t");
        development
            .GetProperty("comparison_benchmarks")
            .Has("weekly_commits:o examples:o community_metrics:o")
            .GetProperty("weekly_commits")
            .Has("very_high:s high:s moderate:s low:s");
        var guide = development.GetProperty("interpretation_guide").Has("commits_4w:o issues_resolution:o");
        guide.GetProperty("commits_4w").Has("high_activity:s moderate_activity:s low_activity:s note:s");
        guide.GetProperty("issues_resolution").Has("excellent:s good:s concerning:s note:s");
        var community = json.GetProperty("community_metrics").Has("social_metrics:o platform_presence:o size_references:o");
        community.GetProperty("social_metrics").Has("telegram_users:i? reddit_subscribers:i? twitter_followers:i?");
        community.GetProperty("platform_presence").Has("has_telegram:b has_reddit:b has_twitter:b total_platforms:i");
        community.GetProperty("size_references").Has("telegram:o reddit:o").GetProperty("reddit").Has("small:s medium:s large:s note:s");
        var position = json.GetProperty("market_position").Has("ranking_info:o category_context:o? ranking_interpretation:o");
        position.GetProperty("category_context").Has("category_count:i?"); // W6
        position.GetProperty("ranking_info").Has("current_rank:i? total_cryptocurrencies:i rank_category:s top_percentile:n?");
        position.GetProperty("ranking_interpretation").Has("top_10:s top_50:s top_200:s top_1000:s note:s");
        json.GetProperty("comparative_context")
            .Has("category_peers:a rank_peers:a comparison_metrics:o")
            .GetProperty("comparison_metrics")
            .Has("how_to_compare:a what_numbers_mean:o")
            .GetProperty("what_numbers_mean")
            .Has("github_commits:s community_size:s market_cap_rank:s");
        json.GetProperty("data_transparency")
            .Has("data_availability:o data_sources:a limitations:a how_to_use:a")
            .GetProperty("data_availability")
            .Has("available:a missing:a completeness_percent:n");
        foreach (var score in json.GetProperty("scores").Has("maturity:o innovation:o competition:o").EnumerateObject())
            Assert.All(score.Value.Has("value:n? confidence:n inputs:a").GetProperty("inputs").EnumerateArray(), i =>
                i.Has("name:s value:n? unit:s score:n? weight:n")
            );

        Assert.Equal(
            development.GetRawText(),
            (await Ok($"ecosystem/{symbol}/development")).Has("symbol:s").GetProperty("development_activity").GetRawText()
        );
        Assert.Equal(
            community.GetRawText(),
            (await Ok($"ecosystem/{symbol}/community")).Has("symbol:s").GetProperty("community_health").GetRawText()
        );
        Assert.Equal(
            position.GetRawText(),
            (await Ok($"ecosystem/{symbol}/market")).Has("symbol:s").GetProperty("market_position").GetRawText()
        );
        var summary = (await Ok($"ecosystem/{symbol}/summary")).Has("summary:o next_steps:o");
        summary.GetProperty("summary").Has("project_overview:s key_numbers:o what_stands_out:a areas_to_investigate:a");
        summary.GetProperty("next_steps").Has("for_beginners:a for_analysts:a for_investors:a");
    }

    [Fact]
    public async Task Peers_carry_the_numbers_that_one_compares()
    {
        var peer = (await Ok("ecosystem/ZZTEST"))
            .GetProperty("comparative_context")
            .GetProperty("category_peers")
            .EnumerateArray()
            .Single();
        peer.Has(
            "coingecko_id:s symbol:s name:s market_cap_rank:i market_cap_usd:n commit_count_4_weeks:i stars:i "
                + "reddit_subscribers:i telegram_users:i"
        );
        Assert.Equal(("zz-near", 1), (peer.GetProperty("coingecko_id").GetString(), peer.GetProperty("commit_count_4_weeks").GetInt32()));
    }
}
