// Made from /asyncapi.json by scripts/generate.mjs: change the API and run it again.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        board_heartbeat: {
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "heartbeat";
        };
        board_heartbeat_response: {
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "heartbeat_response";
        };
        crypto_batch: {
            /** @description True when batches were merged for this slow reader */
            conflated?: boolean;
            data: components["schemas"]["crypto_change"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "crypto_update";
        };
        /** @description One KRW market. Null means unknown, never 0. */
        crypto_change: {
            /** @description KRW traded in the last 24 hours */
            acc_trade_price_24h: number | null;
            /** @description The same in KRW, signed */
            change_price: number | null;
            /** @description Against the close of the Seoul day before, signed, percent (2.56 = 2.56 %) */
            change_rate: number | null;
            /**
             * @description Why the price enters no premium, average or ranking; null for a market that is traded as usual
             * @enum {string|null}
             */
            condition: "suspended" | "warned" | "not_traded" | null;
            english_name: string | null;
            korean_name: string | null;
            /**
             * @description Market code
             * @example KRW-BTC
             */
            market: string;
            /**
             * Format: int64
             * @description Unix milliseconds
             */
            timestamp: number | null;
            /** @description KRW */
            trade_price: number | null;
            /**
             * Format: int64
             * @description Time of the last trade, Unix milliseconds: the age of the price. The state itself may be younger
             */
            trade_timestamp: number | null;
            /** @description Coins traded in the last 24 hours */
            volume_24h: number | null;
        };
        crypto_compact_batch: {
            /** @description True when batches were merged for this slow reader */
            conflated?: boolean;
            data: components["schemas"]["crypto_row"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "crypto_update";
        };
        crypto_compact_snapshot: {
            data: components["schemas"]["crypto_row"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** Format: date-time */
            last_event_at: string | null;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            stale_since?: string | null;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            topic: "crypto";
            /** @constant */
            type: "snapshot";
        };
        crypto_full: {
            acc_trade_price_24h: number | null;
            /** @description KRW */
            acc_trade_value_24h: number | null;
            acc_trade_volume_24h: number | null;
            /** @enum {string|null} */
            change: "RISE" | "EVEN" | "FALL" | null;
            /** @description Signed KRW */
            change_24h: number | null;
            /**
             * @description Two decimals and a percent sign
             * @example 2.56%
             */
            change_rate_24h: string | null;
            /**
             * @description Why the price enters no premium, average or ranking; null for a market that is traded as usual
             * @enum {string|null}
             */
            condition: "suspended" | "warned" | "not_traded" | null;
            /** @description The Korean name */
            crypto_name: string | null;
            english_name: string | null;
            high_price: number | null;
            korean_name: string | null;
            low_price: number | null;
            market: string;
            market_code: string;
            opening_price: number | null;
            prev_closing_price: number | null;
            /** @description KRW */
            price: number | null;
            signed_change_price: number | null;
            /** @description A fraction: 0.0256 = 2.56 % */
            signed_change_rate: number | null;
            source: string;
            symbol: string;
            /**
             * Format: int64
             * @description Unix milliseconds
             */
            timestamp: number | null;
            /**
             * Format: int64
             * @description Unix milliseconds
             */
            timestamp_field: number | null;
            trade_price: number | null;
            /**
             * Format: int64
             * @description Time of the last trade, Unix milliseconds: the age of the price. The state itself may be younger
             */
            trade_timestamp: number | null;
            trade_volume: number | null;
            /** @description Coins in the last 24 hours */
            volume: number | null;
        };
        crypto_full_board: {
            data: components["schemas"]["crypto_full"][];
            data_count: number;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "crypto_update";
        };
        /** @description The values of crypto_change in the order of the keys message. */
        crypto_row: [
            string,
            string | null,
            string | null,
            number | null,
            number | null,
            number | null,
            number | null,
            number | null,
            number | null,
            number | null,
            "suspended" | "warned" | "not_traded" | null
        ];
        crypto_snapshot: {
            data: components["schemas"]["crypto_change"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** Format: date-time */
            last_event_at: string | null;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            stale_since?: string | null;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            topic: "crypto";
            /** @constant */
            type: "snapshot";
        };
        error: {
            /** @enum {string} */
            code: "bad_json" | "unknown_action" | "too_many_snapshots" | "bad_symbols" | "unknown_symbol" | "too_many_symbols" | "bad_interval" | "bad_format";
            message: string;
            symbols?: string[];
            /** @constant */
            type: "error";
        };
        etf_batch: {
            /** @description True when batches were merged for this slow reader */
            conflated?: boolean;
            data: components["schemas"]["etf_change"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "etf_trade";
        };
        /** @description One stock or ETF. Null means unknown, never 0. */
        etf_change: {
            /** @description USD */
            change_amount: number | null;
            /** @description Against the previous close, percent */
            change_rate: number | null;
            /** @description Close of the session before the price's own one, splits applied, USD */
            previous_close: number | null;
            /** @description USD */
            price: number | null;
            /** @example BRK.B */
            symbol: string;
            /**
             * Format: int64
             * @description Unix milliseconds
             */
            timestamp_ms: number | null;
            trade_conditions: string[] | null;
            /** @description Shares of the trade */
            volume: number | null;
        };
        etf_compact_batch: {
            /** @description True when batches were merged for this slow reader */
            conflated?: boolean;
            data: components["schemas"]["etf_row"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "etf_trade";
        };
        etf_compact_snapshot: {
            data: components["schemas"]["etf_row"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** Format: date-time */
            last_event_at: string | null;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            stale_since?: string | null;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            topic: "etf";
            /** @constant */
            type: "snapshot";
        };
        etf_full: {
            change_amount: number | null;
            /** @description Percent */
            change_percentage: number | null;
            current_price: number | null;
            etf_name: string | null;
            is_positive: boolean | null;
            /** Format: date-time */
            last_updated: string | null;
            name: string | null;
            previous_close: number | null;
            /** @description USD */
            price: number | null;
            /** @description 1 = largest change */
            rank: number;
            symbol: string;
            /** Format: date-time */
            timestamp: string | null;
            /** @description Regular-session shares so far */
            volume: number | null;
            volume_24h: number | null;
        };
        etf_full_board: {
            data: components["schemas"]["etf_full"][];
            data_count: number;
            market_status: components["schemas"]["market_status"];
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "etf";
        };
        /** @description The values of etf_change in the order of the keys message. */
        etf_row: [
            string,
            number | null,
            number | null,
            number | null,
            string[] | null,
            number | null,
            number | null,
            number | null
        ];
        etf_snapshot: {
            data: components["schemas"]["etf_change"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** Format: date-time */
            last_event_at: string | null;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            stale_since?: string | null;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            topic: "etf";
            /** @constant */
            type: "snapshot";
        };
        going_away: {
            retry_after_ms: number;
            /** @constant */
            type: "going_away";
        };
        heartbeat: {
            epoch: string;
            /** Format: date-time */
            last_event_at: string | null;
            market_open: boolean;
            /** @description Number of the last batch of the topic */
            seq: number;
            /**
             * Format: date-time
             * @description Only while the source or Redis is gone: since when
             */
            stale_since?: string;
            /** Format: date-time */
            timestamp: string;
            topic: string;
            /** @constant */
            type: "heartbeat";
        };
        heartbeat_command: {
            /** @constant */
            action: "heartbeat";
        };
        heartbeat_response: {
            epoch: string;
            /** Format: date-time */
            last_event_at: string | null;
            market_open: boolean;
            /** @description Number of the last batch of the topic */
            seq: number;
            /**
             * Format: date-time
             * @description Only while the source or Redis is gone: since when
             */
            stale_since?: string;
            /** Format: date-time */
            timestamp: string;
            topic: string;
            /** @constant */
            type: "heartbeat_response";
        };
        keys: {
            /** @description Names of the fields of an item, in the order of the values */
            keys: string[];
            /** Format: date-time */
            timestamp: string;
            topic: string;
            /** @constant */
            type: "keys";
        };
        leave_command: {
            /** @constant */
            action: "unsubscribe";
        };
        market_status: {
            current_time_et: string;
            /** Format: date-time */
            current_time_utc: string;
            is_open: boolean;
            /** Format: date-time */
            next_close: string;
            /** Format: date-time */
            next_open: string;
            /**
             * Format: date
             * @description The session a price of this moment belongs to, New York
             */
            session_date: string;
            /** @enum {string} */
            status: "PRE" | "OPEN" | "POST" | "CLOSED";
            /** @constant */
            timezone: "US/Eastern";
        };
        ping_command: {
            /** @constant */
            type: "ping";
        };
        recovered: {
            epoch: string;
            /** Format: date-time */
            timestamp: string;
            topic: string;
            /** @constant */
            type: "recovered";
        };
        snapshot_command: {
            /** @constant */
            action: "snapshot";
        };
        sp500_batch: {
            /** @description True when batches were merged for this slow reader */
            conflated?: boolean;
            data: components["schemas"]["sp500_change"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "sp500_trade";
        };
        /** @description One stock or ETF. Null means unknown, never 0. */
        sp500_change: {
            /** @description USD */
            change_amount: number | null;
            /** @description Against the previous close, percent */
            change_rate: number | null;
            /** @description Close of the session before the price's own one, splits applied, USD */
            previous_close: number | null;
            /** @description USD */
            price: number | null;
            /** @example BRK.B */
            symbol: string;
            /**
             * Format: int64
             * @description Unix milliseconds
             */
            timestamp_ms: number | null;
            trade_conditions: string[] | null;
            /** @description Shares of the trade */
            volume: number | null;
        };
        sp500_compact_batch: {
            /** @description True when batches were merged for this slow reader */
            conflated?: boolean;
            data: components["schemas"]["sp500_row"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "sp500_trade";
        };
        sp500_compact_snapshot: {
            data: components["schemas"]["sp500_row"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** Format: date-time */
            last_event_at: string | null;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            stale_since?: string | null;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            topic: "sp500";
            /** @constant */
            type: "snapshot";
        };
        sp500_full: {
            category: string | null;
            change_amount: number | null;
            /** @description Percent */
            change_percentage: number | null;
            company_name: string | null;
            current_price: number | null;
            is_positive: boolean | null;
            /** Format: date-time */
            last_updated: string | null;
            previous_close: number | null;
            /** @description USD */
            price: number | null;
            source: string | null;
            symbol: string;
            /** Format: date-time */
            timestamp: string | null;
            /**
             * Format: int64
             * @description Unix milliseconds
             */
            timestamp_ms: number | null;
            /** @description Regular-session shares so far */
            volume: number | null;
            volume_24h: number | null;
        };
        sp500_full_board: {
            data: components["schemas"]["sp500_full"][];
            data_count: number;
            market_status: components["schemas"]["market_status"];
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            type: "sp500";
        };
        /** @description The values of sp500_change in the order of the keys message. */
        sp500_row: [
            string,
            number | null,
            number | null,
            number | null,
            string[] | null,
            number | null,
            number | null,
            number | null
        ];
        sp500_snapshot: {
            data: components["schemas"]["sp500_change"][];
            /** @description Changes when the numbering starts again */
            epoch: string;
            /** Format: date-time */
            last_event_at: string | null;
            /** @description +1 for each batch of the topic; a gap means conflation for a slow reader */
            seq: number;
            /** Format: date-time */
            stale_since?: string | null;
            /** Format: date-time */
            timestamp: string;
            /** @constant */
            topic: "sp500";
            /** @constant */
            type: "snapshot";
        };
        stale: {
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            timestamp: string;
            topic: string;
            /** @constant */
            type: "stale";
        };
        subscribe_command: {
            /** @constant */
            action: "subscribe";
            symbols?: string[];
        };
        subscribed: {
            symbols: "*" | string[];
            topic: string;
            /** @constant */
            type: "subscribed";
        };
        unsubscribe_command: {
            /** @constant */
            action: "unsubscribe";
            symbols?: string[];
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
