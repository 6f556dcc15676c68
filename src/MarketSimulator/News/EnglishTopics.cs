namespace InvestmentAssistant.MarketSimulator.News;

/// <summary>Topics and headlines of <see cref="EnglishCopy"/>, with its places for what is drawn.</summary>
internal static class EnglishTopics
{
    public static readonly (string Topic, string Section, string[] Titles)[] All =
    [
        (
            "economy",
            "business",
            [
                "{3} economy grows {2}% as exports recover",
                "Economy watchers split on the road ahead for {3}",
                "Is the {3} economy cooling? Five charts",
                "Retail sales in {6} beat forecasts, lifting hopes for the economy",
            ]
        ),
        (
            "business",
            "business",
            [
                "Small business owners in {6} expect a better year",
                "{0} and {1} in talks over joint business",
                "How {0} rebuilt its {4} business",
                "Business confidence in {3} falls for a third month",
            ]
        ),
        (
            "technology",
            "technology",
            [
                "{0} bets on new technology to cut costs",
                "Technology shares lead as {0} climbs {2}%",
                "{3} plans {5} fund for quantum technology",
                "Chip technology from {6} draws interest of {0}",
            ]
        ),
        (
            "ipo",
            "business",
            [
                "{6} start-up files for IPO at {5} valuation",
                "IPO market thaws as two listings jump on debut",
                "After its IPO, what next for the {4} newcomer?",
            ]
        ),
        (
            "inflation",
            "business",
            [
                "Inflation in {3} eases to {2}%",
                "Food inflation stays stubborn, survey in {6} shows",
                "{0} says inflation squeezes margins",
                "Why inflation expectations matter more than inflation",
            ]
        ),
        (
            "tariff",
            "business",
            [
                "New tariff on {4} goods takes effect in {3}",
                "{0} warns that a tariff would cost {5}",
                "Tariff relief lifts {4} shares",
                "Importers in {6} rush orders ahead of tariff deadline",
            ]
        ),
        (
            "trade war",
            "business",
            [
                "Trade war fears return as {3} answers with duties",
                "What a trade war would mean for {0}",
                "Truce in trade war holds, envoys say in {6}",
            ]
        ),
        (
            "sanctions",
            "general",
            [
                "{3} tightens sanctions on shipping firms",
                "Banks in {6} review clients after new sanctions",
                "Sanctions relief would free {5} in frozen funds",
            ]
        ),
        (
            "war",
            "general",
            ["War risk insurance costs climb {2}% in a week", "Talks to end war resume in {6}", "How war reshaped {4} supply lines"]
        ),
        (
            "politics",
            "general",
            [
                "Politics clouds the budget of {3}",
                "Coalition politics in {3}: who decides on taxes",
                "Energy politics: {6} summit ends without a deal",
            ]
        ),
        (
            "election",
            "general",
            [
                "Markets in {3} calm ahead of election",
                "Election result in {3} leaves {4} rules open",
                "Polls tighten two weeks before election in {3}",
            ]
        ),
        (
            "government policy",
            "general",
            [
                "New government policy favours {4} investment",
                "Government policy shift in {3} surprises builders",
                "What government policy on data means for {0}",
            ]
        ),
        (
            "congress",
            "general",
            ["Congress weighs {5} package for {4}", "Congress returns to a crowded calendar", "Hearing in Congress puts {0} on the spot"]
        ),
        (
            "diplomatic",
            "general",
            [
                "Diplomatic push by {3} to reopen sea lanes",
                "Diplomatic row over fishing grounds widens",
                "Quiet diplomatic progress reported from {6}",
            ]
        ),
        (
            "nuclear",
            "general",
            [
                "{3} restarts nuclear plant after four years",
                "Nuclear power returns to the agenda in {3}",
                "{0} signs for nuclear supply of its data centres",
            ]
        ),
        (
            "military",
            "general",
            ["{3} raises military spending by {2}%", "Military order worth {5} goes to {0}", "Joint military exercise begins off {6}"]
        ),
        (
            "interest rates",
            "business",
            [
                "Central bank of {3} holds rates, hints at a cut",
                "Higher interest rates weigh on {4} builders",
                "Traders price in {2}% rates by autumn",
            ]
        ),
        (
            "oil",
            "business",
            ["Oil slips {2}% as stockpiles build", "{3} pumps more oil than agreed", "Refiners in {6} cut runs on weak margins"]
        ),
        (
            "artificial intelligence",
            "technology",
            [
                "{0} opens artificial intelligence lab in {6}",
                "Artificial intelligence spending to reach {5}",
                "Regulators in {3} draft artificial intelligence rules",
            ]
        ),
        (
            "housing",
            "business",
            ["Housing starts in {3} rise {2}%", "Mortgage demand cools in {6}", "Rents in {6} climb for a fifth month"]
        ),
    ];
}
