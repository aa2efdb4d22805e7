import type { Method } from './route.ts';

/** One REST request, as it came in and as it was answered. */
export interface RecordedRequest {
  readonly method: string;
  /** Decoded, without `/api/v10` and the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** The Authorization header. */
  readonly authorization: string | undefined;
  /** Milliseconds since 1970, when it came in. */
  readonly at: number;
  /** The HTTP status that was sent; undefined until then, and when the connection was cut. */
  readonly status: number | undefined;
}

export interface RequestLog {
  /** Oldest first. Only the newest are kept. */
  readonly list: readonly RecordedRequest[];
  /** Adds a request. The returned function sets the status of its response. */
  add(request: Omit<RecordedRequest, 'status'>): (status: number) => void;
}

/** Keeps a server that runs for days from filling the memory. */
const MAX_KEPT = 5_000;

export const createRequestLog = (): RequestLog => {
  const list: RecordedRequest[] = [];
  return {
    list,
    add: (request) => {
      const entry = { ...request, status: undefined as number | undefined };
      list.push(entry);
      if (list.length > MAX_KEPT) list.shift();
      return (status) => {
        entry.status = status;
      };
    },
  };
};

/** Picks requests. A part left out fits every request. */
export interface RequestMatcher {
  readonly method?: Method;
  readonly path?: RegExp;
}

export const matches = (
  matcher: RequestMatcher,
  request: Pick<RecordedRequest, 'method' | 'path'>,
): boolean =>
  (matcher.method === undefined || matcher.method === request.method) &&
  (matcher.path === undefined || matcher.path.test(request.path));
