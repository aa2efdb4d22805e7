import { matches, type RecordedRequest, type RequestMatcher } from './request-log.ts';

/** What goes wrong with a request. */
export type RequestFault =
  /** The request has no effect; this is the response. */
  | {
      readonly kind: 'respond';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The request has no effect; the connection is reset. */
  | { readonly kind: 'reset' }
  /** The request takes effect, but the connection is reset before the response. */
  | { readonly kind: 'drop-response' }
  /** The request has no effect; the connection is closed without a response. */
  | { readonly kind: 'close' }
  /** The request takes effect, but the connection is closed before the response. */
  | { readonly kind: 'close-unanswered' }
  /** The request waits, then takes effect as usual. Milliseconds of the server's clock, or until a promise settles. */
  | { readonly kind: 'delay'; readonly until: number | Promise<unknown> };

interface PlannedFault {
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
  /** The planned fault that this request meets, and uses up. */
  next(request: Pick<RecordedRequest, 'method' | 'path'>): RequestFault | undefined;
  clear(): void;
}

export const createRequestFaults = (): RequestFaults => {
  let planned: PlannedFault[] = [];
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
      const headers: Record<string, string> =
        retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      plan(matcher, { kind: 'respond', status: 429, body, headers }, times);
    },
    next: (request) => {
      const found = planned.find(({ matcher }) => matches(matcher, request));
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) planned = planned.filter((other) => other !== found);
      return found.fault;
    },
    clear: () => {
      planned = [];
    },
  };
};
