// Made from /openapi/v1.json by scripts/generate.mjs: change the API and run it again.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start here
         * @description Browsers (Accept: text/html) get a page with the live boards, programs the links.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RootAnswer"];
                        "text/html": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is here?
         * @description The routers of this API with their prefixes, the streams and the documents.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiInfoAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/ingestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Feeds by replica and budgets of providers (admin)
         * @description Needs the header X-Api-Key. For every live feed which replica holds it and why it last stopped; for every provider the calls made of its budget. Runs of jobs with their errors: /api/v1/admin/jobs.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IngestionDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs and their last runs (admin)
         * @description Needs the header X-Api-Key. The last ten runs of each job, newest first, with what failed and why.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a job now (admin)
         * @description Needs the header X-Api-Key. The answer comes at once; the run and its outcome are seen in GET /api/v1/admin/jobs. A job that is running already is not run twice at once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Name of the job: bithumb-markets. */
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunRequested"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance sheets of all companies
         * @description Newest fiscal date first, then by symbol. Amounts are decimal texts in the reported currency. An unknown company is an empty page.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Last fiscal date, included. */
                    end_date?: string;
                    /** @description From 1. */
                    page?: number;
                    /** @description Rows a page. */
                    size?: number;
                    /** @description First fiscal date. */
                    start_date?: string;
                    /**
                     * @description Only this company, in any case.
                     * @example AAPL
                     */
                    symbol?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BalanceSheetPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/analysis/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Financial health of one company
         * @description Score: mean of the ratios' points (우수 100, 양호 80, 보통 60, 위험 20) by weight (current 25, debt to assets 25,
         *     equity 20, cash 15, quick 10, debt to equity 5), over the ratios that can be rated; based_on and coverage say which and how much of the weight. 85 and more is A+, 75 A, 65 B+, 55 B, 45 C+,
         *     35 C, below D. To banks, insurers, other financial
         *     companies, property trusts and utilities these ratios do not apply: grade N/A, score null, reason not_applicable. Texts are
         *     information, not advice.
         *     404 when no balance sheet is held, or none of these ratios can be rated.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of the texts: ko or en. Labels (우수, 양호, 보통, 위험) stay as they are. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/period/{period_date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance sheets of one date
         * @description All companies whose period ends on exactly that day, by symbol; `/periods` lists the days. 404 when there is none.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of companies. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description A fiscal date: 2026-06-30. */
                    period_date: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PeriodAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fiscal dates with balance sheets
         * @description The days that periods of at least one company end on, newest first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PeriodsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/ratios/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ratios of one company
         * @description Of the latest balance sheet; zero is a value, a missing line or a zero divisor gives null. Bands (우수 / 양호 / 보통, else 위험):
         *     current_ratio = current assets / current liabilities (2 / 1.5 / 1); quick_ratio without inventory (1 / 0.8 / 0.5);
         *     cash_ratio = cash / current liabilities (0.3 / 0.2 / 0.1);
         *     debt_to_asset = liabilities / assets (up to 0.3 / 0.5 / 0.7); debt_to_equity (up to 0.5 / 1 / 2; negative equity is 위험
         *     without a value); equity_ratio = equity / assets
         *     (0.7 / 0.5 / 0.3); inventory_ratio = inventory / assets (up to 0.05 / 0.1 / 0.2). To banks, insurers, other financial
         *     companies, property trusts and
         *     utilities (by GICS) these bands do not apply: their ratios are null with the reason not_applicable.
         *     404 when no balance sheet is held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of the texts: ko or en. Labels (우수, 양호, 보통, 위험) stay as they are. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RatiosAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance sheets in figures
         * @description Over each company's latest balance sheet within two quarters of the newest date held: fiscal years end in different months. 404 while nothing is held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatisticsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/symbol/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance sheets of one company
         * @description Newest first; 404 when none is held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of periods. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BalanceSheetRow"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/symbol/{symbol}/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest balance sheet of one company
         * @description The latest period alone; with `limit` the bare list of that many, newest first. 404 when none is held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of sheets: the answer is then a list of the latest ones; without it the latest alone. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BalanceSheetRow"] | components["schemas"]["BalanceSheetRow"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/symbols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Companies with balance sheets
         * @description Their symbols, ascending.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SymbolsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance-sheet/trends/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trends of one company
         * @description The latest period against the one before, in billions: change_rate = change / |previous| x 100, 2 decimals; 유지 below 1 %,
         *     else 증가 or 감소. comparison says whether the two lie
         *     a quarter or a year apart. Each metric comes with its series over `periods`. A metric that either period does not report is
         *     left out and named in not_reported.
         *     404 with fewer than two periods.
         */
        get: {
            parameters: {
                query?: {
                    /** @description quarterly: every quarter's end; annual: the ends of fiscal years alone. */
                    period_type?: "quarterly" | "annual";
                    /** @description Number of periods of the series. */
                    periods?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrendsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company-news/symbol/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News of a company
         * @description News of the last days of a member of the S&P 500 or of a mover, newest first. 404 for a symbol that is neither.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanyNewsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company-news/trending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Movers of the last session with their news
         * @description The 20 stocks that gained most, the 10 that lost most and the 10 that traded most, taken at the close of each session, each with its news of the last days; one without news has an empty list. 404 before the first batch.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only news of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Movers at most. */
                    limit?: number;
                    /** @description Movers left out at the beginning. */
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrendingAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company-news/trending/batch/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Movers of one session with their news
         * @description As it was when the next batch came: the news are those of the days before that. 404 for a batch that is not held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only news of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Movers at most. */
                    limit?: number;
                    /** @description Movers left out at the beginning. */
                    offset?: number;
                };
                header?: never;
                path: {
                    /** @description The batch's number, its session's day: 20261123. */
                    batch_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrendingAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company-news/trending/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories of movers
         * @description What the lists of a batch hold, and how many places of each are taken in the latest one.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CategoryList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company-news/trending/category/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Movers of one category with their news
         * @description Those that gained most, lost most, or traded most in the last session, by rank. 404 before the first batch.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only news of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Movers at most. */
                    limit?: number;
                    /** @description Movers left out at the beginning. */
                    offset?: number;
                };
                header?: never;
                path: {
                    /** @description top_gainers, top_losers or most_actively_traded. */
                    category: "top_gainers" | "top_losers" | "most_actively_traded";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrendingCategoryAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumer price index of all months
         * @description Newest first unless order_by is asc. A month that was never published (October 2025) is not listed.
         */
        get: {
            parameters: {
                query?: {
                    /** @description desc (newest first) or asc. */
                    order_by?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingOfCpiRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumer price chart
         * @description All months, oldest first, each with its rate against the same month a year before. Changes are found by date: a month that was never published leaves null where it would be compared with. The figures are null while nothing is held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CpiChart"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two months
         * @description How much prices rose from one month to a later one; any day of a month names it. 404 names the nearest months when one is not held.
         */
        get: {
            parameters: {
                query: {
                    /** @description Any day of the second month, which is a later one. */
                    end_date: string;
                    /** @description Any day of the first month. */
                    start_date: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CpiComparison"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Latest consumer price index
         * @description The newest month that is published.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CpiRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi/inflation-analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inflation of the last 12 months
         * @description Year-over-year rates of the last 12 and 6 months and their means. Trend: mean of the recent six rates against the six before, more than 0.5 percentage points is accelerating or decelerating. Volatility score: twice the population standard deviation of the rates, at most 10. Price stability by the 12-month mean: below 1 % stable, below 3 % moderate_inflation, else high_inflation. 404 while no yearly rate is known.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InflationAnalysis"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi/month/{year}/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumer price index of one month
         * @description The index with its changes and its rank among the months of its calendar year that are published. 404 names the nearest months.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 1 to 12. */
                    month: number;
                    /** @description Calendar year. */
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CpiMonth"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumer price index of the last months
         * @description The newest published months, newest first; as many as `months` says.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of months. */
                    months?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingOfCpiRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumer price figures
         * @description Latest index, its changes, and mean, highest and lowest of the last 12 months. Trend: rising or falling when the last three values are strictly monotone, else stable. 404 while nothing is held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CpiStatistics"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cpi/year/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumer price index of one year
         * @description The year's months that are published, oldest first. 404 names the nearest months when there is none.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Calendar year. */
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingOfCpiRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * KRW markets by price
         * @description Highest price first, ties by market code, markets without a price last; `condition` flags those that are suspended, warned of or not traded. The bare list; with `page` an object `{total, items, page, limit, has_next}`. `symbols` keeps those markets alone; symbols that are not traded here are left out.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                    /** @description Page, from 1; cannot be given together with skip. */
                    page?: number;
                    /** @description Number of markets to skip. */
                    skip?: number;
                    /** @description Only these, up to 200: BTC, KRW-BTC or 비트코인, in any case; repeated, or with commas. */
                    symbols?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CryptoItem"][] | components["schemas"]["CryptoPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One KRW market
         * @description By coin (BTC), market code (KRW-BTC) or name (비트코인, Bitcoin), in any spelling.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Coin or market in any case (btc, BTC, KRW-BTC), or the Korean or English name (비트코인, Bitcoin).
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CryptoItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/concept/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a coin is
         * @description Background, categories in plain words, links, features, position, an explanation and questions with answers. All of it is derived from facts; where there is none, the field is null and the question is left out. Texts in Korean or English (`lang`, else Accept-Language).
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of free texts: ko or en. Without it Accept-Language decides, else Korean. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConceptAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/concept/{symbol}/basic-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A coin's names and position
         * @description The parts `basic_info` and `market_position` of the concept.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of free texts: ko or en. Without it Accept-Language decides, else Korean. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConceptBasicsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/concept/{symbol}/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A coin's categories
         * @description The part `category_info` of the concept: CoinGecko's categories, their Korean names, and the one that says most in plain words.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of free texts: ko or en. Without it Accept-Language decides, else Korean. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConceptCategoriesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/derivatives/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Derivatives of a coin
         * @description Perpetuals and dated futures on all markets in the latest batch. Funding rates are percent per 8 hours, for markets of any interval. Everything is null for a coin without derivatives.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) and its Korean name (비트코인) are taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DerivativesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/ecosystem/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A project's ecosystem
         * @description Development, community, market position, comparison, and what the data lacks; numbers and how to read them. Scores of maturity, innovation and competition come with their inputs and weights (docs/crypto-scores.md). Texts in Korean or English (`lang`, else Accept-Language).
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of free texts: ko or en. Without it Accept-Language decides, else Korean. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EcosystemAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/ecosystem/{symbol}/community": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Community of a project
         * @description The part `community_metrics` of the ecosystem, here named `community_health`: people on Telegram and Reddit, and bands to read the sizes by.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of free texts: ko or en. Without it Accept-Language decides, else Korean. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommunityAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/ecosystem/{symbol}/development": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Development of a project
         * @description The part `development_activity` of the ecosystem: commits, stars, issues, and bands to read them by. Null where a project publishes no code.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of free texts: ko or en. Without it Accept-Language decides, else Korean. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DevelopmentAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/ecosystem/{symbol}/market": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A coin's place in the market
         * @description The part `market_position` of the ecosystem: rank, its band, the share of coins behind it, and its place within its category.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of free texts: ko or en. Without it Accept-Language decides, else Korean. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketPositionAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/ecosystem/{symbol}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ecosystem in a few lines
         * @description One sentence, key numbers, what stands out (rank to 10, more than 200 commits in four weeks, 100,000 people on Telegram, 10,000 stars), what to look into (no commits, less than 70 % of the data, no Telegram), and next steps.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of free texts: ko or en. Without it Accept-Language decides, else Korean. */
                    lang?: "ko" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EcosystemSummaryAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/investment/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Investment analysis of a coin
         * @description Market data, supply, kimchi premium, derivatives, the market as a whole, risk, opportunity and usual portfolio shares. Declared decimals are texts; scores come with their inputs and weights (docs/crypto-scores.md), and unknown values are null. Information, not advice.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) and its Korean name (비트코인) are taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvestmentAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/investment/{symbol}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * KRW chart of a coin
         * @description Bars of the domestic exchange: 30M in 10 seconds, 1H in 30 seconds, 1D in 5 minutes, 1W in 30 minutes, 1MO in hours. What lies before our own trades began stands in minutes. Bars without a trade are left out. 404 for a coin that the exchange does not list.
         */
        get: {
            parameters: {
                query?: {
                    /** @description 30M, 1H, 1D, 1W or 1MO. */
                    timeframe?: "30M" | "1H" | "1D" | "1W" | "1MO";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvestmentChart"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/kimchi-premium/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kimchi premium
         * @description What a coin costs on domestic exchanges (bithumb live, upbit) against the volume-weighted price on USD and USDT venues elsewhere, at a stated USD/KRW rate. Flagged, old and outlying quotes are left out and counted; they stand at the end of the lists with the reason. Without fresh inputs the premium is null and `reason` says why. Decimals inside `kimchi_premium` are texts where the contract declares them so.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) and its Korean name (비트코인) are taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KimchiPremiumAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/kimchi-premium/{symbol}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kimchi premium over time
         * @description Days begin at 00:00 in Seoul. By exchange one point a day, the latest; `premium_trend` a day and `premium_points` an hour by the one definition. Points were measured (`method` live or venues), or worked out later from the provider's hourly world price and the exchange's own bars (`market_chart`). Bithumb's days come from its own bars; of the other exchanges the provider gives present prices only, so they have points from the day on which they were first collected. `statistics.venue_history` says for each exchange since when there are points, and why not before.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Days in Seoul, today included. */
                    days?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KimchiPremiumChart"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/details/kimchi-premium/{symbol}/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kimchi premium, pair by pair
         * @description Every domestic venue against every venue elsewhere, of those that enter the premium (flagged, old and outlying ones do not). `summary` is the one premium over all of them; `statistics` are over the pairs left after min_volume.
         */
        get: {
            parameters: {
                query?: {
                    /** @description USD in 24 hours: pairs of which both sides trade less are dropped. */
                    min_volume?: number;
                    /** @description premium_desc, premium_asc, volume_desc or volume_asc; volume is that of both sides. */
                    sort_by?: "premium_desc" | "premium_asc" | "volume_desc" | "volume_asc";
                };
                header?: never;
                path: {
                    /**
                     * @description Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.
                     * @example BTC
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KimchiPremiumDetailedAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crypto/top": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Most traded KRW markets
         * @description By KRW traded in the last 24 hours, most first; ties by market code. Markets that are suspended, warned of or not traded for a day are left out.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CryptoItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Earnings calendar
         * @description Dates ascend, equal ones by symbol. Without dates the list begins today (New York), or earlier when the limit has room for more than all coming rows.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Last report date, included. */
                    end_date?: string;
                    /** @description Rows a page. */
                    limit?: number;
                    /** @description Rows left out at the beginning. */
                    offset?: number;
                    /** @description First report date. */
                    start_date?: string;
                    /**
                     * @description A symbol or its beginning, in any case.
                     * @example AAPL
                     */
                    symbol?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarPageOfEarningsItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News around earnings reports
         * @description From ten days before a report of an S&P 500 company to three after it, with headlines about earnings; newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Last day or moment of publication, included. */
                    end_published_date?: string;
                    /** @description Last report date, included. */
                    end_report_date?: string;
                    /** @description Stories a page. */
                    limit?: number;
                    /** @description Stories left out at the beginning. */
                    skip?: number;
                    /** @description Only these publishers, in any case: repeated, or with commas. */
                    sources?: string[];
                    /** @description First day or moment of publication. */
                    start_published_date?: string;
                    /** @description First report date. */
                    start_report_date?: string;
                    /** @description Only these companies: repeated, or with commas. */
                    symbols?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsNewsPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar-news/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News around a company's reports
         * @description Of reports between two dates when they are given. Newest first; 404 when no report of the company is on the calendar.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Last report date, included. */
                    end_date?: string;
                    /** @description Stories a page. */
                    limit?: number;
                    /** @description Stories left out at the beginning. */
                    skip?: number;
                    /** @description First report date. */
                    start_date?: string;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsNewsPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar-news/{symbol}/{report_date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News around one report
         * @description Newest first. 404 when no report of that company and date is on the calendar.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Stories a page. */
                    limit?: number;
                    /** @description Stories left out at the beginning. */
                    skip?: number;
                };
                header?: never;
                path: {
                    /** @description Date of the report, New York. */
                    report_date: string;
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsNewsPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar-news/{symbol}/{report_date}/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One story about a report
         * @description Trackers, www. and a trailing slash of the address do not matter. 404 when it is not held of that report.
         */
        get: {
            parameters: {
                query: {
                    /** @description Address of the article. */
                    url: string;
                };
                header?: never;
                path: {
                    /** @description Date of the report, New York. */
                    report_date: string;
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsNewsDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar-news/calendar/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A company's reports with their news counted
         * @description By date. 404 when no report of the company is on the calendar; empty when none is in that year or month.
         */
        get: {
            parameters: {
                query: {
                    /** @description Month, 1 to 12; the whole year when absent. */
                    month?: number;
                    /** @description Year, 2020 to 2030. */
                    year: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportWithNews"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar-news/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search news around reports
         * @description In headline and summary of stories about reports; newest first. Words in any order, "phrases", -word to exclude, or between words for either. English words in any form; Korean words by their beginning; names with signs as they are written (AT&T, BRK.B); an English stop word in capitals as a ticker (ALL, IT).
         */
        get: {
            parameters: {
                query: {
                    /** @description Last report date, included. */
                    end_date?: string;
                    /** @description Stories a page. */
                    limit?: number;
                    /**
                     * @description Words to find: words, "phrases", -exclusions.
                     * @example apple
                     */
                    q: string;
                    /** @description Stories left out at the beginning. */
                    skip?: number;
                    /** @description First report date. */
                    start_date?: string;
                    /** @description Only these companies: repeated, or with commas. */
                    symbols?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsNewsFound"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar-news/summary/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News around the reports of the last days
         * @description Reports of the last `days` days, today (New York) included. News is gathered around reports of S&P 500 companies.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of days back, today included. */
                    days?: number;
                    /** @description Number of companies in the ranking. */
                    top_symbols?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecentEarningsNews"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar/range": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports between two dates
         * @description Both dates included; by date, then symbol. All of them: page through the calendar itself for a longer span.
         */
        get: {
            parameters: {
                query: {
                    /** @description Last report date, included; at most 366 days after the first. */
                    end_date: string;
                    /** @description First report date. */
                    start_date: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of the earnings calendar
         * @description Today and the week (Monday to Sunday) are New York's. Reports of which no currency is known count among the others.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsStatistics"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar/symbol/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports of a company
         * @description Coming reports first, the nearest in front; then past ones, the newest in front. 404 when none is held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports of today
         * @description Today is the date in New York. By symbol; empty when no company reports.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings-calendar/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coming reports
         * @description From today (New York) until `days` days later, both included; by date, then symbol.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of days after today, both ends included. */
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EarningsItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email-subscription/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe to the weekly earnings mail
         * @description Double opt-in: a mail with a link is sent, and only the button behind that link starts the subscription. The answer does not show whether the address is known. At most 5 calls an hour about one address and 20 by one client; past that 429 with Retry-After.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubscribeRequest"];
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubscribeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email-subscription/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page behind an unsubscribe link
         * @description A page with one button, which posts to the same address; JSON when Accept prefers it. Opening it changes nothing. The links of all mails ever sent keep working.
         */
        get: {
            parameters: {
                query: {
                    /** @description The secret of the mail's link. */
                    token: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnsubscribeAnswer"];
                        "text/html": string;
                    };
                };
            };
        };
        put?: never;
        /**
         * Unsubscribe
         * @description With the token of a mail's link (body or query; a form with List-Unsubscribe=One-Click is fine): cancels at once and erases the address; doing it again changes nothing. With an address alone: a mail with the link is sent if the address has a subscription, and the answer does not show whether. The limits of subscribing hold for this too.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "*/*": components["schemas"]["UnsubscribeRequest"];
                    "application/json": components["schemas"]["UnsubscribeRequest"];
                    "application/x-www-form-urlencoded": components["schemas"]["UnsubscribeRequest"];
                    "multipart/form-data": components["schemas"]["UnsubscribeRequest"];
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnsubscribeAnswer"];
                        "text/html": string;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email-subscription/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page behind a verification link
         * @description A page with one button, which posts to the same address; JSON when Accept prefers it. Opening it changes nothing. An expired, used or unknown link is 400, each with its own words.
         */
        get: {
            parameters: {
                query: {
                    /** @description The secret of the mail's link. */
                    token: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerificationAnswer"];
                        "text/html": string;
                    };
                };
            };
        };
        put?: never;
        /**
         * Confirm a subscription
         * @description Starts the subscription that the link belongs to and mails the coming week's earnings once. A link works once and for 24 hours; an expired, used or unknown one is 400, each with its own words. JSON; a page for browsers.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "*/*": components["schemas"]["VerifyRequest"];
                    "application/json": components["schemas"]["VerifyRequest"];
                    "application/x-www-form-urlencoded": components["schemas"]["VerifyRequest"];
                    "multipart/form-data": components["schemas"]["VerifyRequest"];
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerificationAnswer"];
                        "text/html": string;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/etf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ETFs by price
         * @description Highest price first, ties by symbol, ETFs without a price last; with `symbols` those alone; symbols that are not on the board are left out.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of ETFs; by default 50, or all that symbols names. */
                    limit?: number;
                    /** @description Only these, up to 200, in any case; repeated, or with commas. */
                    symbols?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListEtfsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/etf/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health of the ETF data
         * @description `degraded` when no trade arrived for 60 s while the market is open; 503 when PostgreSQL is gone.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Healthy or degraded. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquityHealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/etf/market-overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ETFs at a glance
         * @description Advancers and decliners, averages, and the five largest gainers, losers and most active funds, all from one moment.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EtfOverviewAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/etf/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search ETFs
         * @description The symbol or whole name that the text is comes first, then symbols that begin with it, then names with a word that does, then the rest that contain it. Korean names, short names, signs and cases make no difference: 애플, ａａｐｌ, AT&T, att.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of results. */
                    limit?: number;
                    /**
                     * @description Symbol, its beginning, or a part of the English or Korean name.
                     * @example vanguard
                     */
                    q?: string;
                    /** @description The same under its other name. */
                    query?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchEtfsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/etf/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts of the ETF data
         * @description How many funds are listed, priced and traded today, and where the stream stands.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquityStatsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/etf/symbol/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One ETF
         * @description Price and change against the previous close of the price's own session, and the fund's profile: weights in `profile` are fractions, in the chart data percent. Until the profile has been collected its expense ratio alone is known.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example SPY
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EtfAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/etf/symbol/{symbol}/basic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One ETF's price
         * @description The `basic_info` of the ETF's page alone.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example SPY
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EtfItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/etf/symbol/{symbol}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An ETF's chart
         * @description As the S&P 500 chart, but here 1M is one month, as 1MO (docs/decisions/0080), and `timestamp` is `HH:mm` for 1D and `MM/dd` for 1W and 1MO: the front end draws it as it is.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The same in days: 1, 7, 30, 90, 365; 30 when neither is given. */
                    days?: 1 | 7 | 30 | 90 | 365;
                    /** @description Whether pre-market and after-hours are shown too; without it only regular sessions are. */
                    extended?: boolean;
                    /**
                     * @description A window back from now: 1M (one minute), 5M, 1H, 1D, 1W, 1MO (one month).
                     * @example 1D
                     */
                    timeframe?: "1M" | "5M" | "1H" | "1D" | "1W" | "1MO";
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example SPY
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChartAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/federal-funds-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Federal funds rate of all months
         * @description Effective rate, percent, mean of the month; with `interval=daily` the days of the last two years. Newest first unless order_by is asc.
         */
        get: {
            parameters: {
                query?: {
                    /** @description monthly: means of months; daily: the days of the last two years. */
                    interval?: "monthly" | "daily";
                    /** @description desc (newest first) or asc. */
                    order_by?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingOfFederalFundsRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/federal-funds-rate/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Federal funds rate chart
         * @description All months, oldest first. The trend is that of the last change: more than 0.01 percentage points up is rising, down falling, else stable. The figures are null while nothing is held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FederalFundsChart"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/federal-funds-rate/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Latest federal funds rate
         * @description The rate of the newest day that is published (interval_type daily); the newest month while no days are held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FederalFundsRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/federal-funds-rate/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Federal funds rate of the last months
         * @description The newest published months, newest first; as many as `months` says.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of months. */
                    months?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingOfFederalFundsRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/federal-funds-rate/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Federal funds rate figures
         * @description Latest and previous rate, and mean (3 decimals), highest and lowest of the last 12 months. 404 while nothing is held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FederalFundsStatistics"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/federal-funds-rate/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Federal funds rate trend
         * @description Direction: the last value against the mean of the two before it (more than 0.1 percentage points). Phase: the mean of the last three against the mean of the three before (more than 0.2). Volatility score: twice the population standard deviation of the last 12 months, at most 10. 404 while fewer than six months are held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FederalFundsTrend"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Financial news, newest first
         * @description Filters of one kind are alternatives, filters of different kinds must all hold. Ties of time stand by key.
         */
        get: {
            parameters: {
                query?: {
                    /** @description crypto, forex, merger, general; may be given several times. */
                    categories?: ("crypto" | "forex" | "merger" | "general")[];
                    /** @description next_cursor of the page before: continues after it, also when articles were added. */
                    cursor?: string;
                    /** @description Last day or moment of publication, included. */
                    end_date?: string;
                    /** @description Articles a page. */
                    limit?: number;
                    /** @description Page, from 1. */
                    page?: number;
                    /** @description Publishers: a name, or the beginning of a name or host, in any case; may be given several times. */
                    sources?: string[];
                    /** @description First day or moment of publication. */
                    start_date?: string;
                    /** @description Symbols that articles are about, whole and in any case; may be given several times. */
                    symbols?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/categories/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Financial news by category
         * @description A category without articles has 0.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsCategoriesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/category/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Financial news of one category
         * @description Newest first, ties by key. An unknown category is 400 with the four names.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before: continues after it, also when articles were added. */
                    cursor?: string;
                    /** @description Last day or moment of publication, included. */
                    end_date?: string;
                    /** @description Articles a page. */
                    limit?: number;
                    /** @description Page, from 1. */
                    page?: number;
                    /** @description First day or moment of publication. */
                    start_date?: string;
                };
                header?: never;
                path: {
                    /** @description crypto, forex, merger or general. */
                    category: "crypto" | "forex" | "merger" | "general";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/detail/{category}/{news_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One article
         * @description By category and number; 404 when it is not held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description crypto, forex, merger or general. */
                    category: "crypto" | "forex" | "merger" | "general";
                    /** @description The provider's number, from 1. */
                    news_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health of the financial news
         * @description `healthy` within 3 hours of the last fetch, which is hourly, else `stale`; 503 when PostgreSQL is gone.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Healthy or stale. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsHealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Financial news of the last hours
         * @description Newest first, ties by key.
         */
        get: {
            parameters: {
                query?: {
                    /** @description crypto, forex, merger, general; may be given several times. */
                    categories?: ("crypto" | "forex" | "merger" | "general")[];
                    /** @description Span in hours. */
                    hours?: number;
                    /** @description Largest number of rows. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsRow"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search financial news
         * @description Words in any order, "phrases", -word to exclude, or between words for either. English words in any form; Korean words by their beginning; names with signs as they are written (AT&T, BRK.B); an English stop word in capitals as a ticker (ALL, IT). Over headline and summary; `match` shows where.
         */
        get: {
            parameters: {
                query?: {
                    /** @description crypto, forex, merger, general; may be given several times. */
                    categories?: ("crypto" | "forex" | "merger" | "general")[];
                    /** @description next_cursor of the page before: continues after it, also when articles were added. */
                    cursor?: string;
                    /** @description Last day or moment of publication, included. */
                    end_date?: string;
                    /** @description Articles a page. */
                    limit?: number;
                    /** @description Page, from 1. */
                    page?: number;
                    /**
                     * @description Words to find: words, "phrases", -exclusions.
                     * @example apple
                     */
                    q?: string;
                    /** @description The same under its older name. */
                    query?: string;
                    /** @description newest (first) or relevance (best match first). */
                    sort?: "newest" | "relevance";
                    /** @description Publishers: a name, or the beginning of a name or host, in any case; may be given several times. */
                    sources?: string[];
                    /** @description First day or moment of publication. */
                    start_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsSearchAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Totals of financial news
         * @description How many articles are held, and from when to when.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsStatsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/symbol/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Financial news about a symbol
         * @description Articles whose related symbols hold it as a whole: A does not find AAPL. Empty for a symbol that no article names. Newest first, ties by key.
         */
        get: {
            parameters: {
                query?: {
                    /** @description crypto, forex, merger, general; may be given several times. */
                    categories?: ("crypto" | "forex" | "merger" | "general")[];
                    /** @description next_cursor of the page before: continues after it, also when articles were added. */
                    cursor?: string;
                    /** @description Articles a page. */
                    limit?: number;
                    /** @description Page, from 1. */
                    page?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case (AAPL, BTC), or the whole Korean name of a US company (애플).
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinancialNewsPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/financial-news/trending-symbols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Symbols most written about
         * @description By the number of articles that name the symbol. An article that stands in two categories counts in both.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Span in days of 24 hours. */
                    days?: number;
                    /** @description Largest number of rows. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrendingSymbolsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health in one line
         * @description healthy, degraded or unhealthy, by the last background probe; see /health/detailed for each part.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiHealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inflation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inflation of all years
         * @description US consumer price inflation, percent a year. Newest first unless order_by is asc.
         */
        get: {
            parameters: {
                query?: {
                    /** @description desc (newest first) or asc. */
                    order_by?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingOfInflationRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inflation/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inflation chart
         * @description All years, oldest first, with the latest, mean (3 decimals), lowest and highest rate; the figures are null while nothing is held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InflationChart"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inflation/range": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inflation of a range of years
         * @description Oldest first, both ends included; empty when nothing is held between them.
         */
        get: {
            parameters: {
                query: {
                    /** @description Last year, included, to 2100. */
                    end_year: number;
                    /** @description First year, from 1900. */
                    start_year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingOfInflationRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inflation/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inflation of the last years
         * @description The newest published years, newest first; as many as `years` says.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of years. */
                    years?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingOfInflationRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inflation/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inflation figures
         * @description Latest year, mean (3 decimals), lowest and highest rate over all years held. 404 while nothing is held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InflationStatistics"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inflation/year/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inflation of one year
         * @description 404 names the nearest years that are held.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Calendar year. */
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InflationRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ingestion/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of data sets and live feeds
         * @description For every data set its schedule, last runs and state: fresh, stale (the last success is older than it may be), failing (the last run failed; stored data is still served), not_configured (its provider has no key here) or pending (not filled yet). For every live feed whether it is connected and when the last event came. Reasons of failures and budgets: the admin routes.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IngestionStatus"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ipo-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * IPO calendar
         * @description Dates ascend, equal ones by symbol. Without dates the list begins today (New York), or earlier when the limit has room for more than all coming rows.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Last date, included. */
                    end_date?: string;
                    /** @description A part of the exchange's name (NASDAQ, NYSE) or of the provider's text for it, in any case. */
                    exchange?: string;
                    /** @description Rows a page. */
                    limit?: number;
                    /** @description Rows left out at the beginning. */
                    offset?: number;
                    /** @description First date. */
                    start_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IpoPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ipo-calendar/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * IPOs of a month
         * @description By date, then symbol. A part that is not given is the present one in New York: without year the month of this year.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Month, 1 to 12; this one when absent. */
                    month?: number;
                    /** @description Year; this one when absent. */
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IpoMonth"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ipo-calendar/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of the IPO calendar
         * @description Days and months are New York's. Price ranges in other currencies, or with an end unknown, are in no mean.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IpoStatistics"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * NYSE sessions
         * @description Trading days of the New York Stock Exchange from 1990 to 2040, ascending: regular open and close as UTC instants. Without parameters the next 30 days.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Last date, included. */
                    end?: string;
                    /** @description First date, New York. */
                    start?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionRow"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-calendar/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the US market open?
         * @description The phase of the trading day now: pre (from 04:00 New York), regular, post (to four hours after the close) or closed; and the next regular open and close. In a replay, now is the recording's time.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Market news, newest first
         * @description The bare list of articles; with `page` or `cursor` an object `{total, items, page, limit, has_next, next_cursor}`. Ties of time stand by key. Of a search at most 5,000 articles are counted.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before: continues after it, also when articles were added. */
                    cursor?: string;
                    /** @description Last day or moment of publication, included. */
                    end_date?: string;
                    /** @description Publishers to leave out, written likewise. */
                    exclude_sources?: string[];
                    /** @description Articles at most. By default 20 a page, and 100 in the bare list. */
                    limit?: number;
                    /** @description Page, from 1. */
                    page?: number;
                    /** @description Words to find, as in the search. */
                    search?: string;
                    /** @description Number of articles to skip. */
                    skip?: number;
                    /** @description A publisher: its name, or the beginning of its name or host, in any case. */
                    source?: string;
                    /** @description Publishers: a name, or the beginning of a name or host, in any case; may be given several times. */
                    sources?: string[];
                    /** @description First day or moment of publication. */
                    start_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNewsRow"][] | components["schemas"]["PagedOfMarketNewsRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News with sentiment
         * @description Newest first, or by score; each article once, as its latest batch brought it. Pages by limit and offset, by limit and page, or, in the order of time, by cursor. Articles without a score stand last and pass no score filter.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the answer before: continues after its last article, also when articles were added. */
                    cursor?: string;
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Overall score at or below, -1 to 1. */
                    max_sentiment?: number;
                    /** @description Overall score at or above, -1 to 1. */
                    min_sentiment?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description desc or asc. */
                    order?: "asc" | "desc";
                    /** @description From 1, in place of offset. */
                    page?: number;
                    /** @description Any of these labels, with commas between: the provider's (Bullish, Somewhat-Bullish, Neutral, Somewhat-Bearish, Bearish) or ours (매우긍정적 ...). */
                    sentiment_labels?: string;
                    /** @description time_published or sentiment_score. */
                    sort_by?: "time_published" | "sentiment_score";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/batch/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One batch of news with sentiment
         * @description What one day's run collected, newest first; an article that a later run brought again is in that later batch. 404 for a batch that is not held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the answer before: continues after its last article, also when articles were added. */
                    cursor?: string;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description From 1, in place of offset. */
                    page?: number;
                };
                header?: never;
                path: {
                    /** @description The batch's number, its day: 20261124. */
                    batch_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/bearish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bearish news
         * @description Articles with an overall score below -0.1, newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the answer before: continues after its last article, also when articles were added. */
                    cursor?: string;
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description From 1, in place of offset. */
                    page?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/bullish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bullish news
         * @description Articles with an overall score above 0.1, newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the answer before: continues after its last article, also when articles were added. */
                    cursor?: string;
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description From 1, in place of offset. */
                    page?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * About news with sentiment
         * @description What these routes offer, what is held, and where everything is.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SentimentInfo"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest batch of news with sentiment
         * @description What the newest day's run collected, newest first. Empty before the first run.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the answer before: continues after its last article, also when articles were added. */
                    cursor?: string;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description From 1, in place of offset. */
                    page?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/neutral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Neutral news
         * @description Articles with an overall score from -0.1 to 0.1, both ends included, newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the answer before: continues after its last article, also when articles were added. */
                    cursor?: string;
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description From 1, in place of offset. */
                    page?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/sentiment-trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sentiment over time
         * @description Mean score and counts by hour or day of UTC. A ticker's points go by its own scores, a topic's by the overall scores of its articles. Hours and days without scored news are left out; the first and the last may be cut by the span. 404 for an unknown topic.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description hourly or daily. */
                    interval?: "hourly" | "daily";
                    /** @description Up to 20 tickers, with commas between. */
                    tickers?: string;
                    /** @description Up to 20 topics in either spelling, with commas between. */
                    topics?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Trends"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The market's mood
         * @description Mean overall score of the news of the last days, each article once, and how many lie on which side.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SentimentStats"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/ticker/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News of a ticker
         * @description Newest first, with the mean of the scores that the articles give that ticker, not of their overall scores; a second mean weights each by how much of the article is about it. A ticker that no news names has an empty list, and 데이터 없음 for a label.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the answer before: continues after its last article, also when articles were added. */
                    cursor?: string;
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description From 1, in place of offset. */
                    page?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description AAPL, BRK.B, CRYPTO:BTC, in any case.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TickerNews"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/ticker/{symbol}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Topics of a ticker
         * @description The topics of the articles that name the ticker, most articles first, with what those articles say of the ticker.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Number of topics. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description AAPL, BRK.B, CRYPTO:BTC, in any case.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RelatedAnswerOfTopicOfTicker"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/tickers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickers
         * @description Every ticker that an article held here names, by name, with figures over all of them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TickerList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/tickers/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickers ranked by sentiment
         * @description Hot: highest mean score first; cold: lowest first. No ticker is in both; when there are few, the hot ones are taken first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of the worst; limit, or 10, when it is not given. */
                    bottom_count?: number;
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Number of each. */
                    limit?: number;
                    /** @description Names with fewer scored articles are left out. */
                    min_mentions?: number;
                    /** @description Number of the best; limit, or 10, when it is not given. */
                    top_count?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TickerRanking"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/topic/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News of a topic
         * @description Newest first, with the mean of the articles' overall scores; a second mean weights each by how much of the article is about the topic. 404 for a topic that the provider does not know and that is not held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the answer before: continues after its last article, also when articles were added. */
                    cursor?: string;
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Articles at most. */
                    limit?: number;
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description From 1, in place of offset. */
                    page?: number;
                };
                header?: never;
                path: {
                    /** @description In either spelling: energy_transportation or Energy & Transportation. */
                    topic: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TopicNews"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/topic/{topic}/tickers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickers of a topic
         * @description The tickers that the topic's articles name, most articles first, with what those articles say of each. 404 for an unknown topic.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Number of tickers. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description In either spelling: energy_transportation or Energy & Transportation. */
                    topic: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RelatedAnswerOfTickerOfTopic"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Topics
         * @description Every topic that an article held here has, by name, with figures over all of them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TopicList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news-sentiment/topics/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Topics ranked by sentiment
         * @description Hot: highest mean score first; cold: lowest first. No topic is in both; when there are few, the hot ones are taken first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of the worst; limit, or 10, when it is not given. */
                    bottom_count?: number;
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                    /** @description Number of each. */
                    limit?: number;
                    /** @description Names with fewer scored articles are left out. */
                    min_mentions?: number;
                    /** @description Number of the best; limit, or 10, when it is not given. */
                    top_count?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TopicRanking"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news/daily-stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Market news by day
         * @description Articles and publishers of each of the last UTC days, today included, oldest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description UTC days up to today. */
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNewsDailyStatsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One article
         * @description By publisher and address; 404 when it is not held. Trackers, a fragment or a trailing slash in the address make no difference.
         */
        get: {
            parameters: {
                query: {
                    /** @description Name of the publisher, as lists give it. */
                    source: string;
                    /** @description Address of the article, as lists give it. */
                    url: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNewsRow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health of the market news
         * @description `healthy` within 26 hours of the last fetch, which is daily, else `stale`; 503 when PostgreSQL is gone.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Healthy or stale. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNewsHealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Market news of the last hours
         * @description Newest first. The free plan of the provider gives articles a day late: with it the last 24 hours are empty, and `hours=72` is not.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Span in hours. */
                    hours?: number;
                    /** @description Largest number of rows. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNewsRow"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search market news
         * @description Words in any order, "phrases", -word to exclude, or between words for either. English words in any form; Korean words by their beginning; names with signs as they are written (AT&T, BRK.B); an English stop word in capitals as a ticker (ALL, IT). Over title, description and content; `match` shows where. With `skip` the answer is the bare list of `items`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before: continues after it, also when articles were added. */
                    cursor?: string;
                    /** @description Last day or moment of publication, included. */
                    end_date?: string;
                    /** @description Publishers to leave out, written likewise. */
                    exclude_sources?: string[];
                    /** @description Articles at most. By default 20 with page or cursor, else 100. */
                    limit?: number;
                    /** @description Page, from 1. */
                    page?: number;
                    /**
                     * @description Words to find: words, "phrases", -exclusions.
                     * @example apple
                     */
                    q?: string;
                    /** @description The same under its older name. */
                    query?: string;
                    /** @description Number of articles to skip; the answer is then the bare list. */
                    skip?: number;
                    /** @description newest (first) or relevance (best match first). */
                    sort?: "newest" | "relevance";
                    /** @description Publishers: a name, or the beginning of a name or host, in any case; may be given several times. */
                    sources?: string[];
                    /** @description First day or moment of publication. */
                    start_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNewsSearchAnswer"] | components["schemas"]["MarketNewsRow"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Publishers of market news
         * @description Most articles first, ties by name.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNewsSourcesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-news/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Totals of market news
         * @description How many articles and publishers are held, and from when to when.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketNewsStatsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market-sentiment/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The market's mood
         * @deprecated
         * @description The same as `/api/v1/market-news-sentiment/stats`. Mean overall score of the news of the last days, each article once, and how many lie on which side.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only articles of the last days: days times 24 hours, until now. */
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SentimentStats"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest posts
         * @description The same posts as /api/v1/sns/posts, without an envelope.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Posts at most, 1 to 100. */
                    limit?: number;
                    /** @description all, twitter (or x), truthsocial, truth_social_posts or truth_social_trends. */
                    platform?: "all" | "x" | "twitter" | "truthsocial" | "truth_social" | "truth_social_posts" | "truth_social_trends";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PostView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sns/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What prices did after posts
         * @deprecated
         * @description The same as `/api/v1/sns/analysis/posts`. Analyses, newest post first: the assets a post is about, the price at the post, the change after an hour, twelve hours and a day (crypto) or to the first hour of the next session (stocks), volume around it, and how the text sounds. Each figure is made when its time has come; until then it is pending. Posts that their network no longer shows are left out.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Analyses at most. */
                    limit?: number;
                    /** @description all, x (or twitter), truthsocial, truth_social_posts or truth_social_trends. */
                    post_source?: "all" | "x" | "twitter" | "truthsocial" | "truth_social" | "truth_social_posts" | "truth_social_trends";
                    /** @description Analyses left out at the beginning. */
                    skip?: number;
                    /** @description pending, partial, complete or no_assets; all when absent. */
                    status?: "pending" | "partial" | "complete" | "no_assets";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysedPost"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sns/analysis/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What prices did after posts
         * @description Analyses, newest post first: the assets a post is about, the price at the post, the change after an hour, twelve hours and a day (crypto) or to the first hour of the next session (stocks), volume around it, and how the text sounds. Each figure is made when its time has come; until then it is pending. Posts that their network no longer shows are left out.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Analyses at most. */
                    limit?: number;
                    /** @description all, x (or twitter), truthsocial, truth_social_posts or truth_social_trends. */
                    post_source?: "all" | "x" | "twitter" | "truthsocial" | "truth_social" | "truth_social_posts" | "truth_social_trends";
                    /** @description Analyses left out at the beginning. */
                    skip?: number;
                    /** @description pending, partial, complete or no_assets; all when absent. */
                    status?: "pending" | "partial" | "complete" | "no_assets";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysedPost"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sns/analysis/posts/{post_source}/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What prices did after one post
         * @description The analysis of one post, with the market around it for each asset: minutes, an hour before it and up to 440 after, kept when the market's own are dropped; and quarter hours or hours of a day on either side for crypto, of two for stocks.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The network's id. */
                    post_id: string;
                    /** @description x (or twitter), truth_social_posts, truth_social_trends, or truthsocial for either of the two. */
                    post_source: "all" | "x" | "twitter" | "truthsocial" | "truth_social" | "truth_social_posts" | "truth_social_trends";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysedPost"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sns/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Authors
         * @description Accounts with posts in the last 30 days, a list for each source, most posts first. Trends leave out the accounts that are held whole.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthorLists"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sns/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Posts, newest first
         * @description Posts of the followed X and Truth Social accounts and Truth Social's trending posts. Answers to others and empty posts are left out; trends leave out the accounts that are held whole. Page by limit and offset, or, for deep lists, by cursor.
         */
        get: {
            parameters: {
                query?: {
                    /** @description User name, exactly. */
                    author?: string;
                    /** @description next_cursor of the page before: continues after its last post, also when posts were added. */
                    cursor?: string;
                    /** @description Posts at most. */
                    limit?: number;
                    /** @description Posts left out at the beginning. */
                    offset?: number;
                    /** @description all, x (or twitter), truthsocial, truth_social_posts or truth_social_trends. */
                    platform?: "all" | "x" | "twitter" | "truthsocial" | "truth_social" | "truth_social_posts" | "truth_social_trends";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PostPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sns/posts/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One post
         * @description By the id of its first or its newest version, also where lists do not show it (answers to others). Without platform all three sources are looked through. A post that its network no longer shows is not found.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Where to look; all sources when absent. */
                    platform?: "all" | "x" | "twitter" | "truthsocial" | "truth_social" | "truth_social_posts" | "truth_social_trends";
                };
                header?: never;
                path: {
                    /** @description The network's id. */
                    post_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PostView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sns/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of the posts
         * @description Posts by source and by day, authors, the newest post and the last answer of each network, and how many posts were analysed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SnsStats"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * S&P 500 earnings calendar
         * @description Companies that are in the index on the day of their report. Dates ascend, equal ones by symbol. Without dates the list begins today (New York), or earlier when the limit has room for more than all coming rows.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only this report date; not together with start_date or end_date. */
                    date?: string;
                    /** @description Last report date, included. */
                    end_date?: string;
                    /** @description Only reports with an estimate, or only those without. */
                    has_estimate?: boolean;
                    /** @description Rows a page. */
                    limit?: number;
                    /** @description Rows left out at the beginning. */
                    offset?: number;
                    /** @description A part of the sector's name, in any case. */
                    sector?: string;
                    /** @description First report date. */
                    start_date?: string;
                    /**
                     * @description A symbol or its beginning, in any case.
                     * @example AAPL
                     */
                    symbol?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500CalendarPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-calendar/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search S&P 500 reports
         * @description In symbol, company (in English or Korean) and title. Coming reports first, the nearest in front; then past ones, the newest in front.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                    /**
                     * @description A part of a symbol, of a company's English or Korean name or of an event's title, in any spelling.
                     * @example apple
                     */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500EarningsItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-calendar/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of the S&P 500 earnings calendar
         * @description Counts over all reports held of companies that are in the index on the day of their report.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500EarningsStatistics"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-calendar/symbol/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports of an S&P 500 company
         * @description Coming reports first, the nearest in front; then past ones, the newest in front. 404 when none is held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500EarningsOfCompany"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-calendar/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coming S&P 500 reports
         * @description From today (New York) until `days` days later, both included; by date, then symbol.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of days after today, both ends included. */
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500EarningsItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-calendar/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * S&P 500 reports of this week
         * @description Monday to Sunday of the week that it is in New York, days past included.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500EarningsWeek"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-news/calendar/{calendar_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report with its news
         * @description Published from 14 days before the report to 5 after it. What is before and after turns at 9:30 New York for a report before the open (a text that reports the results is after it at any hour), and at 16:00 for one after the close. When the hour is not known, what the texts of its day say decides; an article that says neither is in `report_day_news`. 404 for a number that no report of the S&P 500's calendar has.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Number of the report. */
                    calendar_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500ReportNews"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-news/calendar/{calendar_id}/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News of a report, filtered
         * @description Newest first; the counts are of what fits the filters. 404 for a number that no report of the S&P 500's calendar has.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only articles with content, or only those without. */
                    has_content?: boolean;
                    /** @description Articles a page. */
                    limit?: number;
                    /** @description forecast, reaction or report_day. */
                    news_section?: "forecast" | "reaction" | "report_day";
                    /** @description Articles left out at the beginning. */
                    offset?: number;
                    /** @description Only this publisher, in any case. */
                    source?: string;
                };
                header?: never;
                path: {
                    /** @description Number of the report. */
                    calendar_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500NewsPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-news/calendar/{calendar_id}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News before a report
         * @description From 14 days before the report up to it; newest first. 404 for a number that no report of the S&P 500's calendar has.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Number of the report. */
                    calendar_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500NewsItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-news/calendar/{calendar_id}/reaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News after a report
         * @description From the report to 5 days after its date; newest first. 404 for a number that no report of the S&P 500's calendar has.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Number of the report. */
                    calendar_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500NewsItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500-earnings-news/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News around the reports of this week
         * @description Monday to Sunday of the week that it is in New York. Counts are of all articles; of each report and section the newest ten are listed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sp500NewsWeek"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sp500/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts of the S&P 500 data
         * @deprecated
         * @description The same as `/api/v1/stocks/sp500/stats`. How many companies are listed, priced and traded today, and where the stream stands.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquityStatsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API in numbers
         * @description Routers by category and what the API can do.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiStatsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All companies
         * @description The index members with their prices, by symbol; with `symbols` those alone; symbols that are not in the index are left out.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of stocks; by default all. */
                    limit?: number;
                    /** @description Only these, up to 200: BRK.B or BRK-B, in any case; repeated, or with commas. */
                    symbols?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockListAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/chart/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stock's chart
         * @description Bars sized to the window: 1D in minutes, 1W in quarter hours, 1MO in hours, 90 and 365 days in days. Regular sessions alone; `extended=true` adds pre-market and after-hours. Outside hours 1D and what is shorter show the end of the last session. Splits are applied. `timestamp` is New York time, `datetime` the same moment in UTC.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The same in days: 1, 7, 30, 90, 365; 30 when neither is given. */
                    days?: 1 | 7 | 30 | 90 | 365;
                    /** @description Whether pre-market and after-hours are shown too; without it only regular sessions are. */
                    extended?: boolean;
                    /**
                     * @description A window back from now: 1M (one minute), 5M, 1H, 1D, 1W, 1MO (one month).
                     * @example 1D
                     */
                    timeframe?: "1M" | "5M" | "1H" | "1D" | "1W" | "1MO";
                };
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChartAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/gainers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Top gainers
         * @description Stocks that are up against their previous close, the largest change first. Over all companies; ties by symbol.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockListAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health of the S&P 500 data
         * @description `degraded` when no trade arrived for 60 s while the market is open; 503 when PostgreSQL is gone.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Healthy or degraded. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquityHealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/losers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Top losers
         * @description Stocks that are down against their previous close, the largest loss first. Over all companies; ties by symbol.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockListAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/market-overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The S&P 500 at a glance
         * @description Advancers and decliners, averages, and the five largest gainers, losers and most active stocks, all from one moment.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketOverviewAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/most-active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Most active stocks
         * @description Stocks by shares traded in the regular session, most first; before its opening bell by the shares of the last 24 hours. Over all companies; ties by symbol.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of rows. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockListAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search companies
         * @description The symbol or whole name that the text is comes first, then symbols that begin with it, then names with a word that does, then the rest that contain it. Korean names, short names, signs and cases make no difference: 애플, ａａｐｌ, AT&T, att.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of results. */
                    limit?: number;
                    /**
                     * @description Symbol, its beginning, or a part of the English or Korean name.
                     * @example apple
                     */
                    q?: string;
                    /** @description The same under its other name. */
                    query?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchStocksAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts of the S&P 500 data
         * @description How many companies are listed, priced and traded today, and where the stream stands.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquityStatsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocks/sp500/symbol/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One company
         * @description Price and change against the previous close of the price's own session, the session's open, high, low and volume; the
         *     company as the index lists it; its overview;
         *     its latest balance sheet with ratios and health; and what these say together. Parts that are not held yet say `collecting`.
         *     A P/E is low under 0.75 and high over 1.25 of the
         *     median of its GICS sector; with fewer than ten peers low under 15 and high over 25.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Symbol in any case; BRK.B and BRK-B are the same.
                     * @example AAPL
                     */
                    symbol: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/treasury-yield": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Treasury yields
         * @description Constant maturity yields, percent: means of months as far as they are published, then days, so that the newest row is of the last days; `interval` asks for one of the two. Equal dates stand by time to maturity, equal yields newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Last date, included. */
                    end_date?: string;
                    /** @description daily: the days of the last two years; monthly: means of months. Without it months as far as they are published, then the days since. */
                    interval?: "daily" | "monthly";
                    /** @description Only this maturity. */
                    maturity?: "3month" | "2year" | "5year" | "7year" | "10year" | "30year";
                    /** @description date_desc, date_asc, yield_desc or yield_asc. */
                    order_by?: "date_desc" | "date_asc" | "yield_desc" | "yield_asc";
                    /** @description From 1. */
                    page?: number;
                    /** @description Rows a page. */
                    size?: number;
                    /** @description First date. */
                    start_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TreasuryPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/treasury-yield/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Treasury yield chart
         * @description Oldest first, in days up to two years and in months beyond, from the date that lies the period before the latest observation (both ends included, so that the summary's change spans the whole period). Volatility is the sample standard deviation, 4 decimals; null with fewer than two points. Empty while nothing is held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description daily or monthly. Without it days up to two years; beyond them months as far as they are published, then the days since. */
                    interval?: "daily" | "monthly";
                    /** @description 3month, 2year, 5year, 7year, 10year or 30year. */
                    maturity?: "3month" | "2year" | "5year" | "7year" | "10year" | "30year";
                    /** @description 1month, 3months, 6months, 1year, 2years, 5years or max. */
                    period?: "1month" | "3months" | "6months" | "1year" | "2years" | "5years" | "max";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TreasuryChart"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/treasury-yield/maturity/{maturity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Treasury yields of one maturity
         * @description Newest first, page by page: the days since the last month that is published, then months; `interval` asks for one of the two.
         */
        get: {
            parameters: {
                query?: {
                    /** @description daily: the days of the last two years; monthly: means of months. Without it months as far as they are published, then the days since. */
                    interval?: "daily" | "monthly";
                    /** @description From 1. */
                    page?: number;
                    /** @description Rows a page. */
                    size?: number;
                };
                header?: never;
                path: {
                    /** @description 3month, 2year, 5year, 7year, 10year or 30year. */
                    maturity: "3month" | "2year" | "5year" | "7year" | "10year" | "30year";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TreasuryPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/treasury-yield/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Latest Treasury yields
         * @description The latest date's yields, those of each maturity's last date on or before `days` days earlier, and the changes by maturity: absolute in percentage points, percentage against the older yield (2 decimals; null when that is 0).
         */
        get: {
            parameters: {
                query?: {
                    /** @description Number of days back to compare with. */
                    days?: number;
                    /** @description daily or monthly. Without it the days of the last two years, or months where no days are held. */
                    interval?: "daily" | "monthly";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecentTreasury"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/treasury-yield/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Treasury yield figures
         * @description For each maturity the latest yield, means of the last 1, 3 and 12 months, lowest, highest and sample standard deviation of the last 12; percent, as texts with at most 4 decimals. Windows are calendar months up to the latest date. 404 while nothing is held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description daily or monthly. Without it the days of the last two years, or months where no days are held. */
                    interval?: "daily" | "monthly";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TreasuryStatistics"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/treasury-yield/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Treasury yield trends
         * @description Changes over 1, 3 and 12 months against the last yield on or before that date, percentage points as texts. Direction by the 1-month change: more than 0.1 rising or falling, else flat; strength: more than 0.5 strong, more than 0.2 moderate, else weak. The outlook is rising or falling when 2, 10 and 30 years all are, steepening or flattening when the 10y-2y spread moved by more than 0.1, else mixed. 404 while nothing is held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description daily or monthly. Without it the days of the last two years, or months where no days are held. */
                    interval?: "daily" | "monthly";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TreasuryTrends"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/treasury-yield/yield-curve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Treasury yield curve
         * @description Yields of one date by time to maturity; maturities without a yield are left out. By the 10-year minus the 2-year yield the curve is inverted (below 0), flat (below 0.1 percentage points), normal, or unknown when one is missing. 404 names the nearest dates held.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The same under its other name. */
                    date?: string;
                    /** @description daily or monthly. Without it the latest day; of a date that is given the mean of the month that begins then, else its day. */
                    interval?: "daily" | "monthly";
                    /** @description A day, or the first day of a month for its mean. Default: the latest day. */
                    target_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YieldCurveAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ws/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health of the streams
         * @description healthy when every topic has fresh data, degraded when one is stale; the figures carry the old system's names.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StreamHealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive?
         * @description Answers from memory: neither PostgreSQL nor Redis is asked. `database` is what the background probe found within the last seconds.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How is each part?
         * @description Asks every part, at most once a second. Without Redis the service is `degraded` (200); without PostgreSQL `unhealthy` (503).
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Healthy or degraded. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailedHealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liveness probe
         * @description 200 as long as the process answers.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProbeAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness probe
         * @description 200 while the service can serve, with or without Redis; 503 when PostgreSQL cannot be reached.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Send requests. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProbeAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/startup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Startup probe
         * @description 503 until the database schema is in place, from then on 200.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Started. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProbeAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ws/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of the streams of this process
         * @description Connections, numbering, deliveries and losses by topic.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StreamStatusAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActivityIndicators: {
            /** @description By commits of four weeks: above 200 high, from 50 moderate, else low; null when not known. */
            activity_level: null | string;
            /** @description Commits of four weeks / 4, 1 decimal. */
            commits_per_week: null | number;
            /** @description By resolved issues: above 90 % excellent, from 70 good, else concerning. */
            issues_level: null | string;
            /**
             * Format: date-time
             * @description When the figures were fetched.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            /** @description By commits a week: above 50 very_high, from 20 high, from 5 moderate, else low. */
            weekly_level: null | string;
        };
        /** @description An asset that a post is about. */
        AffectedAssetView: {
            /** @description 0 to 1. */
            confidence: number;
            /** @description Of its prices: USD, or KRW for crypto. */
            currency: string;
            /**
             * @description stock, etf or crypto.
             * @enum {string}
             */
            kind: "stock" | "etf" | "crypto";
            /** @description What in the post names it; for account_default the account. */
            matched_text: string;
            name: string;
            /**
             * Format: int32
             * @description 1 cashtag, 2 alias, 3 account_default.
             */
            priority: number;
            /**
             * @description cashtag, alias or account_default.
             * @enum {string}
             */
            source: "cashtag" | "alias" | "account_default";
            symbol: string;
        };
        /** @description An analysis with its post. */
        AnalysedPost: {
            analysis: components["schemas"]["AnalysisView"];
            /** @description X only; null for a repost. */
            engagement: components["schemas"]["EngagementView"] | null;
            /** @description Truth Social only. */
            media: components["schemas"]["MediaView"] | null;
            original_post: components["schemas"]["OriginalPostView"];
        };
        /** @description A company's latest balance sheet, judged. */
        AnalysisAnswer: {
            /**
             * Format: date
             * @description Fiscal date of the balance sheet.
             * @example 2026-08-31
             */
            analysis_date: string;
            financial_health: components["schemas"]["FinancialHealthAnswer"];
            interpretation: components["schemas"]["InterpretationAnswer"];
            key_ratios: components["schemas"]["KeyRatiosAnswer"];
            /** @description Against the medians of its GICS sector; null when fewer than five other companies of it are held. */
            sector_comparison: components["schemas"]["SectorComparison"] | null;
            symbol: string;
        };
        /** @description The analysis of a post. */
        AnalysisView: {
            /** @description Most certain first; empty when it is about none. */
            affected_assets: components["schemas"]["AffectedAssetView"][];
            /**
             * @description pending, partial, complete or no_assets.
             * @enum {string}
             */
            analysis_status: "pending" | "partial" | "complete" | "no_assets";
            author_username: string;
            /** @description Bars around the post by symbol; only in the answer for one post. */
            market_data?: null | {
                [key: string]: components["schemas"]["MarketDataView"];
            };
            post_id: string;
            post_source: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            post_timestamp: string;
            /** @description By symbol. */
            price_analysis: {
                [key: string]: components["schemas"]["PriceAnalysisView"];
            };
            sentiment: components["schemas"]["SentimentView"];
            /** @description By symbol. */
            volume_analysis: {
                [key: string]: components["schemas"]["VolumeAnalysisView"];
            };
        };
        /** @description The short health answer under the API's base address. */
        ApiHealthAnswer: {
            architecture: string;
            docs: string;
            service: string;
            status: string;
            /** @description Of this process: days.hours:minutes:seconds. */
            uptime: string;
            version: string;
            websocket_status: string;
        };
        /** @description Describes the service, from its real routes. */
        ApiInfoAnswer: {
            /** @description Routers by key. */
            available_endpoints: {
                [key: string]: components["schemas"]["AvailableEndpoint"];
            };
            base_url: string;
            /** @description Keys of the routers by category. */
            categories: {
                [key: string]: string[];
            };
            description: string;
            documentation: components["schemas"]["DocumentAddresses"];
            service: string;
            /**
             * Format: int32
             * @description Operations under the base address.
             */
            total_endpoints: number;
            version: string;
            websocket_endpoints: components["schemas"]["StreamAddresses"];
        };
        /** @description The API in numbers. */
        ApiStatsAnswer: {
            api_summary: components["schemas"]["ApiSummary"];
            base_url: string;
            documentation: components["schemas"]["StatsDocuments"];
            features: string[];
            implemented_domains: string[];
            websocket_architecture: components["schemas"]["StreamArchitecture"];
        };
        /** @description Numbers of routers. */
        ApiSummary: {
            categories: {
                [key: string]: number;
            };
            /** Format: int32 */
            total_routers: number;
        };
        /** @description Match of an article with a search. */
        ArticleMatch: {
            /**
             * Format: double
             * @description Larger is better; comparable within one search.
             */
            rank: number;
            /** @description Its text around them, likewise; null when there is no text. */
            snippet: null | string;
            /** @description Its title as HTML, found words in <mark>. */
            title: string;
        };
        AssetInfo: {
            /**
             * Format: int32
             * @description Length of the bars of price_timeline: 1; null when there are none.
             */
            bar_minutes: null | number;
            currency: string;
            /**
             * @description stock, etf or crypto.
             * @enum {string}
             */
            kind: "stock" | "etf" | "crypto";
            name: string;
            symbol: string;
        };
        /** @description The accounts of each source, most posts first. */
        AuthorLists: {
            truth_social_posts: components["schemas"]["AuthorView"][];
            truth_social_trends: components["schemas"]["AuthorView"][];
            x: components["schemas"]["AuthorView"][];
        };
        /** @description An account and how much it writes. */
        AuthorView: {
            /** @description Of its newest post; the user name where it has none. */
            display_name: string;
            /**
             * Format: date-time
             * @description Time of the newest.
             * @example 2026-08-31T13:30:00Z
             */
            last_post_date: string;
            /**
             * Format: int32
             * @description Posts of the last 30 days.
             */
            post_count: number;
            username: string;
            verified: boolean;
        };
        /** @description A router in the list. */
        AvailableEndpoint: {
            category: string;
            description: string;
            prefix: string;
            tag: string;
        };
        /** @description Over offerings in US dollars with both ends known, 2 decimals; null when there is none. */
        AveragePriceRange: {
            high: null | number;
            low: null | number;
        };
        /** @description A page of balance sheets. */
        BalanceSheetPage: {
            has_next: boolean;
            items: components["schemas"]["BalanceSheetRow"][];
            /**
             * Format: int32
             * @description From 1.
             */
            page: number;
            /**
             * Format: int32
             * @description Rows a page.
             */
            size: number;
            /**
             * Format: int32
             * @description Rows of all pages.
             */
            total: number;
        };
        /** @description A balance sheet on the wire: names in one word and amounts as decimal texts, as the clients that exist know them. Amounts are whole units of the reported currency (USD but for a few); null is "not reported". */
        BalanceSheetRow: {
            cashandcashequivalentsatcarryingvalue: null | string;
            cashandshortterminvestments: null | string;
            commonstock: null | string;
            /** @description Shares, not money. */
            commonstocksharesoutstanding: null | string;
            currentaccountspayable: null | string;
            currentnetreceivables: null | string;
            /**
             * Format: date-time
             * @description When these figures were first read from the provider.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            /** @description The same date as text. */
            fiscal_date_str: null | string;
            /**
             * Format: date
             * @description The day it was drawn up for.
             * @example 2026-08-31
             */
            fiscaldateending: string;
            inventory: null | string;
            longtermdebt: null | string;
            /** @description Large Cap, Mid Cap or Small Cap by total assets (not by market value) of 100 and 10 billions; Unknown without them. */
            market_cap_category: null | string;
            /** @description Other lines that the provider reports, by its own names. */
            other_lines: {
                [key: string]: string;
            };
            /** @description annual for the end of a fiscal year, else quarterly. */
            period_type: string;
            reportedcurrency: null | string;
            retainedearnings: null | string;
            symbol: string;
            /** @description Billions, 2 decimals. */
            total_assets_billions: null | number;
            totalassets: null | string;
            /** @description Null for banks and insurers. */
            totalcurrentassets: null | string;
            /** @description Null for banks and insurers. */
            totalcurrentliabilities: null | string;
            totalliabilities: null | string;
            totalnoncurrentassets: null | string;
            totalnoncurrentliabilities: null | string;
            /** @description Negative where a company owes more than it owns. */
            totalshareholderequity: null | string;
        };
        /** @description Where an answer stands among the batches; a batch is what one day's run collected. */
        BatchInfo: {
            /**
             * Format: int32
             * @description The batch that the answer is about, else the newest.
             */
            batch_id: null | number;
            /**
             * Format: date
             * @description That batch's day, UTC.
             * @example 2026-08-31
             */
            collection_date: null | string;
            /**
             * Format: int32
             * @description The newest batch; null before the first.
             */
            latest_batch_id: null | number;
            /**
             * Format: int32
             * @description How many there are.
             */
            total_batches: number;
        };
        BudgetView: {
            /**
             * Format: int32
             * @description Calls of all replicas in the last 60 seconds.
             */
            calls_in_last_minute: number;
            /**
             * Format: int32
             * @description The limit; null = none of ours.
             */
            calls_per_day: null | number;
            /**
             * Format: int32
             * @description The limit; null = none of ours.
             */
            calls_per_minute: null | number;
            /**
             * Format: int32
             * @description Calls of all replicas in this UTC day.
             */
            calls_today: number;
            /** @description Name of the provider. */
            provider: string;
        };
        CalendarPageOfEarningsItem: {
            items: components["schemas"]["EarningsItem"][];
            /** Format: int32 */
            total_count: number;
        };
        CategoryContext: {
            /** @description All, as CoinGecko names them. */
            categories: string[];
            /**
             * Format: int32
             * @description How many those are.
             */
            category_coins: null | number;
            /**
             * Format: int32
             * @description How many categories those are; null until the coin's details are held.
             */
            category_count: null | number;
            /**
             * Format: int32
             * @description By market value among the known coins of that category.
             */
            category_rank: null | number;
            /** @description In the language asked for. */
            primary_category: null | string;
            /** @description Of their market value, 2 decimals. */
            share_of_category_percent: null | number;
        };
        /** @description The categories of movers. */
        CategoryList: {
            /** @description By key. */
            categories: {
                [key: string]: components["schemas"]["MoverCategoryInfo"];
            };
            /** @description For people. */
            data_source: string;
            /**
             * Format: int32
             * @description Symbols of the latest batch, each once; null before the first.
             */
            total_symbols: null | number;
            /** @description For people. */
            update_frequency: string;
        };
        /** @description A chart of a stock or ETF. */
        ChartAnswer: {
            /** @description Ascending, at most 1,000 points; empty when nothing traded in the window. */
            chart_data: components["schemas"]["ChartPointAnswer"][];
            /**
             * Format: int32
             * @description Their number.
             */
            data_points: number;
            /**
             * Format: date-time
             * @description When the chart was read.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            market_status: components["schemas"]["MarketStatus"];
            symbol: string;
            /** @description As asked; 1MO when nothing was, 90D and 1Y for 90 and 365 days. */
            timeframe: string;
        };
        /** @description One point of a chart: a bar, USD, splits applied. */
        ChartPointAnswer: {
            close: number;
            /**
             * Format: date-time
             * @description Start of the bar, UTC.
             * @example 2026-08-31T13:30:00Z
             */
            datetime: string;
            high: number;
            low: number;
            open: number;
            /** @description The bar's close. */
            price: number;
            /**
             * Format: int64
             * @description The same as Unix milliseconds.
             */
            raw_timestamp: number;
            /** @description Start of the bar for the axis, New York time; its form depends on the timeframe. */
            timestamp: string;
            /** @description Shares; null where only prices are known of the bar, as of a symbol that is asked for and not listened to. */
            volume: null | number;
        };
        CommunityAnswer: {
            community_health: components["schemas"]["CommunityMetrics"];
            symbol: string;
        };
        /** @description The people around a project. */
        CommunityMetrics: {
            platform_presence: components["schemas"]["PlatformPresence"];
            size_references: components["schemas"]["SizeReferences"];
            social_metrics: components["schemas"]["SocialMetrics"];
        };
        /** @description The company by its overview. Amounts are USD; yields, returns, margins and growth fractions (0.12 = 12 %); null where nothing is given. */
        CompanyData: {
            address: null | string;
            analyst_target_price: null | number;
            /**
             * Format: date-time
             * @description When it was read.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: string;
            /**
             * Format: int64
             * @description Grows with each day's collection: the UTC day as yyyyMMdd.
             */
            batch_id: null | number;
            beta: null | number;
            /** @description Equity a share. */
            book_value: null | number;
            country: null | string;
            currency: null | string;
            day_50_moving_average: null | number;
            day_200_moving_average: null | number;
            description: null | string;
            /**
             * Format: date
             * @example 2026-08-31
             */
            dividend_date: null | string;
            dividend_per_share: null | number;
            dividend_yield: null | number;
            earnings_growth: null | number;
            eps: null | number;
            /**
             * Format: date
             * @example 2026-08-31
             */
            ex_dividend_date: null | string;
            exchange: null | string;
            /** @description The exchange as the provider writes it. */
            exchange_text: null | string;
            fiscal_year_end: null | string;
            forward_pe: null | number;
            industry: null | string;
            /**
             * Format: date
             * @example 2026-08-31
             */
            latest_quarter: null | string;
            /** @description On the day of the overview. */
            market_cap: null | number;
            name: string;
            operating_margin: null | number;
            /** @description Price / earnings of twelve months; null for a company that loses money. */
            pe_ratio: null | number;
            peg_ratio: null | number;
            price_to_book: null | number;
            price_to_sales: null | number;
            profit_margin: null | number;
            revenue: null | number;
            revenue_growth: null | number;
            roa: null | number;
            /** @description Return on equity of twelve months. */
            roe: null | number;
            /** @description In the words of GICS; the index's own sector of the company is in company. */
            sector: null | string;
            /** @description The sector as the provider writes it. */
            sector_text: null | string;
            shares_outstanding: null | number;
            valuation: components["schemas"]["Valuation"];
            website: null | string;
            /** @description Highest price of 52 weeks, the running session and the last price included. */
            week_52_high: null | number;
            /** @description Lowest price of 52 weeks, likewise. */
            week_52_low: null | number;
        };
        /** @description News of a company. */
        CompanyNewsAnswer: {
            /** @description Whether articles follow this window. */
            has_next: boolean;
            /** @description Its place among the movers of the latest batch; null when it is not among them. */
            latest_batch_info: components["schemas"]["LatestBatchInfo"] | null;
            /** @description This window, newest first. */
            news: components["schemas"]["CompanyNewsItem"][];
            /**
             * Format: int32
             * @description Days of news.
             */
            period_days: number;
            symbol: string;
            /**
             * Format: int32
             * @description Articles of the whole span.
             */
            total_news: number;
        };
        /** @description An article about a company. */
        CompanyNewsItem: {
            /** @description The same: the provider sends no more of the text. */
            content: null | string;
            /** @description The provider's summary. */
            description: null | string;
            /**
             * Format: date-time
             * @description When it last came from the provider, changed.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            published_at: string;
            source: null | string;
            symbol: string;
            title: null | string;
            url: string;
        };
        /** @description The company's overview; while it is being collected data is null and status says collecting. */
        CompanyPart: {
            available: boolean;
            data: components["schemas"]["CompanyData"] | null;
            message: null | string;
            status: null | string;
        };
        /** @description The coins one compares with, and how. */
        ComparativeContext: {
            /** @description Up to five of the same primary category, nearest in rank first. */
            category_peers: components["schemas"]["PeerFigures"][];
            comparison_metrics: components["schemas"]["ComparisonMetrics"];
            /** @description Up to five within ten ranks, nearest first. */
            rank_peers: components["schemas"]["PeerFigures"][];
        };
        /** @description Bands to read the figures by. No named projects: their figures change, and copies of them would be false. */
        ComparisonBenchmarks: {
            community_metrics: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            examples: {
                [key: string]: string;
            };
            weekly_commits: {
                [key: string]: string;
            };
        };
        ComparisonFilters: {
            min_volume: number;
            sort_by: string;
        };
        /** @description Suggested comparisons and the meaning of the numbers. */
        ComparisonMetrics: {
            how_to_compare: string[];
            what_numbers_mean: {
                [key: string]: string;
            };
        };
        /** @description Figures over the pairs given. */
        ComparisonStatistics: {
            filters_applied: components["schemas"]["ComparisonFilters"];
            /** Format: int32 */
            global_exchanges_count: number;
            /** Format: int32 */
            korean_exchanges_count: number;
            premium_stats: components["schemas"]["PremiumStatistics"];
            /** Format: int32 */
            total_comparisons: number;
            volume_stats: components["schemas"]["VolumeStatistics"];
        };
        ConceptAnswer: {
            basic_info: components["schemas"]["ConceptBasics"];
            category_info: components["schemas"]["ConceptCategoryInfo"];
            concept_description: components["schemas"]["ConceptDescription"];
            /** @description Share of ten facts that are known: 90%. */
            data_completeness: null | string;
            educational_content: components["schemas"]["EducationalContent"];
            faqs: components["schemas"]["Faq"][];
            key_features: components["schemas"]["KeyFeatures"];
            /**
             * Format: date-time
             * @description When its data was fetched.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            market_position: components["schemas"]["ConceptPosition"];
            project_links: components["schemas"]["ProjectLinks"];
            symbol: string;
        };
        ConceptBasics: {
            coingecko_id: string;
            image_large: null | string;
            image_small: null | string;
            image_thumb: null | string;
            /** Format: int32 */
            market_cap_rank: null | number;
            name: string;
            symbol: string;
            /** @description Name of its page at CoinGecko. */
            web_slug: null | string;
        };
        ConceptBasicsAnswer: {
            basic_info: components["schemas"]["ConceptBasics"];
            /**
             * Format: date-time
             * @description When its data was fetched.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            market_position: components["schemas"]["ConceptPosition"];
            symbol: string;
        };
        ConceptCategoriesAnswer: {
            category_info: components["schemas"]["ConceptCategoryInfo"];
            /**
             * Format: date-time
             * @description When its data was fetched.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            symbol: string;
        };
        ConceptCategoryInfo: {
            /** @description The same in Korean where it is known, in the same order. */
            categories_korean: string[];
            /** @description CoinGecko's names. */
            categories_original: string[];
            /** @description What that means, in plain words; null for a category that we cannot explain. */
            category_description: null | string;
            /** @description The one that says most about the coin. */
            primary_category: null | string;
        };
        ConceptDescription: {
            block_time_minutes: null | number;
            country_origin: null | string;
            /** @description Korean; null when the provider has none. */
            description_ko: null | string;
            /** @description English, plain text. */
            description_original: null | string;
            /** @description Its first sentences, or the Korean text where there is one and Korean is asked for. */
            description_summary: null | string;
            /** @description 2009-01-03. */
            genesis_date: null | string;
            hashing_algorithm: null | string;
            /**
             * Format: int32
             * @description Days.
             */
            project_age_days: null | number;
            /**
             * Format: int32
             * @description Whole years.
             */
            project_age_years: null | number;
        };
        ConceptPosition: {
            /** @description Its place among the known coins of its primary category. */
            category_rank: null | string;
            /** Format: int32 */
            market_cap_rank: null | number;
            /** @description Share of the whole market's value and number of coins. */
            market_presence: null | string;
            /** @description 최상위 (Top 10) ... as the wire writes it. */
            rank_description: null | string;
        };
        CpiChart: {
            /** @description Year over year of the latest month, percent, 2 decimals; null when the month a year before was not published. */
            annual_inflation: null | number;
            /** @description Mean index of the last 12 months, 2 decimals. */
            avg_cpi_12m: null | number;
            /** @description Index of the latest month. */
            current_cpi: null | number;
            /** @description Oldest first. */
            data: components["schemas"]["CpiPoint"][];
            /** @description The newest known yearly rate; its month is an earlier one when the latest has nothing to be compared with. */
            latest_annual_inflation: components["schemas"]["YearlyRate"] | null;
            /** @description Of all months. */
            max_cpi: null | number;
            /** @description Of all months. */
            min_cpi: null | number;
            /** @description Month over month, percent, 3 decimals. */
            monthly_change: null | number;
            /** @description Index of the month before it. */
            previous_cpi: null | number;
        };
        CpiComparison: {
            /** @description Compound yearly rate over that time, percent, 2 decimals. */
            annualized_inflation: number;
            /** @description Total percent divided by the months between, 3 decimals: simple, not compound. */
            average_monthly_change: number;
            /** @description Inflation over the whole time, percent, 2 decimals. */
            cumulative_inflation: number;
            /** @description Index. */
            end_cpi: number;
            /** @description First day of the month. */
            end_date: string;
            /** @description Index. */
            start_cpi: number;
            /** @description First day of the month. */
            start_date: string;
            /** @description Index points, 3 decimals. */
            total_change: number;
            /** @description Percent, 2 decimals. */
            total_change_percent: number;
        };
        CpiMonth: {
            /** @description Index. */
            cpi_value: number;
            /**
             * Format: date
             * @description First day of the month.
             * @example 2026-08-31
             */
            date: string;
            /** @description monthly. */
            interval_type: string;
            /** @description Whether no month of the year is higher. */
            is_yearly_high: boolean;
            /** @description Whether no month of the year is lower. */
            is_yearly_low: boolean;
            /** @description Percent, 3 decimals. */
            month_over_month_change: null | number;
            /** @description Index points, 3 decimals. */
            month_over_month_value: null | number;
            /** @description The source's title of the series. */
            name: string;
            /** @description Index; null when that month was not published. */
            previous_month_cpi: null | number;
            /** @description Index of the same month a year before. */
            previous_year_cpi: null | number;
            /**
             * Format: int32
             * @description 1 = highest of its calendar year; equal values share a rank.
             */
            ranking_in_year: null | number;
            /** @description index 1982-1984=100. */
            unit: string;
            /** @description Percent, 2 decimals. */
            year_over_year_inflation: null | number;
        };
        /** @description A point of a chart. */
        CpiPoint: {
            /** @description Index. */
            cpi_value: number;
            /** @description 2023-11. */
            date_str: string;
            /** @description Change against the same month a year before, percent, 2 decimals; null when that month was not published. */
            inflation_rate: null | number;
            /** Format: int32 */
            month: number;
            /** Format: int32 */
            year: number;
        };
        /** @description The index of one month. */
        CpiRow: {
            /** @description Index, 1982-1984 = 100, not seasonally adjusted. */
            cpi_value: null | number;
            /**
             * Format: date
             * @description First day of the month.
             * @example 2026-08-31
             */
            date: string;
            /** @description monthly. */
            interval_type: string;
            /** @description The source's title of the series. */
            name: string;
            /** @description index 1982-1984=100. */
            unit: string;
        };
        CpiStatistics: {
            /** @description Year over year of the latest month, percent, 2 decimals; null when the month a year before was not published. */
            annual_inflation: null | number;
            /** @description Mean index, 2 decimals. */
            avg_12_months: number;
            /** @description The newest known yearly rate; its month is an earlier one when the latest has nothing to be compared with. */
            latest_annual_inflation: components["schemas"]["YearlyRate"] | null;
            /** @description Index. */
            latest_cpi: number;
            /** @description 2023-11-01. */
            latest_date: string;
            /** @description Index. */
            max_12_months: number;
            /** @description Index. */
            min_12_months: number;
            /** @description Month over month, percent, 3 decimals. */
            monthly_change: null | number;
            /** @description Month over month, index points, 3 decimals. */
            monthly_change_value: null | number;
            /** @description Index of the month before; null when it was not published. */
            previous_month_cpi: null | number;
            /**
             * Format: int32
             * @description Months held.
             */
            total_months: number;
            /**
             * @description rising, falling or stable.
             * @enum {string}
             */
            trend: "rising" | "falling" | "stable";
        };
        /** @description One KRW market, prices in KRW, volumes in coins; null where nothing is known yet. The names of both stream dialects are served. */
        CryptoItem: {
            /** @description KRW since 00:00 in Seoul. */
            acc_trade_price: null | number;
            /** @description KRW in the last 24 hours. */
            acc_trade_price_24h: null | number;
            /** @description Coins since 00:00 in Seoul. */
            acc_trade_volume: null | number;
            /** @description RISE, EVEN or FALL. */
            change: null | string;
            /** @description The same in KRW, signed. */
            change_price: null | number;
            /** @description Against the close of the Seoul day before, signed, percent (2.56 = 2.56 %). */
            change_rate: null | number;
            /** @description suspended, warned or not_traded (for a day): the price then enters no premium, average or ranking; null for a market that is traded as usual. */
            condition: null | string;
            /** @description The Korean name. */
            crypto_name: null | string;
            /** @description Day on which trading ends. */
            delisting_date: null | string;
            english_name: null | string;
            high_price: null | number;
            is_trading_suspended: null | boolean;
            korean_name: null | string;
            /**
             * Format: date-time
             * @description When the price was paid; the state may be younger.
             * @example 2026-08-31T13:30:00Z
             */
            last_traded_at: null | string;
            /**
             * Format: date-time
             * @description The same as an instant.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            low_price: null | number;
            /** @description KRW-BTC. */
            market: string;
            /** @description The same. */
            market_code: string;
            /** @description ACTIVE, or what the exchange calls a market that is not traded. */
            market_state: null | string;
            /** @description NONE or CAUTION, as the exchange marks it. */
            market_warning: null | string;
            opening_price: null | number;
            /** @description Close of the Seoul day before, KRW. */
            prev_closing_price: null | number;
            /** @description Last price, KRW. */
            price: null | number;
            source: null | string;
            /** @description BTC. */
            symbol: string;
            /**
             * Format: int64
             * @description Time of the state, Unix milliseconds.
             */
            timestamp: null | number;
            /** @description The same. */
            trade_price: null | number;
            /** @description Coins of the last trade. */
            trade_volume: null | number;
            /** @description Coins in the last 24 hours. */
            volume_24h: null | number;
        };
        /** @description A page of markets. */
        CryptoPage: {
            /** @description Whether another page follows. */
            has_next: boolean;
            items: components["schemas"]["CryptoItem"][];
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            page: number;
            /**
             * Format: int32
             * @description How many markets there are in all, or of the symbols asked for.
             */
            total: number;
        };
        CurrencyBreakdown: {
            /**
             * Format: int32
             * @description In any other currency, or none known.
             */
            others: number;
            /**
             * Format: int32
             * @description In dollars.
             */
            USD: number;
        };
        CurveAnalysis: {
            /**
             * @description inverted, flat, normal or unknown.
             * @enum {string}
             */
            curve_type: "inverted" | "flat" | "normal" | "unknown";
            /** @description Whether the curve is inverted. */
            inversion_signal: boolean;
            /**
             * Format: date
             * @description First date held of the inversion that still held on that date; null without one.
             * @example 2026-08-31
             */
            inverted_since: null | string;
            /** @description The same. */
            is_inverted: boolean;
            /** @description 10-year minus 2-year yield, percentage points. */
            yield_spread_2_10: null | number;
            /** @description 30-year minus 10-year yield, percentage points. */
            yield_spread_10_30: null | number;
        };
        CurvePoint: {
            /** @description 10year. */
            maturity: string;
            /**
             * Format: int32
             * @description Months to maturity.
             */
            months: number;
            /**
             * Format: int32
             * @description Whole years to maturity; 0 below one.
             */
            years: number;
            /** @description Percent, as text. */
            yield_rate: null | string;
        };
        DataAvailability: {
            /** @description Of seven fields those that are known. */
            available: string[];
            /** @description Known / seven x 100, 1 decimal. */
            completeness_percent: number;
            /** @description The others. */
            missing: string[];
        };
        /**
         * @description State of a data set.
         * @enum {string}
         */
        DataSetState: "fresh" | "stale" | "failing" | "not_configured" | "pending";
        DataSetView: {
            /** @description Whether a process that starts fills it when it is missing or old; else it waits for its schedule. */
            fills_at_start: boolean;
            /** @description The newest run of any outcome; null when it never ran. */
            last_run: components["schemas"]["RunSummary"] | null;
            /**
             * Format: date-time
             * @description When a run last did its work, or found nothing new; a run that a limit ended before anything came does not count.
             * @example 2026-08-31T13:30:00Z
             */
            last_success_at: null | string;
            /** @description Name of the data set and its job. */
            name: string;
            /**
             * Format: date-time
             * @description By the schedule; null when not configured.
             * @example 2026-08-31T13:30:00Z
             */
            next_run_at: null | string;
            /** @description Where it comes from; own = computed from our own data. */
            provider: string;
            /**
             * Format: int32
             * @description Rows that run wrote.
             */
            rows: null | number;
            /** @description Quartz cron expression, UTC. */
            schedule: string;
            state: components["schemas"]["DataSetState"];
            /** @description For people. */
            title: string;
        };
        /** @description What is known about a coin, what is missing, and the sources. */
        DataTransparency: {
            data_availability: components["schemas"]["DataAvailability"];
            data_sources: string[];
            /**
             * Format: date-time
             * @description When the figures were fetched.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: string;
            how_to_use: string[];
            limitations: string[];
        };
        DayCount: {
            /** Format: int32 */
            count: number;
            /**
             * Format: date
             * @description UTC.
             * @example 2026-08-31
             */
            date: string;
        };
        DerivativesAnswer: {
            derivatives: components["schemas"]["DerivativesSummary"];
            symbol: string;
        };
        /** @description What the derivatives on a coin say. Contracts that have expired, have not traded for a day, or whose price is not this coin's (a namesake's: off by more than half) are left out and counted. Declared decimals are texts; null = the batch has nothing on it. */
        DerivativesSummary: {
            /**
             * Format: date-time
             * @description The same as `batch_at`.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: null | string;
            /** @description Mean over perpetuals with a rate, percent per 8 hours, 6 decimals. */
            avg_funding_rate: null | string;
            /**
             * Format: date-time
             * @description When the batch was fetched.
             * @example 2026-08-31T13:30:00Z
             */
            batch_at: null | string;
            /**
             * Format: int32
             * @description Contracts used.
             */
            contract_count: number;
            /**
             * Format: int32
             * @description Rates whose market's interval is not known and was taken for 8 hours.
             */
            funding_interval_assumed: number;
            /** @description By the mean: above 0.01 strongly long, above 0.005 weakly long, above -0.005 neutral, else short. */
            funding_rate_interpretation: null | string;
            /** @description percent_per_8h: rates of markets with another interval are converted. */
            funding_rate_unit: string;
            /** @description By open interest: above 10 billion USD 매우 높음, above 5 높음, above 1 보통, else 낮음. */
            institutional_interest: null | string;
            left_out: components["schemas"]["LeftOutContracts"];
            /**
             * Format: int32
             * @description Markets with a contract.
             */
            market_count: number;
            /** @description 성숙 with more than ten markets, else 신흥. */
            market_maturity: null | string;
            /** @description 강세, 약한 강세, 중립 or 약세, by the same bands. */
            market_sentiment: null | string;
            /** @description Of contract price and index as the provider gives it, percent, 6 decimals. */
            median_basis: null | number;
            /** Format: int32 */
            negative_funding_count: null | number;
            /** @description The rate weighted by open interest, percent per 8 hours, 6 decimals. */
            oi_weighted_funding_rate: null | number;
            /**
             * Format: int32
             * @description Among all indices of the batch; 1 = largest.
             */
            open_interest_rank: null | number;
            /**
             * Format: int32
             * @description Perpetuals whose holders of long positions pay.
             */
            positive_funding_count: null | number;
            /** @description USD. */
            total_open_interest: null | string;
            /** @description USD. */
            volume_24h_usd: null | string;
        };
        /** @description The answer of /health/detailed. */
        DetailedHealthAnswer: {
            /** @description Name of the service. */
            app_name: string;
            /**
             * @description simulated or live.
             * @enum {string}
             */
            data_source: "simulated" | "live";
            /**
             * @description connected or disconnected.
             * @enum {string}
             */
            database: "connected" | "disconnected";
            /** @description Each part by name, with its latency and what is wrong. */
            parts: {
                [key: string]: components["schemas"]["PartHealth"];
            };
            /**
             * @description connected or disconnected.
             * @enum {string}
             */
            redis: "connected" | "disconnected";
            services: components["schemas"]["ServiceStates"];
            status: components["schemas"]["HealthLevel"];
            /**
             * Format: date-time
             * @description When the parts were asked.
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            /** @description Version of the build. */
            version: string;
            /**
             * @description active or inactive.
             * @enum {string}
             */
            websocket: "active" | "inactive";
            /** @description Connections and deliveries of the streams; null while they are inactive. */
            websocket_detail: components["schemas"]["StreamsDetail"] | null;
        };
        /** @description Activity in a project's repositories, with its interpretation. */
        DevelopmentActivity: {
            activity_indicators: components["schemas"]["ActivityIndicators"];
            comparison_benchmarks: components["schemas"]["ComparisonBenchmarks"];
            github_metrics: components["schemas"]["GithubMetrics"];
            interpretation_guide: components["schemas"]["InterpretationGuide"];
        };
        DevelopmentAnswer: {
            development_activity: components["schemas"]["DevelopmentActivity"];
            symbol: string;
        };
        /** @description Where the documents are. */
        DocumentAddresses: {
            openapi_json: string;
            redoc: string;
            swagger_ui: string;
        };
        /** @description A report on the calendar. */
        EarningsItem: {
            /** @description Reported earnings a share, in currency; null until it is known. */
            actual: null | number;
            /** @description As the index or the provider writes it. */
            company_name: null | string;
            /** @description ISO code. */
            currency: null | string;
            /** @description Expected earnings a share, in currency. */
            estimate: null | number;
            /** @description For people. */
            event_description: null | string;
            /**
             * Format: date-time
             * @description When a provider last confirmed it.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            /** @description How fiscal_date_ending is known: announced, balance_sheet (the company's of fiscal_date_ending is held) or pattern (worked out from its other quarters). */
            fiscal_date_basis: components["schemas"]["QuarterBasis"] | null;
            /**
             * Format: date
             * @description Last day of the quarter.
             * @example 2026-08-31
             */
            fiscal_date_ending: null | string;
            /**
             * Format: date
             * @description The report date before it last moved.
             * @example 2026-08-31
             */
            previous_date: null | string;
            /**
             * Format: date
             * @description Date in New York.
             * @example 2026-08-31
             */
            report_date: string;
            /** @description before_open (9:30 New York), after_close (16:00), during_market, or null. */
            report_time: components["schemas"]["ReportTime"] | null;
            /** @description Reported over expected, percent of the size of the expectation. */
            surprise_percent: null | number;
            /** @description AAPL. */
            symbol: string;
        };
        /** @description A story with all that is held of it. */
        EarningsNewsDetail: {
            /** @description The provider's number. */
            article_id: null | string;
            /** @description The provider's word. */
            category: null | string;
            /**
             * Format: int32
             * @description New York days from the report date; negative before it.
             */
            days_from_earnings: number;
            /**
             * Format: date-time
             * @description When the provider first sent it.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            /** @description Whether a picture is known. */
            has_image: boolean;
            /** @description Plain text. */
            headline: null | string;
            /** @description Address of a picture. */
            image: null | string;
            news_section: components["schemas"]["NewsSection"];
            /**
             * Format: date-time
             * @description UTC.
             * @example 2026-08-31T13:30:00Z
             */
            published_at: string;
            /** @description Symbols as the provider lists them. */
            related: null | string;
            /** @description The same symbols, one by one. */
            related_symbols: string[];
            /**
             * Format: date
             * @description Date of the report, New York.
             * @example 2026-08-31
             */
            report_date: string;
            /** @description At most 100 characters. */
            short_headline: null | string;
            /** @description At most 100 characters. */
            short_summary: null | string;
            /** @description Who published it. */
            source: null | string;
            /** @description Plain text. */
            summary: null | string;
            /** @description Whose report. */
            symbol: string;
            /** @description Where it can be read. */
            url: string;
        };
        EarningsNewsFound: {
            /** @description Whether stories follow. */
            has_next: boolean;
            items: components["schemas"]["EarningsNewsDetail"][];
            /**
             * Format: int32
             * @description Stories a page.
             */
            limit: number;
            /**
             * Format: int32
             * @description From 1.
             */
            page: number;
            /** @description What was looked for. */
            search_query: string;
            /**
             * Format: int32
             * @description Stories of all pages.
             */
            total: number;
        };
        /** @description A story about a report, in a list. */
        EarningsNewsItem: {
            /**
             * Format: int32
             * @description New York days from the report date; negative before it.
             */
            days_from_earnings: number;
            /**
             * Format: date-time
             * @description When the provider first sent it.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            /** @description Whether a picture is known. */
            has_image: boolean;
            /** @description Plain text. */
            headline: null | string;
            news_section: components["schemas"]["NewsSection"];
            /**
             * Format: date-time
             * @description UTC.
             * @example 2026-08-31T13:30:00Z
             */
            published_at: string;
            /**
             * Format: date
             * @description Date of the report, New York.
             * @example 2026-08-31
             */
            report_date: string;
            /** @description At most 100 characters. */
            short_headline: null | string;
            /** @description Who published it. */
            source: null | string;
            /** @description Whose report. */
            symbol: string;
            /** @description Where it can be read. */
            url: string;
        };
        /** @description A page of stories. */
        EarningsNewsPage: {
            /** @description Whether stories follow. */
            has_next: boolean;
            items: components["schemas"]["EarningsNewsItem"][];
            /**
             * Format: int32
             * @description Stories a page.
             */
            limit: number;
            /**
             * Format: int32
             * @description From 1.
             */
            page: number;
            /**
             * Format: date
             * @description Of which report, where one was asked for.
             * @example 2026-08-31
             */
            report_date: null | string;
            /** @description Whose, where one company was asked for. */
            symbol: null | string;
            /**
             * Format: int32
             * @description Stories of all pages.
             */
            total: number;
        };
        EarningsStatistics: {
            /**
             * Format: int32
             * @description Companies of which an estimate is held; each counts once.
             */
            companies_with_estimates: number;
            currency_breakdown: components["schemas"]["CurrencyBreakdown"];
            /**
             * Format: date-time
             * @description When a provider last confirmed a report.
             * @example 2026-08-31T13:30:00Z
             */
            latest_update: null | string;
            /**
             * Format: int32
             * @description Reports from Monday to Sunday of this week.
             */
            this_week_earnings: number;
            /**
             * Format: int32
             * @description Reports of today.
             */
            today_earnings: number;
            /**
             * Format: int32
             * @description Stored reports, past and coming.
             */
            total_earnings: number;
        };
        EcosystemAnswer: {
            /**
             * Format: date-time
             * @description When its data was fetched.
             * @example 2026-08-31T13:30:00Z
             */
            analysis_timestamp: string;
            basic_info: components["schemas"]["EcosystemBasics"];
            community_metrics: components["schemas"]["CommunityMetrics"];
            comparative_context: components["schemas"]["ComparativeContext"];
            data_transparency: components["schemas"]["DataTransparency"];
            development_activity: components["schemas"]["DevelopmentActivity"];
            market_position: components["schemas"]["MarketPosition"];
            schema_version: string;
            scores: components["schemas"]["EcosystemScores"];
        };
        EcosystemBasics: {
            categories: string[];
            /**
             * Format: int32
             * @description How many categories; null until the coin's details are held.
             */
            category_count: null | number;
            /** @description English, plain text. */
            description: null | string;
            /** @description 2009-01-03. */
            genesis_date: null | string;
            /** Format: int32 */
            market_cap_rank: null | number;
            name: string;
            /** @description homepage, whitepaper, explorer, github, twitter, telegram, reddit; null where there is none. */
            official_links: {
                [key: string]: null | string;
            };
            /** Format: int32 */
            project_age_days: null | number;
            symbol: string;
        };
        /** @description Scores of maturity, innovation and competition of a project, from figures. */
        EcosystemScores: {
            competition: components["schemas"]["Score"];
            innovation: components["schemas"]["Score"];
            maturity: components["schemas"]["Score"];
        };
        EcosystemSummary: {
            areas_to_investigate: string[];
            key_numbers: components["schemas"]["KeyNumbers"];
            /** @description One sentence. */
            project_overview: string;
            what_stands_out: string[];
        };
        EcosystemSummaryAnswer: {
            /**
             * Format: date-time
             * @description When its data was fetched.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            next_steps: components["schemas"]["NextSteps"];
            summary: components["schemas"]["EcosystemSummary"];
            symbol: string;
        };
        /** @description A coin explained from its facts; what no fact says is null. */
        EducationalContent: {
            beginner_summary: null | string;
            /** @description How much one should know beforehand, by the primary category: 초급, 중급 or 고급. */
            difficulty_level: null | string;
            how_it_works: null | string;
            real_world_usage: string[];
            what_is_it: null | string;
            /** @description From a list of facts that is kept by hand, with their source. */
            why_created: null | string;
            /** @description Where the reason is from. */
            why_source: null | string;
        };
        /** @description Counts of an X post at the last read; 0 where X sent none. None for a repost: X counts the original only. */
        EngagementView: {
            account_category: null | string;
            /** Format: int64 */
            impression_count: number;
            /** Format: int64 */
            like_count: number;
            /** Format: int64 */
            quote_count: number;
            /** Format: int64 */
            reply_count: number;
            /** Format: int64 */
            retweet_count: number;
        };
        /** @description Health of a board. */
        EquityHealthAnswer: {
            /** @description fresh, stale (the market is open and nothing traded for a minute), closed (the market is), or empty. */
            data_freshness: string;
            /**
             * @description connected or disconnected.
             * @enum {string}
             */
            database: "connected" | "disconnected";
            /** @description What is wrong, in words. */
            error: null | string;
            /** @description The live feed behind it; null when no replica ever fed. */
            feed: components["schemas"]["FeedStatus"] | null;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            last_check: string;
            /**
             * Format: date-time
             * @description The newest trade on the board.
             * @example 2026-08-31T13:30:00Z
             */
            last_trade_at: null | string;
            market_status: components["schemas"]["MarketStatus"];
            /** @description healthy; degraded when prices do not come as they should; unhealthy when PostgreSQL is gone. */
            status: string;
        };
        /** @description Counts of a board. */
        EquityStats: {
            /** @description Its numbering. */
            epoch: string;
            /**
             * Format: date-time
             * @description The newest trade on the board.
             * @example 2026-08-31T13:30:00Z
             */
            last_trade_at: null | string;
            /**
             * Format: int64
             * @description Number of the last batch, as in the stream.
             */
            seq: number;
            /**
             * Format: int32
             * @description Those whose change is known.
             */
            symbols_with_previous_close: number;
            /**
             * Format: int32
             * @description Those that have traded.
             */
            symbols_with_price: number;
            /**
             * Format: int32
             * @description Listed.
             */
            total_symbols: number;
            /**
             * Format: int64
             * @description Trades of the present session in the store; null when shares changed hands and no trade of them was recorded.
             */
            trades_today: null | number;
        };
        /** @description Stats of a board. */
        EquityStatsAnswer: {
            market_status: components["schemas"]["MarketStatus"];
            /** @description Which board. */
            service_name: string;
            stats: components["schemas"]["EquityStats"];
            /** @description Of this process: days.hours:minutes:seconds. */
            uptime: string;
        };
        /** @description The fund's page. */
        EtfAnswer: {
            basic_info: components["schemas"]["EtfItem"] | null;
            /** @description Null until the fund's composition is held. */
            holdings_chart_data: null | components["schemas"]["EtfHoldingSlice"][];
            key_metrics: components["schemas"]["EtfKeyMetrics"] | null;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            profile: components["schemas"]["EtfProfile"] | null;
            /** @description Null until the fund's composition is held. */
            sector_chart_data: null | components["schemas"]["EtfSectorSlice"][];
        };
        /** @description Five of each. */
        EtfHighlights: {
            most_active: components["schemas"]["EtfItem"][];
            top_gainers: components["schemas"]["EtfItem"][];
            top_losers: components["schemas"]["EtfItem"][];
        };
        /** @description A holding of the fund. */
        EtfHolding: {
            description: string;
            /** @description N/A for what has none: cash, bonds, foreign shares. */
            symbol: string;
            /** @description Fraction of the fund (0.07 = 7 %); negative where it is owed (swaps of inverse funds). */
            weight: number;
        };
        /** @description One of the ten largest holdings; weight is percent. */
        EtfHoldingSlice: {
            name: string;
            symbol: string;
            weight: number;
        };
        /** @description An ETF in a list, USD; null where nothing is known yet. */
        EtfItem: {
            /** @description Against the previous close. */
            change_amount: null | number;
            /** @description The same in percent (1.6 = 1.6 %). */
            change_percentage: null | number;
            /** @description Last trade. */
            current_price: null | number;
            /** @description True when up, false when down, null when unchanged or unknown. */
            is_positive: null | boolean;
            /** @description As Korean brokers list it; null where none is certain. */
            korean_name: null | string;
            /**
             * Format: date-time
             * @description When it last traded.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            name: string;
            /** @description Close of the session before the price's own one, splits applied. */
            previous_close: null | number;
            /**
             * Format: int32
             * @description Place by change, 1 = largest.
             */
            rank: null | number;
            symbol: string;
            /**
             * Format: int64
             * @description Regular-session shares so far.
             */
            volume: null | number;
            /**
             * Format: int64
             * @description Shares in the last 24 hours.
             */
            volume_24h: null | number;
        };
        /** @description The profile's figures as display text; N/A where nothing is held. */
        EtfKeyMetrics: {
            /** @description 0.46%. */
            dividend_yield: string;
            /** @description 1999. */
            inception_year: string;
            /** @description $385.8B. */
            net_assets: string;
            /** @description 0.20%. */
            net_expense_ratio: string;
        };
        /** @description The ETF board in figures, USD and percent; null where no ETF has a price. */
        EtfMarketSummary: {
            /** Format: int32 */
            active_etfs: number;
            /** Format: int32 */
            advancers: number;
            /** @description Mean change against the previous close, percent. */
            average_change: null | number;
            /** @description Mean of the last prices. */
            average_price: null | number;
            /** Format: int32 */
            decliners: number;
            highest_price: null | number;
            /**
             * Format: date-time
             * @description The newest trade.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            lowest_price: null | number;
            /** @description Median change, percent. */
            median_change: null | number;
            /** Format: int32 */
            total_etfs: number;
            /**
             * Format: int64
             * @description Trades of the present session that were recorded; null when shares changed hands and none was.
             */
            total_trades: null | number;
            /**
             * Format: int64
             * @description Regular-session shares; null when none is known.
             */
            total_volume: null | number;
            /** Format: int32 */
            unchanged: number;
        };
        /** @description The ETF market at one moment. */
        EtfOverviewAnswer: {
            highlights: components["schemas"]["EtfHighlights"];
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            market_status: components["schemas"]["MarketStatus"];
            market_summary: components["schemas"]["EtfMarketSummary"];
        };
        /** @description The fund itself; null where nothing is held. */
        EtfProfile: {
            /** @description Fraction a year. */
            dividend_yield: null | number;
            /** @description Where it is listed: NYSE Arca, NASDAQ, Cboe; null until a provider's list has it. */
            exchange: null | string;
            /** @description Largest first; null until the composition is held. */
            holdings: null | components["schemas"]["EtfHolding"][];
            /** @description ISO date. */
            inception_date: null | string;
            /** @description YES or NO. */
            leveraged: null | string;
            name: string;
            /**
             * Format: int64
             * @description USD.
             */
            net_assets: null | number;
            /** @description Fraction a year (0.0009 = 0.09 %). */
            net_expense_ratio: null | number;
            /** @description Fraction a year. */
            portfolio_turnover: null | number;
            /** @description Largest first; null until the composition is held, empty for funds without sectors. */
            sectors: null | components["schemas"]["EtfSector"][];
            symbol: string;
        };
        /** @description A sector of the fund. */
        EtfSector: {
            /** @description As in the sector chart. */
            color: null | string;
            /** @description In the words of GICS. */
            sector: string;
            /** @description The sector as the provider writes it. */
            sector_text: string;
            /** @description Fraction of the fund (0.31 = 31 %). */
            weight: number;
        };
        /** @description A slice of the sector chart; value is percent. */
        EtfSectorSlice: {
            color: string;
            name: string;
            value: number;
        };
        ExchangeCount: {
            /** Format: int32 */
            global: number;
            /** Format: int32 */
            korean: number;
        };
        /** @description A question and its answer; both come from a fact, or are left out. */
        Faq: {
            answer: string;
            /** @description 기본 정보, 공급량, 기술 or 시장. */
            category: null | string;
            question: string;
        };
        FederalFundsChart: {
            /** @description Mean of the last 12 months, percent, 3 decimals. */
            avg_rate_12m: null | number;
            /** @description Percentage points since the value before. */
            change_from_prev: null | number;
            /** @description Percent. */
            current_rate: null | number;
            /** @description Oldest first. */
            data: components["schemas"]["FederalFundsPoint"][];
            /** @description The newest day, which the months end before; null while no days are held. */
            latest_daily: components["schemas"]["FederalFundsDay"] | null;
            /** @description Of all months, percent. */
            max_rate: null | number;
            /** @description Of all months, percent. */
            min_rate: null | number;
            /** @description rising, falling or stable. */
            rate_trend: null | string;
        };
        /** @description The rate of the newest day. */
        FederalFundsDay: {
            /**
             * Format: date
             * @example 2026-08-31
             */
            date: string;
            /** @description Percent. */
            rate: number;
        };
        /** @description A point of a chart. */
        FederalFundsPoint: {
            /** @description 2024-08. */
            date_str: string;
            /** Format: int32 */
            month: number;
            /** @description Percent. */
            rate: number;
            /** Format: int32 */
            year: number;
        };
        /** @description The rate of one day or month. */
        FederalFundsRow: {
            /**
             * Format: date
             * @description The day, or the first day of the month.
             * @example 2026-08-31
             */
            date: string;
            /**
             * @description daily or monthly.
             * @enum {string}
             */
            interval_type: "daily" | "monthly";
            /** @description The source's title of the series. */
            name: string;
            /** @description Percent; of a month the mean. */
            rate: null | number;
            /** @description percent. */
            unit: string;
        };
        FederalFundsStatistics: {
            /** @description Percent, 3 decimals. */
            avg_12_months: number;
            /** @description The newest day, which the months end before; null while no days are held. */
            latest_daily: components["schemas"]["FederalFundsDay"] | null;
            /** @description 2024-09-01. */
            latest_date: string;
            /** @description Percent. */
            latest_rate: number;
            /** @description Percent. */
            max_12_months: number;
            /** @description Percent. */
            min_12_months: number;
            /** @description Percent; null when there is one value only. */
            previous_rate: null | number;
            /** @description Percentage points. */
            rate_change: null | number;
            /**
             * Format: int32
             * @description Months held.
             */
            total_months: number;
            /**
             * @description rising, falling or stable.
             * @enum {string}
             */
            trend: "rising" | "falling" | "stable";
        };
        FederalFundsTrend: {
            /**
             * @description tightening, easing or neutral.
             * @enum {string}
             */
            rate_cycle_phase: "tightening" | "easing" | "neutral";
            /** @description Oldest first. */
            recent_6m: components["schemas"]["FederalFundsPoint"][];
            /** @description Oldest first. */
            recent_12m: components["schemas"]["FederalFundsPoint"][];
            /**
             * @description increasing, decreasing or stable.
             * @enum {string}
             */
            trend_direction: "increasing" | "decreasing" | "stable";
            /** @description 0 to 10, 2 decimals; null with fewer than two months. */
            volatility_score: null | number;
        };
        FeedDetails: {
            /** @description Why it last stopped; null while it runs. */
            error: null | string;
            /** @description Name of the feed and its lease. */
            name: string;
            /** @description The replica that feeds or last fed: host and process; null when none ever did. */
            owner: null | string;
        };
        /** @description Newest state of a live feed, written by the replica that runs it; at most a few seconds old. */
        FeedStatus: {
            /** @description Whether a replica holds the lease, is alive (its row is fresh) and has its connection. */
            connected: boolean;
            /**
             * Format: int64
             * @description Malformed or foreign messages among them, counted and left out.
             */
            dropped: number;
            /** @description Why the feed last stopped, in words; null while it runs. */
            error: null | string;
            /**
             * Format: date-time
             * @description Time of the newest event, by the provider's clock.
             * @example 2026-08-31T13:30:00Z
             */
            last_event_at: null | string;
            /**
             * Format: int64
             * @description Events since the present connection holder started the feed.
             */
            messages: number;
            /** @description bithumb-live. */
            name: string;
            /** @description The provider has no key or no address here: the feed does not run, and that is no fault. */
            not_configured: boolean;
            /** @description The replica (host and process) that feeds or last fed; null when none ever did. */
            owner: null | string;
            /** @description bithumb. */
            provider: string;
            /**
             * Format: date-time
             * @description When the row was written; null when no replica ever fed.
             * @example 2026-08-31T13:30:00Z
             */
            updated_at: null | string;
        };
        FeedView: {
            /** @description Whether a living replica holds the connection. */
            connected: boolean;
            /**
             * Format: int64
             * @description Malformed or foreign messages among them.
             */
            dropped: number;
            /**
             * Format: date-time
             * @description The newest event, by the provider's clock.
             * @example 2026-08-31T13:30:00Z
             */
            last_event_at: null | string;
            /**
             * Format: int64
             * @description Events since the feed was last started.
             */
            messages: number;
            /** @description Name of the feed and its lease. */
            name: string;
            /** @description Where it comes from. */
            provider: string;
            /**
             * @description connected, disconnected or not_configured.
             * @enum {string}
             */
            state: "connected" | "disconnected" | "not_configured";
        };
        /** @description The verdict over all ratios. */
        FinancialHealthAnswer: {
            /** @description Keys of the ratios that could be rated. */
            based_on: string[];
            /**
             * Format: int32
             * @description Weight of those ratios, percent of all.
             */
            coverage: number;
            /** @description A+, A, B+, B, C+, C or D; N/A where the ratios do not apply to the industry. */
            grade: string;
            /** @description not_applicable with N/A; else null. */
            reason: components["schemas"]["NoValue"] | null;
            /**
             * Format: int32
             * @description 20 to 100; null with N/A.
             */
            score: null | number;
            /** @description The grade in a word. */
            status: string;
            yardstick: components["schemas"]["Yardstick"];
        };
        FinancialNewsCategoriesAnswer: {
            /** @description Their names. */
            available_categories: string[];
            /** @description All four, in the order of the contract. */
            categories: components["schemas"]["FinancialNewsCategoryFigures"][];
            /**
             * Format: int32
             * @description Articles of all categories.
             */
            total_news: number;
        };
        FinancialNewsCategoryFigures: {
            category: string;
            /** @description For people, in Korean. */
            category_display_name: string;
            /**
             * Format: int32
             * @description Articles held.
             */
            count: number;
            /**
             * Format: date-time
             * @description Publication of its newest; null without articles.
             * @example 2026-08-31T13:30:00Z
             */
            latest_news_date: null | string;
        };
        FinancialNewsHealthAnswer: {
            api_version: string;
            available_categories: string[];
            /**
             * Format: int32
             * @description Categories with articles; null when they cannot be counted.
             */
            categories_count: null | number;
            /**
             * @description connected or disconnected.
             * @enum {string}
             */
            database: "connected" | "disconnected";
            /**
             * Format: double
             * @description Since then, 1 decimal.
             */
            hours_since_fetch: null | number;
            /** @description fresh, stale, failing, not_configured or pending: as in the ingestion status. */
            ingestion_state: components["schemas"]["DataSetState"] | null;
            /**
             * Format: date-time
             * @description When the provider last brought news; null when never.
             * @example 2026-08-31T13:30:00Z
             */
            latest_fetch_at: null | string;
            /**
             * Format: date-time
             * @description Publication of the newest; null without articles.
             * @example 2026-08-31T13:30:00Z
             */
            latest_news_date: null | string;
            /** @description healthy; stale when the last fetch is more than 3 hours old or there was none; unhealthy when PostgreSQL is gone. */
            status: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            /**
             * Format: int32
             * @description Articles held; null when they cannot be counted.
             */
            total_news: null | number;
        };
        /** @description A page of articles. */
        FinancialNewsPage: {
            /** @description The one category of the list; null when it is of several. */
            category: null | string;
            /** @description Whether more follow. */
            has_next: boolean;
            items: components["schemas"]["FinancialNewsRow"][];
            /**
             * Format: int32
             * @description Articles a page.
             */
            limit: number;
            /** @description Continues after this page, also when articles are added; null at the end. */
            next_cursor: null | string;
            /**
             * Format: int32
             * @description From 1.
             */
            page: number;
            /**
             * Format: int32
             * @description Articles of all pages.
             */
            total: number;
        };
        /** @description An article. */
        FinancialNewsRow: {
            /**
             * @description crypto, forex, merger or general.
             * @enum {string}
             */
            category: "crypto" | "forex" | "merger" | "general";
            /** @description The category for people, in Korean. */
            category_display_name: null | string;
            /**
             * Format: int64
             * @description The time of publication as the provider sends it and the web client reads it: Unix seconds, the same moment as published_at.
             */
            datetime: number;
            /**
             * Format: date-time
             * @description When the provider last sent it.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            has_image: boolean;
            headline: null | string;
            /** @description Address of a picture; null when there is none. */
            image: null | string;
            /** @description Of a search: how it matches; else null. */
            match: components["schemas"]["ArticleMatch"] | null;
            /**
             * Format: int64
             * @description The provider's number.
             */
            news_id: number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            published_at: string;
            /** @description Symbols that it is about, with commas; null when there are none. */
            related: null | string;
            /** @description The symbols as a list. */
            related_symbols: string[];
            /** @description The headline cut at 100 characters. */
            short_headline: null | string;
            /** @description The summary cut at 100 characters. */
            short_summary: null | string;
            source: null | string;
            summary: null | string;
            url: null | string;
        };
        /** @description Result of a search. */
        FinancialNewsSearchAnswer: {
            /** @description As asked; null for all. */
            categories: null | string[];
            /** @description Whether more follow; by relevance the newest 1,000 matches are ordered. */
            has_next: boolean;
            items: components["schemas"]["FinancialNewsRow"][];
            /**
             * Format: int32
             * @description Articles a page.
             */
            limit: number;
            /** @description Goes on after this page; null at the end. */
            next_cursor: null | string;
            /**
             * Format: int32
             * @description From 1.
             */
            page: number;
            /** @description What was looked for. */
            search_query: string;
            /**
             * Format: int32
             * @description How many articles match; 5,000 when there are more.
             */
            total: number;
            /** @description False when there are more than 5,000. */
            total_is_exact: boolean;
        };
        FinancialNewsStatsAnswer: {
            /**
             * Format: date-time
             * @description Publication of the oldest; null without articles.
             * @example 2026-08-31T13:30:00Z
             */
            first_news_date: null | string;
            /**
             * Format: date-time
             * @description Publication of the newest; null without articles.
             * @example 2026-08-31T13:30:00Z
             */
            latest_news_date: null | string;
            /**
             * Format: int32
             * @description Articles held.
             */
            total_count: number;
        };
        /** @description The company's figures; while they are being collected data is null and status says collecting. */
        FinancialPart: {
            available: boolean;
            data: components["schemas"]["Financials"] | null;
            message: null | string;
            status: null | string;
        };
        /** @description A ratio and its meaning. */
        FinancialRatio: {
            /** @description A sound value to compare with; null where the ratio does not apply. */
            benchmark: null | number;
            /** @description One sentence with the value, or why there is none. */
            description: string;
            /** @description In the asked language. */
            name: string;
            /** @description Why there is no value: not_applicable, no_current_items, not_reported, zero_divisor or negative_equity; null when there is one. */
            reason: components["schemas"]["NoValue"] | null;
            /** @description 우수, 양호, 보통 or 위험; 해당 없음 where it does not apply to the industry, 판단 불가 when it cannot be rated. */
            status: string;
            /** @description A multiple or a fraction (0.62 = 62 %); null when it cannot be had. */
            value: null | number;
        };
        /** @description The company by its latest balance sheet. */
        Financials: {
            data_available: boolean;
            financial_health: components["schemas"]["HealthVerdict"] | null;
            key_metrics: components["schemas"]["KeyMetrics"] | null;
            key_ratios: components["schemas"]["KeyRatios"] | null;
            /** @description Its fiscal date as text. */
            latest_period: null | string;
            message: null | string;
        };
        GithubMetrics: {
            /** Format: int32 */
            closed_issues: null | number;
            /** Format: int32 */
            commit_count_4_weeks: null | number;
            /** Format: int32 */
            forks: null | number;
            /** @description Closed / total x 100, 1 decimal; null without issues. */
            issues_resolved_rate_percent: null | number;
            /** Format: int32 */
            stars: null | number;
            /** Format: int32 */
            total_issues: null | number;
        };
        /** @description The coin within the market as a whole; declared decimals are texts, shares and changes percent. */
        GlobalContext: {
            /** Format: int32 */
            active_cryptocurrencies: null | number;
            /**
             * Format: date-time
             * @description The same.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: null | string;
            btc_dominance: null | string;
            /** @description Bitcoin's share now minus that of a week ago, percentage points; null until a week of history is held. */
            dominance_change_7d: null | string;
            eth_dominance: null | string;
            /** @description Of the total market value, percent. */
            market_cap_change_24h: null | string;
            /** @description The market value shown for the coin / the total shown x 100, 2 decimals. */
            market_share_percentage: null | string;
            /** @description By the market's 24-hour change: above 2 bullish, below -2 bearish, else neutral. */
            market_status: null | string;
            /**
             * Format: int32
             * @description Exchanges the provider follows.
             */
            markets: null | number;
            total_market_cap_usd: null | string;
            /**
             * Format: date-time
             * @description The provider's own time of these figures.
             * @example 2026-08-31T13:30:00Z
             */
            updated_at: null | string;
            /** @description The coin's 24-hour change minus the market's, percentage points, 2 decimals. */
            vs_market_performance: null | string;
        };
        /** @description The answer of /health. */
        HealthAnswer: {
            /** @description Name of the service. */
            app_name: string;
            /** @description allow_list, or enabled_for_all_origins. */
            cors: string;
            /**
             * @description simulated or live.
             * @enum {string}
             */
            data_source: "simulated" | "live";
            /** @description connected or disconnected, by the last background probe. */
            database: string;
            /** @description healthy as long as the process answers. */
            status: string;
            /** @description Version of the build. */
            version: string;
            /** @description active: the process accepts streams. */
            websocket_system: string;
        };
        /**
         * @description healthy, degraded (a part that is not vital is down) or unhealthy (a vital one is).
         * @enum {string}
         */
        HealthLevel: "healthy" | "degraded" | "unhealthy";
        /** @description The verdict over all ratios; null when none can be rated. */
        HealthVerdict: {
            /** @description A+ to D; N/A where the ratios do not apply to the industry. */
            grade: null | string;
            /** @description not_applicable with N/A; else null. */
            reason: components["schemas"]["NoValue"] | null;
            /** @description 20 to 100; null with N/A. */
            score: null | number;
            status: null | string;
        };
        /** @description Five of each. */
        Highlights: {
            most_active: components["schemas"]["StockItem"][];
            top_gainers: components["schemas"]["StockItem"][];
            top_losers: components["schemas"]["StockItem"][];
        };
        /** @description A price some time after a post. */
        HorizonView: {
            /**
             * Format: int32
             * @description Length of the bars it was read from.
             */
            bar_minutes: null | number;
            /** @description last_trade, next_tradable (the market was closed at the target) or mean_of_first_hour. */
            basis: null | string;
            /** @description Percent since base_price, two decimals; null unless done. */
            change: null | number;
            /**
             * Format: date-time
             * @description When it can be known at the earliest.
             * @example 2026-08-31T13:30:00Z
             */
            due_at: string;
            /** @description Null unless done. */
            price: null | number;
            /**
             * Format: date-time
             * @description When that price was.
             * @example 2026-08-31T13:30:00Z
             */
            price_time: null | string;
            /** @description Why there is none: price_gap, no_trade_since, no_base_price. */
            reason: null | string;
            /**
             * @description done, pending or no_data.
             * @enum {string}
             */
            status: "done" | "pending" | "no_data";
            /**
             * Format: date-time
             * @description The instant in question.
             * @example 2026-08-31T13:30:00Z
             */
            target_time: string;
        };
        InflationAnalysis: {
            /** @description Mean of the year-over-year rates, percent, 2 decimals. */
            avg_inflation_6m: number;
            /** @description Mean of the year-over-year rates, percent, 2 decimals. */
            avg_inflation_12m: number;
            /**
             * @description accelerating, decelerating or stable.
             * @enum {string}
             */
            inflation_trend: "accelerating" | "decelerating" | "stable";
            /**
             * @description stable, moderate_inflation or high_inflation.
             * @enum {string}
             */
            price_stability_status: "stable" | "moderate_inflation" | "high_inflation";
            /** @description Oldest first. */
            recent_6m: components["schemas"]["CpiPoint"][];
            /** @description Oldest first. */
            recent_12m: components["schemas"]["CpiPoint"][];
            /** @description 0 to 10, 2 decimals; null with fewer than two rates. */
            volatility_score: null | number;
        };
        InflationChart: {
            /** @description Mean of all years, percent, 3 decimals. */
            avg_rate: null | number;
            /** @description Oldest first. */
            data: components["schemas"]["InflationPoint"][];
            /** @description Percent. */
            latest_rate: null | number;
            /** @description Percent. */
            max_rate: null | number;
            /** @description Percent. */
            min_rate: null | number;
        };
        InflationPoint: {
            /** @description Percent. */
            rate: number;
            /** Format: int32 */
            year: number;
        };
        /** @description Inflation of one year. */
        InflationRow: {
            /**
             * Format: date
             * @description 1 January of the year.
             * @example 2026-08-31
             */
            date: string;
            /** @description Percent (2.95 = 2.95 %), as published; below zero is deflation. */
            inflation_rate: null | number;
            /** @description annual. */
            interval_type: string;
            /** @description The source's title of the series. */
            name: string;
            /** @description percent. */
            unit: string;
        };
        InflationStatistics: {
            /** @description Percent, 3 decimals. */
            average_rate: number;
            /** @description Percent. */
            latest_rate: number;
            /** Format: int32 */
            latest_year: number;
            /** @description Percent. */
            max_rate: number;
            /** @description Percent. */
            min_rate: number;
            /**
             * Format: int32
             * @description Years held.
             */
            total_years: number;
        };
        IngestionDetails: {
            /**
             * Format: date-time
             * @description Now, by the market's clock.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: string;
            /** @description Of the providers that were ever called, by name. */
            budgets: components["schemas"]["BudgetView"][];
            /** @description By name. */
            feeds: components["schemas"]["FeedDetails"][];
        };
        IngestionStatus: {
            /**
             * Format: date-time
             * @description Now, by the market's clock.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: string;
            /** @description In the order in which a first start fills them. */
            data_sets: components["schemas"]["DataSetView"][];
            /** @description By name. */
            feeds: components["schemas"]["FeedView"][];
        };
        /** @description Interpretation of the figures. Information, not advice. */
        InterpretationAnswer: {
            /** @description At most three. */
            concerns: string[];
            overall_summary: string;
            recommendation: string;
            /** @description At most three. */
            strengths: string[];
        };
        /** @description Interpretation of commits and issues. */
        InterpretationGuide: {
            commits_4w: {
                [key: string]: string;
            };
            issues_resolution: {
                [key: string]: string;
            };
        };
        InvestmentAnswer: {
            as_of: components["schemas"]["InvestmentTimes"];
            basic_info: components["schemas"]["InvestmentBasics"];
            data_sources: string[];
            derivatives: components["schemas"]["DerivativesSummary"];
            disclaimer: string;
            global_context: components["schemas"]["GlobalContext"];
            investment_opportunity: components["schemas"]["InvestmentOpportunity"];
            kimchi_premium: components["schemas"]["PremiumAnswer"];
            /** @description The number of `kimchi_premium`, beside it; percent. */
            kimchi_premium_percent: null | number;
            /**
             * Format: date-time
             * @description Time of the newest input.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            market_data: components["schemas"]["MarketData"];
            portfolio_guidance: components["schemas"]["PortfolioGuidance"];
            risk_analysis: components["schemas"]["RiskAnalysis"];
            risk_assessment: components["schemas"]["RiskAnalysis"];
            supply_data: components["schemas"]["SupplyData"];
            symbol: string;
        };
        InvestmentBasics: {
            /** @description As CoinGecko names them. */
            categories: string[];
            coingecko_id: string;
            image_large: null | string;
            /** Format: int32 */
            market_cap_rank: null | number;
            name: string;
            symbol: string;
        };
        InvestmentChart: {
            chart_data: components["schemas"]["InvestmentChartBar"][];
            /** @description KRW. */
            currency: string;
            /**
             * Format: int32
             * @description How many bars follow.
             */
            data_points: number;
            /**
             * Format: int64
             * @description Length of a bar; older ones of 30M and 1H may be minutes.
             */
            interval_seconds: number;
            /**
             * Format: date-time
             * @description Start of the last bar; null without bars.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            /** @description KRW-BTC. */
            market: string;
            /** @description The same, by the name that the web client reads. */
            market_code: string;
            /** @description Lowest and highest price, KRW; null without bars. */
            price_range: components["schemas"]["PriceRange"] | null;
            symbol: string;
            timeframe: string;
        };
        /** @description One bar. Prices in KRW, volumes in coins; open, high and low are the bar's, not the day's. */
        InvestmentChartBar: {
            /** @description Coins in the 24 hours before its end; null when history does not reach back so far. */
            acc_volume_24h: null | number;
            close: number;
            high: number;
            low: number;
            open: number;
            /** @description The close. */
            price: number;
            /**
             * Format: date-time
             * @description Start.
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            /**
             * Format: int64
             * @description The same, Unix milliseconds.
             */
            timestamp_ms: number;
            /** @description Of the start, UTC, as the exchange writes it: 20250716. */
            trade_date: string;
            /** @description Of the start, UTC: 143000. */
            trade_time: string;
            volume: number;
        };
        /** @description Advantages of a coin, from figures and stored facts; null = not known. */
        InvestmentOpportunity: {
            /** @description HIGH, MEDIUM, LOW or NONE after the costs of the model. */
            arbitrage_potential: null | string;
            /** @description Share of the four drivers whose input is known, 0 to 1. */
            confidence: number;
            /** @description Where the ETF fact is from. */
            etf_source: null | string;
            /** @description From a list of facts that is kept by hand, with their source; never guessed. */
            etf_status: null | string;
            /** @description Only the fact that decides it: whether the number of coins is bounded. */
            inflation_hedge: null | string;
            /** @description 활발함 when interest in its derivatives is 매우 높음, else 진행중. */
            institutional_adoption: null | string;
            /** @description By the number of drivers: 3 매우 긍정적, 2 긍정적, 1 보통, 0 신중한 접근 필요; null when none of them is known. */
            investment_environment: null | string;
            /** @description 기관 관심 증가, 공급량 제한, 김치 프리미엄 활용, 파생상품 강세 신호. */
            key_drivers: string[];
            /** @description 높음 when more than 90 % of the maximum is issued, else 보통. */
            supply_constraint: null | string;
        };
        /** @description When the inputs were fetched, or true; null = that input is missing. */
        InvestmentTimes: {
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            derivatives: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            details: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            domestic_price: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            global: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            global_price: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            list: string;
        };
        /** @description A company going public. */
        IpoItem: {
            /** @description As the provider writes it. */
            company_name: string;
            /**
             * Format: date-time
             * @description When it was first held.
             * @example 2026-08-31T13:30:00Z
             */
            created_at: null | string;
            /** @description ISO code. */
            currency: null | string;
            /** @description NASDAQ, NYSE, NYSE American, NYSE Arca, Cboe or OTC; another one as the provider writes it. */
            exchange: null | string;
            /** @description The exchange as the provider writes it: NASDAQ Global. */
            exchange_text: null | string;
            /**
             * Format: date-time
             * @description When a provider last confirmed it.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            /**
             * Format: int32
             * @description Number of the offering; stays the same when its date moves.
             */
            id: number;
            /**
             * Format: date
             * @description First trading day, New York.
             * @example 2026-08-31
             */
            ipo_date: string;
            /**
             * Format: date
             * @description The date before it last moved.
             * @example 2026-08-31
             */
            previous_date: null | string;
            /** @description Upper end; equals the lower one when only the price of the sale is known. */
            price_range_high: null | number;
            /** @description Lower end, in currency; null while unknown. */
            price_range_low: null | number;
            /** @description Its symbol to be. */
            symbol: string;
            /**
             * Format: date-time
             * @description When anything in it last changed.
             * @example 2026-08-31T13:30:00Z
             */
            updated_at: null | string;
        };
        IpoMonth: {
            items: components["schemas"]["IpoItem"][];
            /** @description 2026-09. */
            month: string;
            /**
             * Format: int32
             * @description How many items follow.
             */
            total_count: number;
        };
        IpoPage: {
            /**
             * Format: date
             * @description As asked for.
             * @example 2026-08-31
             */
            end_date: null | string;
            items: components["schemas"]["IpoItem"][];
            /**
             * Format: date
             * @description As asked for.
             * @example 2026-08-31
             */
            start_date: null | string;
            /**
             * Format: int32
             * @description Rows of all pages.
             */
            total_count: number;
        };
        IpoStatistics: {
            avg_price_range: components["schemas"]["AveragePriceRange"];
            /** @description From today on, by exchange (NASDAQ, NYSE ...); most first. */
            by_exchange: {
                [key: string]: number;
            };
            /**
             * Format: int32
             * @description Those of the next one.
             */
            next_month: number;
            /**
             * Format: int32
             * @description Those of this calendar month in New York, days past included.
             */
            this_month: number;
            /**
             * Format: int32
             * @description Stored offerings, past and coming.
             */
            total_ipos: number;
            /**
             * Format: int32
             * @description Those of seven days, today the first.
             */
            upcoming_7days: number;
        };
        JobView: {
            /** @description Name to run it by. */
            name: string;
            /**
             * Format: date-time
             * @description By the schedule; null when not configured.
             * @example 2026-08-31T13:30:00Z
             */
            next_run_at: null | string;
            /** @description Where its data comes from. */
            provider: string;
            /** @description Newest first, at most ten. */
            runs: components["schemas"]["RunView"][];
            /** @description Quartz cron expression, UTC. */
            schedule: string;
            state: components["schemas"]["DataSetState"];
            /** @description For people. */
            title: string;
        };
        KeyFeatures: {
            /** @description A chain of its own, or a token on another. */
            blockchain_type: null | string;
            /** @description Null when the provider's fields do not say it. */
            consensus_algorithm: null | string;
            /** @description Facts in figures. */
            unique_features: string[];
            /** @description Of its primary category: other abilities of a chain are no use of its coin. */
            use_cases: string[];
        };
        /** @description Figures of the latest balance sheet, in its currency (USD for most). */
        KeyMetrics: {
            cash_and_equivalents: null | number;
            /**
             * Format: date
             * @example 2026-08-31
             */
            fiscal_date_ending: null | string;
            shareholders_equity: null | number;
            total_assets: null | number;
            total_liabilities: null | number;
        };
        /** @description Null = not known. */
        KeyNumbers: {
            /** Format: int32 */
            commit_count_4_weeks: null | number;
            data_completeness_percent: number;
            /** Format: int32 */
            github_stars: null | number;
            /** Format: int32 */
            market_cap_rank: null | number;
            /** Format: int32 */
            project_age_days: null | number;
            /** Format: int64 */
            reddit_subscribers: null | number;
            /** Format: int64 */
            telegram_users: null | number;
        };
        /** @description A ratio and what it means; the value is null when a line of it is not reported, or the ratio does not apply to the industry. */
        KeyRatio: {
            description: null | string;
            /** @description Why there is no value: not_applicable, no_current_items, not_reported ...; null when there is one. */
            reason: components["schemas"]["NoValue"] | null;
            status: null | string;
            value: null | number;
        };
        /** @description The ratios shown on the page. */
        KeyRatios: {
            current_ratio: components["schemas"]["KeyRatio"] | null;
            debt_to_asset: components["schemas"]["KeyRatio"] | null;
        };
        /** @description The ratios by subject. */
        KeyRatiosAnswer: {
            efficiency: components["schemas"]["RatioGroupAnswer"];
            leverage: components["schemas"]["RatioGroupAnswer"];
            liquidity: components["schemas"]["RatioGroupAnswer"];
        };
        KimchiPremiumAnswer: {
            exchange_count: components["schemas"]["ExchangeCount"];
            /** @description Likewise; one row a pair. */
            global_exchanges: components["schemas"]["VenueAnswer"][];
            kimchi_premium: components["schemas"]["PremiumAnswer"];
            /** @description Largest volume first, then those left out. */
            korean_exchanges: components["schemas"]["VenueAnswer"][];
            /**
             * Format: date-time
             * @description Time of the newest domestic quote used; without one of the newest from elsewhere.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            symbol: string;
        };
        KimchiPremiumChart: {
            chart_data: components["schemas"]["PremiumChartData"];
            statistics: components["schemas"]["PremiumChartStatistics"];
            symbol: string;
            /** Format: int32 */
            time_range_days: number;
            /** @description Where the days begin. */
            time_zone: string;
            /**
             * Format: date-time
             * @description Time of the newest input.
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
        };
        KimchiPremiumDetailedAnswer: {
            exchange_comparisons: components["schemas"]["VenueComparison"][];
            statistics: components["schemas"]["ComparisonStatistics"];
            summary: components["schemas"]["PremiumAnswer"];
            symbol: string;
            /**
             * Format: date-time
             * @description Time of the newest input.
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
        };
        /** @description A premium of the past. */
        LastKnownPremium: {
            kimchi_premium_percent: number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            measured_at: string;
            usdt_premium_percent: null | number;
        };
        /** @description A company's place among the movers of the latest batch. */
        LatestBatchInfo: {
            /** Format: int32 */
            batch_id: number;
            /** @description All of them. */
            categories: string[];
            /** @description The first category that it is in. */
            category: string;
            /** @description Against the close of the session before, percent. */
            change_percentage: null | number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            /** @description Close, USD. */
            price: null | number;
            /**
             * Format: int32
             * @description Place in the first, from 1.
             */
            rank_position: number;
            /**
             * Format: int64
             * @description Shares of the session.
             */
            volume: null | number;
        };
        /** @description Contracts left out: past their end, without a trade for a day before the batch, or on a coin of the same symbol. */
        LeftOutContracts: {
            /** Format: int32 */
            expired: number;
            /** Format: int32 */
            other_coin: number;
            /** Format: int32 */
            silent: number;
        };
        /** @description Quotes left out, by reason. */
        LeftOutCounts: {
            /**
             * Format: int32
             * @description Flagged by the provider.
             */
            anomaly: number;
            /**
             * Format: int32
             * @description Contradict each other without a majority.
             */
            disagreement: number;
            /**
             * Format: int32
             * @description Without a price.
             */
            no_price: number;
            /**
             * Format: int32
             * @description Against USDT while no rate of USDT is known.
             */
            no_usdt_rate: number;
            /**
             * Format: int32
             * @description Without a volume, and so without a weight.
             */
            no_volume: number;
            /**
             * Format: int32
             * @description Without a trade for a day.
             */
            not_traded: number;
            /**
             * Format: int32
             * @description Far from what most venues say, or, of one or two, from the price on the provider's list.
             */
            outlier: number;
            /**
             * Format: int32
             * @description Flagged by the provider, or the feed is gone.
             */
            stale: number;
            /**
             * Format: int32
             * @description The exchange has stopped trading.
             */
            suspended: number;
            /**
             * Format: int32
             * @description Older than a quote may be.
             */
            too_old: number;
            /**
             * Format: int32
             * @description Of all reasons.
             */
            total: number;
            /**
             * Format: int32
             * @description Of the lowest trust by the provider's score.
             */
            untrusted: number;
            /**
             * Format: int32
             * @description The exchange warns of the market, or has announced its end.
             */
            warned: number;
        };
        /** @description ETFs by price, highest first. */
        ListEtfsAnswer: {
            /** @description At most limit; those without a price last. */
            etfs: components["schemas"]["EtfItem"][];
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            market_status: components["schemas"]["MarketStatus"];
            /** @description For people, when the list is empty. */
            message: null | string;
            /**
             * Format: int32
             * @description How many there are in all, or of the symbols asked for.
             */
            total_count: number;
        };
        ListingOfCpiRow: {
            items: components["schemas"]["CpiRow"][];
            /** Format: int32 */
            total_count: number;
        };
        ListingOfFederalFundsRow: {
            items: components["schemas"]["FederalFundsRow"][];
            /** Format: int32 */
            total_count: number;
        };
        ListingOfInflationRow: {
            items: components["schemas"]["InflationRow"][];
            /** Format: int32 */
            total_count: number;
        };
        /** @description Prices and what came before; declared decimals are texts, changes percent. What follows from the price shown is of its instant; the rest says its own. */
        MarketData: {
            /**
             * Format: date-time
             * @description When the USD price was true; market value and the distances from the extremes follow from it.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: string;
            /** @description Of the price shown against the highest ever, 5 decimals. */
            ath_change_percentage: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            ath_date: null | string;
            /** @description The highest price ever, the one shown included. */
            ath_usd: null | string;
            /** @description Of the price shown against the lowest ever; may be millions. */
            atl_change_percentage: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            atl_date: null | string;
            /** @description The lowest price ever, the one shown included. */
            atl_usd: null | string;
            /** @description The domestic price while that is live, else the provider's conversion. */
            current_price_krw: null | string;
            /** @description The world price of the premium while that is live, else that of the coin list. */
            current_price_usd: null | string;
            /** @description Whether the USD price is live. */
            is_live: boolean;
            /**
             * Format: int64
             * @description Whole USD: the price shown x the circulating supply shown; the list's figure where the supply is not known.
             */
            market_cap_usd: null | number;
            price_change_percentage_7d: null | string;
            price_change_percentage_24h: null | string;
            price_change_percentage_30d: null | string;
            /**
             * Format: date-time
             * @description When the KRW price was true; null without one.
             * @example 2026-08-31T13:30:00Z
             */
            price_krw_as_of: null | string;
            /**
             * Format: int64
             * @description 24 hours, whole USD.
             */
            total_volume_usd: null | number;
            /**
             * Format: date-time
             * @description The list's own time of volume and changes.
             * @example 2026-08-31T13:30:00Z
             */
            updated_at: null | string;
        };
        /** @description The market around a post. */
        MarketDataView: {
            asset_info: components["schemas"]["AssetInfo"];
            /** @description sp500_realtime, etf_realtime or bithumb_realtime: our own store, fed by that stream and its history. */
            data_source: string;
            /** @description Minutes, ascending, at most 500: an hour before the post and those after it; empty when no minutes of that time exist. A minute without a trade between two of a session has the price before it and no volume. */
            price_timeline: components["schemas"]["TimelineBar"][];
            wider_timeline: components["schemas"]["WiderTimeline"];
        };
        MarketNewsDailyStatsAnswer: {
            /** @description Oldest first; days without articles with 0. */
            daily_stats: components["schemas"]["MarketNewsDay"][];
            /**
             * Format: int32
             * @description As asked.
             */
            period_days: number;
            /**
             * Format: int32
             * @description Articles of all these days.
             */
            total_news: number;
        };
        /** @description A UTC day. */
        MarketNewsDay: {
            /**
             * Format: int32
             * @description Articles published on it.
             */
            count: number;
            /**
             * Format: date
             * @example 2026-08-31
             */
            date: string;
            /**
             * Format: int32
             * @description Publishers of these.
             */
            sources: number;
        };
        MarketNewsHealthAnswer: {
            api_version: string;
            /**
             * @description connected or disconnected.
             * @enum {string}
             */
            database: "connected" | "disconnected";
            /**
             * Format: double
             * @description Since then, 1 decimal.
             */
            hours_since_fetch: null | number;
            /** @description fresh, stale, failing, not_configured or pending: as in the ingestion status. */
            ingestion_state: components["schemas"]["DataSetState"] | null;
            /**
             * Format: date-time
             * @description When the provider last brought news; null when never.
             * @example 2026-08-31T13:30:00Z
             */
            latest_fetch_at: null | string;
            /**
             * Format: date-time
             * @description Publication of the newest; null without articles.
             * @example 2026-08-31T13:30:00Z
             */
            latest_news_date: null | string;
            /** @description healthy; stale when the last fetch is more than 26 hours old or there was none; unhealthy when PostgreSQL is gone. */
            status: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            /**
             * Format: int32
             * @description Articles held; null when they cannot be counted.
             */
            total_news: null | number;
        };
        /** @description An article. */
        MarketNewsRow: {
            author: null | string;
            /** @description Its beginning, as much as the provider gives: about 200 characters. */
            content: null | string;
            /** @description The content cut at 200 characters. */
            content_preview: null | string;
            /** @description Short text. */
            description: null | string;
            /**
             * Format: date-time
             * @description When the provider last sent it.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            /** @description Of a search: how it matches; else null. */
            match: components["schemas"]["ArticleMatch"] | null;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            published_at: string;
            /** @description The description cut at 100 characters. */
            short_description: null | string;
            /** @description Name of the publisher. */
            source: string;
            title: string;
            url: string;
            url_to_image: null | string;
        };
        /** @description Result of a search. */
        MarketNewsSearchAnswer: {
            /** @description Whether more follow; by relevance the newest 1,000 matches are ordered. */
            has_next: boolean;
            items: components["schemas"]["MarketNewsRow"][];
            /**
             * Format: int32
             * @description Articles a page.
             */
            limit: number;
            /** @description Goes on after this page; null at the end. */
            next_cursor: null | string;
            /**
             * Format: int32
             * @description From 1.
             */
            page: number;
            /** @description What was looked for. */
            search_query: string;
            /**
             * Format: int32
             * @description How many articles match; 5,000 when there are more.
             */
            total: number;
            /** @description False when there are more than 5,000. */
            total_is_exact: boolean;
        };
        /** @description A publisher. */
        MarketNewsSource: {
            /**
             * Format: int32
             * @description Articles held.
             */
            count: number;
            /**
             * Format: date-time
             * @description Publication of its oldest.
             * @example 2026-08-31T13:30:00Z
             */
            first_article_at: string;
            /** @description Host of its articles; null when unknown. */
            host: null | string;
            /**
             * Format: date-time
             * @description Publication of its newest.
             * @example 2026-08-31T13:30:00Z
             */
            last_article_at: string;
            source: string;
        };
        MarketNewsSourcesAnswer: {
            sources: components["schemas"]["MarketNewsSource"][];
        };
        MarketNewsStatsAnswer: {
            /**
             * Format: date-time
             * @description Publication of the oldest; null without articles.
             * @example 2026-08-31T13:30:00Z
             */
            first_news_date: null | string;
            /**
             * Format: date-time
             * @description Publication of the newest; null without articles.
             * @example 2026-08-31T13:30:00Z
             */
            latest_news_date: null | string;
            /**
             * Format: int32
             * @description Publishers of these.
             */
            sources_count: number;
            /**
             * Format: int32
             * @description Articles held.
             */
            total_count: number;
        };
        MarketNow: {
            /**
             * Format: date-time
             * @description Now, by the market's clock.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: string;
            /** @description Whether the regular session is on. */
            is_open: boolean;
            /**
             * Format: date-time
             * @description The next regular close, strictly later than now: while open, that of this session.
             * @example 2026-08-31T13:30:00Z
             */
            next_close: string;
            /**
             * Format: date-time
             * @description The next regular open, strictly later than now.
             * @example 2026-08-31T13:30:00Z
             */
            next_open: string;
            session: components["schemas"]["SessionPhase"];
        };
        /** @description The market at one moment. */
        MarketOverviewAnswer: {
            highlights: components["schemas"]["Highlights"];
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            market_status: components["schemas"]["MarketStatus"];
            market_summary: components["schemas"]["MarketSummary"];
        };
        /** @description A coin's place in the market. */
        MarketPosition: {
            category_context: components["schemas"]["CategoryContext"];
            ranking_info: components["schemas"]["RankingInfo"];
            ranking_interpretation: components["schemas"]["RankingInterpretation"];
        };
        MarketPositionAnswer: {
            market_position: components["schemas"]["MarketPosition"];
            symbol: string;
        };
        MarketStatus: {
            current_time_et: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            current_time_utc: string;
            is_open: boolean;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            next_close: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            next_open: string;
            /**
             * Format: date
             * @example 2026-08-31
             */
            session_date: string;
            status: string;
            timezone: string;
        };
        /** @description The index in figures, USD and percent; null where no stock has a price. */
        MarketSummary: {
            /** Format: int32 */
            active_symbols: number;
            /** Format: int32 */
            advancers: number;
            /** @description Mean change against the previous close, percent. */
            average_change: null | number;
            /** @description Mean of the last prices. */
            average_price: null | number;
            /** Format: int32 */
            decliners: number;
            highest_price: null | number;
            /**
             * Format: date-time
             * @description The newest trade.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            lowest_price: null | number;
            /** @description Median change, percent. */
            median_change: null | number;
            /** Format: int32 */
            total_symbols: number;
            /**
             * Format: int64
             * @description Trades of the present session that were recorded; null when shares changed hands and none was.
             */
            total_trades: null | number;
            /**
             * Format: int64
             * @description Regular-session shares; null when none is known.
             */
            total_volume: null | number;
            /** Format: int32 */
            unchanged: number;
        };
        MaturityFigures: {
            /** @description Percent. */
            avg_1month: null | string;
            /** @description Percent. */
            avg_1year: null | string;
            /** @description Percent. */
            avg_3month: null | string;
            /** @description Percent; null when the maturity has no yield on that date. */
            current_rate: null | string;
            /** @description 10year. */
            maturity: string;
            /** @description Percent. */
            max_1year: null | string;
            /** @description Percent. */
            min_1year: null | string;
            /** @description Percentage points. */
            volatility: null | string;
        };
        MaturityTrend: {
            /** @description Percentage points. */
            change_1month: null | string;
            /** @description Percentage points. */
            change_1year: null | string;
            /** @description Percentage points. */
            change_3month: null | string;
            maturity: string;
            /** @description rising, falling or flat, by the 1-month change; unknown without it. */
            trend_direction: string;
            /** @description strong, moderate or weak; unknown without a 1-month change. */
            trend_strength: string;
        };
        /** @description The first attachment of a post. */
        MediaView: {
            has_media: boolean;
            /** @description The small picture, else the original; null without media. */
            media_thumbnail: null | string;
            /** @description The network's word; null without media. */
            media_type: null | string;
        };
        /** @description A metric at one period. */
        MetricPoint: {
            /** @description Against the period before it in the series, percent, 2 decimals. */
            change_rate: null | number;
            /**
             * Format: date
             * @example 2026-08-31
             */
            fiscal_date: string;
            /** @description Billions, unrounded; null when not reported. */
            value: null | number;
        };
        /** @description Change of a metric. */
        MetricTrend: {
            /** @description Billions. */
            change_amount: null | number;
            /** @description Of the previous value without its sign, percent, 2 decimals; null when that is zero. */
            change_rate: null | number;
            /** @description Billions, latest period. */
            current_value: null | number;
            /** @description 총자산 (assets), 총부채 (liabilities), 자기자본 (equity), 유동자산 (current assets), 현금성자산 (cash). */
            metric: string;
            /** @description Billions, the period before. */
            previous_value: null | number;
            /** @description Newest first. */
            series: components["schemas"]["MetricPoint"][];
            /** @description 유지 below 1 %, else 증가 or 감소. */
            trend_direction: string;
        };
        /** @description Number of articles on each side. */
        MoodCounts: {
            /** Format: int32 */
            bearish: number;
            /** Format: int32 */
            bullish: number;
            /** Format: int32 */
            neutral: number;
        };
        /** @description Percent of the scored articles on each side, 1 decimal; null when there are none. */
        MoodPercentages: {
            bearish: null | number;
            bullish: null | number;
            neutral: null | number;
        };
        /** @description A batch of movers. */
        MoverBatchInfo: {
            /**
             * Format: int32
             * @description The session's day as a number: 20261123.
             */
            batch_id: number;
            /** @description False while some closes are not official yet. */
            is_final: boolean;
            /**
             * Format: date-time
             * @description The moment that the prices are of.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: string;
            /**
             * Format: int32
             * @description Days of news.
             */
            period_days: number;
            /** @description own: our closes of the S&P 500; else the provider that named the movers. */
            source: string;
            /**
             * Format: int32
             * @description Symbols in it, each once.
             */
            total_symbols: number;
        };
        /** @description A category of movers. */
        MoverCategoryInfo: {
            /**
             * Format: int32
             * @description Places that are taken in the latest batch; null before the first.
             */
            count: null | number;
            description: string;
            name: string;
            /**
             * Format: int32
             * @description Places in it.
             */
            typical_count: number;
        };
        /** @description Places in each category. */
        MoverCounts: {
            /** Format: int32 */
            most_actively_traded: number;
            /** Format: int32 */
            top_gainers: number;
            /** Format: int32 */
            top_losers: number;
        };
        /** @description A list of articles. */
        NewsAnswer: {
            batch_info: components["schemas"]["BatchInfo"];
            /** @description Whether articles follow. */
            has_next: boolean;
            /**
             * Format: int32
             * @description Articles asked for.
             */
            limit: number;
            /** @description This window of it. */
            news: components["schemas"]["NewsItem"][];
            /** @description Goes on after the last of these; null at the end and in lists that are not ordered by time. */
            next_cursor: null | string;
            /**
             * Format: int32
             * @description Articles left out before; 0 after a cursor.
             */
            offset: number;
            /**
             * Format: int32
             * @description The page that begins here, from 1.
             */
            page: number;
            sentiment_summary: components["schemas"]["SentimentSummary"];
            /**
             * Format: int32
             * @description Articles of the whole list.
             */
            total_count: number;
        };
        /** @description An article with its judgement. */
        NewsItem: {
            /** @description Names, with commas between them. */
            authors: null | string;
            /**
             * Format: int32
             * @description The latest batch that brought it.
             */
            batch_id: number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            created_at: null | string;
            /** @description The provider's word: Bearish, Somewhat-Bearish, Neutral, Somewhat-Bullish, Bullish. */
            overall_sentiment_label: null | string;
            /** @description Of the whole article, -1 to 1. */
            overall_sentiment_score: null | number;
            /** @description That query: topics=technology. */
            query_params: null | string;
            /** @description Kind of the query that brought it: topic or ticker. */
            query_type: string;
            /** @description The most relevant first. */
            related_tickers: components["schemas"]["RelatedTicker"][];
            /** @description The most relevant first. */
            related_topics: components["schemas"]["RelatedTopic"][];
            /** @description The same as a picture. */
            sentiment_emoji: null | string;
            /** @description 매우긍정적, 긍정적, 중립적, 부정적, 매우부정적, 알 수 없음. */
            sentiment_interpretation: null | string;
            source: null | string;
            summary: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            time_published: string;
            title: string;
            url: string;
        };
        /**
         * @description On which side of a report an article lies.
         * @enum {string}
         */
        NewsSection: "forecast" | "reaction" | "report_day";
        /** @description Next steps for the reader; an address is named only where there is one. */
        NextSteps: {
            for_analysts: string[];
            for_beginners: string[];
            for_investors: string[];
        };
        /**
         * @description Why a ratio has no value.
         * @enum {string}
         */
        NoValue: "no_current_items" | "not_reported" | "zero_divisor" | "negative_equity" | "not_applicable";
        /** @description Text of the post. */
        OriginalPostView: {
            /** @description Null when the post is no longer held. */
            content: null | string;
            /** @description Whether it repeats another's post; then content and author are the original's. */
            is_repost: boolean;
            /** @description Whether it is. */
            original_available: boolean;
            /** @description The post that it quotes. */
            quote: components["schemas"]["ReferencedPostView"] | null;
            /** @description The account that repeated it. */
            reposted_by: components["schemas"]["ReposterView"] | null;
        };
        /** @description State of the outbox. */
        OutboxState: {
            /**
             * Format: int32
             * @description Given up within the last seven days.
             */
            failed: number;
            /** @description Of the newest trouble, without addresses; null when there is none. */
            last_error: null | string;
            /**
             * Format: date-time
             * @description Since when the longest waiting one could have been sent; null when none is due.
             * @example 2026-08-31T13:30:00Z
             */
            oldest_due: null | string;
            /**
             * Format: int32
             * @description Sent within the last 24 hours.
             */
            sent_today: number;
            /**
             * Format: int32
             * @description Those of them that were tried and have to wait.
             */
            troubled: number;
            /**
             * Format: int32
             * @description Not sent yet.
             */
            waiting: number;
        };
        PagedOfMarketNewsRow: {
            has_next: boolean;
            items: components["schemas"]["MarketNewsRow"][];
            /** Format: int32 */
            limit: number;
            next_cursor: null | string;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            total: number;
        };
        /** @description Result of the check of one part. */
        PartHealth: {
            /** @description More for machines, by part. */
            data: components["schemas"]["OutboxState"] | components["schemas"]["FeedStatus"][] | components["schemas"]["StreamsDetail"] | null;
            /** @description What is wrong, or worth knowing; null when there is nothing to say. */
            detail: null | string;
            /**
             * Format: double
             * @description How long it took to answer, milliseconds.
             */
            latency_ms: number;
            /**
             * @description connected or disconnected.
             * @enum {string}
             */
            status: "connected" | "disconnected";
        };
        /** @description The numbers by which coins are compared; null = not known. */
        PeerFigures: {
            /** @description CoinGecko's id. */
            coingecko_id: string;
            /**
             * Format: int32
             * @description Commits of the last four weeks.
             */
            commit_count_4_weeks: null | number;
            /** Format: int32 */
            market_cap_rank: null | number;
            /** @description USD. */
            market_cap_usd: null | number;
            name: string;
            /** @description Percent. */
            price_change_percentage_24h: null | number;
            /** Format: int64 */
            reddit_subscribers: null | number;
            /** Format: int32 */
            stars: null | number;
            symbol: string;
            /** Format: int64 */
            telegram_users: null | number;
        };
        /** @description All balance sheets of one date. */
        PeriodAnswer: {
            /** @description By symbol, at most limit. */
            companies: components["schemas"]["BalanceSheetRow"][];
            /**
             * Format: date
             * @example 2026-08-31
             */
            period: string;
            summary: components["schemas"]["PeriodSummary"];
        };
        /** @description Fiscal dates with a balance sheet. */
        PeriodsAnswer: {
            /** Format: int32 */
            count: number;
            description: string;
            /**
             * Format: date
             * @description Null when nothing is held.
             * @example 2026-08-31
             */
            latest: null | string;
            /**
             * Format: date
             * @description Null when nothing is held.
             * @example 2026-08-31
             */
            oldest: null | string;
            /** @description Newest first. */
            periods: string[];
        };
        /** @description The companies of one date in figures. */
        PeriodSummary: {
            /** @description Mean over all of them that report it in USD, 2 decimals; null when none does. */
            average_total_assets_billions: null | number;
            description: string;
            /** @description The date as text. */
            period: string;
            /**
             * Format: int32
             * @description Those in the list.
             */
            returned_companies: number;
            /**
             * Format: int32
             * @description All that have a balance sheet of that date.
             */
            total_companies: number;
        };
        /** @description Where the project is present, by its links. */
        PlatformPresence: {
            has_reddit: boolean;
            has_telegram: boolean;
            has_twitter: boolean;
            /** Format: int32 */
            total_platforms: number;
        };
        /** @description Usual shares of a portfolio by overall risk. Information, not advice. Null while the risk is not known. */
        PortfolioGuidance: {
            aggressive_allocation: null | string;
            /** @description The same in numbers, with what is left for everything else; empty while the risk is not known. */
            allocations: components["schemas"]["ProfileAllocation"][];
            /** @description 2-5%, 5-10% or 10-15%. */
            conservative_allocation: null | string;
            investment_strategies: string[];
            moderate_allocation: null | string;
            /** @description 3-5년 이상 for the first ten by rank, else 6개월-2년. */
            time_horizon: null | string;
        };
        /** @description A page of posts. The figures stand under the names of both descriptions of the old system. */
        PostPage: {
            has_next: boolean;
            has_previous: boolean;
            items: components["schemas"]["PostView"][];
            /** @description Null at the end. */
            next_cursor: null | string;
            /**
             * Format: int32
             * @description From 1; null when a cursor was given.
             */
            page: null | number;
            /**
             * Format: int32
             * @description Posts a page.
             */
            page_size: number;
            /**
             * Format: int32
             * @description The same.
             */
            pages: number;
            /** @description Posts of each source asked for, for the same author. */
            platform_counts: {
                [key: string]: number;
            };
            /**
             * Format: int32
             * @description The same.
             */
            size: number;
            /**
             * Format: int32
             * @description The same.
             */
            total: number;
            /**
             * Format: int32
             * @description Posts of all pages.
             */
            total_count: number;
            /**
             * Format: int32
             * @description 0 when there are no posts.
             */
            total_pages: number;
        };
        /** @description A post as lists and details give it. A repost has the original's text and author. */
        PostView: {
            /** @description User name of the account that wrote the text. */
            author: string;
            /** @description The same. */
            clean_content: null | string;
            /** @description Plain text; a Korean word in brackets replaces the text of a post that is only a picture, a video or nothing. */
            content: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            created_at: string;
            display_name: null | string;
            /**
             * Format: int64
             * @description Likes, reposts and replies added up.
             */
            engagement_score: number;
            has_media: boolean;
            /** @description The network's id. */
            id: string;
            /** @description Whether an account repeated another's post. */
            is_repost: boolean;
            /** @description Whether only the beginning of the text is known. */
            is_truncated: boolean;
            /** @description As the network guessed it. */
            language: null | string;
            /**
             * Format: int64
             * @description At the last read; null where the network sent none, and for reposts, of which networks count the original only. So are the other counts.
             */
            likes: null | number;
            /** @description Of the first attachment. */
            media_thumbnail: null | string;
            /** @description Of the first attachment, in the network's word; null without one. */
            media_type: null | string;
            /**
             * @description x, truth_social_posts or truth_social_trends.
             * @enum {string}
             */
            platform: "x" | "truth_social_posts" | "truth_social_trends";
            /** @description The post that it quotes; null when it quotes none. */
            quote: components["schemas"]["ReferencedPostView"] | null;
            /** Format: int64 */
            replies: null | number;
            /** @description The original with its own counts; null unless it is a repost. */
            repost_of: components["schemas"]["ReferencedPostView"] | null;
            /** @description That account; null unless it is a repost. */
            reposted_by: components["schemas"]["ReposterView"] | null;
            /**
             * Format: int64
             * @description Reposts.
             */
            retweets: null | number;
            /** @description Where the network shows it. */
            url: null | string;
            /** @description Of the author. */
            verified: boolean;
        };
        /** @description The kimchi premium with its inputs. Declared decimals are texts; null = not known, with the reason. */
        PremiumAnswer: {
            /** @description HIGH, MEDIUM, LOW or NONE after the costs of the model; null without measured spreads. */
            arbitrage_opportunity: null | string;
            /** @description Percent, weighted by volume. */
            avg_global_spread: null | string;
            /** @description Percent of the amount; null without measured spreads. */
            cost_model: components["schemas"]["PremiumCosts"] | null;
            /** @description In words. */
            formula: string;
            /** @description Mean price on USD and USDT venues elsewhere, weighted by volume. */
            global_avg_price_usd: null | string;
            /**
             * Format: int32
             * @description Exchanges used, not pairs.
             */
            global_exchange_count: null | number;
            /** @description The exchanges elsewhere that the price is made of, largest volume first. */
            global_exchanges: string[];
            inputs: components["schemas"]["PremiumInputs"];
            /** @description (korean - global) / global x 100 at the stated rate, 3 decimals. */
            kimchi_premium_percent: null | string;
            /** @description The domestic exchanges that the price is made of, largest volume first: upbit, bithumb. */
            korean_exchange: null | string;
            /**
             * Format: int32
             * @description Domestic exchanges used.
             */
            korean_exchange_count: number;
            /** @description The same as a list. */
            korean_exchanges: string[];
            /** @description KRW. */
            korean_price_krw: null | number;
            /** @description Mean price on domestic exchanges, weighted by volume, in USD at the stated rate. */
            korean_price_usd: null | string;
            /** @description Percent, weighted by volume. */
            korean_spread: null | string;
            /** @description 24 hours. */
            korean_volume_usd: null | string;
            /** @description While there is none: the latest that was measured. */
            last_known: components["schemas"]["LastKnownPremium"] | null;
            left_out: components["schemas"]["PremiumLeftOut"];
            /**
             * Format: date-time
             * @description Time of the newest input.
             * @example 2026-08-31T13:30:00Z
             */
            measured_at: string;
            /** @description USD a coin after those costs. */
            net_profit_per_unit: null | string;
            /** @description Korean minus global. */
            price_diff_usd: null | string;
            /** @description Why there is no premium: not_traded_on_domestic_exchanges, no_fresh_domestic_price, no_fresh_global_price or no_fx_rate. */
            reason: null | string;
            /** @description 24 hours. */
            total_global_volume_usd: null | string;
            /** @description USD a coin. */
            transaction_cost_estimate: null | string;
            /** @description The same against USDT, the dollar that can be sent: percent, 3 decimals. */
            usdt_premium_percent: null | number;
        };
        PremiumChartData: {
            /** @description By exchange, ascending. */
            global_exchanges: {
                [key: string]: components["schemas"]["VenueChartPoint"][];
            };
            /** @description By exchange, ascending. */
            korean_exchanges: {
                [key: string]: components["schemas"]["VenueChartPoint"][];
            };
            /** @description One point an hour, ascending. */
            premium_points: components["schemas"]["PremiumHourPoint"][];
            /** @description One point a day, ascending; the last is live. */
            premium_trend: components["schemas"]["PremiumDayPoint"][];
        };
        PremiumChartStatistics: {
            /** @description Time of the newest point; null without points. */
            data_freshness: null | string;
            /** Format: int32 */
            global_exchanges_count: number;
            /** Format: int32 */
            korean_exchanges_count: number;
            /**
             * Format: int32
             * @description Of the exchanges and the daily trend.
             */
            total_data_points: number;
            /** @description Every exchange that is asked for, with or without points. */
            venue_history: components["schemas"]["VenueHistory"][];
        };
        /** @description The cost model, percent of the amount: fees and transfer are settings, the spread is measured. */
        PremiumCosts: {
            domestic_fee_percent: number;
            global_fee_percent: number;
            spread_percent: number;
            total_percent: number;
            transfer_percent: number;
        };
        /** @description The premium of a Seoul day, as last measured that day. */
        PremiumDayPoint: {
            /**
             * Format: date
             * @example 2026-08-31
             */
            date: string;
            global_price_usd: null | number;
            kimchi_premium_percent: null | number;
            korean_price_usd: null | number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            measured_at: string;
            method: string;
            price_diff_usd: null | number;
            usd_krw: null | number;
            usdt_premium_percent: null | number;
        };
        /** @description The premium of an hour, percent. */
        PremiumHourPoint: {
            kimchi_premium_percent: null | number;
            method: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            usdt_premium_percent: null | number;
        };
        /** @description The terms. Rates are KRW for one dollar of that kind, and USD for one USDT. */
        PremiumInputs: {
            /**
             * Format: date-time
             * @description The oldest quote from elsewhere used.
             * @example 2026-08-31T13:30:00Z
             */
            global_from: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            global_to: null | string;
            /**
             * Format: date-time
             * @description The oldest domestic quote used.
             * @example 2026-08-31T13:30:00Z
             */
            korean_from: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            korean_to: null | string;
            krw_usdt: null | number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            krw_usdt_at: null | string;
            /**
             * Format: int32
             * @description Older quotes are left out.
             */
            max_quote_age_seconds: number;
            /** @description KRW for one USD. */
            usd_krw: null | number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            usd_krw_at: null | string;
            /** @description implied (KRW-USDT and the USD price of USDT), or the configured provider. */
            usd_krw_source: string;
            /** @description How prices against USDT became USD: measured (x usdt_usd), or provider (its own conversion, while no rate is measured). */
            usdt_conversion: string;
            usdt_usd: null | number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            usdt_usd_at: null | string;
        };
        /** @description Quotes left out on each side. */
        PremiumLeftOut: {
            global: components["schemas"]["LeftOutCounts"];
            korean: components["schemas"]["LeftOutCounts"];
        };
        /** @description Percent over the pairs, each counted alike; null without pairs. */
        PremiumStatistics: {
            average: null | number;
            max: null | number;
            min: null | number;
            /** Format: int32 */
            negative_count: number;
            /** Format: int32 */
            positive_count: number;
        };
        /** @description Prices around a post. Changes are percent; next_day belongs to stocks and ETFs: for crypto it is null and has no horizon. */
        PriceAnalysisView: {
            "1h_change": null | number;
            "12h_change": null | number;
            "24h_change": null | number;
            /** @description last_trade, or next_tradable: the market was closed, so it is the first price after the post and hours count from it. */
            base_basis: null | string;
            /** @description Price at the post, USD or KRW; null while pending or when there is none. */
            base_price: null | number;
            /** @description Why there is none. */
            base_reason: null | string;
            /**
             * @description done, pending or no_data.
             * @enum {string}
             */
            base_status: "done" | "pending" | "no_data";
            /**
             * Format: date-time
             * @description When that price was.
             * @example 2026-08-31T13:30:00Z
             */
            base_time: null | string;
            currency: string;
            /** @description By name: 1h, 12h, 24h and, for stocks and ETFs, next_day. */
            horizons: {
                [key: string]: components["schemas"]["HorizonView"];
            };
            next_day_change: null | number;
        };
        /** @description KRW. */
        PriceRange: {
            max: number;
            min: number;
        };
        /** @description The answer of a Kubernetes probe. */
        ProbeAnswer: {
            /** @description alive, ready, started; or what is missing. */
            status: string;
        };
        /** @description The one shape of every error (RFC 9457, application/problem+json). */
        Problem: {
            /** @description What went wrong here, for people; always text, because the deployed front end shows it. */
            detail: string;
            /** @description By parameter or field as it is on the wire; absent when the problem is not about input. */
            errors?: null | {
                [key: string]: string[];
            };
            /** @description Path of the request, without its query: queries carry tokens. */
            instance: string;
            /**
             * Format: int32
             * @description The HTTP status, repeated for clients that only see the body.
             */
            status: number;
            /** @description The status in words. */
            title: string;
            /** @description The X-Request-ID of this exchange; the log line has it too. */
            trace_id: string;
            /** @description Where the status is defined. */
            type: string;
        };
        /** @description A profile's share of the coin, percent of the portfolio; with the rest it adds up to 100. */
        ProfileAllocation: {
            /** Format: int32 */
            max_percent: number;
            /** Format: int32 */
            min_percent: number;
            /**
             * @description conservative, moderate or aggressive.
             * @enum {string}
             */
            profile: "conservative" | "moderate" | "aggressive";
            /**
             * Format: int32
             * @description 100 - min_percent.
             */
            rest_max_percent: number;
            /**
             * Format: int32
             * @description 100 - max_percent.
             */
            rest_min_percent: number;
        };
        ProjectLinks: {
            /** @description The first explorer. */
            blockchain_site: null | string;
            explorers: string[];
            facebook_username: null | string;
            /** @description All public repositories. */
            github_repos: string[];
            homepage_url: null | string;
            main_github_url: null | string;
            subreddit_url: null | string;
            telegram_channel_identifier: null | string;
            twitter_screen_name: null | string;
            whitepaper_url: null | string;
        };
        /**
         * @description Source of the last day of a report's quarter.
         * @enum {string}
         */
        QuarterBasis: "announced" | "balance_sheet" | "pattern";
        /** @description A ranked ticker. */
        RankedTicker: {
            /** @description How much of them is about it, 0 to 1, 4 decimals. */
            avg_relevance_score: number;
            /** @description Mean of what the articles say of that ticker, -1 to 1, 4 decimals. */
            avg_sentiment_score: number;
            /**
             * Format: int32
             * @description Articles that name it, each once.
             */
            mention_count: number;
            /** @description Those that most of its articles have, at most ten. */
            related_topics: string[];
            sentiment_emoji: string;
            /** @description 매우긍정적, 긍정적, 중립적, 부정적, 매우부정적. */
            sentiment_label: string;
            ticker: string;
            /** @description 상승, 하락 or 보합: newer half of the span against the older; 알 수 없음 when one has no score. */
            trend: string;
            /** @description The mean, weighted by relevance. */
            weighted_avg_sentiment_score: null | number;
        };
        /** @description A ranked topic. */
        RankedTopic: {
            /** @description Mean of its articles' overall scores, -1 to 1, 4 decimals. */
            avg_sentiment_score: number;
            /**
             * Format: int32
             * @description Articles, each once.
             */
            news_count: number;
            /** @description Those that most of its articles name, at most ten. */
            related_tickers: string[];
            sentiment_emoji: string;
            /** @description 매우긍정적, 긍정적, 중립적, 부정적, 매우부정적. */
            sentiment_label: string;
            topic: string;
            /** @description 상승, 하락 or 보합: newer half of the span against the older; 알 수 없음 when one has no score. */
            trend: string;
            /** @description The mean, weighted by how much of each article is about the topic. */
            weighted_avg_sentiment_score: null | number;
        };
        RankingInfo: {
            /** Format: int32 */
            current_rank: null | number;
            /** @description 최상위 (Top 10), 상위 (Top 50), 중위 (Top 200), 하위 (Top 1000), 기타 (N위) or 알 수 없음. */
            rank_category: string;
            /** @description (1 - rank / total) x 100, 1 decimal: share of coins that it stands before. */
            top_percentile: null | number;
            /** Format: int32 */
            total_cryptocurrencies: null | number;
        };
        /** @description Meaning of ranks. */
        RankingInterpretation: {
            note: string;
            top_10: string;
            top_50: string;
            top_200: string;
            top_1000: string;
        };
        /** @description Ratios about one subject. */
        RatioGroupAnswer: {
            ratios: {
                [key: string]: components["schemas"]["FinancialRatio"];
            };
            summary: string;
        };
        /** @description All ratios of a company's latest balance sheet. */
        RatiosAnswer: {
            /**
             * Format: date
             * @description Fiscal date of the balance sheet.
             * @example 2026-08-31
             */
            analysis_date: string;
            /** @description By key: current_ratio, quick_ratio, cash_ratio, debt_to_asset, debt_to_equity, equity_ratio, inventory_ratio. */
            ratios: {
                [key: string]: components["schemas"]["FinancialRatio"];
            };
            /** @description One sentence. */
            summary: string;
            symbol: string;
        };
        RecentEarningsNews: {
            /**
             * Format: date
             * @description Today in New York.
             * @example 2026-08-31
             */
            end_date: string;
            /** @description For people. */
            period: string;
            /** @description The latest reports, at most 50; of a day those with most stories first. */
            recent_earnings: components["schemas"]["RecentReport"][];
            /**
             * Format: date
             * @description First report date.
             * @example 2026-08-31
             */
            start_date: string;
            /** @description Companies with most stories first. */
            top_symbols_by_news: components["schemas"]["SymbolNewsCount"][];
            /**
             * Format: int32
             * @description Reports of these days.
             */
            total_earnings_events: number;
            /**
             * Format: int32
             * @description Stories held about them.
             */
            total_news: number;
        };
        RecentReport: {
            company_name: null | string;
            /**
             * Format: int32
             * @description Stories held.
             */
            news_count: number;
            /**
             * Format: date
             * @example 2026-08-31
             */
            report_date: string;
            symbol: string;
        };
        RecentTreasury: {
            /** @description By maturity; absent without a yield to compare with. */
            changes: {
                [key: string]: components["schemas"]["YieldChange"];
            };
            /** @description Its yields, by time to maturity. */
            data: components["schemas"]["TreasuryRow"][];
            /**
             * Format: date
             * @description The newest date held.
             * @example 2026-08-31
             */
            latest_date: string;
            /** @description The yields compared with. */
            previous_data: components["schemas"]["TreasuryRow"][];
        };
        /** @description The original of a repost, or the post that one quotes. Counts are its own; what the network did not send along is null. */
        ReferencedPostView: {
            /** @description User name. */
            author: null | string;
            /** @description Plain text. */
            content: null | string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            created_at: null | string;
            display_name: null | string;
            /** @description The network's id. */
            id: null | string;
            /** Format: int64 */
            likes: null | number;
            /** Format: int64 */
            replies: null | number;
            /**
             * Format: int64
             * @description Reposts.
             */
            retweets: null | number;
            /** @description Where the network shows it. */
            url: null | string;
        };
        RelatedAnswerOfTickerOfTopic: {
            analysis_type: string;
            primary_key: string;
            related_items: components["schemas"]["TickerOfTopic"][];
            sentiment_summary: components["schemas"]["SentimentSummary"];
        };
        RelatedAnswerOfTopicOfTicker: {
            analysis_type: string;
            primary_key: string;
            related_items: components["schemas"]["TopicOfTicker"][];
            sentiment_summary: components["schemas"]["SentimentSummary"];
        };
        /** @description A ticker of an article. */
        RelatedTicker: {
            /** @description 0 to 1: how much of the article is about it. */
            relevance_score: number;
            ticker: string;
            /** @description The provider's word. */
            ticker_sentiment_label: string;
            /** @description What the article says of it, -1 to 1. */
            ticker_sentiment_score: number;
        };
        /** @description A topic of an article. */
        RelatedTopic: {
            /** @description 0 to 1. */
            relevance_score: number;
            topic: string;
        };
        /**
         * @description When on its day a company reports, New York time.
         * @enum {string}
         */
        ReportTime: "before_open" | "after_close" | "during_market";
        /** @description A report and how much is written about it. */
        ReportWithNews: {
            /** @description ISO code. */
            currency: null | string;
            /** @description Expected earnings a share, in currency. */
            estimate: null | number;
            /** @description How fiscal_date_ending is known: announced, balance_sheet (the company's of fiscal_date_ending is held) or pattern (worked out from its other quarters). */
            fiscal_date_basis: components["schemas"]["QuarterBasis"] | null;
            /**
             * Format: date
             * @description Last day of the quarter.
             * @example 2026-08-31
             */
            fiscal_date_ending: null | string;
            /**
             * Format: int32
             * @description Stories held.
             */
            news_count: number;
            /**
             * Format: date
             * @description Date in New York.
             * @example 2026-08-31
             */
            report_date: string;
            /** @description AAPL. */
            symbol: string;
        };
        /** @description The account that repeated another's post. */
        ReposterView: {
            display_name: null | string;
            username: string;
            verified: boolean;
        };
        /** @description The risk of a coin from figures; declared decimals are texts, all percent. docs/crypto-scores.md has the scale. */
        RiskAnalysis: {
            /**
             * Format: date-time
             * @description The list's own time of changes, volume and rank.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: string;
            /** @description Mean over all venues that enter the premium, weighted by volume. */
            bid_ask_spread: null | string;
            /** @description suspended, warned or not_traded on the domestic exchange; null when it is traded as usual, or not there. */
            exchange_warning: null | string;
            /** @description By 24-hour volume: below 1 million USD 높음, below 10 million 보통, else 낮음. */
            liquidity_risk: null | string;
            /** @description By rank: beyond 100 높음, beyond 50 보통, else 낮음. */
            market_position_risk: null | string;
            overall_risk_detail: components["schemas"]["RiskDetail"];
            /** @description From 4 points 높음, from 2 보통, else 낮음; always 높음 while the exchange warns; null when a main input is not known. */
            overall_risk_score: null | string;
            /** @description 불안정, 보통 or 안정, by the same bands. */
            rank_stability: null | string;
            /** @description Standard deviation of the daily log returns of our own KRW day bars over 30 days, a year's worth (x sqrt 365), percent, 2 decimals; null with fewer than 20 returns. */
            realized_volatility_30d: null | number;
            /** @description Size of the 7-day price change. */
            volatility_7d: null | string;
            /** @description Size of the 24-hour price change. */
            volatility_24h: null | string;
            /** @description Size of the 30-day price change. */
            volatility_30d: null | string;
            /** @description By the 24-hour change: above 10 높음, below 3 낮음, else 보통. */
            volatility_risk: null | string;
            /** @description The mirror of the liquidity risk. */
            volume_stability: null | string;
        };
        /** @description The points behind a risk label. */
        RiskDetail: {
            /** @description Share of the points whose input is known, 0 to 1. */
            confidence: number;
            /** @description The first three are the main ones: without one of them there is no label. */
            inputs: components["schemas"]["RiskInput"][];
            /**
             * Format: int32
             * @description Of all inputs: 12.
             */
            max_points: number;
            /**
             * Format: int32
             * @description Of the inputs that are known.
             */
            points: number;
        };
        /** @description One input of the risk score. */
        RiskInput: {
            label: null | string;
            /** Format: int32 */
            max_points: number;
            name: string;
            /**
             * Format: int32
             * @description Null when the value is not known.
             */
            points: null | number;
            unit: string;
            value: null | number;
        };
        /** @description The root for programs. */
        RootAnswer: {
            docs: string;
            endpoints: components["schemas"]["RootLinks"];
            frontend: components["schemas"]["RootFrontends"];
            message: string;
            status: string;
            system: string;
            version: string;
        };
        /** @description The deployed front ends. */
        RootFrontends: {
            main: string;
            vercel: string;
        };
        /** @description Where to go from here. */
        RootLinks: {
            /** @description Address of the short health answer. */
            health: string;
            /** @description Base address of the REST interface. */
            rest_api: string;
            /** @description Addresses of the streams by topic, in the dialect of the deployed front end. */
            websocket: {
                [key: string]: string;
            };
        };
        /**
         * @description How a run ended.
         * @enum {string}
         */
        RunOutcome: "running" | "succeeded" | "partial" | "limited" | "failed" | "skipped" | "abandoned";
        RunRequested: {
            /** @description The job. */
            name: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             * @example 2026-08-31T13:30:00Z
             */
            requested_at: string;
            /** @description Where its runs are seen. */
            status: string;
        };
        /** @description A run without what is the operators' business: where it ran, and why it failed. */
        RunSummary: {
            /**
             * Format: int32
             * @description Questions that the provider answered, also with nothing new; null when the job does not count them.
             */
            answered: null | number;
            /**
             * Format: int32
             * @description Bad rows of the provider that were left out.
             */
            dropped: number;
            /**
             * Format: date-time
             * @description Null while it runs.
             * @example 2026-08-31T13:30:00Z
             */
            ended_at: null | string;
            /**
             * Format: int32
             * @description Questions that wait for the next run; null when not counted.
             */
            left: null | number;
            outcome: components["schemas"]["RunOutcome"];
            /** @description The last word of a running job. */
            progress: null | string;
            /**
             * Format: int32
             * @description Rows written.
             */
            rows: number;
            /**
             * Format: date-time
             * @description When it started.
             * @example 2026-08-31T13:30:00Z
             */
            started_at: string;
            trigger: components["schemas"]["RunTrigger"];
        };
        /**
         * @description Cause of a run.
         * @enum {string}
         */
        RunTrigger: "schedule" | "start" | "manual";
        /** @description A run on the wire. */
        RunView: {
            /**
             * Format: int32
             * @description Questions that the provider answered, also with nothing new; null when the job does not count them.
             */
            answered: null | number;
            /**
             * Format: int32
             * @description Bad rows of the provider that were left out.
             */
            dropped: number;
            /**
             * Format: date-time
             * @description Null while it runs.
             * @example 2026-08-31T13:30:00Z
             */
            ended_at: null | string;
            /** @description The replica that ran it: host and process. */
            instance: string;
            /**
             * Format: int32
             * @description Questions that wait for the next run; null when not counted.
             */
            left: null | number;
            /** @description What the job said at its end, or why it failed. */
            note: null | string;
            outcome: components["schemas"]["RunOutcome"];
            /** @description The last word of a running job. */
            progress: null | string;
            /**
             * Format: int32
             * @description Rows written.
             */
            rows: number;
            /**
             * Format: date-time
             * @description When it started.
             * @example 2026-08-31T13:30:00Z
             */
            started_at: string;
            trigger: components["schemas"]["RunTrigger"];
        };
        /** @description A score of 0 to 100 with everything it is made of. An input that is missing has no score and takes its weight out of the confidence; the score is the mean of the others by their weights, and null below half of the confidence. docs/crypto-scores.md has the formulae. */
        Score: {
            /** @description Weight of the inputs that are known, 0 to 1. */
            confidence: number;
            inputs: components["schemas"]["ScoreInput"][];
            /** @description 0 to 100, 1 decimal; null when too little is known. */
            value: null | number;
        };
        /** @description One input of a score. */
        ScoreInput: {
            name: string;
            /** @description 0 to 100; null when not known. */
            score: null | number;
            unit: string;
            /** @description As measured, in the unit named; null when not known. */
            value: null | number;
            /** @description Of 1. */
            weight: number;
        };
        /** @description ETFs found. */
        SearchEtfsAnswer: {
            /** @description For people, when nothing matches. */
            message: null | string;
            /** @description What was looked for. */
            query: string;
            /** @description Best match first, at most limit. */
            results: components["schemas"]["EtfItem"][];
            /**
             * Format: int32
             * @description How many match in all.
             */
            total_count: number;
        };
        /** @description Companies found. */
        SearchStocksAnswer: {
            /** @description For people, when nothing matches. */
            message: null | string;
            /** @description What was looked for. */
            query: string;
            /** @description Best match first, at most limit. */
            results: components["schemas"]["StockItem"][];
            /**
             * Format: int32
             * @description How many match in all.
             */
            total_count: number;
        };
        /** @description A company among those of its sector. */
        SectorComparison: {
            /**
             * Format: int32
             * @description Other companies of the sector whose balance sheet lies within the last two quarters.
             */
            companies: number;
            /** @description By key. */
            ratios: {
                [key: string]: components["schemas"]["SectorRatio"];
            };
            /** @description GICS sector. */
            sector: string;
        };
        /** @description A ratio beside its sector. */
        SectorRatio: {
            /** @description Than the median; null when equal or unknown. */
            is_better: null | boolean;
            /**
             * Format: int32
             * @description How many of them have it.
             */
            peers: number;
            /** @description Of the sector's other companies, rounded as the value. */
            sector_median: null | number;
            /** @description Of the company. */
            value: null | number;
        };
        /** @description A sector in figures. */
        SectorStatistics: {
            /** @description Billions of USD, 2 decimals. */
            average_total_assets: null | number;
            /** Format: int32 */
            companies: number;
            /** @description Liabilities / assets, 3 decimals. */
            median_debt_ratio: null | number;
        };
        /** @description Counts of the stored data. */
        SentimentData: {
            /**
             * Format: date
             * @description Its day, UTC.
             * @example 2026-08-31
             */
            collection_date: null | string;
            /**
             * Format: int32
             * @description The newest batch; null before the first.
             */
            latest_batch_id: null | number;
            /**
             * Format: int32
             * @description Tickers that an article held here names.
             */
            total_tickers: number;
            /**
             * Format: int32
             * @description Topics that an article held here has.
             */
            total_topics: number;
        };
        /** @description About this part of the interface. */
        SentimentInfo: {
            api_name: string;
            data_summary: components["schemas"]["SentimentData"];
            description: string;
            endpoints: {
                [key: string]: string;
            };
            features: string[];
            version: string;
        };
        /** @description The market's mood. */
        SentimentStats: {
            /** @description Mean overall score, 4 decimals; null without a scored article. */
            average_sentiment_score: null | number;
            /** @description 긍정적 above 0.1, 부정적 below -0.1, 중립적 between, 데이터 없음 without a scored article. */
            market_mood: string;
            /** @description The same as a picture. */
            market_mood_emoji: string;
            /** @description 최근 N일. */
            period: string;
            sentiment_distribution: components["schemas"]["MoodCounts"];
            sentiment_percentages: components["schemas"]["MoodPercentages"];
            /**
             * Format: int32
             * @description Articles, scored or not.
             */
            total_count: number;
            /**
             * Format: int32
             * @description The same.
             */
            total_news: number;
        };
        /** @description The judgement of a set of articles, each counted once. Averages are null without a scored article, never 0. */
        SentimentSummary: {
            /** @description Mean of the scores, -1 to 1, 4 decimals. A ticker's is the mean of what the articles say of that ticker. */
            avg_sentiment_score: null | number;
            /**
             * Format: int32
             * @description Scores below -0.1.
             */
            bearish_count: number;
            /**
             * Format: int32
             * @description Scores above 0.1.
             */
            bullish_count: number;
            /** @description Scored articles by label, from 매우긍정적 to 매우부정적. */
            distribution: {
                [key: string]: number;
            };
            /**
             * Format: int32
             * @description Scores between, both ends included.
             */
            neutral_count: number;
            /**
             * Format: int32
             * @description Articles with a score: what the average is over.
             */
            scored_count: number;
            /** @description The same as a picture. */
            sentiment_emoji: string;
            /** @description 매우긍정적, 긍정적, 중립적, 부정적, 매우부정적; 데이터 없음 without a scored article. */
            sentiment_label: string;
            /**
             * Format: int32
             * @description Articles, scored or not.
             */
            total_count: number;
            /** @description The same, each score weighted by how much of its article is about the ticker or topic; null where relevance has no meaning. */
            weighted_avg_sentiment_score: null | number;
        };
        SentimentView: {
            /**
             * @description positive, neutral or negative.
             * @enum {string}
             */
            label: "positive" | "neutral" | "negative";
            /** @description Name and version of the method. */
            method: string;
            /** @description -1 to 1. */
            score: number;
        };
        /** @description connected or disconnected, as the old system named them. */
        ServiceStates: {
            postgresql: string;
            redis: string;
        };
        /** @enum {string} */
        SessionPhase: "closed" | "pre" | "regular" | "post";
        SessionRow: {
            /**
             * Format: date-time
             * @description End of the regular session.
             * @example 2026-08-31T13:30:00Z
             */
            close: string;
            /**
             * Format: date
             * @description The trading day in New York.
             * @example 2026-08-31
             */
            date: string;
            /** @description Whether it ends before 16:00 New York. */
            early_close: boolean;
            /**
             * Format: date-time
             * @description Start of the regular session.
             * @example 2026-08-31T13:30:00Z
             */
            open: string;
        };
        /** @description Number of companies with total assets of 100 billions and more, of 10 and more, and less. */
        SizeDistribution: {
            /** Format: int32 */
            large_cap: number;
            /** Format: int32 */
            mid_cap: number;
            /** Format: int32 */
            small_cap: number;
        };
        /** @description Bands to read the sizes by. */
        SizeReferences: {
            reddit: {
                [key: string]: string;
            };
            telegram: {
                [key: string]: string;
            };
        };
        /** @description Counts and newest times of the posts. */
        SnsStats: {
            /**
             * Format: int32
             * @description Posts with an analysis, in any state.
             */
            analysed_posts: number;
            /**
             * Format: int32
             * @description Accounts with at least one post; one on two sources counts twice.
             */
            authors_count: number;
            /** @description Of them, of each source. */
            by_source: {
                [key: string]: number;
            };
            /** @description Of each of the last 30 days (UTC), ascending. */
            daily: components["schemas"]["DayCount"][];
            /**
             * Format: date-time
             * @description When a network last answered; null when none ever did.
             * @example 2026-08-31T13:30:00Z
             */
            latest_fetch_at: null | string;
            /**
             * Format: date-time
             * @description Time of the newest post; null when there is none.
             * @example 2026-08-31T13:30:00Z
             */
            latest_post_at: null | string;
            /** @description The same for each source. */
            sources: {
                [key: string]: components["schemas"]["SourceFigures"];
            };
            /**
             * Format: int32
             * @description Posts that lists show.
             */
            total_posts: number;
        };
        SocialMetrics: {
            /** @description Below 5,000 small, to 50,000 medium, else large. */
            reddit_size: null | string;
            /** Format: int64 */
            reddit_subscribers: null | number;
            /** @description Below 1,000 small, to 50,000 medium, else large; null when not known. */
            telegram_size: null | string;
            /** Format: int64 */
            telegram_users: null | number;
            /**
             * Format: int64
             * @description Null since the provider no longer gives it.
             */
            twitter_followers: null | number;
        };
        /** @description State of one source. */
        SourceFigures: {
            /**
             * Format: int32
             * @description Accounts with at least one post.
             */
            authors: number;
            /**
             * Format: date-time
             * @description When the network last answered; null when never.
             * @example 2026-08-31T13:30:00Z
             */
            latest_fetch_at: null | string;
            /**
             * Format: date-time
             * @description Null when it has no post.
             * @example 2026-08-31T13:30:00Z
             */
            latest_post_at: null | string;
            /** Format: int32 */
            posts: number;
        };
        /** @description A page of the calendar. */
        Sp500CalendarPage: {
            items: components["schemas"]["Sp500EarningsItem"][];
            /** @description For people. */
            message: null | string;
            /**
             * Format: int32
             * @description Rows of all pages.
             */
            total_count: number;
        };
        /** @description A report of an S&P 500 company, as the calendar and the news beside it show it. */
        Sp500EarningsItem: {
            /** @description Reported earnings a share, in currency; null until it is known. */
            actual: null | number;
            /** @description As the index writes it. */
            company_name: null | string;
            /**
             * Format: date-time
             * @description When it was first held.
             * @example 2026-08-31T13:30:00Z
             */
            created_at: null | string;
            /** @description ISO code. */
            currency: null | string;
            /** @description Expected earnings a share, in currency, unrounded: surprise_percent follows from it and actual. */
            estimate: null | number;
            /** @description For people. */
            event_description: null | string;
            /** @description For people. */
            event_title: null | string;
            /** @description earnings_report. */
            event_type: null | string;
            /** @description How fiscal_date_ending is known: announced, balance_sheet (the company's of fiscal_date_ending is held) or pattern (worked out from its other quarters). */
            fiscal_date_basis: components["schemas"]["QuarterBasis"] | null;
            /**
             * Format: date
             * @description Last day of the quarter.
             * @example 2026-08-31
             */
            fiscal_date_ending: null | string;
            /**
             * Format: int32
             * @description Those published before it.
             */
            forecast_news_count: null | number;
            /** @description Information Technology. */
            gics_sector: null | string;
            /** @description Technology Hardware, Storage & Peripherals. */
            gics_sub_industry: null | string;
            /** @description Whether an estimate is held. */
            has_estimate: boolean;
            /** @description Whether any news is kept. */
            has_news: boolean;
            /** @description City and state. */
            headquarters: null | string;
            /**
             * Format: int32
             * @description Number of the report; stays the same when its date moves and when the calendar is rebuilt.
             */
            id: number;
            /** @description Whether the report date is today in New York, or later. */
            is_future_date: boolean;
            /** @description 애플; null where none is certain. */
            korean_name: null | string;
            /**
             * Format: int32
             * @description The same as total_news_count, under the name that the web client reads.
             */
            news_count: number;
            /**
             * Format: date
             * @description The report date before it last moved.
             * @example 2026-08-31
             */
            previous_date: null | string;
            /**
             * Format: int32
             * @description Those published after it.
             */
            reaction_news_count: null | number;
            /**
             * Format: date
             * @description Date in New York.
             * @example 2026-08-31
             */
            report_date: string;
            /**
             * Format: int32
             * @description Those of the day of a report whose hour is not known, which no text puts before or after it.
             */
            report_day_news_count: number;
            /** @description before_open (9:30 New York), after_close (16:00), during_market, or null. */
            report_time: components["schemas"]["ReportTime"] | null;
            /** @description Reported over expected, percent of the size of the expectation. */
            surprise_percent: null | number;
            /** @description AAPL. */
            symbol: string;
            /**
             * Format: int32
             * @description News kept of this report.
             */
            total_news_count: null | number;
            /**
             * Format: date-time
             * @description When anything in it last changed.
             * @example 2026-08-31T13:30:00Z
             */
            updated_at: null | string;
        };
        Sp500EarningsOfCompany: {
            /** @description As the index writes it. */
            company_name: null | string;
            /** @description What is to come first, then what is past. */
            earnings: components["schemas"]["Sp500EarningsItem"][];
            /** @description For people. */
            message: null | string;
            /** @description As the index writes it. */
            symbol: string;
            /**
             * Format: int32
             * @description All stored reports of it, with any limit.
             */
            total_count: number;
        };
        Sp500EarningsStatistics: {
            /**
             * Format: int32
             * @description Those with an estimate.
             */
            events_with_estimates: number;
            /**
             * Format: int32
             * @description Those of which news is kept.
             */
            events_with_news: number;
            /**
             * Format: date-time
             * @description When any of them last changed.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            /** @description GICS sectors, by name. */
            sectors_covered: string[];
            /**
             * Format: int32
             * @description Companies with a report.
             */
            total_companies: number;
            /**
             * Format: int32
             * @description Stored reports, past and coming.
             */
            total_events: number;
            /**
             * Format: int32
             * @description Those from today (New York) on.
             */
            upcoming_events: number;
        };
        Sp500EarningsWeek: {
            /** @description By date, then symbol. */
            events: components["schemas"]["Sp500EarningsItem"][];
            /** @description For people. */
            message: null | string;
            /**
             * Format: int32
             * @description How many events follow.
             */
            total_count: number;
            /**
             * Format: date
             * @description Sunday.
             * @example 2026-08-31
             */
            week_end: string;
            /**
             * Format: date
             * @description Monday.
             * @example 2026-08-31
             */
            week_start: string;
        };
        /** @description An article beside a report of the S&P 500's calendar. */
        Sp500NewsItem: {
            /**
             * Format: int32
             * @description Number of the report.
             */
            calendar_id: number;
            /** @description The whole text that the provider sent, when it is longer than the summary. */
            content: null | string;
            /**
             * Format: date-time
             * @description When it was first held.
             * @example 2026-08-31T13:30:00Z
             */
            created_at: null | string;
            /**
             * Format: int32
             * @description New York days from the report date; negative before it.
             */
            days_from_earnings: null | number;
            /**
             * Format: date-time
             * @description When the provider first sent it.
             * @example 2026-08-31T13:30:00Z
             */
            fetched_at: null | string;
            /** @description Whether content is there. */
            has_content: null | boolean;
            /**
             * Format: int64
             * @description Number of the article.
             */
            id: number;
            /** @description Whether it is of before the report. */
            is_forecast_news: null | boolean;
            /** @description Whether it is of after it. */
            is_reaction_news: null | boolean;
            /** @description forecast: before the report; reaction: after it; report_day: on the day of a report whose hour is not known, on neither side. */
            news_section: components["schemas"]["NewsSection"] | null;
            /**
             * Format: date-time
             * @description UTC.
             * @example 2026-08-31T13:30:00Z
             */
            published_at: null | string;
            /** @description At most 100 characters. */
            short_title: null | string;
            /** @description Who published it. */
            source: null | string;
            /** @description Which data set it comes from: company_news. */
            source_table: null | string;
            /** @description Plain text, at most 1,000 characters. */
            summary: null | string;
            /** @description Plain text. */
            title: null | string;
            /** @description Where it can be read. */
            url: null | string;
        };
        Sp500NewsPage: {
            /**
             * Format: int32
             * @description Number of the report.
             */
            calendar_id: number;
            /**
             * Format: int32
             * @description Of these, those of before the report.
             */
            forecast_count: number;
            items: components["schemas"]["Sp500NewsItem"][];
            /** @description For people. */
            message: null | string;
            /**
             * Format: int32
             * @description Of these, those of after it.
             */
            reaction_count: number;
            /**
             * Format: int32
             * @description Of these, those of the day of a report whose hour is not known, on neither side.
             */
            report_day_count: number;
            /**
             * Format: int32
             * @description Articles of all pages.
             */
            total_count: number;
        };
        Sp500NewsWeek: {
            /** @description The week's reports by date, then symbol; of each section the newest ten articles. */
            earnings_with_news: components["schemas"]["Sp500ReportNews"][];
            /**
             * Format: int32
             * @description Of before the reports.
             */
            forecast_news_count: number;
            /** @description For people. */
            message: null | string;
            /**
             * Format: int32
             * @description Of after them.
             */
            reaction_news_count: number;
            /**
             * Format: int32
             * @description Of the days of reports whose hour is not known, on neither side.
             */
            report_day_news_count: number;
            /**
             * Format: int32
             * @description Reports of the week.
             */
            total_earnings_count: number;
            /**
             * Format: int32
             * @description All articles held of them.
             */
            total_news_count: number;
            /**
             * Format: date
             * @description Sunday.
             * @example 2026-08-31
             */
            week_end: string;
            /**
             * Format: date
             * @description Monday.
             * @example 2026-08-31
             */
            week_start: string;
        };
        /** @description A report with what was written before and after it. */
        Sp500ReportNews: {
            calendar_info: components["schemas"]["Sp500EarningsItem"];
            /** @description Of before the report, newest first. */
            forecast_news: components["schemas"]["Sp500NewsItem"][];
            /**
             * Format: int32
             * @description Of before.
             */
            forecast_news_count: number;
            /** @description For people. */
            message: null | string;
            /**
             * Format: int32
             * @description The same as total_news_count, under the name that the web client reads.
             */
            news_count: number;
            /** @description Of after it, newest first. */
            reaction_news: components["schemas"]["Sp500NewsItem"][];
            /**
             * Format: int32
             * @description Of after.
             */
            reaction_news_count: number;
            /** @description Of the day of a report whose hour is not known, which no text puts before or after it; newest first. */
            report_day_news: components["schemas"]["Sp500NewsItem"][];
            /**
             * Format: int32
             * @description How many those are.
             */
            report_day_news_count: number;
            /**
             * Format: int32
             * @description All articles held of it.
             */
            total_news_count: number;
        };
        /** @description All companies in figures. */
        StatisticsAnswer: {
            /** @description Mean, billions of USD, 2 decimals. */
            average_total_assets: null | number;
            /**
             * Format: int32
             * @description Companies that the figures are of: those in USD whose latest balance sheet lies within two quarters of the newest.
             */
            compared_companies: number;
            /**
             * Format: date
             * @description The newest fiscal date.
             * @example 2026-08-31
             */
            latest_period: string;
            /** @description Liabilities / assets, 3 decimals; of an even count the mean of the middle two. */
            median_debt_ratio: null | number;
            /** @description By GICS sector. */
            sector_stats: {
                [key: string]: components["schemas"]["SectorStatistics"];
            };
            size_distribution: components["schemas"]["SizeDistribution"];
            /**
             * Format: int32
             * @description Companies with any balance sheet.
             */
            total_companies: number;
        };
        /** @description Where to read. */
        StatsDocuments: {
            redoc: string;
            swagger_ui: string;
        };
        /** @description Summary of overview and balance sheet; needs both. Information, not advice. */
        StockAnalysis: {
            available: boolean;
            investment_perspective: null | string;
            /** @description Facts, at most six. */
            key_highlights: null | string[];
            message: null | string;
            summary: null | string;
        };
        /** @description The stock page. */
        StockAnswer: {
            /** @description The company as the index lists it; null when it has not been listed yet. */
            company: components["schemas"]["StockCompany"] | null;
            company_info: components["schemas"]["CompanyPart"];
            current_price: components["schemas"]["StockPrice"];
            data_availability: components["schemas"]["StockAvailability"];
            /** @description complete_data, company_only, financial_only or basic_only: which parts are there. */
            data_case: string;
            data_sources: components["schemas"]["StockSources"];
            financial_data: components["schemas"]["FinancialPart"];
            integrated_analysis: components["schemas"]["StockAnalysis"];
            symbol: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
        };
        /** @description Which parts of the page hold data. */
        StockAvailability: {
            balance_sheet: boolean;
            company_overview: boolean;
            current_price: boolean;
        };
        /** @description Entry of the company in the index list. */
        StockCompany: {
            /** @description Central Index Key of the SEC. */
            cik: null | string;
            company_name: string;
            /**
             * Format: date
             * @description Since when it is in the index.
             * @example 2026-08-31
             */
            date_added: null | string;
            founded: null | string;
            /** @description Sector by the Global Industry Classification Standard. */
            gics_sector: null | string;
            gics_sub_industry: null | string;
            headquarters: null | string;
        };
        /** @description A company's stock in a list, USD; null where nothing is known yet. */
        StockItem: {
            /** @description Against the previous close. */
            change_amount: null | number;
            /** @description The same in percent (1.6 = 1.6 %). */
            change_percentage: null | number;
            company_name: string;
            /** @description Last trade. */
            current_price: null | number;
            /** @description True when up, false when down, null when unchanged or unknown. */
            is_positive: null | boolean;
            /** @description 애플; null where none is certain. */
            korean_name: null | string;
            /**
             * Format: date-time
             * @description When it last traded.
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            /** @description Close of the session before the price's own one, splits applied. */
            previous_close: null | number;
            /** @description GICS sector. */
            sector: null | string;
            /** @description As the index writes it: BRK.B. */
            symbol: string;
            /**
             * Format: int64
             * @description Regular-session shares so far.
             */
            volume: null | number;
            /**
             * Format: int64
             * @description Shares in the last 24 hours.
             */
            volume_24h: null | number;
        };
        /** @description A list of stocks in one order. */
        StockListAnswer: {
            /**
             * @description all, top_gainers, top_losers or most_active.
             * @enum {string}
             */
            category: "all" | "top_gainers" | "top_losers" | "most_active";
            market_status: components["schemas"]["MarketStatus"];
            /** @description For people, when the list is empty. */
            message: null | string;
            /** @description The first of them, at most limit. */
            stocks: components["schemas"]["StockItem"][];
            /**
             * Format: int32
             * @description How many there are over all companies.
             */
            total_count: number;
        };
        /** @description The stock's price now and its session, USD; null where nothing is known yet. */
        StockPrice: {
            change_amount: null | number;
            change_percentage: null | number;
            company_name: string;
            current_price: null | number;
            /** @description Highest price of the session. */
            high: null | number;
            is_positive: null | boolean;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            last_updated: null | string;
            /** @description Lowest price of the session. */
            low: null | number;
            /** @description PRE, OPEN, POST or CLOSED. */
            market_status: string;
            /** @description First regular trade of the session. */
            open: null | number;
            previous_close: null | number;
            /**
             * Format: date
             * @description The session the price belongs to, New York date.
             * @example 2026-08-31
             */
            session_date: null | string;
            symbol: string;
            /**
             * Format: int64
             * @description Regular-session shares so far.
             */
            volume: null | number;
            /** Format: int64 */
            volume_24h: null | number;
            /** @description Highest price of 52 weeks, the running session and the last price included; splits applied. */
            week_52_high: null | number;
            /** @description Lowest price of 52 weeks, likewise. */
            week_52_low: null | number;
        };
        /** @description Where each part comes from; null while there is none. */
        StockSources: {
            balance_sheet: null | string;
            company_overview: null | string;
            current_price: null | string;
        };
        /** @description Where the streams are: the address of each topic under its name. */
        StreamAddresses: {
            /** @description How streaming works, in a few words. */
            architecture: string;
            crypto: string;
            etf: string;
            sp500: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Describes the streams. */
        StreamArchitecture: {
            approach: string;
            benefits: string[];
            domains: string[];
            technology: string;
        };
        /** @description Batches taken from the channels by topic, under the names the old system used: {topic}_updates. */
        StreamerPerformance: {
            /** Format: int64 */
            crypto_updates: number;
            /** Format: int64 */
            errors: number;
            /** Format: int64 */
            etf_updates: number;
            last_updates: {
                [key: string]: null | string;
            };
            /** Format: int64 */
            sp500_updates: number;
            /** Format: int64 */
            total_messages: number;
        } & {
            [key: string]: unknown;
        };
        StreamerStatus: {
            /** @description Whether at least one topic is not stale. */
            is_streaming: boolean;
            performance: components["schemas"]["StreamerPerformance"];
            /** @description The Redis channels listened to. */
            subscribed_channels: string[];
            /** Format: double */
            uptime_seconds: number;
            websocket_manager_connected: boolean;
        };
        /** @description Answer of GET /api/v1/ws/health. */
        StreamHealthAnswer: {
            redis_streamer: components["schemas"]["StreamerStatus"];
            /** @description healthy; degraded when a topic is stale. */
            status: string;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            websocket_manager: components["schemas"]["StreamManagerStatus"];
        };
        /** @description Connections by topic, under the names the old system used: {topic}_subscribers. */
        StreamManagerStatus: {
            /** Format: int64 */
            crypto_subscribers: number;
            /** Format: int64 */
            dashboard_subscribers: number;
            /** Format: int64 */
            etf_subscribers: number;
            /** Format: int64 */
            sp500_subscribers: number;
            /** Format: int64 */
            total_connections: number;
        } & {
            [key: string]: unknown;
        };
        /** @description The objects under websocket_detail. */
        StreamsDetail: {
            manager: components["schemas"]["StreamManagerStatus"];
            streamer: components["schemas"]["StreamerStatus"];
        };
        /** @description Answer of GET /ws/status. */
        StreamStatusAnswer: {
            /**
             * Format: int32
             * @description Open streams of this process.
             */
            active_connections: number;
            /** @description Redis channels listened to. */
            channels: string[];
            manager: components["schemas"]["StreamManagerStatus"];
            /** @description active, or inactive while the process is stopping. */
            status: string;
            streamer: components["schemas"]["StreamerStatus"];
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            /** @description By topic name. */
            topics: {
                [key: string]: components["schemas"]["TopicStatus"];
            };
            /**
             * Format: double
             * @description Since the streams started.
             */
            uptime_seconds: number;
        };
        SubscribeAnswer: {
            /** @description The address as it is used: in lower case, the domain in its ASCII form (xn--3e0b707e.kr for 한국.kr). */
            email: string;
            /** @description For the person, Korean or English. */
            message: string;
            /** @description True: a mail says what comes next. */
            requires_verification: boolean;
            scope: string;
            /** @description True: the request was taken. */
            success: boolean;
        };
        /**
         * @example {
         *       "email": "reader@example.com",
         *       "scope": "SP500",
         *       "agreed": true
         *     }
         */
        SubscribeRequest: {
            /**
             * @description That the person agrees to get these mails. It must be true: there is no consent by default.
             * @example true
             */
            agreed: boolean;
            /**
             * @description Address of the mails. Spaces around it, capitals and full-width letters make no difference; domains of any script are taken.
             * @example reader@example.com
             */
            email: string;
            /**
             * @description SP500, NASDAQ or ALL.
             * @example SP500
             * @enum {string}
             */
            scope?: "SP500" | "NASDAQ" | "ALL";
        };
        /** @description Supply of a coin; declared decimals are texts. */
        SupplyData: {
            /**
             * Format: date-time
             * @description The list's own time.
             * @example 2026-08-31T13:30:00Z
             */
            as_of: string;
            circulating_supply: null | string;
            /** @description Circulating / max x 100, 2 decimals; null without a maximum. */
            circulating_supply_percentage: null | string;
            max_supply: null | string;
            /** @description By that share: above 95 매우 높음, above 80 높음, above 50 보통, else 낮음; 무제한 공급 without a maximum; null when nothing is known. */
            scarcity_score: null | string;
            total_supply: null | string;
        };
        SymbolNewsCount: {
            /**
             * Format: int32
             * @description Stories held about its reports of the days.
             */
            news_count: number;
            symbol: string;
        };
        /** @description Companies with a balance sheet. */
        SymbolsAnswer: {
            /** Format: int32 */
            count: number;
            description: string;
            /** @description Ascending. */
            symbols: string[];
        };
        /** @description A ticker that is held. */
        TickerDetail: {
            /** @description Mean of what they say of it, 4 decimals. */
            avg_sentiment_score: null | number;
            /**
             * Format: date-time
             * @description Its newest article.
             * @example 2026-08-31T13:30:00Z
             */
            latest_news_at: string;
            /**
             * Format: int32
             * @description Articles that name it, each once.
             */
            mention_count: number;
            sentiment_emoji: string;
            /** @description 매우긍정적 ... 매우부정적. */
            sentiment_label: string;
            ticker: string;
        };
        /** @description All tickers, by name. */
        TickerList: {
            ticker_details: components["schemas"]["TickerDetail"][];
            tickers: string[];
            /** Format: int32 */
            total_tickers: number;
        };
        /** @description News of a ticker. */
        TickerNews: {
            batch_info: components["schemas"]["BatchInfo"];
            /** @description Whether articles follow. */
            has_next: boolean;
            /**
             * Format: int32
             * @description Articles asked for.
             */
            limit: number;
            news: components["schemas"]["NewsItem"][];
            /** @description Goes on after the last of these; null at the end. */
            next_cursor: null | string;
            /**
             * Format: int32
             * @description Articles left out before; 0 after a cursor.
             */
            offset: number;
            /**
             * Format: int32
             * @description The page that begins here, from 1.
             */
            page: number;
            ticker: string;
            ticker_sentiment_summary: components["schemas"]["SentimentSummary"];
            /**
             * Format: int32
             * @description Articles of the whole list.
             */
            total_count: number;
        };
        /** @description A ticker in the news of a topic. */
        TickerOfTopic: {
            /** @description How much of them is about it, 0 to 1. */
            avg_relevance_score: null | number;
            /** @description Mean of what they say of that ticker, 4 decimals. */
            avg_sentiment_score: null | number;
            /**
             * Format: int32
             * @description Articles of the topic that name it.
             */
            mention_count: number;
            sentiment_emoji: string;
            sentiment_label: string;
            ticker: string;
            /** @description The same, weighted by relevance. */
            weighted_avg_sentiment_score: null | number;
        };
        TickerRanking: {
            /** @description Lowest mean first; none of them is hot. */
            cold_tickers: components["schemas"]["RankedTicker"][];
            /** @description Highest mean first. */
            hot_tickers: components["schemas"]["RankedTicker"][];
            /** @description 최근 N일. */
            ranking_period: string;
            /**
             * Format: int32
             * @description Tickers with enough mentions.
             */
            total_tickers: number;
        };
        TickerTrend: {
            ticker: string;
            /** @description Oldest first, without empty hours or days. */
            trend_data: components["schemas"]["TrendPoint"][];
        };
        /** @description A bar, USD or KRW, as traded. */
        TimelineBar: {
            close: null | number;
            high: null | number;
            low: null | number;
            open: null | number;
            /**
             * Format: date-time
             * @description Its start.
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            /** @description Shares or coins. */
            volume: null | number;
        };
        /** @description A topic that is held. */
        TopicDetail: {
            /** @description Mean of the articles' overall scores, 4 decimals; null without a scored one. */
            avg_sentiment_score: null | number;
            /**
             * Format: date-time
             * @description Its newest article.
             * @example 2026-08-31T13:30:00Z
             */
            latest_news_at: string;
            /**
             * Format: int32
             * @description Articles, each once.
             */
            news_count: number;
            sentiment_emoji: string;
            /** @description 매우긍정적 ... 매우부정적, 데이터 없음. */
            sentiment_label: string;
            topic: string;
        };
        /** @description All topics, by name. */
        TopicList: {
            topic_details: components["schemas"]["TopicDetail"][];
            topics: string[];
            /** Format: int32 */
            total_topics: number;
        };
        /** @description News of a topic. */
        TopicNews: {
            batch_info: components["schemas"]["BatchInfo"];
            /** @description Whether articles follow. */
            has_next: boolean;
            /**
             * Format: int32
             * @description Articles asked for.
             */
            limit: number;
            news: components["schemas"]["NewsItem"][];
            /** @description Goes on after the last of these; null at the end. */
            next_cursor: null | string;
            /**
             * Format: int32
             * @description Articles left out before; 0 after a cursor.
             */
            offset: number;
            /**
             * Format: int32
             * @description The page that begins here, from 1.
             */
            page: number;
            /** @description In the answers' spelling. */
            topic: string;
            topic_sentiment_summary: components["schemas"]["SentimentSummary"];
            /**
             * Format: int32
             * @description Articles of the whole list.
             */
            total_count: number;
        };
        /** @description A topic in the news of a ticker. */
        TopicOfTicker: {
            /** @description How much of them is about the topic, 0 to 1. */
            avg_relevance_score: null | number;
            /** @description Mean of what they say of the ticker, 4 decimals. */
            avg_sentiment_score: null | number;
            /**
             * Format: int32
             * @description Articles about the ticker that have it.
             */
            news_count: number;
            sentiment_emoji: string;
            sentiment_label: string;
            topic: string;
            /** @description The same, weighted by how much of each is about the topic. */
            weighted_avg_sentiment_score: null | number;
        };
        TopicRanking: {
            /** @description Lowest mean first; none of them is hot. */
            cold_topics: components["schemas"]["RankedTopic"][];
            /** @description Highest mean first. */
            hot_topics: components["schemas"]["RankedTopic"][];
            /** @description 최근 N일. */
            ranking_period: string;
            /**
             * Format: int32
             * @description Topics with enough articles.
             */
            total_topics: number;
        };
        /** @description One topic's figures since the start of this process. */
        TopicStatus: {
            /**
             * Format: int64
             * @description Bytes handed to connections.
             */
            bytes: number;
            /**
             * Format: int64
             * @description Messages that stood for more than one batch.
             */
            conflated: number;
            /**
             * Format: int64
             * @description Open right now, all dialects.
             */
            connections: number;
            /**
             * Format: int64
             * @description Messages handed to connections.
             */
            deliveries: number;
            /**
             * Format: int64
             * @description Payloads from Redis that were unreadable, foreign, too large or too many.
             */
            dropped: number;
            /** @description The numbering it belongs to. */
            epoch: string;
            /**
             * Format: date-time
             * @description The newest event on the board.
             * @example 2026-08-31T13:30:00Z
             */
            last_event_at: null | string;
            /**
             * Format: int64
             * @description Number of the last batch.
             */
            seq: number;
            /**
             * Format: int64
             * @description Connections closed with 4008.
             */
            slow_closed: number;
            /**
             * Format: date-time
             * @description Since when the source or Redis is gone; null when all is well.
             * @example 2026-08-31T13:30:00Z
             */
            stale_since: null | string;
        };
        TopicTrend: {
            topic: string;
            /** @description Oldest first, without empty hours or days. */
            trend_data: components["schemas"]["TrendPoint"][];
        };
        TreasuryChart: {
            /** @description Oldest first. */
            data: components["schemas"]["TreasuryPoint"][];
            maturity: string;
            period: string;
            summary: components["schemas"]["TreasurySummary"];
        };
        TreasuryDataSummary: {
            /**
             * Format: date
             * @description The newest date held.
             * @example 2026-08-31
             */
            analysis_date: string;
            /**
             * Format: date
             * @description The newest date held.
             * @example 2026-08-31
             */
            latest_update: string;
            /**
             * Format: int32
             * @description Yields held, all maturities.
             */
            total_data_points: number;
        };
        /** @description The curve as a whole, from facts. */
        TreasuryOutlook: {
            /**
             * Format: date
             * @description The newest date held.
             * @example 2026-08-31
             */
            analysis_date: string;
            /** @description Sentences for people: inversion, largest moves. */
            key_insights: string[];
            /**
             * @description rising, falling, steepening, flattening or mixed.
             * @enum {string}
             */
            overall_trend: "rising" | "falling" | "steepening" | "flattening" | "mixed";
        };
        /** @description A page of yields. */
        TreasuryPage: {
            items: components["schemas"]["TreasuryRow"][];
            /**
             * Format: int32
             * @description From 1.
             */
            page: number;
            /**
             * Format: int32
             * @description How many pages; 0 without rows.
             */
            pages: number;
            /**
             * Format: int32
             * @description Rows a page.
             */
            size: number;
            /**
             * Format: int32
             * @description Rows of all pages.
             */
            total: number;
        };
        TreasuryPoint: {
            /**
             * Format: date
             * @description The day, or the first day of the month.
             * @example 2026-08-31
             */
            date: string;
            /** @description Percent, as text. */
            yield_rate: null | string;
        };
        /** @description The yield of one maturity on one day or in one month. */
        TreasuryRow: {
            /**
             * Format: date-time
             * @description When the value was first held.
             * @example 2026-08-31T13:30:00Z
             */
            created_at: string;
            /**
             * Format: date
             * @description The day, or the first day of the month.
             * @example 2026-08-31
             */
            date: string;
            /** @description daily, or monthly: mean of the month. */
            interval_type: string;
            /** @description 3month, 2year, 5year, 7year, 10year or 30year. */
            maturity: string;
            /**
             * Format: date-time
             * @description When it last changed.
             * @example 2026-08-31T13:30:00Z
             */
            updated_at: string;
            /** @description Percent, as text with the source's digits. */
            yield_rate: null | string;
        };
        TreasuryStatistics: {
            /**
             * Format: date
             * @description The newest date held.
             * @example 2026-08-31
             */
            as_of_date: string;
            market_summary: components["schemas"]["TreasuryDataSummary"];
            /** @description By time to maturity. */
            statistics: components["schemas"]["MaturityFigures"][];
        };
        TreasurySummary: {
            /** @description Percent, 4 decimals. */
            avg: null | number;
            /** @description Last minus first, percentage points. */
            change: null | number;
            /** @description Percent. */
            current: null | number;
            /** @description Percent. */
            max: null | number;
            /** @description Percent. */
            min: null | number;
            /** @description Sample standard deviation, percentage points, 4 decimals. */
            volatility: null | number;
        };
        TreasuryTrends: {
            /**
             * Format: date
             * @description The newest date held.
             * @example 2026-08-31
             */
            analysis_date: string;
            market_outlook: components["schemas"]["TreasuryOutlook"];
            /** @description By time to maturity; maturities without a yield on that date are left out. */
            trends: components["schemas"]["MaturityTrend"][];
        };
        /** @description Movers with their news. */
        TrendingAnswer: {
            batch_info: components["schemas"]["MoverBatchInfo"];
            categories: components["schemas"]["MoverCounts"];
            /** @description Whether movers follow this window. */
            has_next: boolean;
            /** @description This window: gainers, losers, most active, each by rank. A symbol may be in several categories. */
            stocks: components["schemas"]["TrendingStock"][];
            /**
             * Format: int32
             * @description Places of all categories.
             */
            total_stocks: number;
        };
        /** @description Movers of one category with their news. */
        TrendingCategoryAnswer: {
            batch_info: components["schemas"]["MoverBatchInfo"];
            category: string;
            /** @description Whether movers follow this window. */
            has_next: boolean;
            /** @description This window, by rank. */
            stocks: components["schemas"]["TrendingStock"][];
            /**
             * Format: int32
             * @description Places in the category.
             */
            symbols_count: number;
        };
        /** @description A mover and its news. */
        TrendingStock: {
            category: string;
            /** @description Against the close of the session before, USD. */
            change_amount: null | number;
            /** @description Against the close of the session before, percent (1.6 = 1.6 %). */
            change_percentage: null | number;
            /** @description Null when it is not in the index. */
            company_name: null | string;
            /** @description Newest first; empty when nothing was written. */
            news: components["schemas"]["CompanyNewsItem"][];
            /**
             * Format: int32
             * @description Articles that follow.
             */
            news_count: number;
            /** @description Close, USD. */
            price: null | number;
            /**
             * Format: int32
             * @description Place in its category, from 1.
             */
            rank_position: null | number;
            symbol: string;
            /**
             * Format: int64
             * @description Shares of the session.
             */
            volume: null | number;
        };
        TrendingSymbol: {
            /**
             * Format: int32
             * @description Articles that are about it.
             */
            mentions: number;
            symbol: string;
        };
        TrendingSymbolsAnswer: {
            /**
             * Format: int32
             * @description As asked.
             */
            period_days: number;
            /**
             * Format: int32
             * @description Symbols that were mentioned at all.
             */
            total_symbols: number;
            /** @description Most mentions first, ties by symbol. */
            trending_symbols: components["schemas"]["TrendingSymbol"][];
        };
        /** @description An hour or a day of scored news; those without any are left out. */
        TrendPoint: {
            /** @description Mean of its scores, 4 decimals. */
            avg_sentiment_score: number;
            /**
             * Format: int32
             * @description Scores below -0.1.
             */
            bearish_count: number;
            /**
             * Format: int32
             * @description Scores above 0.1.
             */
            bullish_count: number;
            /**
             * Format: int32
             * @description Scores between, both ends included.
             */
            neutral_count: number;
            /**
             * Format: int32
             * @description Scored articles, each once.
             */
            news_count: number;
            /**
             * Format: date-time
             * @description Where it begins, UTC.
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
        };
        /** @description Sentiment over time. */
        Trends: {
            /** @description 시간별 or 일별; hours and days are those of UTC. */
            interval: string;
            /** @description All news, oldest first, without empty hours or days. */
            overall_trend: components["schemas"]["TrendPoint"][];
            /** @description 최근 N일. */
            period: string;
            /** @description As asked for. */
            ticker_trends: components["schemas"]["TickerTrend"][];
            /** @description As asked for. */
            topic_trends: components["schemas"]["TopicTrend"][];
        };
        /** @description A company's trends. */
        TrendsAnswer: {
            /** @description quarter_on_quarter, year_on_year, or irregular when a period between is missing. */
            comparison: string;
            /** @description Of the latest period. */
            currency: null | string;
            /**
             * Format: date
             * @example 2026-08-31
             */
            current_period: string;
            /** @description Metrics that the latest or the previous period does not report: current assets of a bank. */
            not_reported: string[];
            /**
             * Format: int32
             * @description Periods in the series.
             */
            period_count: number;
            /**
             * Format: date
             * @example 2026-08-31
             */
            previous_period: string;
            /** @description One sentence. */
            summary: string;
            symbol: string;
            trends: components["schemas"]["MetricTrend"][];
        };
        UnsubscribeAnswer: {
            /** @description For the person, Korean or English. */
            message: string;
            /** @description True: nothing has changed yet. */
            requires_confirmation: boolean;
            /** @description True: cancelled, or the link is on its way. */
            success: boolean;
        };
        /**
         * @example {
         *       "token": null,
         *       "email": "reader@example.com",
         *       "scope": "SP500"
         *     }
         */
        UnsubscribeRequest: {
            /**
             * @description Without a token: where to send the unsubscribe link.
             * @example reader@example.com
             */
            email?: null | string;
            /**
             * @description Which subscription of the address: SP500, NASDAQ or ALL.
             * @example SP500
             */
            scope?: string;
            /**
             * @description The secret of a mail's unsubscribe link: as JSON, as a form field or in the query. It cancels at once.
             * @example null
             */
            token?: null | string;
        };
        /** @description Price of a stock against the company's earnings, compared with its sector. */
        Valuation: {
            /** @description low, fair or high; null without a positive P/E. */
            pe_level: null | string;
            /**
             * Format: int32
             * @description How many of them have a P/E.
             */
            peers: number;
            /** @description Of the other companies of its GICS sector, 2 decimals; null with fewer than ten of them. */
            sector_median_pe: null | number;
        };
        /** @description One venue's quote. Prices and volumes in USD; a domestic one at the stated rate, with its KRW price beside. */
        VenueAnswer: {
            /**
             * Format: date-time
             * @description When it was true.
             * @example 2026-08-31T13:30:00Z
             */
            at: null | string;
            /** @description CoinGecko's id of the exchange. */
            exchange_id: string;
            exchange_name: string;
            /** @description Null when it entered the price, else why not. */
            left_out: null | string;
            pair: string;
            price_krw: null | number;
            price_usd: null | number;
            /** @description Between bid and ask, percent. */
            spread_percentage: null | number;
            /** @description USD in 24 hours. */
            volume_24h_usd: null | number;
        };
        /** @description An exchange's last state of a Seoul day; USD, spread in percent. */
        VenueChartPoint: {
            /**
             * Format: date
             * @example 2026-08-31
             */
            date: string;
            price_usd: number;
            spread_percentage: null | number;
            /**
             * Format: date-time
             * @example 2026-08-31T13:30:00Z
             */
            timestamp: string;
            volume_usd: null | number;
        };
        /** @description A domestic venue against another. */
        VenueComparison: {
            global_exchange: string;
            /** @description An exchange may have one pair against USD and one against USDT. */
            global_pair: string;
            global_price_usd: number;
            /** @description Percent. */
            global_spread: null | number;
            global_volume_usd: number;
            korean_exchange: string;
            korean_pair: string;
            /** @description At the stated rate, 8 decimals. */
            korean_price_usd: number;
            /** @description Percent. */
            korean_spread: null | number;
            /** @description 24 hours. */
            korean_volume_usd: number;
            /** @description Percent of the global price, 3 decimals. */
            premium_percentage: number;
            /** @description Korean minus global, 8 decimals. */
            price_diff_usd: number;
            /** @description Korean volume / global volume, 4 decimals. */
            volume_ratio: number;
        };
        /** @description Since when a chart has points of an exchange. */
        VenueHistory: {
            /** Format: int32 */
            days: number;
            exchange_id: string;
            /**
             * Format: date
             * @description Of the days asked for; null without points.
             * @example 2026-08-31
             */
            first_date: null | string;
            is_korean: boolean;
            /** @description no_provider_history: before the first day no provider has this exchange's prices; no_bars: its bars are not held; null when the days asked for are all there. */
            missing: null | string;
            /** @description exchange_bars (its own bars, fetched for the past too) or tickers (collected day by day). */
            source: string;
        };
        VerificationAnswer: {
            /** @description Address of the subscription. */
            email: string;
            /** @description For the person, Korean or English. */
            message: string;
            /** @description True: nothing has changed yet, a POST to the same address confirms. */
            requires_confirmation: boolean;
            scope: string;
            /** @description True: the link is good, or its button was pressed. */
            success: boolean;
        };
        /**
         * @example {
         *       "token": "hZ0p4l0Jg3y2b7n1kXQe5dTfVw9cRa8sUoMiLxYzB6E"
         *     }
         */
        VerifyRequest: {
            /**
             * @description The secret of the mail's link: as JSON, as a form field or in the query.
             * @example hZ0p4l0Jg3y2b7n1kXQe5dTfVw9cRa8sUoMiLxYzB6E
             */
            token: string;
        };
        /** @description Volume of the hours around a post, shares or coins. */
        VolumeAnalysisView: {
            /**
             * Format: date-time
             * @description Start of the hour after.
             * @example 2026-08-31T13:30:00Z
             */
            after_from: null | string;
            /**
             * Format: int32
             * @description Length of the bars.
             */
            bar_minutes: null | number;
            /**
             * Format: date-time
             * @description Start of the hour before; a bar that the post falls into counts for neither hour.
             * @example 2026-08-31T13:30:00Z
             */
            before_from: null | string;
            /**
             * Format: date-time
             * @description When it can be known at the earliest.
             * @example 2026-08-31T13:30:00Z
             */
            due_at: string;
            /** @description market_closed_before, no_trades_before or no_volume. */
            reason: null | string;
            /**
             * @description done, pending or no_data.
             * @enum {string}
             */
            status: "done" | "pending" | "no_data";
            total_volume_after_1h: null | number;
            /** @description Null when nothing is known of it; see reason. */
            total_volume_before_1h: null | number;
            /** @description Percent; null unless the first is above 0. */
            volume_change_pct_1h: null | number;
        };
        /** @description USD in 24 hours, each venue counted once. */
        VolumeStatistics: {
            total_global_volume: number;
            total_korean_volume: number;
        };
        /** @description The days around a post. */
        WiderTimeline: {
            /**
             * Format: int32
             * @description Length of the bars: 15 or 60; null when there are none.
             */
            bar_minutes: null | number;
            /** @description Ascending, at most 500. */
            bars: components["schemas"]["TimelineBar"][];
        };
        /**
         * @description By what measure the books of a company can be judged. The bands of RatioRule are those of companies that make or sell things.
         * @enum {string}
         */
        Yardstick: "industrial" | "bank" | "insurer" | "financial_firm" | "real_estate_trust" | "utility" | "unclassified";
        YearlyRate: {
            /** @description 2026-09. */
            date_str: string;
            /** @description Year over year, percent, 2 decimals. */
            rate: number;
        };
        YieldChange: {
            /** @description Percentage points. */
            absolute: number;
            /** @description Percent of the older yield, 2 decimals; null when that is 0. */
            percentage: null | number;
        };
        YieldCurveAnswer: {
            analysis: components["schemas"]["CurveAnalysis"];
            /**
             * @description inverted, flat, normal or unknown.
             * @enum {string}
             */
            curve_type: "inverted" | "flat" | "normal" | "unknown";
            /** @description By time to maturity. */
            data: components["schemas"]["CurvePoint"][];
            /**
             * Format: date
             * @description Of these yields.
             * @example 2026-08-31
             */
            date: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
