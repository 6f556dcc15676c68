using System.Globalization;
using System.Text.RegularExpressions;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.News;

/// <summary>
/// Stories in Korean. {0} is a company, {1} another, {2} a percentage, {3} a country, {4} an industry, {5} an amount of won, {6} an
/// institution. After a name, (은) (이) (을) (와) stand for the particle of either form, and the one that fits the name's last syllable is
/// written.
/// </summary>
internal static partial class KoreanCopy
{
    private static readonly (string Topic, string Section, string[] Titles)[] Topics =
    [
        (
            "경제",
            "business",
            [
                "{3} 경제, 올해 {2}% 성장 전망",
                "{6}, 경제 전망치 상향 조정",
                "[분석] 한국 경제의 세 가지 변수",
                "지역 경제 살리기에 {5} 투입",
            ]
        ),
        (
            "금리",
            "business",
            [
                "{6}, 기준금리 동결…연내 인하 시사",
                "금리 인하 기대에 {4} 업종 강세",
                "주택담보대출 금리 {2}%대 진입",
                "기준금리 인상 가능성에 채권시장 긴장",
            ]
        ),
        (
            "환율",
            "business",
            ["원·달러 환율 하락 마감", "환율 변동성 확대에 {4} 수출기업 비상", "{6}, 환율 쏠림 점검", "엔화 약세에 환율 1,380원대"]
        ),
        (
            "코스피",
            "business",
            [
                "코스피, 외국인 매수에 {2}% 상승",
                "코스피 장중 하락 전환…{0} 약세",
                "[마감 시황] 코스피·코스닥 동반 강세",
                "코스피 사상 최고치 눈앞",
            ]
        ),
        (
            "반도체",
            "technology",
            ["{0}, 차세대 반도체 양산 돌입", "반도체 수출 {2}% 증가", "{3}, 반도체 장비 규제 검토", "{0}(와) {1}, 반도체 공급 계약"]
        ),
        (
            "부동산",
            "general",
            ["서울 부동산 거래량 석 달째 증가", "부동산 대책 앞두고 관망세", "{6}, 부동산 대출 규제 강화", "지방 부동산 미분양 {2}% 감소"]
        ),
        ("증시", "business", ["뉴욕 증시 혼조 마감", "증시 주변 자금 {5} 넘어서", "{0} 급등에 증시 반등"]),
        ("배터리", "technology", ["{0}, 유럽 배터리 공장 증설", "배터리 소재 가격 {2}% 하락", "{0}(이) 전고체 배터리 시제품 공개"]),
        ("인공지능", "technology", ["{0}, 인공지능 데이터센터에 {5} 투자", "인공지능 인재 확보 경쟁 가열", "{6}, 인공지능 기본계획 발표"]),
        ("수출", "business", ["{4} 수출 {2}% 늘어", "대{3} 수출 두 달 연속 증가", "수출 물류비 부담에 중소기업 한숨"]),
        ("물가", "business", ["소비자물가 {2}% 상승", "농산물값 안정에 물가 둔화", "{6}, 물가 목표 수렴 전망"]),
        (
            "가상자산",
            "technology",
            ["비트코인 강세에 가상자산 거래대금 급증", "가상자산 이용자보호법 시행 점검", "{6}, 가상자산 과세 유예 논의"]
        ),
    ];

    private static readonly string[] Leads =
    [
        "{0}(은) 이번 결정으로 {4} 부문 매출이 {2}% 늘어날 것으로 내다봤다.",
        "{6}(은) {8}(을) 이유로 들며 하반기 여건이 나아질 것이라고 밝혔다.",
        "시장에서는 {8}(이) 당분간 이어질 것이라는 관측이 우세하다.",
        "{0}(와) {1} 주가는 장 초반 {2}% 안팎으로 움직였다.",
        "전문가들은 {3} 시장의 반응을 지켜봐야 한다며 {8}(을) 변수로 꼽았다.",
        "{4} 업계에서는 {8}(이) 가장 큰 부담으로 꼽힌다.",
    ];

