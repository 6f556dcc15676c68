/** When a stream connects again. The same numbers are in the Python client and in the C# sample. */

/** Window of the first attempt, milliseconds; it doubles with each attempt that follows. */
export const FIRST_WINDOW_MS = 500;

/** The widest window, milliseconds. */
export const WIDEST_WINDOW_MS = 30_000;

/** A connection that lived this long was a good one: the next attempt is a first one again, milliseconds. */
export const GOOD_CONNECTION_MS = 10_000;

/** Least pause after a close code that says "later", milliseconds. */
export const LATER_MS = 5_000;

/** Interval that a stream takes after 4008, when it had none or a shorter one, milliseconds. */
export const SLOW_READER_INTERVAL_MS = 1_000;

/** Close codes (docs/streams.md). */
export const CloseCode = {
  goingAway: 1001,
  protocolError: 1002,
  unsupported: 1003,
  /** Never sent: the connection ended without a closing handshake. */
  abnormal: 1006,
  badText: 1007,
  originRefused: 1008,
  tooBig: 1009,
  tooSlow: 4008,
  tooManyMessages: 4013,
  tooManyConnections: 4029,
} as const;

/** Whether a client comes back after a close code: at once (after a short random pause), later, or never, because it would end the same way. */
export function comesBack(code: number): 'soon' | 'later' | 'never' {
  switch (code) {
    case CloseCode.protocolError:
    case CloseCode.unsupported:
    case CloseCode.badText:
    case CloseCode.originRefused:
    case CloseCode.tooBig:
      return 'never';
    case CloseCode.tooSlow:
    case CloseCode.tooManyMessages:
    case CloseCode.tooManyConnections:
      return 'later';
    default:
      return 'soon';
  }
}

/**
 * Full jitter: a random pause in a window that doubles with each attempt, so that the clients of a server that restarts do not all come at once.
 * @param attempt How many attempts have failed in a row, from 0.
 * @param random From 0 to 1.
 * @returns Milliseconds.
 */
export function fullJitter(attempt: number, random: number): number {
  return Math.round(random * Math.min(WIDEST_WINDOW_MS, FIRST_WINDOW_MS * 2 ** Math.min(attempt, 16)));
}

/**
 * The pause before the next attempt.
 * @param code The close code.
 * @param retryAfterMs Of `going_away`, if the server sent it.
 * @returns Milliseconds; undefined means never.
 */
export function pauseBefore(attempt: number, code: number, retryAfterMs: number | undefined, random: number): number | undefined {
  const back = comesBack(code);
  if (back === 'never') return undefined;
  if (back === 'later') return LATER_MS + fullJitter(attempt, random);
  // The server has drawn a time for each of its clients already; the jitter on top is for those that came at the same time.
  return (retryAfterMs ?? 0) + fullJitter(attempt, random);
}
