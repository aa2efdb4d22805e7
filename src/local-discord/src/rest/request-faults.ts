import { matches, type RecordedRequest, type RequestMatcher } from './request-log.ts';

/** What goes wrong with a request. */
export type RequestFault =
  /** It is not carried out; this is the answer. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** It is not carried out, and the connection breaks. */
  | { readonly kind: 'cut' }
  /** It is carried out, but the connection breaks before the answer. */
  | { readonly kind: 'lose-answer' }
  /** It is not carried out, and the server hangs up without an answer. */
  | { readonly kind: 'hang-up' }
  /** It waits, then is carried out as usual. Milliseconds of the server's clock, or until a promise settles. */
  | { readonly kind: 'delay'; readonly until: number | Promise<unknown> };

interface Planned {
  readonly matcher: RequestMatcher;
  readonly fault: RequestFault;
  left: number;
}

export interface RequestFaults {
  /** Plans a fault for the next `times` requests that fit. Faults planned earlier go first. */
  plan(matcher: RequestMatcher, fault: RequestFault, times?: number): void;
  /**
   * Plans "429 Too Many Requests". `retryAfter`: seconds, in the body and the header;
   * undefined leaves the header out, as some proxies do.
   */
  planRateLimit(matcher: RequestMatcher, retryAfter: number | undefined, times?: number): void;
  take(request: Pick<RecordedRequest, 'method' | 'path'>): RequestFault | undefined;
  clear(): void;
}

export const createRequestFaults = (): RequestFaults => {
  let planned: Planned[] = [];
  const plan: RequestFaults['plan'] = (matcher, fault, times = 1) => {
    planned.push({ matcher, fault, left: times });
  };
  return {
    plan,
    planRateLimit: (matcher, retryAfter, times) => {
      const body = {
        message: 'You are being rate limited.',
        code: 0,
        retry_after: retryAfter ?? 0,
        global: false,
      };
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      plan(matcher, { kind: 'answer', status: 429, body, headers }, times);
    },
    take: (request) => {
      const next = planned.find(({ matcher }) => matches(matcher, request));
      if (!next) return undefined;
      next.left -= 1;
      if (next.left <= 0) planned = planned.filter((other) => other !== next);
      return next.fault;
    },
    clear: () => {
      planned = [];
    },
  };
};