    private static readonly string[] Bodies =
    [
        "{6}에 따르면 지난달 관련 규모는 {5}(으)로 집계됐다. 전년 같은 기간보다 {2}% 증가한 수치다.",
        "{0} 측은 구체적인 일정을 공개하지 않았지만 다음 달 이사회에서 논의할 예정이다. {1}(은) 별도의 입장을 내지 않았다.",
        "외국인 투자자는 이날 {4} 종목을 중심으로 순매수했다. 기관은 차익 실현에 나섰다.",
        "다만 {8}(은) 여전히 남은 과제다. {3} 정부의 후속 조치에 따라 상황이 달라질 수 있다.",
    ];

    private static readonly string[] Companies =
    [
        "삼성전자",
        "SK하이닉스",
        "현대차",
        "기아",
        "LG에너지솔루션",
        "네이버",
        "카카오",
        "포스코홀딩스",
        "셀트리온",
        "KB금융",
        "한화오션",
        "두산에너빌리티",
        "LG화학",
        "삼성바이오로직스",
        "고려아연",
    ];

    private static readonly string[] Countries = ["미국", "중국", "일본", "독일", "베트남", "인도", "유럽", "멕시코", "호주"];
    private static readonly string[] Industries = ["반도체", "자동차", "조선", "화학", "철강", "금융", "바이오", "게임", "통신", "방산"];
    private static readonly string[] Institutions =
    [
        "한국은행",
        "기획재정부",
        "금융위원회",
        "금융감독원",
        "산업통상자원부",
        "국토교통부",
        "한국개발연구원",
        "통계청",
    ];
    private static readonly string[] Matters =
    [
        "인건비 상승",
        "원자재 가격",
        "환율 불확실성",
        "내수 부진",
        "수요 회복",
        "공급망 재편",
        "대출 규제",
        "전력 요금",
        "무역 갈등",
    ];

    public static Copy Write(ref Dice dice)
    {
        var (topic, section, titles) = Pick(ref dice, Topics);
        object[] parts =
        [
            Pick(ref dice, Companies),
            Pick(ref dice, Companies),
            Math.Round(0.2 + (8 * dice.Uniform()), 1),
            Pick(ref dice, Countries),
            Pick(ref dice, Industries),
            string.Create(CultureInfo.InvariantCulture, $"{1 + (int)(98 * dice.Uniform())}00억 원"),
            Pick(ref dice, Institutions),
            "",
            Pick(ref dice, Matters),
        ];
        var lead = Fill(Pick(ref dice, Leads), parts);
        var body = $"{lead} {Fill(Pick(ref dice, Bodies), parts)} {Fill(Pick(ref dice, Bodies), parts)} {topic} 관련 소식은 계속 이어진다.";
        return new Copy(topic, section, Fill(Pick(ref dice, titles), parts), lead, body, []);
    }

    private static string Fill(string text, object[] parts) =>
        Particle()
            .Replace(string.Format(CultureInfo.InvariantCulture, text, parts), m =>
                m.Groups[1].Value + ParticleAfter(m.Groups[1].Value[^1], m.Groups[2].Value)
            );

    /// <summary>Korean particles have two forms; the final consonant of the syllable before decides.</summary>
    private static string ParticleAfter(char last, string particle)
    {
        var final = last is >= '가' and <= '힣' ? (last - '가') % 28 : 0;
        return (particle, final) switch
        {
            ("은", 0) => "는",
            ("이", 0) => "가",
            ("을", 0) => "를",
            ("와", not 0) => "과",
            ("으", 0 or 8) => "",
            _ => particle,
        };
    }

    private static T Pick<T>(ref Dice dice, IReadOnlyList<T> from) => from[(int)(dice.Uniform() * from.Count)];

    [GeneratedRegex(@"(\S)\((은|이|을|와|으)\)")]
    private static partial Regex Particle();
}
