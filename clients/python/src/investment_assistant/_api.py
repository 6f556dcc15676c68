"""Made from /openapi/v1.json by generate.py: change the API and run it again."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, overload

from .rest import RestClient


class RootLinks(TypedDict):
    rest_api: str
    websocket: dict[str, str]
    health: str


class RootFrontends(TypedDict):
    vercel: str
    main: str


class RootAnswer(TypedDict):
    message: str
    version: str
    system: str
    docs: str
    endpoints: RootLinks
    frontend: RootFrontends
    status: str


class AvailableEndpoint(TypedDict):
    description: str
    prefix: str
    tag: str
    category: str


class StreamAddresses(TypedDict):
    architecture: str
    crypto: str
    etf: str
    sp500: str


class DocumentAddresses(TypedDict):
    swagger_ui: str
    redoc: str
    openapi_json: str


class ApiInfoAnswer(TypedDict):
    service: str
    version: str
    description: str
    base_url: str
    total_endpoints: int
    categories: dict[str, list[str]]
    available_endpoints: dict[str, AvailableEndpoint]
    websocket_endpoints: StreamAddresses
    documentation: DocumentAddresses


class FeedDetails(TypedDict):
    name: str
    owner: str | None
    error: str | None


class BudgetView(TypedDict):
    provider: str
    calls_in_last_minute: int
    calls_per_minute: int | None
    calls_today: int
    calls_per_day: int | None


class IngestionDetails(TypedDict):
    as_of: str
    feeds: list[FeedDetails]
    budgets: list[BudgetView]


DataSetState: TypeAlias = "Literal['fresh', 'stale', 'failing', 'not_configured', 'pending']"


RunOutcome: TypeAlias = "Literal['running', 'succeeded', 'partial', 'limited', 'failed', 'skipped', 'abandoned']"


RunTrigger: TypeAlias = "Literal['schedule', 'start', 'manual']"


class RunView(TypedDict):
    started_at: str
    ended_at: str | None
    outcome: RunOutcome
    trigger: RunTrigger
    rows: int
    dropped: int
    instance: str
    progress: str | None
    note: str | None
    answered: int | None
    left: int | None


class JobView(TypedDict):
    name: str
    provider: str
    title: str
    schedule: str
    state: DataSetState
    next_run_at: str | None
    runs: list[RunView]


class BalanceSheetRow(TypedDict):
    symbol: str
    fiscaldateending: str
    reportedcurrency: str | None
    totalassets: str | None
    totalcurrentassets: str | None
    totalnoncurrentassets: str | None
    totalliabilities: str | None
    totalcurrentliabilities: str | None
    totalnoncurrentliabilities: str | None
    totalshareholderequity: str | None
    cashandcashequivalentsatcarryingvalue: str | None
    cashandshortterminvestments: str | None
    inventory: str | None
    currentnetreceivables: str | None
    currentaccountspayable: str | None
    longtermdebt: str | None
    commonstock: str | None
    retainedearnings: str | None
    commonstocksharesoutstanding: str | None
    fetched_at: str | None
    total_assets_billions: float | None
    market_cap_category: str | None
    fiscal_date_str: str | None
    period_type: str
    other_lines: dict[str, str]


class BalanceSheetPage(TypedDict):
    items: list[BalanceSheetRow]
    total: int
    page: int
    size: int
    has_next: bool


NoValue: TypeAlias = "Literal['no_current_items', 'not_reported', 'zero_divisor', 'negative_equity', 'not_applicable']"


Yardstick: TypeAlias = "Literal['industrial', 'bank', 'insurer', 'financial_firm', 'real_estate_trust', 'utility', 'unclassified']"


class FinancialHealthAnswer(TypedDict):
    grade: str
    score: int | None
    status: str
    based_on: list[str]
    coverage: int
    reason: NoValue | None
    yardstick: Yardstick


class FinancialRatio(TypedDict):
    name: str
    value: float | None
    status: str
    description: str
    benchmark: float | None
    reason: NoValue | None


class RatioGroupAnswer(TypedDict):
    ratios: dict[str, FinancialRatio]
    summary: str


class KeyRatiosAnswer(TypedDict):
    liquidity: RatioGroupAnswer
    leverage: RatioGroupAnswer
    efficiency: RatioGroupAnswer


class InterpretationAnswer(TypedDict):
    overall_summary: str
    strengths: list[str]
    concerns: list[str]
    recommendation: str


class SectorRatio(TypedDict):
    value: float | None
    sector_median: float | None
    peers: int
    is_better: bool | None


class SectorComparison(TypedDict):
    sector: str
    companies: int
    ratios: dict[str, SectorRatio]


class AnalysisAnswer(TypedDict):
    symbol: str
    analysis_date: str
    financial_health: FinancialHealthAnswer
    key_ratios: KeyRatiosAnswer
    interpretation: InterpretationAnswer
    sector_comparison: SectorComparison | None


class PeriodSummary(TypedDict):
    period: str
    total_companies: int
    returned_companies: int
    average_total_assets_billions: float | None
    description: str


class PeriodAnswer(TypedDict):
    period: str
    companies: list[BalanceSheetRow]
    summary: PeriodSummary


class PeriodsAnswer(TypedDict):
    periods: list[str]
    count: int
    latest: str | None
    oldest: str | None
    description: str


class RatiosAnswer(TypedDict):
    symbol: str
    analysis_date: str
    ratios: dict[str, FinancialRatio]
    summary: str


class SectorStatistics(TypedDict):
    companies: int
    average_total_assets: float | None
    median_debt_ratio: float | None


class SizeDistribution(TypedDict):
    large_cap: int
    mid_cap: int
    small_cap: int


class StatisticsAnswer(TypedDict):
    total_companies: int
    latest_period: str
    average_total_assets: float | None
    median_debt_ratio: float | None
    sector_stats: dict[str, SectorStatistics]
    size_distribution: SizeDistribution
    compared_companies: int


class SymbolsAnswer(TypedDict):
    symbols: list[str]
    count: int
    description: str


class MetricPoint(TypedDict):
    fiscal_date: str
    value: float | None
    change_rate: float | None


class MetricTrend(TypedDict):
    metric: str
    current_value: float | None
    previous_value: float | None
    change_amount: float | None
    change_rate: float | None
    trend_direction: str
    series: list[MetricPoint]


class TrendsAnswer(TypedDict):
    symbol: str
    period_count: int
    trends: list[MetricTrend]
    summary: str
    comparison: str
    current_period: str
    previous_period: str
    currency: str | None
    not_reported: list[str]


class LatestBatchInfo(TypedDict):
    batch_id: int
    last_updated: str
    category: str
    categories: list[str]
    rank_position: int
    price: float | None
    change_percentage: float | None
    volume: int | None


class CompanyNewsItem(TypedDict):
    symbol: str
    url: str
    source: str | None
    title: str | None
    description: str | None
    content: str | None
    published_at: str
    fetched_at: str | None


class CompanyNewsAnswer(TypedDict):
    symbol: str
    period_days: int
    total_news: int
    latest_batch_info: LatestBatchInfo | None
    news: list[CompanyNewsItem]
    has_next: bool


class MoverBatchInfo(TypedDict):
    batch_id: int
    last_updated: str
    total_symbols: int
    period_days: int
    source: str
    is_final: bool


class MoverCounts(TypedDict):
    top_gainers: int
    top_losers: int
    most_actively_traded: int


class TrendingStock(TypedDict):
    symbol: str
    category: str
    rank_position: int | None
    price: float | None
    change_percentage: float | None
    volume: int | None
    news_count: int
    news: list[CompanyNewsItem]
    company_name: str | None
    change_amount: float | None


class TrendingAnswer(TypedDict):
    batch_info: MoverBatchInfo
    categories: MoverCounts
    stocks: list[TrendingStock]
    total_stocks: int
    has_next: bool


class MoverCategoryInfo(TypedDict):
    name: str
    description: str
    typical_count: int
    count: int | None


class CategoryList(TypedDict):
    categories: dict[str, MoverCategoryInfo]
    total_symbols: int | None
    update_frequency: str
    data_source: str


class TrendingCategoryAnswer(TypedDict):
    batch_info: MoverBatchInfo
    category: str
    symbols_count: int
    stocks: list[TrendingStock]
    has_next: bool


class CpiRow(TypedDict):
    date: str
    cpi_value: float | None
    interval_type: str
    unit: str
    name: str


class ListingOfCpiRow(TypedDict):
    total_count: int
    items: list[CpiRow]


class CpiPoint(TypedDict):
    year: int
    month: int
    cpi_value: float
    date_str: str
    inflation_rate: float | None


class YearlyRate(TypedDict):
    date_str: str
    rate: float


class CpiChart(TypedDict):
    data: list[CpiPoint]
    current_cpi: float | None
    previous_cpi: float | None
    monthly_change: float | None
    annual_inflation: float | None
    avg_cpi_12m: float | None
    max_cpi: float | None
    min_cpi: float | None
    latest_annual_inflation: YearlyRate | None


class CpiComparison(TypedDict):
    start_date: str
    end_date: str
    start_cpi: float
    end_cpi: float
    total_change: float
    total_change_percent: float
    average_monthly_change: float
    cumulative_inflation: float
    annualized_inflation: float


class InflationAnalysis(TypedDict):
    recent_6m: list[CpiPoint]
    recent_12m: list[CpiPoint]
    avg_inflation_6m: float
    avg_inflation_12m: float
    inflation_trend: Literal['accelerating', 'decelerating', 'stable']
    volatility_score: float | None
    price_stability_status: Literal['stable', 'moderate_inflation', 'high_inflation']


class CpiMonth(TypedDict):
    date: str
    cpi_value: float
    year_over_year_inflation: float | None
    month_over_month_change: float | None
    month_over_month_value: float | None
    previous_month_cpi: float | None
    previous_year_cpi: float | None
    interval_type: str
    unit: str
    name: str
    ranking_in_year: int | None
    is_yearly_high: bool
    is_yearly_low: bool


class CpiStatistics(TypedDict):
    latest_date: str
    latest_cpi: float
    previous_month_cpi: float | None
    monthly_change: float | None
    monthly_change_value: float | None
    annual_inflation: float | None
    avg_12_months: float
    max_12_months: float
    min_12_months: float
    trend: Literal['rising', 'falling', 'stable']
    total_months: int
    latest_annual_inflation: YearlyRate | None


class CryptoItem(TypedDict):
    market: str
    market_code: str
    symbol: str
    korean_name: str | None
    english_name: str | None
    crypto_name: str | None
    price: float | None
    trade_price: float | None
    change_rate: float | None
    change_price: float | None
    change: str | None
    opening_price: float | None
    high_price: float | None
    low_price: float | None
    prev_closing_price: float | None
    trade_volume: float | None
    volume_24h: float | None
    acc_trade_price_24h: float | None
    acc_trade_volume: float | None
    acc_trade_price: float | None
    timestamp: int | None
    last_updated: str | None
    source: str | None
    last_traded_at: str | None
    market_state: str | None
    is_trading_suspended: bool | None
    market_warning: str | None
    delisting_date: str | None
    condition: str | None


class CryptoPage(TypedDict):
    total: int
    items: list[CryptoItem]
    page: int
    limit: int
    has_next: bool


class ConceptBasics(TypedDict):
    coingecko_id: str
    symbol: str
    name: str
    web_slug: str | None
    market_cap_rank: int | None
    image_thumb: str | None
    image_small: str | None
    image_large: str | None


class ConceptDescription(TypedDict):
    description_original: str | None
    description_summary: str | None
    genesis_date: str | None
    project_age_years: int | None
    country_origin: str | None
    project_age_days: int | None
    description_ko: str | None
    hashing_algorithm: str | None
    block_time_minutes: float | None


class ConceptCategoryInfo(TypedDict):
    categories_original: list[str]
    categories_korean: list[str]
    primary_category: str | None
    category_description: str | None


class ProjectLinks(TypedDict):
    homepage_url: str | None
    blockchain_site: str | None
    twitter_screen_name: str | None
    facebook_username: str | None
    telegram_channel_identifier: str | None
    subreddit_url: str | None
    github_repos: list[str]
    main_github_url: str | None
    whitepaper_url: str | None
    explorers: list[str]


class KeyFeatures(TypedDict):
    consensus_algorithm: str | None
    blockchain_type: str | None
    use_cases: list[str]
    unique_features: list[str]


class ConceptPosition(TypedDict):
    market_cap_rank: int | None
    rank_description: str | None
    category_rank: str | None
    market_presence: str | None


class EducationalContent(TypedDict):
    what_is_it: str | None
    how_it_works: str | None
    why_created: str | None
    real_world_usage: list[str]
    beginner_summary: str | None
    difficulty_level: str | None
    why_source: str | None


class Faq(TypedDict):
    question: str
    answer: str
    category: str | None


class ConceptAnswer(TypedDict):
    basic_info: ConceptBasics
    concept_description: ConceptDescription
    category_info: ConceptCategoryInfo
    project_links: ProjectLinks
    key_features: KeyFeatures
    market_position: ConceptPosition
    educational_content: EducationalContent
    faqs: list[Faq]
    last_updated: str
    data_completeness: str | None
    symbol: str


class ConceptBasicsAnswer(TypedDict):
    symbol: str
    basic_info: ConceptBasics
    market_position: ConceptPosition
    last_updated: str


class ConceptCategoriesAnswer(TypedDict):
    symbol: str
    category_info: ConceptCategoryInfo
    last_updated: str


class LeftOutContracts(TypedDict):
    expired: int
    silent: int
    other_coin: int


class DerivativesSummary(TypedDict):
    avg_funding_rate: str | None
    positive_funding_count: int | None
    negative_funding_count: int | None
    funding_rate_interpretation: str | None
    market_sentiment: str | None
    total_open_interest: str | None
    open_interest_rank: int | None
    volume_24h_usd: str | None
    institutional_interest: str | None
    market_maturity: str | None
    oi_weighted_funding_rate: float | None
    median_basis: float | None
    market_count: int
    contract_count: int
    left_out: LeftOutContracts
    batch_at: str | None
    funding_rate_unit: str
    funding_interval_assumed: int
    as_of: str | None


class DerivativesAnswer(TypedDict):
    symbol: str
    derivatives: DerivativesSummary


class EcosystemBasics(TypedDict):
    name: str
    symbol: str
    description: str | None
    categories: list[str]
    genesis_date: str | None
    project_age_days: int | None
    official_links: dict[str, str | None]
    market_cap_rank: int | None
    category_count: int | None


class GithubMetrics(TypedDict):
    commit_count_4_weeks: int | None
    stars: int | None
    forks: int | None
    total_issues: int | None
    closed_issues: int | None
    issues_resolved_rate_percent: float | None


class ActivityIndicators(TypedDict):
    commits_per_week: float | None
    last_updated: str
    activity_level: str | None
    weekly_level: str | None
    issues_level: str | None


class ComparisonBenchmarks(TypedDict):
    weekly_commits: dict[str, str]
    examples: dict[str, str]
    community_metrics: dict[str, dict[str, str]]


class InterpretationGuide(TypedDict):
    commits_4w: dict[str, str]
    issues_resolution: dict[str, str]


class DevelopmentActivity(TypedDict):
    github_metrics: GithubMetrics
    activity_indicators: ActivityIndicators
    comparison_benchmarks: ComparisonBenchmarks
    interpretation_guide: InterpretationGuide


class SocialMetrics(TypedDict):
    telegram_users: int | None
    reddit_subscribers: int | None
    twitter_followers: int | None
    telegram_size: str | None
    reddit_size: str | None


class PlatformPresence(TypedDict):
    has_telegram: bool
    has_reddit: bool
    has_twitter: bool
    total_platforms: int


class SizeReferences(TypedDict):
    telegram: dict[str, str]
    reddit: dict[str, str]


class CommunityMetrics(TypedDict):
    social_metrics: SocialMetrics
    platform_presence: PlatformPresence
    size_references: SizeReferences


class RankingInfo(TypedDict):
    current_rank: int | None
    total_cryptocurrencies: int | None
    rank_category: str
    top_percentile: float | None


class CategoryContext(TypedDict):
    primary_category: str | None
    category_rank: int | None
    category_coins: int | None
    share_of_category_percent: float | None
    categories: list[str]
    category_count: int | None


class RankingInterpretation(TypedDict):
    top_10: str
    top_50: str
    top_200: str
    top_1000: str
    note: str


class MarketPosition(TypedDict):
    ranking_info: RankingInfo
    category_context: CategoryContext
    ranking_interpretation: RankingInterpretation


class PeerFigures(TypedDict):
    coingecko_id: str
    symbol: str
    name: str
    market_cap_rank: int | None
    market_cap_usd: float | None
    price_change_percentage_24h: float | None
    commit_count_4_weeks: int | None
    stars: int | None
    reddit_subscribers: int | None
    telegram_users: int | None


class ComparisonMetrics(TypedDict):
    how_to_compare: list[str]
    what_numbers_mean: dict[str, str]


class ComparativeContext(TypedDict):
    category_peers: list[PeerFigures]
    rank_peers: list[PeerFigures]
    comparison_metrics: ComparisonMetrics


class DataAvailability(TypedDict):
    available: list[str]
    missing: list[str]
    completeness_percent: float


class DataTransparency(TypedDict):
    data_availability: DataAvailability
    data_sources: list[str]
    limitations: list[str]
    how_to_use: list[str]
    fetched_at: str


class ScoreInput(TypedDict):
    name: str
    value: float | None
    unit: str
    score: float | None
    weight: float


class Score(TypedDict):
    value: float | None
    confidence: float
    inputs: list[ScoreInput]


class EcosystemScores(TypedDict):
    maturity: Score
    innovation: Score
    competition: Score


class EcosystemAnswer(TypedDict):
    basic_info: EcosystemBasics
    development_activity: DevelopmentActivity
    community_metrics: CommunityMetrics
    market_position: MarketPosition
    comparative_context: ComparativeContext
    data_transparency: DataTransparency
    scores: EcosystemScores
    analysis_timestamp: str
    schema_version: str


class CommunityAnswer(TypedDict):
    symbol: str
    community_health: CommunityMetrics


class DevelopmentAnswer(TypedDict):
    symbol: str
    development_activity: DevelopmentActivity


class MarketPositionAnswer(TypedDict):
    symbol: str
    market_position: MarketPosition


class KeyNumbers(TypedDict):
    market_cap_rank: int | None
    commit_count_4_weeks: int | None
    github_stars: int | None
    telegram_users: int | None
    reddit_subscribers: int | None
    project_age_days: int | None
    data_completeness_percent: float


class EcosystemSummary(TypedDict):
    project_overview: str
    key_numbers: KeyNumbers
    what_stands_out: list[str]
    areas_to_investigate: list[str]


class NextSteps(TypedDict):
    for_beginners: list[str]
    for_analysts: list[str]
    for_investors: list[str]


class EcosystemSummaryAnswer(TypedDict):
    summary: EcosystemSummary
    next_steps: NextSteps
    symbol: str
    last_updated: str


class InvestmentBasics(TypedDict):
    coingecko_id: str
    symbol: str
    name: str
    image_large: str | None
    market_cap_rank: int | None
    categories: list[str]


class MarketData(TypedDict):
    current_price_usd: str | None
    current_price_krw: str | None
    market_cap_usd: int | None
    total_volume_usd: int | None
    price_change_percentage_24h: str | None
    price_change_percentage_7d: str | None
    price_change_percentage_30d: str | None
    ath_usd: str | None
    ath_change_percentage: str | None
    ath_date: str | None
    atl_usd: str | None
    atl_change_percentage: str | None
    atl_date: str | None
    is_live: bool
    updated_at: str | None
    as_of: str
    price_krw_as_of: str | None


class SupplyData(TypedDict):
    total_supply: str | None
    circulating_supply: str | None
    max_supply: str | None
    circulating_supply_percentage: str | None
    scarcity_score: str | None
    as_of: str


class PremiumInputs(TypedDict):
    usd_krw: float | None
    usd_krw_source: str
    usd_krw_at: str | None
    krw_usdt: float | None
    krw_usdt_at: str | None
    usdt_usd: float | None
    usdt_usd_at: str | None
    korean_from: str | None
    korean_to: str | None
    global_from: str | None
    global_to: str | None
    max_quote_age_seconds: int
    usdt_conversion: str


class LeftOutCounts(TypedDict):
    anomaly: int
    stale: int
    too_old: int
    outlier: int
    no_price: int
    no_volume: int
    total: int
    suspended: int
    warned: int
    not_traded: int
    untrusted: int
    no_usdt_rate: int
    disagreement: int


PremiumLeftOut = TypedDict("PremiumLeftOut", {"korean": "LeftOutCounts", "global": "LeftOutCounts"})


class PremiumCosts(TypedDict):
    domestic_fee_percent: float
    global_fee_percent: float
    transfer_percent: float
    spread_percent: float
    total_percent: float


class LastKnownPremium(TypedDict):
    kimchi_premium_percent: float
    usdt_premium_percent: float | None
    measured_at: str


class PremiumAnswer(TypedDict):
    korean_price_usd: str | None
    global_avg_price_usd: str | None
    kimchi_premium_percent: str | None
    price_diff_usd: str | None
    korean_volume_usd: str | None
    total_global_volume_usd: str | None
    korean_exchange: str | None
    global_exchange_count: int | None
    korean_spread: str | None
    avg_global_spread: str | None
    arbitrage_opportunity: str | None
    net_profit_per_unit: str | None
    transaction_cost_estimate: str | None
    usdt_premium_percent: float | None
    korean_price_krw: float | None
    korean_exchange_count: int
    inputs: PremiumInputs
    left_out: PremiumLeftOut
    cost_model: PremiumCosts | None
    formula: str
    reason: str | None
    last_known: LastKnownPremium | None
    measured_at: str
    korean_exchanges: list[str]
    global_exchanges: list[str]


class GlobalContext(TypedDict):
    total_market_cap_usd: str | None
    market_cap_change_24h: str | None
    btc_dominance: str | None
    eth_dominance: str | None
    market_share_percentage: str | None
    dominance_change_7d: str | None
    vs_market_performance: str | None
    market_status: str | None
    active_cryptocurrencies: int | None
    markets: int | None
    updated_at: str | None
    as_of: str | None


class RiskInput(TypedDict):
    name: str
    value: float | None
    unit: str
    label: str | None
    points: int | None
    max_points: int


class RiskDetail(TypedDict):
    points: int
    max_points: int
    confidence: float
    inputs: list[RiskInput]


class RiskAnalysis(TypedDict):
    volatility_24h: str | None
    volatility_7d: str | None
    volatility_30d: str | None
    volatility_risk: str | None
    liquidity_risk: str | None
    bid_ask_spread: str | None
    volume_stability: str | None
    market_position_risk: str | None
    rank_stability: str | None
    overall_risk_score: str | None
    realized_volatility_30d: float | None
    overall_risk_detail: RiskDetail
    exchange_warning: str | None
    as_of: str


class InvestmentOpportunity(TypedDict):
    institutional_adoption: str | None
    etf_status: str | None
    supply_constraint: str | None
    inflation_hedge: str | None
    arbitrage_potential: str | None
    investment_environment: str | None
    key_drivers: list[str]
    confidence: float
    etf_source: str | None


class ProfileAllocation(TypedDict):
    profile: Literal['conservative', 'moderate', 'aggressive']
    min_percent: int
    max_percent: int
    rest_min_percent: int
    rest_max_percent: int


class PortfolioGuidance(TypedDict):
    conservative_allocation: str | None
    moderate_allocation: str | None
    aggressive_allocation: str | None
    investment_strategies: list[str]
    time_horizon: str | None
    allocations: list[ProfileAllocation]


InvestmentTimes = TypedDict("InvestmentTimes", {"list": "str", "details": "str | None", "domestic_price": "str | None", "global_price": "str | None", "derivatives": "str | None", "global": "str | None"})


class InvestmentAnswer(TypedDict):
    basic_info: InvestmentBasics
    market_data: MarketData
    supply_data: SupplyData
    kimchi_premium: PremiumAnswer
    derivatives: DerivativesSummary
    global_context: GlobalContext
    risk_analysis: RiskAnalysis
    investment_opportunity: InvestmentOpportunity
    portfolio_guidance: PortfolioGuidance
    last_updated: str
    data_sources: list[str]
    symbol: str
    kimchi_premium_percent: float | None
    risk_assessment: RiskAnalysis
    as_of: InvestmentTimes
    disclaimer: str


class PriceRange(TypedDict):
    min: float
    max: float


class InvestmentChartBar(TypedDict):
    timestamp: str
    timestamp_ms: int
    price: float
    open: float
    high: float
    low: float
    close: float
    volume: float
    acc_volume_24h: float | None
    trade_date: str
    trade_time: str


class InvestmentChart(TypedDict):
    symbol: str
    market: str
    timeframe: str
    interval_seconds: int
    currency: str
    data_points: int
    price_range: PriceRange | None
    chart_data: list[InvestmentChartBar]
    last_updated: str | None
    market_code: str


class VenueAnswer(TypedDict):
    exchange_id: str
    exchange_name: str
    pair: str
    price_usd: float | None
    volume_24h_usd: float | None
    spread_percentage: float | None
    price_krw: float | None
    at: str | None
    left_out: str | None


ExchangeCount = TypedDict("ExchangeCount", {"korean": "int", "global": "int"})


class KimchiPremiumAnswer(TypedDict):
    symbol: str
    kimchi_premium: PremiumAnswer
    korean_exchanges: list[VenueAnswer]
    global_exchanges: list[VenueAnswer]
    exchange_count: ExchangeCount
    last_updated: str | None


class VenueChartPoint(TypedDict):
    date: str
    timestamp: str
    price_usd: float
    volume_usd: float | None
    spread_percentage: float | None


class PremiumDayPoint(TypedDict):
    date: str
    korean_price_usd: float | None
    global_price_usd: float | None
    kimchi_premium_percent: float | None
    price_diff_usd: float | None
    usdt_premium_percent: float | None
    usd_krw: float | None
    measured_at: str
    method: str


class PremiumHourPoint(TypedDict):
    timestamp: str
    kimchi_premium_percent: float | None
    usdt_premium_percent: float | None
    method: str


class PremiumChartData(TypedDict):
    korean_exchanges: dict[str, list[VenueChartPoint]]
    global_exchanges: dict[str, list[VenueChartPoint]]
    premium_trend: list[PremiumDayPoint]
    premium_points: list[PremiumHourPoint]


class VenueHistory(TypedDict):
    exchange_id: str
    is_korean: bool
    first_date: str | None
    days: int
    source: str
    missing: str | None


class PremiumChartStatistics(TypedDict):
    total_data_points: int
    korean_exchanges_count: int
    global_exchanges_count: int
    data_freshness: str | None
    venue_history: list[VenueHistory]


class KimchiPremiumChart(TypedDict):
    symbol: str
    timestamp: str
    time_range_days: int
    chart_data: PremiumChartData
    statistics: PremiumChartStatistics
    time_zone: str


class VenueComparison(TypedDict):
    korean_exchange: str
    korean_price_usd: float
    korean_volume_usd: float
    korean_spread: float | None
    global_exchange: str
    global_price_usd: float
    global_volume_usd: float
    global_spread: float | None
    premium_percentage: float
    price_diff_usd: float
    volume_ratio: float
    korean_pair: str
    global_pair: str


class ComparisonFilters(TypedDict):
    sort_by: str
    min_volume: float


class PremiumStatistics(TypedDict):
    average: float | None
    max: float | None
    min: float | None
    positive_count: int
    negative_count: int


class VolumeStatistics(TypedDict):
    total_korean_volume: float
    total_global_volume: float


class ComparisonStatistics(TypedDict):
    total_comparisons: int
    korean_exchanges_count: int
    global_exchanges_count: int
    filters_applied: ComparisonFilters
    premium_stats: PremiumStatistics
    volume_stats: VolumeStatistics


class KimchiPremiumDetailedAnswer(TypedDict):
    symbol: str
    timestamp: str
    summary: PremiumAnswer
    exchange_comparisons: list[VenueComparison]
    statistics: ComparisonStatistics


ReportTime: TypeAlias = "Literal['before_open', 'after_close', 'during_market']"


QuarterBasis: TypeAlias = "Literal['announced', 'balance_sheet', 'pattern']"


class EarningsItem(TypedDict):
    symbol: str
    company_name: str | None
    report_date: str
    fiscal_date_ending: str | None
    estimate: float | None
    currency: str | None
    event_description: str | None
    fetched_at: str | None
    actual: float | None
    surprise_percent: float | None
    report_time: ReportTime | None
    previous_date: str | None
    fiscal_date_basis: QuarterBasis | None


class CalendarPageOfEarningsItem(TypedDict):
    items: list[EarningsItem]
    total_count: int


NewsSection: TypeAlias = "Literal['forecast', 'reaction', 'report_day']"


class EarningsNewsItem(TypedDict):
    symbol: str
    report_date: str
    url: str
    headline: str | None
    source: str | None
    published_at: str
    short_headline: str | None
    has_image: bool
    fetched_at: str | None
    news_section: NewsSection
    days_from_earnings: int


class EarningsNewsPage(TypedDict):
    total: int
    items: list[EarningsNewsItem]
    symbol: str | None
    report_date: str | None
    page: int
    limit: int
    has_next: bool


class ReportWithNews(TypedDict):
    symbol: str
    report_date: str
    fiscal_date_ending: str | None
    estimate: float | None
    currency: str | None
    news_count: int
    fiscal_date_basis: QuarterBasis | None


class EarningsNewsDetail(TypedDict):
    symbol: str
    report_date: str
    url: str
    headline: str | None
    source: str | None
    published_at: str
    category: str | None
    article_id: str | None
    image: str | None
    related: str | None
    summary: str | None
    fetched_at: str | None
    short_headline: str | None
    short_summary: str | None
    related_symbols: list[str]
    has_image: bool
    news_section: NewsSection
    days_from_earnings: int


class EarningsNewsFound(TypedDict):
    total: int
    items: list[EarningsNewsDetail]
    search_query: str
    page: int
    limit: int
    has_next: bool


class SymbolNewsCount(TypedDict):
    symbol: str
    news_count: int


class RecentReport(TypedDict):
    symbol: str
    company_name: str | None
    report_date: str
    news_count: int


class RecentEarningsNews(TypedDict):
    period: str
    start_date: str
    end_date: str
    total_earnings_events: int
    total_news: int
    top_symbols_by_news: list[SymbolNewsCount]
    recent_earnings: list[RecentReport]


class CurrencyBreakdown(TypedDict):
    USD: int
    others: int


class EarningsStatistics(TypedDict):
    total_earnings: int
    today_earnings: int
    this_week_earnings: int
    companies_with_estimates: int
    latest_update: str | None
    currency_breakdown: CurrencyBreakdown


class UnsubscribeAnswer(TypedDict):
    success: bool
    message: str
    requires_confirmation: bool


class VerificationAnswer(TypedDict):
    success: bool
    message: str
    email: str
    scope: str
    requires_confirmation: bool


class EtfItem(TypedDict):
    symbol: str
    name: str
    current_price: float | None
    change_amount: float | None
    change_percentage: float | None
    volume: int | None
    volume_24h: int | None
    previous_close: float | None
    is_positive: bool | None
    last_updated: str | None
    rank: int | None
    korean_name: str | None


class MarketStatus(TypedDict):
    is_open: bool
    status: str
    current_time_et: str
    current_time_utc: str
    timezone: str
    session_date: str
    next_open: str
    next_close: str


class ListEtfsAnswer(TypedDict):
    etfs: list[EtfItem]
    total_count: int
    market_status: MarketStatus
    last_updated: str
    message: str | None


class FeedStatus(TypedDict):
    name: str
    provider: str
    connected: bool
    owner: str | None
    last_event_at: str | None
    messages: int
    dropped: int
    updated_at: str | None
    not_configured: bool
    error: str | None


class EquityHealthAnswer(TypedDict):
    status: str
    database: Literal['connected', 'disconnected']
    data_freshness: str
    last_trade_at: str | None
    feed: FeedStatus | None
    market_status: MarketStatus
    last_check: str
    error: str | None


class EtfMarketSummary(TypedDict):
    total_etfs: int
    active_etfs: int
    total_trades: int | None
    average_price: float | None
    highest_price: float | None
    lowest_price: float | None
    total_volume: int | None
    advancers: int
    decliners: int
    unchanged: int
    average_change: float | None
    median_change: float | None
    last_updated: str | None


class EtfHighlights(TypedDict):
    top_gainers: list[EtfItem]
    top_losers: list[EtfItem]
    most_active: list[EtfItem]


class EtfOverviewAnswer(TypedDict):
    market_summary: EtfMarketSummary
    market_status: MarketStatus
    highlights: EtfHighlights
    last_updated: str


class SearchEtfsAnswer(TypedDict):
    query: str
    results: list[EtfItem]
    total_count: int
    message: str | None


class EquityStats(TypedDict):
    total_symbols: int
    symbols_with_price: int
    symbols_with_previous_close: int
    trades_today: int | None
    last_trade_at: str | None
    seq: int
    epoch: str


class EquityStatsAnswer(TypedDict):
    service_name: str
    stats: EquityStats
    market_status: MarketStatus
    uptime: str


class EtfSector(TypedDict):
    sector: str
    weight: float
    color: str | None
    sector_text: str


class EtfHolding(TypedDict):
    symbol: str
    description: str
    weight: float


class EtfProfile(TypedDict):
    symbol: str
    name: str
    net_assets: int | None
    net_expense_ratio: float | None
    portfolio_turnover: float | None
    dividend_yield: float | None
    inception_date: str | None
    leveraged: str | None
    sectors: list[EtfSector] | None
    holdings: list[EtfHolding] | None
    exchange: str | None


class EtfSectorSlice(TypedDict):
    name: str
    value: float
    color: str


class EtfHoldingSlice(TypedDict):
    symbol: str
    name: str
    weight: float


class EtfKeyMetrics(TypedDict):
    net_assets: str
    net_expense_ratio: str
    dividend_yield: str
    inception_year: str


class EtfAnswer(TypedDict):
    basic_info: EtfItem | None
    profile: EtfProfile | None
    sector_chart_data: list[EtfSectorSlice] | None
    holdings_chart_data: list[EtfHoldingSlice] | None
    key_metrics: EtfKeyMetrics | None
    last_updated: str


class ChartPointAnswer(TypedDict):
    timestamp: str
    price: float
    volume: float | None
    datetime: str
    raw_timestamp: int
    open: float
    high: float
    low: float
    close: float


class ChartAnswer(TypedDict):
    symbol: str
    timeframe: str
    chart_data: list[ChartPointAnswer]
    data_points: int
    market_status: MarketStatus
    last_updated: str


class FederalFundsRow(TypedDict):
    date: str
    rate: float | None
    interval_type: Literal['daily', 'monthly']
    unit: str
    name: str


class ListingOfFederalFundsRow(TypedDict):
    total_count: int
    items: list[FederalFundsRow]


class FederalFundsPoint(TypedDict):
    year: int
    month: int
    rate: float
    date_str: str


class FederalFundsDay(TypedDict):
    date: str
    rate: float


class FederalFundsChart(TypedDict):
    data: list[FederalFundsPoint]
    current_rate: float | None
    rate_trend: str | None
    change_from_prev: float | None
    avg_rate_12m: float | None
    max_rate: float | None
    min_rate: float | None
    latest_daily: FederalFundsDay | None


class FederalFundsStatistics(TypedDict):
    latest_date: str
    latest_rate: float
    previous_rate: float | None
    rate_change: float | None
    trend: Literal['rising', 'falling', 'stable']
    avg_12_months: float
    max_12_months: float
    min_12_months: float
    total_months: int
    latest_daily: FederalFundsDay | None


class FederalFundsTrend(TypedDict):
    recent_6m: list[FederalFundsPoint]
    recent_12m: list[FederalFundsPoint]
    trend_direction: Literal['increasing', 'decreasing', 'stable']
    volatility_score: float | None
    rate_cycle_phase: Literal['tightening', 'easing', 'neutral']


class ArticleMatch(TypedDict):
    title: str
    snippet: str | None
    rank: float


class FinancialNewsRow(TypedDict):
    category: Literal['crypto', 'forex', 'merger', 'general']
    news_id: int
    published_at: str
    headline: str | None
    source: str | None
    image: str | None
    related: str | None
    summary: str | None
    url: str | None
    fetched_at: str | None
    short_headline: str | None
    short_summary: str | None
    related_symbols: list[str]
    has_image: bool
    category_display_name: str | None
    match: ArticleMatch | None
    datetime: int


class FinancialNewsPage(TypedDict):
    total: int
    items: list[FinancialNewsRow]
    category: str | None
    page: int
    limit: int
    has_next: bool
    next_cursor: str | None


class FinancialNewsCategoryFigures(TypedDict):
    category: str
    category_display_name: str
    count: int
    latest_news_date: str | None


class FinancialNewsCategoriesAnswer(TypedDict):
    categories: list[FinancialNewsCategoryFigures]
    total_news: int
    available_categories: list[str]


class FinancialNewsHealthAnswer(TypedDict):
    status: str
    database: Literal['connected', 'disconnected']
    categories_count: int | None
    total_news: int | None
    latest_news_date: str | None
    latest_fetch_at: str | None
    hours_since_fetch: float | None
    ingestion_state: DataSetState | None
    available_categories: list[str]
    api_version: str
    timestamp: str


class FinancialNewsSearchAnswer(TypedDict):
    total: int
    items: list[FinancialNewsRow]
    search_query: str
    categories: list[str] | None
    page: int
    limit: int
    has_next: bool
    next_cursor: str | None
    total_is_exact: bool


class FinancialNewsStatsAnswer(TypedDict):
    total_count: int
    first_news_date: str | None
    latest_news_date: str | None


class TrendingSymbol(TypedDict):
    symbol: str
    mentions: int


class TrendingSymbolsAnswer(TypedDict):
    trending_symbols: list[TrendingSymbol]
    period_days: int
    total_symbols: int


class ApiHealthAnswer(TypedDict):
    status: str
    service: str
    version: str
    uptime: str
    websocket_status: str
    architecture: str
    docs: str


class InflationRow(TypedDict):
    date: str
    inflation_rate: float | None
    interval_type: str
    unit: str
    name: str


class ListingOfInflationRow(TypedDict):
    total_count: int
    items: list[InflationRow]


class InflationPoint(TypedDict):
    year: int
    rate: float


class InflationChart(TypedDict):
    data: list[InflationPoint]
    latest_rate: float | None
    avg_rate: float | None
    min_rate: float | None
    max_rate: float | None


class InflationStatistics(TypedDict):
    latest_year: int
    latest_rate: float
    average_rate: float
    min_rate: float
    max_rate: float
    total_years: int


class RunSummary(TypedDict):
    started_at: str
    ended_at: str | None
    outcome: RunOutcome
    trigger: RunTrigger
    rows: int
    dropped: int
    progress: str | None
    answered: int | None
    left: int | None


class DataSetView(TypedDict):
    name: str
    provider: str
    title: str
    schedule: str
    state: DataSetState
    last_success_at: str | None
    rows: int | None
    next_run_at: str | None
    fills_at_start: bool
    last_run: RunSummary | None


class FeedView(TypedDict):
    name: str
    provider: str
    state: Literal['connected', 'disconnected', 'not_configured']
    connected: bool
    last_event_at: str | None
    messages: int
    dropped: int


class IngestionStatus(TypedDict):
    as_of: str
    data_sets: list[DataSetView]
    feeds: list[FeedView]


class IpoItem(TypedDict):
    symbol: str
    company_name: str
    ipo_date: str
    price_range_low: float | None
    price_range_high: float | None
    currency: str | None
    exchange: str | None
    id: int
    fetched_at: str | None
    created_at: str | None
    updated_at: str | None
    previous_date: str | None
    exchange_text: str | None


class IpoPage(TypedDict):
    items: list[IpoItem]
    total_count: int
    start_date: str | None
    end_date: str | None


class IpoMonth(TypedDict):
    month: str
    items: list[IpoItem]
    total_count: int


class AveragePriceRange(TypedDict):
    low: float | None
    high: float | None


class IpoStatistics(TypedDict):
    total_ipos: int
    this_month: int
    next_month: int
    by_exchange: dict[str, int]
    avg_price_range: AveragePriceRange
    upcoming_7days: int


class SessionRow(TypedDict):
    date: str
    open: str
    close: str
    early_close: bool


SessionPhase: TypeAlias = "Literal['closed', 'pre', 'regular', 'post']"


class MarketNow(TypedDict):
    is_open: bool
    session: SessionPhase
    next_open: str
    next_close: str
    as_of: str


class MarketNewsRow(TypedDict):
    source: str
    author: str | None
    title: str
    description: str | None
    url: str
    url_to_image: str | None
    published_at: str
    content: str | None
    fetched_at: str | None
    short_description: str | None
    content_preview: str | None
    match: ArticleMatch | None


class PagedOfMarketNewsRow(TypedDict):
    total: int
    items: list[MarketNewsRow]
    page: int
    limit: int
    has_next: bool
    next_cursor: str | None


class BatchInfo(TypedDict):
    latest_batch_id: int | None
    batch_id: int | None
    collection_date: str | None
    total_batches: int


class RelatedTicker(TypedDict):
    ticker: str
    relevance_score: float
    ticker_sentiment_label: str
    ticker_sentiment_score: float


class RelatedTopic(TypedDict):
    topic: str
    relevance_score: float


class NewsItem(TypedDict):
    batch_id: int
    url: str
    title: str
    time_published: str
    authors: str | None
    summary: str | None
    source: str | None
    overall_sentiment_score: float | None
    overall_sentiment_label: str | None
    query_type: str
    query_params: str | None
    created_at: str | None
    sentiment_interpretation: str | None
    sentiment_emoji: str | None
    related_tickers: list[RelatedTicker]
    related_topics: list[RelatedTopic]


class SentimentSummary(TypedDict):
    avg_sentiment_score: float | None
    weighted_avg_sentiment_score: float | None
    sentiment_label: str
    sentiment_emoji: str
    total_count: int
    bullish_count: int
    bearish_count: int
    neutral_count: int
    distribution: dict[str, int]
    scored_count: int


class NewsAnswer(TypedDict):
    total_count: int
    batch_info: BatchInfo
    news: list[NewsItem]
    sentiment_summary: SentimentSummary
    limit: int
    offset: int
    page: int
    has_next: bool
    next_cursor: str | None


class SentimentData(TypedDict):
    latest_batch_id: int | None
    collection_date: str | None
    total_topics: int
    total_tickers: int


class SentimentInfo(TypedDict):
    api_name: str
    version: str
    description: str
    features: list[str]
    data_summary: SentimentData
    endpoints: dict[str, str]


class TrendPoint(TypedDict):
    timestamp: str
    avg_sentiment_score: float
    news_count: int
    bullish_count: int
    bearish_count: int
    neutral_count: int


class TickerTrend(TypedDict):
    ticker: str
    trend_data: list[TrendPoint]


class TopicTrend(TypedDict):
    topic: str
    trend_data: list[TrendPoint]


class Trends(TypedDict):
    period: str
    interval: str
    overall_trend: list[TrendPoint]
    ticker_trends: list[TickerTrend]
    topic_trends: list[TopicTrend]


class MoodCounts(TypedDict):
    bullish: int
    bearish: int
    neutral: int


class MoodPercentages(TypedDict):
    bullish: float | None
    bearish: float | None
    neutral: float | None


class SentimentStats(TypedDict):
    period: str
    total_count: int
    total_news: int
    sentiment_distribution: MoodCounts
    sentiment_percentages: MoodPercentages
    average_sentiment_score: float | None
    market_mood: str
    market_mood_emoji: str


class TickerNews(TypedDict):
    ticker: str
    ticker_sentiment_summary: SentimentSummary
    news: list[NewsItem]
    total_count: int
    batch_info: BatchInfo
    limit: int
    offset: int
    page: int
    has_next: bool
    next_cursor: str | None


class TopicOfTicker(TypedDict):
    topic: str
    news_count: int
    avg_sentiment_score: float | None
    weighted_avg_sentiment_score: float | None
    avg_relevance_score: float | None
    sentiment_label: str
    sentiment_emoji: str


class RelatedAnswerOfTopicOfTicker(TypedDict):
    analysis_type: str
    primary_key: str
    related_items: list[TopicOfTicker]
    sentiment_summary: SentimentSummary


class TickerDetail(TypedDict):
    ticker: str
    mention_count: int
    avg_sentiment_score: float | None
    sentiment_label: str
    sentiment_emoji: str
    latest_news_at: str


class TickerList(TypedDict):
    total_tickers: int
    tickers: list[str]
    ticker_details: list[TickerDetail]


class RankedTicker(TypedDict):
    ticker: str
    avg_sentiment_score: float
    sentiment_label: str
    sentiment_emoji: str
    mention_count: int
    avg_relevance_score: float
    related_topics: list[str]
    weighted_avg_sentiment_score: float | None
    trend: str


class TickerRanking(TypedDict):
    ranking_period: str
    total_tickers: int
    hot_tickers: list[RankedTicker]
    cold_tickers: list[RankedTicker]


class TopicNews(TypedDict):
    topic: str
    topic_sentiment_summary: SentimentSummary
    news: list[NewsItem]
    total_count: int
    batch_info: BatchInfo
    limit: int
    offset: int
    page: int
    has_next: bool
    next_cursor: str | None


class TickerOfTopic(TypedDict):
    ticker: str
    mention_count: int
    avg_sentiment_score: float | None
    weighted_avg_sentiment_score: float | None
    avg_relevance_score: float | None
    sentiment_label: str
    sentiment_emoji: str


class RelatedAnswerOfTickerOfTopic(TypedDict):
    analysis_type: str
    primary_key: str
    related_items: list[TickerOfTopic]
    sentiment_summary: SentimentSummary


class TopicDetail(TypedDict):
    topic: str
    news_count: int
    avg_sentiment_score: float | None
    sentiment_label: str
    sentiment_emoji: str
    latest_news_at: str


class TopicList(TypedDict):
    total_topics: int
    topics: list[str]
    topic_details: list[TopicDetail]


class RankedTopic(TypedDict):
    topic: str
    avg_sentiment_score: float
    news_count: int
    sentiment_label: str
    sentiment_emoji: str
    trend: str
    related_tickers: list[str]
    weighted_avg_sentiment_score: float | None


class TopicRanking(TypedDict):
    ranking_period: str
    total_topics: int
    hot_topics: list[RankedTopic]
    cold_topics: list[RankedTopic]


class MarketNewsDay(TypedDict):
    date: str
    count: int
    sources: int


class MarketNewsDailyStatsAnswer(TypedDict):
    daily_stats: list[MarketNewsDay]
    period_days: int
    total_news: int


class MarketNewsHealthAnswer(TypedDict):
    status: str
    database: Literal['connected', 'disconnected']
    total_news: int | None
    latest_news_date: str | None
    latest_fetch_at: str | None
    hours_since_fetch: float | None
    ingestion_state: DataSetState | None
    api_version: str
    timestamp: str


class MarketNewsSearchAnswer(TypedDict):
    total: int
    items: list[MarketNewsRow]
    search_query: str
    page: int
    limit: int
    has_next: bool
    next_cursor: str | None
    total_is_exact: bool


class MarketNewsSource(TypedDict):
    source: str
    host: str | None
    count: int
    first_article_at: str
    last_article_at: str


class MarketNewsSourcesAnswer(TypedDict):
    sources: list[MarketNewsSource]


class MarketNewsStatsAnswer(TypedDict):
    total_count: int
    sources_count: int
    first_news_date: str | None
    latest_news_date: str | None


class ReposterView(TypedDict):
    username: str
    display_name: str | None
    verified: bool


class ReferencedPostView(TypedDict):
    id: str | None
    author: str | None
    display_name: str | None
    content: str | None
    url: str | None
    created_at: str | None
    likes: int | None
    retweets: int | None
    replies: int | None


class PostView(TypedDict):
    id: str
    platform: Literal['x', 'truth_social_posts', 'truth_social_trends']
    content: str
    clean_content: str | None
    author: str
    display_name: str | None
    created_at: str
    likes: int | None
    retweets: int | None
    replies: int | None
    engagement_score: int
    has_media: bool
    media_thumbnail: str | None
    media_type: str | None
    url: str | None
    language: str | None
    verified: bool
    is_repost: bool
    reposted_by: ReposterView | None
    repost_of: ReferencedPostView | None
    quote: ReferencedPostView | None
    is_truncated: bool


class AffectedAssetView(TypedDict):
    symbol: str
    name: str
    kind: Literal['stock', 'etf', 'crypto']
    source: Literal['cashtag', 'alias', 'account_default']
    matched_text: str
    priority: int
    confidence: float
    currency: str


class HorizonView(TypedDict):
    status: Literal['done', 'pending', 'no_data']
    change: float | None
    price: float | None
    price_time: str | None
    target_time: str
    due_at: str
    basis: str | None
    bar_minutes: int | None
    reason: str | None


PriceAnalysisView = TypedDict("PriceAnalysisView", {"base_price": "float | None", "base_time": "str | None", "base_status": "Literal['done', 'pending', 'no_data']", "base_basis": "str | None", "base_reason": "str | None", "currency": "str", "1h_change": "float | None", "12h_change": "float | None", "24h_change": "float | None", "next_day_change": "float | None", "horizons": "dict[str, HorizonView]"})


class VolumeAnalysisView(TypedDict):
    total_volume_before_1h: float | None
    total_volume_after_1h: float | None
    volume_change_pct_1h: float | None
    status: Literal['done', 'pending', 'no_data']
    due_at: str
    before_from: str | None
    after_from: str | None
    bar_minutes: int | None
    reason: str | None


class SentimentView(TypedDict):
    label: Literal['positive', 'neutral', 'negative']
    score: float
    method: str


class TimelineBar(TypedDict):
    timestamp: str
    open: float | None
    high: float | None
    low: float | None
    close: float | None
    volume: float | None


class AssetInfo(TypedDict):
    symbol: str
    name: str
    kind: Literal['stock', 'etf', 'crypto']
    currency: str
    bar_minutes: int | None


class WiderTimeline(TypedDict):
    bar_minutes: int | None
    bars: list[TimelineBar]


class MarketDataView(TypedDict):
    price_timeline: list[TimelineBar]
    data_source: str
    asset_info: AssetInfo
    wider_timeline: WiderTimeline


class AnalysisView(TypedDict):
    post_id: str
    post_source: str
    post_timestamp: str
    author_username: str
    affected_assets: list[AffectedAssetView]
    analysis_status: Literal['pending', 'partial', 'complete', 'no_assets']
    price_analysis: dict[str, PriceAnalysisView]
    volume_analysis: dict[str, VolumeAnalysisView]
    sentiment: SentimentView
    market_data: NotRequired[dict[str, MarketDataView] | None]


class OriginalPostView(TypedDict):
    content: str | None
    original_available: bool
    is_repost: bool
    reposted_by: ReposterView | None
    quote: ReferencedPostView | None


class EngagementView(TypedDict):
    retweet_count: int
    reply_count: int
    like_count: int
    quote_count: int
    impression_count: int
    account_category: str | None


class MediaView(TypedDict):
    has_media: bool
    media_thumbnail: str | None
    media_type: str | None


class AnalysedPost(TypedDict):
    analysis: AnalysisView
    original_post: OriginalPostView
    engagement: EngagementView | None
    media: MediaView | None


class AuthorView(TypedDict):
    username: str
    display_name: str
    post_count: int
    last_post_date: str
    verified: bool


class AuthorLists(TypedDict):
    x: list[AuthorView]
    truth_social_posts: list[AuthorView]
    truth_social_trends: list[AuthorView]


class PostPage(TypedDict):
    items: list[PostView]
    total_count: int
    total: int
    page: int | None
    page_size: int
    size: int
    total_pages: int
    pages: int
    has_next: bool
    has_previous: bool
    platform_counts: dict[str, int]
    next_cursor: str | None


class DayCount(TypedDict):
    date: str
    count: int


class SourceFigures(TypedDict):
    posts: int
    authors: int
    latest_post_at: str | None
    latest_fetch_at: str | None


class SnsStats(TypedDict):
    total_posts: int
    by_source: dict[str, int]
    daily: list[DayCount]
    authors_count: int
    latest_post_at: str | None
    latest_fetch_at: str | None
    analysed_posts: int
    sources: dict[str, SourceFigures]


class Sp500EarningsItem(TypedDict):
    symbol: str
    company_name: str | None
    report_date: str
    fiscal_date_ending: str | None
    estimate: float | None
    currency: str | None
    gics_sector: str | None
    gics_sub_industry: str | None
    headquarters: str | None
    event_type: str | None
    event_title: str | None
    event_description: str | None
    total_news_count: int | None
    forecast_news_count: int | None
    reaction_news_count: int | None
    id: int
    created_at: str | None
    updated_at: str | None
    actual: float | None
    surprise_percent: float | None
    report_time: ReportTime | None
    previous_date: str | None
    has_estimate: bool
    has_news: bool
    is_future_date: bool
    news_count: int
    report_day_news_count: int
    fiscal_date_basis: QuarterBasis | None
    korean_name: str | None


class Sp500CalendarPage(TypedDict):
    items: list[Sp500EarningsItem]
    total_count: int
    message: str | None


class Sp500EarningsStatistics(TypedDict):
    total_companies: int
    total_events: int
    events_with_estimates: int
    events_with_news: int
    upcoming_events: int
    sectors_covered: list[str]
    last_updated: str | None


class Sp500EarningsOfCompany(TypedDict):
    symbol: str
    company_name: str | None
    earnings: list[Sp500EarningsItem]
    total_count: int
    message: str | None


class Sp500EarningsWeek(TypedDict):
    week_start: str
    week_end: str
    events: list[Sp500EarningsItem]
    total_count: int
    message: str | None


class Sp500NewsItem(TypedDict):
    calendar_id: int
    source_table: str | None
    title: str | None
    url: str | None
    summary: str | None
    content: str | None
    source: str | None
    published_at: str | None
    news_section: NewsSection | None
    days_from_earnings: int | None
    id: int
    fetched_at: str | None
    created_at: str | None
    is_forecast_news: bool | None
    is_reaction_news: bool | None
    has_content: bool | None
    short_title: str | None


class Sp500ReportNews(TypedDict):
    calendar_info: Sp500EarningsItem
    forecast_news: list[Sp500NewsItem]
    reaction_news: list[Sp500NewsItem]
    total_news_count: int
    forecast_news_count: int
    reaction_news_count: int
    message: str | None
    report_day_news: list[Sp500NewsItem]
    report_day_news_count: int
    news_count: int


class Sp500NewsPage(TypedDict):
    calendar_id: int
    items: list[Sp500NewsItem]
    total_count: int
    forecast_count: int
    reaction_count: int
    message: str | None
    report_day_count: int


class Sp500NewsWeek(TypedDict):
    week_start: str
    week_end: str
    earnings_with_news: list[Sp500ReportNews]
    total_earnings_count: int
    total_news_count: int
    forecast_news_count: int
    reaction_news_count: int
    message: str | None
    report_day_news_count: int


class ApiSummary(TypedDict):
    total_routers: int
    categories: dict[str, int]


class StatsDocuments(TypedDict):
    swagger_ui: str
    redoc: str


class StreamArchitecture(TypedDict):
    approach: str
    domains: list[str]
    technology: str
    benefits: list[str]


class ApiStatsAnswer(TypedDict):
    api_summary: ApiSummary
    implemented_domains: list[str]
    base_url: str
    documentation: StatsDocuments
    features: list[str]
    websocket_architecture: StreamArchitecture


class StockItem(TypedDict):
    symbol: str
    company_name: str
    sector: str | None
    current_price: float | None
    previous_close: float | None
    change_amount: float | None
    change_percentage: float | None
    volume: int | None
    volume_24h: int | None
    last_updated: str | None
    is_positive: bool | None
    korean_name: str | None


class StockListAnswer(TypedDict):
    category: Literal['all', 'top_gainers', 'top_losers', 'most_active']
    stocks: list[StockItem]
    total_count: int
    market_status: MarketStatus
    message: str | None


class MarketSummary(TypedDict):
    total_symbols: int
    active_symbols: int
    total_trades: int | None
    average_price: float | None
    highest_price: float | None
    lowest_price: float | None
    total_volume: int | None
    advancers: int
    decliners: int
    unchanged: int
    average_change: float | None
    median_change: float | None
    last_updated: str | None


class Highlights(TypedDict):
    top_gainers: list[StockItem]
    top_losers: list[StockItem]
    most_active: list[StockItem]


class MarketOverviewAnswer(TypedDict):
    market_summary: MarketSummary
    market_status: MarketStatus
    highlights: Highlights
    last_updated: str


class SearchStocksAnswer(TypedDict):
    query: str
    results: list[StockItem]
    total_count: int
    message: str | None


class StockPrice(TypedDict):
    symbol: str
    company_name: str
    current_price: float | None
    previous_close: float | None
    change_amount: float | None
    change_percentage: float | None
    open: float | None
    high: float | None
    low: float | None
    volume: int | None
    volume_24h: int | None
    is_positive: bool | None
    session_date: str | None
    last_updated: str | None
    market_status: str
    week_52_high: float | None
    week_52_low: float | None


class StockCompany(TypedDict):
    company_name: str
    gics_sector: str | None
    gics_sub_industry: str | None
    headquarters: str | None
    founded: str | None
    cik: str | None
    date_added: str | None


class StockAvailability(TypedDict):
    current_price: bool
    company_overview: bool
    balance_sheet: bool


class Valuation(TypedDict):
    pe_level: str | None
    sector_median_pe: float | None
    peers: int


class CompanyData(TypedDict):
    name: str
    sector: str | None
    industry: str | None
    description: str | None
    website: str | None
    market_cap: float | None
    pe_ratio: float | None
    dividend_yield: float | None
    beta: float | None
    roe: float | None
    profit_margin: float | None
    batch_id: int | None
    exchange: str | None
    currency: str | None
    country: str | None
    address: str | None
    fiscal_year_end: str | None
    latest_quarter: str | None
    week_52_high: float | None
    week_52_low: float | None
    day_50_moving_average: float | None
    day_200_moving_average: float | None
    shares_outstanding: float | None
    eps: float | None
    forward_pe: float | None
    peg_ratio: float | None
    price_to_book: float | None
    price_to_sales: float | None
    book_value: float | None
    dividend_per_share: float | None
    dividend_date: str | None
    ex_dividend_date: str | None
    revenue: float | None
    operating_margin: float | None
    roa: float | None
    revenue_growth: float | None
    earnings_growth: float | None
    analyst_target_price: float | None
    as_of: str
    valuation: Valuation
    sector_text: str | None
    exchange_text: str | None


class CompanyPart(TypedDict):
    available: bool
    data: CompanyData | None
    status: str | None
    message: str | None


class KeyMetrics(TypedDict):
    total_assets: float | None
    total_liabilities: float | None
    shareholders_equity: float | None
    cash_and_equivalents: float | None
    fiscal_date_ending: str | None


class KeyRatio(TypedDict):
    value: float | None
    status: str | None
    description: str | None
    reason: NoValue | None


class KeyRatios(TypedDict):
    current_ratio: KeyRatio | None
    debt_to_asset: KeyRatio | None


class HealthVerdict(TypedDict):
    grade: str | None
    score: float | None
    status: str | None
    reason: NoValue | None


class Financials(TypedDict):
    data_available: bool
    key_metrics: KeyMetrics | None
    key_ratios: KeyRatios | None
    financial_health: HealthVerdict | None
    latest_period: str | None
    message: str | None


class FinancialPart(TypedDict):
    available: bool
    data: Financials | None
    status: str | None
    message: str | None


class StockAnalysis(TypedDict):
    available: bool
    summary: str | None
    investment_perspective: str | None
    key_highlights: list[str] | None
    message: str | None


class StockSources(TypedDict):
    current_price: str | None
    company_overview: str | None
    balance_sheet: str | None


class StockAnswer(TypedDict):
    symbol: str
    data_case: str
    timestamp: str
    current_price: StockPrice
    company: StockCompany | None
    data_availability: StockAvailability
    company_info: CompanyPart
    financial_data: FinancialPart
    integrated_analysis: StockAnalysis
    data_sources: StockSources


class TreasuryRow(TypedDict):
    date: str
    maturity: str
    interval_type: str
    yield_rate: str | None
    created_at: str
    updated_at: str


class TreasuryPage(TypedDict):
    items: list[TreasuryRow]
    total: int
    page: int
    size: int
    pages: int


class TreasuryPoint(TypedDict):
    date: str
    yield_rate: str | None


class TreasurySummary(TypedDict):
    current: float | None
    min: float | None
    max: float | None
    avg: float | None
    change: float | None
    volatility: float | None


class TreasuryChart(TypedDict):
    maturity: str
    period: str
    data: list[TreasuryPoint]
    summary: TreasurySummary


class YieldChange(TypedDict):
    absolute: float
    percentage: float | None


class RecentTreasury(TypedDict):
    latest_date: str
    data: list[TreasuryRow]
    previous_data: list[TreasuryRow]
    changes: dict[str, YieldChange]


class MaturityFigures(TypedDict):
    maturity: str
    current_rate: str | None
    avg_1month: str | None
    avg_3month: str | None
    avg_1year: str | None
    min_1year: str | None
    max_1year: str | None
    volatility: str | None


class TreasuryDataSummary(TypedDict):
    analysis_date: str
    total_data_points: int
    latest_update: str


class TreasuryStatistics(TypedDict):
    as_of_date: str
    statistics: list[MaturityFigures]
    market_summary: TreasuryDataSummary


class MaturityTrend(TypedDict):
    maturity: str
    trend_direction: str
    change_1month: str | None
    change_3month: str | None
    change_1year: str | None
    trend_strength: str


class TreasuryOutlook(TypedDict):
    analysis_date: str
    overall_trend: Literal['rising', 'falling', 'steepening', 'flattening', 'mixed']
    key_insights: list[str]


class TreasuryTrends(TypedDict):
    analysis_date: str
    trends: list[MaturityTrend]
    market_outlook: TreasuryOutlook


class CurvePoint(TypedDict):
    maturity: str
    years: int
    months: int
    yield_rate: str | None


class CurveAnalysis(TypedDict):
    curve_type: Literal['inverted', 'flat', 'normal', 'unknown']
    yield_spread_2_10: float | None
    yield_spread_10_30: float | None
    inversion_signal: bool
    is_inverted: bool
    inverted_since: str | None


class YieldCurveAnswer(TypedDict):
    date: str
    curve_type: Literal['inverted', 'flat', 'normal', 'unknown']
    data: list[CurvePoint]
    analysis: CurveAnalysis


class StreamManagerStatus(TypedDict):
    total_connections: int
    dashboard_subscribers: int
    crypto_subscribers: int
    etf_subscribers: int
    sp500_subscribers: int


class StreamerPerformance(TypedDict):
    total_messages: int
    errors: int
    last_updates: dict[str, str | None]
    crypto_updates: int
    etf_updates: int
    sp500_updates: int


class StreamerStatus(TypedDict):
    is_streaming: bool
    subscribed_channels: list[str]
    websocket_manager_connected: bool
    uptime_seconds: float
    performance: StreamerPerformance


class StreamHealthAnswer(TypedDict):
    status: str
    websocket_manager: StreamManagerStatus
    redis_streamer: StreamerStatus
    timestamp: str


class HealthAnswer(TypedDict):
    status: str
    app_name: str
    version: str
    database: str
    websocket_system: str
    cors: str
    data_source: Literal['simulated', 'live']


HealthLevel: TypeAlias = "Literal['healthy', 'degraded', 'unhealthy']"


class StreamsDetail(TypedDict):
    manager: StreamManagerStatus
    streamer: StreamerStatus


class ServiceStates(TypedDict):
    postgresql: str
    redis: str


class OutboxState(TypedDict):
    waiting: int
    troubled: int
    failed: int
    sent_today: int
    oldest_due: str | None
    last_error: str | None


class PartHealth(TypedDict):
    status: Literal['connected', 'disconnected']
    latency_ms: float
    detail: str | None
    data: OutboxState | list[FeedStatus] | StreamsDetail | None


class DetailedHealthAnswer(TypedDict):
    status: HealthLevel
    app_name: str
    version: str
    database: Literal['connected', 'disconnected']
    redis: Literal['connected', 'disconnected']
    websocket: Literal['active', 'inactive']
    websocket_detail: StreamsDetail | None
    services: ServiceStates
    parts: dict[str, PartHealth]
    timestamp: str
    data_source: Literal['simulated', 'live']


class ProbeAnswer(TypedDict):
    status: str


class TopicStatus(TypedDict):
    connections: int
    seq: int
    epoch: str
    last_event_at: str | None
    stale_since: str | None
    deliveries: int
    conflated: int
    dropped: int
    slow_closed: int
    bytes: int


class StreamStatusAnswer(TypedDict):
    status: str
    active_connections: int
    channels: list[str]
    uptime_seconds: float
    topics: dict[str, TopicStatus]
    manager: StreamManagerStatus
    streamer: StreamerStatus
    timestamp: str


class RunRequested(TypedDict):
    name: str
    requested_at: str
    status: str


class SubscribeAnswer(TypedDict):
    success: bool
    message: str
    email: str
    scope: str
    requires_verification: bool


class SubscribeRequest(TypedDict):
    email: str
    scope: NotRequired[Literal['SP500', 'NASDAQ', 'ALL']]
    agreed: bool


class UnsubscribeRequest(TypedDict):
    token: NotRequired[str | None]
    email: NotRequired[str | None]
    scope: NotRequired[str]


class VerifyRequest(TypedDict):
    token: str


class Client(RestClient):
    """The REST API: a call names a path of the description; values of {placeholders} and the query are named arguments."""

    @overload
    def get(
        self,
        path: Literal["/"],
    ) -> RootAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1"],
    ) -> ApiInfoAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/admin/ingestion"],
    ) -> IngestionDetails: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/admin/jobs"],
    ) -> list[JobView]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet"],
        *,
        page: int | None = None,
        size: int | None = None,
        symbol: str | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
    ) -> BalanceSheetPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/analysis/{symbol}"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> AnalysisAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/period/{period_date}"],
        *,
        period_date: str,
        limit: int | None = None,
    ) -> PeriodAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/periods"],
    ) -> PeriodsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/ratios/{symbol}"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> RatiosAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/statistics"],
    ) -> StatisticsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/symbol/{symbol}"],
        *,
        symbol: str,
        limit: int | None = None,
    ) -> list[BalanceSheetRow]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/symbol/{symbol}/recent"],
        *,
        symbol: str,
        limit: int | None = None,
    ) -> BalanceSheetRow | list[BalanceSheetRow]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/symbols"],
    ) -> SymbolsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/balance-sheet/trends/{symbol}"],
        *,
        symbol: str,
        periods: int | None = None,
        period_type: Literal['quarterly', 'annual'] | None = None,
    ) -> TrendsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/company-news/symbol/{symbol}"],
        *,
        symbol: str,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> CompanyNewsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/company-news/trending"],
        *,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> TrendingAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/company-news/trending/batch/{batch_id}"],
        *,
        batch_id: int,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> TrendingAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/company-news/trending/categories"],
    ) -> CategoryList: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/company-news/trending/category/{category}"],
        *,
        category: Literal['top_gainers', 'top_losers', 'most_actively_traded'],
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> TrendingCategoryAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi"],
        *,
        order_by: Literal['asc', 'desc'] | None = None,
    ) -> ListingOfCpiRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi/chart"],
    ) -> CpiChart: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi/compare"],
        *,
        start_date: str,
        end_date: str,
    ) -> CpiComparison: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi/current"],
    ) -> CpiRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi/inflation-analysis"],
    ) -> InflationAnalysis: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi/month/{year}/{month}"],
        *,
        year: int,
        month: int,
    ) -> CpiMonth: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi/recent"],
        *,
        months: int | None = None,
    ) -> ListingOfCpiRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi/statistics"],
    ) -> CpiStatistics: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/cpi/year/{year}"],
        *,
        year: int,
    ) -> ListingOfCpiRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto"],
        *,
        page: int | None = None,
        skip: int | None = None,
        limit: int | None = None,
        symbols: list[str] | None = None,
    ) -> list[CryptoItem] | CryptoPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/concept/{symbol}"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> ConceptAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/concept/{symbol}/basic-info"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> ConceptBasicsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/concept/{symbol}/categories"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> ConceptCategoriesAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/derivatives/{symbol}"],
        *,
        symbol: str,
    ) -> DerivativesAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/ecosystem/{symbol}"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> EcosystemAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/ecosystem/{symbol}/community"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> CommunityAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/ecosystem/{symbol}/development"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> DevelopmentAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/ecosystem/{symbol}/market"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> MarketPositionAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/ecosystem/{symbol}/summary"],
        *,
        symbol: str,
        lang: Literal['ko', 'en'] | None = None,
    ) -> EcosystemSummaryAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/investment/{symbol}"],
        *,
        symbol: str,
    ) -> InvestmentAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/investment/{symbol}/chart"],
        *,
        symbol: str,
        timeframe: Literal['30M', '1H', '1D', '1W', '1MO'] | None = None,
    ) -> InvestmentChart: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/kimchi-premium/{symbol}"],
        *,
        symbol: str,
    ) -> KimchiPremiumAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/kimchi-premium/{symbol}/chart"],
        *,
        symbol: str,
        days: int | None = None,
    ) -> KimchiPremiumChart: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/details/kimchi-premium/{symbol}/detailed"],
        *,
        symbol: str,
        sort_by: Literal['premium_desc', 'premium_asc', 'volume_desc', 'volume_asc'] | None = None,
        min_volume: float | None = None,
    ) -> KimchiPremiumDetailedAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/top"],
        *,
        limit: int | None = None,
    ) -> list[CryptoItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/crypto/{symbol}"],
        *,
        symbol: str,
    ) -> CryptoItem: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar"],
        *,
        start_date: str | None = None,
        end_date: str | None = None,
        symbol: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> CalendarPageOfEarningsItem: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar-news"],
        *,
        skip: int | None = None,
        limit: int | None = None,
        symbols: list[str] | None = None,
        start_report_date: str | None = None,
        end_report_date: str | None = None,
        start_published_date: str | None = None,
        end_published_date: str | None = None,
        sources: list[str] | None = None,
    ) -> EarningsNewsPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar-news/calendar/{symbol}"],
        *,
        symbol: str,
        year: int,
        month: int | None = None,
    ) -> list[ReportWithNews]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar-news/search"],
        *,
        q: str,
        skip: int | None = None,
        limit: int | None = None,
        symbols: list[str] | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
    ) -> EarningsNewsFound: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar-news/summary/recent"],
        *,
        days: int | None = None,
        top_symbols: int | None = None,
    ) -> RecentEarningsNews: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar-news/{symbol}"],
        *,
        symbol: str,
        skip: int | None = None,
        limit: int | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
    ) -> EarningsNewsPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar-news/{symbol}/{report_date}"],
        *,
        symbol: str,
        report_date: str,
        skip: int | None = None,
        limit: int | None = None,
    ) -> EarningsNewsPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar-news/{symbol}/{report_date}/detail"],
        *,
        symbol: str,
        report_date: str,
        url: str,
    ) -> EarningsNewsDetail: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar/range"],
        *,
        start_date: str,
        end_date: str,
    ) -> list[EarningsItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar/statistics"],
    ) -> EarningsStatistics: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar/symbol/{symbol}"],
        *,
        symbol: str,
        limit: int | None = None,
    ) -> list[EarningsItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar/today"],
    ) -> list[EarningsItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/earnings-calendar/upcoming"],
        *,
        days: int | None = None,
    ) -> list[EarningsItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/email-subscription/unsubscribe"],
        *,
        token: str,
    ) -> UnsubscribeAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/email-subscription/verify"],
        *,
        token: str,
    ) -> VerificationAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/etf"],
        *,
        limit: int | None = None,
        symbols: list[str] | None = None,
    ) -> ListEtfsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/etf/health"],
    ) -> EquityHealthAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/etf/market-overview"],
    ) -> EtfOverviewAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/etf/search"],
        *,
        q: str | None = None,
        query: str | None = None,
        limit: int | None = None,
    ) -> SearchEtfsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/etf/stats"],
    ) -> EquityStatsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/etf/symbol/{symbol}"],
        *,
        symbol: str,
    ) -> EtfAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/etf/symbol/{symbol}/basic"],
        *,
        symbol: str,
    ) -> EtfItem: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/etf/symbol/{symbol}/chart"],
        *,
        symbol: str,
        timeframe: Literal['1M', '5M', '1H', '1D', '1W', '1MO'] | None = None,
        days: Literal[1, 7, 30, 90, 365] | None = None,
        extended: bool | None = None,
    ) -> ChartAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/federal-funds-rate"],
        *,
        order_by: Literal['asc', 'desc'] | None = None,
        interval: Literal['monthly', 'daily'] | None = None,
    ) -> ListingOfFederalFundsRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/federal-funds-rate/chart"],
    ) -> FederalFundsChart: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/federal-funds-rate/current"],
    ) -> FederalFundsRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/federal-funds-rate/recent"],
        *,
        months: int | None = None,
    ) -> ListingOfFederalFundsRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/federal-funds-rate/statistics"],
    ) -> FederalFundsStatistics: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/federal-funds-rate/trend"],
    ) -> FederalFundsTrend: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news"],
        *,
        limit: int | None = None,
        categories: list[Literal['crypto', 'forex', 'merger', 'general']] | None = None,
        symbols: list[str] | None = None,
        page: int | None = None,
        cursor: str | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
        sources: list[str] | None = None,
    ) -> FinancialNewsPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/categories/stats"],
    ) -> FinancialNewsCategoriesAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/category/{category}"],
        *,
        category: Literal['crypto', 'forex', 'merger', 'general'],
        page: int | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
    ) -> FinancialNewsPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/detail/{category}/{news_id}"],
        *,
        category: Literal['crypto', 'forex', 'merger', 'general'],
        news_id: int,
    ) -> FinancialNewsRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/health"],
    ) -> FinancialNewsHealthAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/recent"],
        *,
        hours: int | None = None,
        limit: int | None = None,
        categories: list[Literal['crypto', 'forex', 'merger', 'general']] | None = None,
    ) -> list[FinancialNewsRow]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/search"],
        *,
        limit: int | None = None,
        categories: list[Literal['crypto', 'forex', 'merger', 'general']] | None = None,
        q: str | None = None,
        query: str | None = None,
        sort: Literal['newest', 'relevance'] | None = None,
        page: int | None = None,
        cursor: str | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
        sources: list[str] | None = None,
    ) -> FinancialNewsSearchAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/stats"],
    ) -> FinancialNewsStatsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/symbol/{symbol}"],
        *,
        symbol: str,
        page: int | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        categories: list[Literal['crypto', 'forex', 'merger', 'general']] | None = None,
    ) -> FinancialNewsPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/financial-news/trending-symbols"],
        *,
        days: int | None = None,
        limit: int | None = None,
    ) -> TrendingSymbolsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/health"],
    ) -> ApiHealthAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/inflation"],
        *,
        order_by: Literal['asc', 'desc'] | None = None,
    ) -> ListingOfInflationRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/inflation/chart"],
    ) -> InflationChart: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/inflation/range"],
        *,
        start_year: int,
        end_year: int,
    ) -> ListingOfInflationRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/inflation/recent"],
        *,
        years: int | None = None,
    ) -> ListingOfInflationRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/inflation/statistics"],
    ) -> InflationStatistics: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/inflation/year/{year}"],
        *,
        year: int,
    ) -> InflationRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/ingestion/status"],
    ) -> IngestionStatus: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/ipo-calendar"],
        *,
        start_date: str | None = None,
        end_date: str | None = None,
        exchange: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> IpoPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/ipo-calendar/monthly"],
        *,
        year: int | None = None,
        month: int | None = None,
    ) -> IpoMonth: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/ipo-calendar/statistics"],
    ) -> IpoStatistics: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-calendar"],
        *,
        start: str | None = None,
        end: str | None = None,
    ) -> list[SessionRow]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-calendar/status"],
    ) -> MarketNow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news"],
        *,
        limit: int | None = None,
        skip: int | None = None,
        source: str | None = None,
        exclude_sources: list[str] | None = None,
        search: str | None = None,
        page: int | None = None,
        cursor: str | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
        sources: list[str] | None = None,
    ) -> list[MarketNewsRow] | PagedOfMarketNewsRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment"],
        *,
        min_sentiment: float | None = None,
        max_sentiment: float | None = None,
        sentiment_labels: str | None = None,
        sort_by: Literal['time_published', 'sentiment_score'] | None = None,
        order: Literal['asc', 'desc'] | None = None,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
        cursor: str | None = None,
    ) -> NewsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/batch/{batch_id}"],
        *,
        batch_id: int,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
        cursor: str | None = None,
    ) -> NewsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/bearish"],
        *,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
        cursor: str | None = None,
    ) -> NewsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/bullish"],
        *,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
        cursor: str | None = None,
    ) -> NewsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/info"],
    ) -> SentimentInfo: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/latest"],
        *,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
        cursor: str | None = None,
    ) -> NewsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/neutral"],
        *,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
        cursor: str | None = None,
    ) -> NewsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/sentiment-trends"],
        *,
        interval: Literal['hourly', 'daily'] | None = None,
        days: int | None = None,
        tickers: str | None = None,
        topics: str | None = None,
    ) -> Trends: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/stats"],
        *,
        days: int | None = None,
    ) -> SentimentStats: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/ticker/{symbol}"],
        *,
        symbol: str,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
        cursor: str | None = None,
    ) -> TickerNews: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/ticker/{symbol}/topics"],
        *,
        symbol: str,
        days: int | None = None,
        limit: int | None = None,
    ) -> RelatedAnswerOfTopicOfTicker: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/tickers"],
    ) -> TickerList: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/tickers/ranking"],
        *,
        days: int | None = None,
        top_count: int | None = None,
        bottom_count: int | None = None,
        limit: int | None = None,
        min_mentions: int | None = None,
    ) -> TickerRanking: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/topic/{topic}"],
        *,
        topic: str,
        days: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
        cursor: str | None = None,
    ) -> TopicNews: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/topic/{topic}/tickers"],
        *,
        topic: str,
        days: int | None = None,
        limit: int | None = None,
    ) -> RelatedAnswerOfTickerOfTopic: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/topics"],
    ) -> TopicList: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news-sentiment/topics/ranking"],
        *,
        days: int | None = None,
        top_count: int | None = None,
        bottom_count: int | None = None,
        limit: int | None = None,
        min_mentions: int | None = None,
    ) -> TopicRanking: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news/daily-stats"],
        *,
        days: int | None = None,
    ) -> MarketNewsDailyStatsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news/detail"],
        *,
        source: str,
        url: str,
    ) -> MarketNewsRow: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news/health"],
    ) -> MarketNewsHealthAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news/recent"],
        *,
        hours: int | None = None,
        limit: int | None = None,
    ) -> list[MarketNewsRow]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news/search"],
        *,
        limit: int | None = None,
        skip: int | None = None,
        exclude_sources: list[str] | None = None,
        q: str | None = None,
        query: str | None = None,
        sort: Literal['newest', 'relevance'] | None = None,
        page: int | None = None,
        cursor: str | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
        sources: list[str] | None = None,
    ) -> MarketNewsSearchAnswer | list[MarketNewsRow]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news/sources"],
    ) -> MarketNewsSourcesAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-news/stats"],
    ) -> MarketNewsStatsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/market-sentiment/stats"],
        *,
        days: int | None = None,
    ) -> SentimentStats: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sns"],
        *,
        platform: Literal['all', 'x', 'twitter', 'truthsocial', 'truth_social', 'truth_social_posts', 'truth_social_trends'] | None = None,
        limit: int | None = None,
    ) -> list[PostView]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sns/analysis"],
        *,
        skip: int | None = None,
        limit: int | None = None,
        post_source: Literal['all', 'x', 'twitter', 'truthsocial', 'truth_social', 'truth_social_posts', 'truth_social_trends'] | None = None,
        status: Literal['pending', 'partial', 'complete', 'no_assets'] | None = None,
    ) -> list[AnalysedPost]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sns/analysis/posts"],
        *,
        skip: int | None = None,
        limit: int | None = None,
        post_source: Literal['all', 'x', 'twitter', 'truthsocial', 'truth_social', 'truth_social_posts', 'truth_social_trends'] | None = None,
        status: Literal['pending', 'partial', 'complete', 'no_assets'] | None = None,
    ) -> list[AnalysedPost]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sns/analysis/posts/{post_source}/{post_id}"],
        *,
        post_source: Literal['all', 'x', 'twitter', 'truthsocial', 'truth_social', 'truth_social_posts', 'truth_social_trends'],
        post_id: str,
    ) -> AnalysedPost: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sns/authors"],
    ) -> AuthorLists: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sns/posts"],
        *,
        platform: Literal['all', 'x', 'twitter', 'truthsocial', 'truth_social', 'truth_social_posts', 'truth_social_trends'] | None = None,
        author: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        cursor: str | None = None,
    ) -> PostPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sns/posts/{post_id}"],
        *,
        post_id: str,
        platform: Literal['all', 'x', 'twitter', 'truthsocial', 'truth_social', 'truth_social_posts', 'truth_social_trends'] | None = None,
    ) -> PostView: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sns/stats"],
    ) -> SnsStats: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-calendar"],
        *,
        start_date: str | None = None,
        end_date: str | None = None,
        date: str | None = None,
        symbol: str | None = None,
        sector: str | None = None,
        has_estimate: bool | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> Sp500CalendarPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-calendar/search"],
        *,
        q: str | None = None,
        limit: int | None = None,
    ) -> list[Sp500EarningsItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-calendar/statistics"],
    ) -> Sp500EarningsStatistics: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-calendar/symbol/{symbol}"],
        *,
        symbol: str,
        limit: int | None = None,
    ) -> Sp500EarningsOfCompany: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-calendar/upcoming"],
        *,
        days: int | None = None,
    ) -> list[Sp500EarningsItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-calendar/weekly"],
    ) -> Sp500EarningsWeek: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-news/calendar/{calendar_id}"],
        *,
        calendar_id: int,
    ) -> Sp500ReportNews: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-news/calendar/{calendar_id}/all"],
        *,
        calendar_id: int,
        news_section: Literal['forecast', 'reaction', 'report_day'] | None = None,
        source: str | None = None,
        has_content: bool | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> Sp500NewsPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-news/calendar/{calendar_id}/forecast"],
        *,
        calendar_id: int,
        limit: int | None = None,
    ) -> list[Sp500NewsItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-news/calendar/{calendar_id}/reaction"],
        *,
        calendar_id: int,
        limit: int | None = None,
    ) -> list[Sp500NewsItem]: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500-earnings-news/weekly"],
    ) -> Sp500NewsWeek: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/sp500/stats"],
    ) -> EquityStatsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stats"],
    ) -> ApiStatsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500"],
        *,
        limit: int | None = None,
        symbols: list[str] | None = None,
    ) -> StockListAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/chart/{symbol}"],
        *,
        symbol: str,
        timeframe: Literal['1M', '5M', '1H', '1D', '1W', '1MO'] | None = None,
        days: Literal[1, 7, 30, 90, 365] | None = None,
        extended: bool | None = None,
    ) -> ChartAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/gainers"],
        *,
        limit: int | None = None,
    ) -> StockListAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/health"],
    ) -> EquityHealthAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/losers"],
        *,
        limit: int | None = None,
    ) -> StockListAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/market-overview"],
    ) -> MarketOverviewAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/most-active"],
        *,
        limit: int | None = None,
    ) -> StockListAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/search"],
        *,
        q: str | None = None,
        query: str | None = None,
        limit: int | None = None,
    ) -> SearchStocksAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/stats"],
    ) -> EquityStatsAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/stocks/sp500/symbol/{symbol}"],
        *,
        symbol: str,
    ) -> StockAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/treasury-yield"],
        *,
        page: int | None = None,
        size: int | None = None,
        maturity: Literal['3month', '2year', '5year', '7year', '10year', '30year'] | None = None,
        start_date: str | None = None,
        end_date: str | None = None,
        order_by: Literal['date_desc', 'date_asc', 'yield_desc', 'yield_asc'] | None = None,
        interval: Literal['daily', 'monthly'] | None = None,
    ) -> TreasuryPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/treasury-yield/chart"],
        *,
        maturity: Literal['3month', '2year', '5year', '7year', '10year', '30year'] | None = None,
        period: Literal['1month', '3months', '6months', '1year', '2years', '5years', 'max'] | None = None,
        interval: Literal['daily', 'monthly'] | None = None,
    ) -> TreasuryChart: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/treasury-yield/maturity/{maturity}"],
        *,
        maturity: Literal['3month', '2year', '5year', '7year', '10year', '30year'],
        page: int | None = None,
        size: int | None = None,
        interval: Literal['daily', 'monthly'] | None = None,
    ) -> TreasuryPage: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/treasury-yield/recent"],
        *,
        days: int | None = None,
        interval: Literal['daily', 'monthly'] | None = None,
    ) -> RecentTreasury: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/treasury-yield/statistics"],
        *,
        interval: Literal['daily', 'monthly'] | None = None,
    ) -> TreasuryStatistics: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/treasury-yield/trends"],
        *,
        interval: Literal['daily', 'monthly'] | None = None,
    ) -> TreasuryTrends: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/treasury-yield/yield-curve"],
        *,
        target_date: str | None = None,
        date: str | None = None,
        interval: Literal['daily', 'monthly'] | None = None,
    ) -> YieldCurveAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/api/v1/ws/health"],
    ) -> StreamHealthAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/health"],
    ) -> HealthAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/health/detailed"],
    ) -> DetailedHealthAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/health/live"],
    ) -> ProbeAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/health/ready"],
    ) -> ProbeAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/health/startup"],
    ) -> ProbeAnswer: ...

    @overload
    def get(
        self,
        path: Literal["/ws/status"],
    ) -> StreamStatusAnswer: ...

    def get(self, path: str, **parameters: Any) -> Any:
        return self._send("GET", path, parameters)

    @overload
    def post(
        self,
        path: Literal["/api/v1/admin/jobs/{name}/run"],
        *,
        name: str,
    ) -> RunRequested: ...

    @overload
    def post(
        self,
        path: Literal["/api/v1/email-subscription/subscribe"],
        body: SubscribeRequest,
    ) -> SubscribeAnswer: ...

    @overload
    def post(
        self,
        path: Literal["/api/v1/email-subscription/unsubscribe"],
        body: UnsubscribeRequest | None = None,
    ) -> UnsubscribeAnswer: ...

    @overload
    def post(
        self,
        path: Literal["/api/v1/email-subscription/verify"],
        body: VerifyRequest | None = None,
    ) -> VerificationAnswer: ...

    def post(self, path: str, body: object = None, **parameters: Any) -> Any:
        return self._send("POST", path, parameters, body)
