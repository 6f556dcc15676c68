namespace InvestmentAssistant.MarketSimulator.Social;

/// <summary>
/// Sentences of the simulated posts, made up for this project. {cash} is a cashtag, {name} the name as people write it, {korean} the Korean
/// name; a figure after it means the second or third asset of the post; {pct} is a percentage. A text without such a mark names no asset.
/// </summary>
internal static class PostTexts
{
    public static readonly string[] OneAsset =
    [
        "{cash} just printed another record quarter. Revenue up {pct}%, margins expanding. Bullish 🚀",
        "Very strong demand for {name} this week. Volume is surging and buyers are in control.",
        "I would not sell {cash} here. The pullback looks healthy.",
        "{name} raises its outlook again. Incredible execution by the whole team!",
        "{cash} breaks out above resistance, up {pct}% on the day 📈",
        "Big upgrade for {name}: analysts see plenty of upside left.",
        "Long {cash}. Patience pays.",
        "{name} keeps winning market share. Impressive growth, no doubt about it.",
        "{cash} is down {pct}% after a weak report. Guidance was cut. Not good. 📉",
        "Ugly day for {name}. Sellers everywhere and no bottom in sight.",
        "{name} misses estimates and warns of slowing demand.",
        "I'm worried about {cash}. Debt is rising while profits shrink.",
        "Downgrade: {cash} looks badly overvalued at this price.",
        "{name} faces a lawsuit over last year's recall, shares slump {pct}%.",
        "Took a painful loss on {cash} today. Never again.",
        "Regulators open an investigation into {name}.",
        "{name} holds its annual meeting on Thursday.",
        "Here is how {name} was founded, in four charts.",
        "{cash} trades sideways ahead of the Fed minutes.",
        "What to watch for {name} next week",
        "{name} to present at a conference in New York on Tuesday.",
        "New filing: {cash} appoints a board member.",
        "{name} isn't expensive at all compared with its growth.",
        "Hard to be bearish on {cash} after numbers like these.",
    ];

    public static readonly string[] ManyAssets =
    [
        "{cash} and {cash2} lead the market higher today, both up more than {pct}% 📈",
        "Pairs to watch: long {cash}, short {cash2}.",
        "{name}, {name2} and {name3} report earnings this week.",
        "Rotation out of {cash} into {cash2} and {cash3}. Risk appetite is back!",
        "{name} falls behind {name2} for the first time. Disappointing numbers.",
        "My three favorite charts right now: {cash} {cash2} {cash3}",
        "Heavy selling in {name} and {name2} after the tariff headlines. Panic is not a strategy.",
    ];

    public static readonly string[] NoAsset =
    [
        "Good morning. Stay focused and be kind.",
        "The best investment is in yourself.",
        "Inflation is a hidden tax on everyone who saves.",
        "Thank you for all the kind messages!",
        "Principles matter more than predictions.",
        "Live now: our panel on interest rates and the economy.",
        "Markets are closed for the holiday. Enjoy the time with your family ❤️",
        "Interesting chart on productivity since 1950.",
        "MORE JOBS than expected! The economy is doing GREAT!",
        "Tariff revenue rose again last month. Who pays it is another question.",
        "A poor deal for workers, and the next round of talks is weeks away.",
        "What book changed how you think about risk?",
    ];

    public static readonly string[] Korean =
    [
        "{korean} 급등! 하루 만에 {pct}% 상승했습니다 🚀",
        "{korean}이 신고가를 돌파했다. 거래량도 크게 늘었다.",
        "{korean} 실적이 예상을 크게 웃돌았습니다. 호재입니다.",
        "{korean} 폭락... 손실이 너무 크다 😭",
        "{korean}는 규제 우려로 {pct}% 하락 마감했습니다.",
        "{korean} 전망이 좋지 않다. 당분간 매수하지 않겠다.",
        "오늘 {korean} 관련 간담회가 오후 3시에 열립니다.",
        "{korean}에 대해 어떻게 생각하세요?",
        "{korean}과 {korean2} 모두 반등에 성공했습니다 📈",
    ];
}
