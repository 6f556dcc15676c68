import type { paths } from './generated/api.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Paths that have an operation of this method. */
export type PathsOf<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths];

type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;
type Parameters<O> = O extends { parameters: infer A } ? A : object;
type QueryOf<O> = Parameters<O> extends { query?: infer Q } ? Exclude<Q, undefined> : never;
type PathOf<O> = Parameters<O> extends { path: infer Q } ? Q : never;
type BodyOf<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never;
type Content<R> = R extends { content: infer C } ? (C extends { 'application/json': infer J } ? J : C[keyof C]) : undefined;

/** The answer of an operation: of its 200, 201 or 202. */
export type Answer<P extends keyof paths, M extends Method = 'get'> =
  Operation<P, M> extends { responses: infer R }
    ? { [S in 200 | 201 | 202 | 204]: S extends keyof R ? Content<R[S]> : never }[200 | 201 | 202 | 204]
    : never;

type IsRequired<T> = object extends T ? false : true;
type Part<Name extends string, T> = [T] extends [never]
  ? unknown
  : IsRequired<T> extends true
    ? { readonly [K in Name]: Readonly<T> }
    : { readonly [K in Name]?: Readonly<T> };

/** What a call takes beside its path: values of `{placeholders}`, the query and the body, as far as the operation has them. */
export type Request<P extends keyof paths, M extends Method> = Part<'path', PathOf<Operation<P, M>>> &
  Part<'query', QueryOf<Operation<P, M>>> &
  Part<'body', BodyOf<Operation<P, M>>> & { readonly signal?: AbortSignal };

type Rest<P extends keyof paths, M extends Method> =
  IsRequired<Request<P, M>> extends true ? [request: Request<P, M>] : [request?: Request<P, M>];

export interface ApiOptions {
  /** Address of the API: `https://api.example.com`. */
  readonly url: string;
  /** Sent with each request: `{ 'X-Api-Key': ... }`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Time that an answer may take, milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /** The global one when left out. */
  readonly fetch?: typeof globalThis.fetch;
}

/** An answer other than 2xx, as problem+json says it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status. */
  readonly status: number;
  /** The problem's own fields: title, detail, errors by field; empty when the answer was something else. */
  readonly problem: Readonly<Record<string, unknown>>;
  /** When asking again makes sense, seconds; undefined when the server did not say. */
  readonly retryAfter: number | undefined;
  /** What the server's log calls this request. */
  readonly requestId: string | undefined;

  constructor(response: Response, problem: Record<string, unknown>) {
    super(`${response.status} ${String(problem['detail'] ?? problem['title'] ?? response.statusText)}`);
    this.status = response.status;
    this.problem = problem;
    const retryAfter = Number(response.headers.get('Retry-After') ?? undefined);
    this.retryAfter = Number.isFinite(retryAfter) ? retryAfter : undefined;
    this.requestId = response.headers.get('X-Request-ID') ?? undefined;
  }
}

/** The REST API: a call names a path of the description, and its parameters and its answer have the types that stand there. */
export class ApiClient {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  get<P extends PathsOf<'get'>>(path: P, ...rest: Rest<P, 'get'>): Promise<Answer<P, 'get'>> {
    return this.#send('GET', path, rest[0]) as Promise<Answer<P, 'get'>>;
  }

  post<P extends PathsOf<'post'>>(path: P, ...rest: Rest<P, 'post'>): Promise<Answer<P, 'post'>> {
    return this.#send('POST', path, rest[0]) as Promise<Answer<P, 'post'>>;
  }

  async #send(method: string, path: string, request: Untyped = {}): Promise<unknown> {
    const { url, headers, timeoutMs = 30_000, fetch = globalThis.fetch } = this.#options;
    const timeout = AbortSignal.timeout(timeoutMs);
    const response = await fetch(addressOf(url, path, request), {
      method,
      headers: {
        Accept: 'application/json',
        ...headers,
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      signal: request.signal === undefined ? timeout : either(request.signal, timeout),
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('Content-Type') ?? '');
    if (!response.ok) throw new ApiError(response, isJson ? (JSON.parse(text) as Record<string, unknown>) : {});
    return isJson ? JSON.parse(text) : text === '' ? undefined : text;
  }
}

interface Untyped {
  readonly path?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Puts values into a path and its query: null and undefined are left out, a list is repeated. */
export function addressOf(url: string, path: string, request: Pick<Untyped, 'path' | 'query'>): string {
  const values = (request.path ?? {}) as Record<string, unknown>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === null || value === '') throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const address = new URL(filled, url);
  for (const [name, value] of Object.entries(request.query ?? {}))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) address.searchParams.append(name, String(one));
  return address.href;
}

/** AbortSignal.any is not in all browsers of today, nor in Node before 20.3. */
function either(first: AbortSignal, second: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const signal of [first, second]) {
    if (signal.aborted) both.abort(signal.reason);
    else signal.addEventListener('abort', () => both.abort(signal.reason), { once: true, signal: both.signal });
  }
  return both.signal;
}
