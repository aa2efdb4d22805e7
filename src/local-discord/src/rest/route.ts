import { schemaProblems, type Schema } from '../schema-check.ts';
import type { UploadedFile } from './read-body.ts';
import type { Problem } from '../rules/problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The names in a path such as `/channels/:channel/messages/:message`. */
type ParamNames<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? ParamNames<Head> | ParamNames<Tail>
  : Path extends `:${infer Name}`
    ? Name
    : never;

export interface ApiRequest<Name extends string> {
  readonly params: Readonly<Record<Name, string>>;
  readonly query: URLSearchParams;
  /** The JSON value, not checked yet; undefined when there is none. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** What a route answers. Without a body the status is 204. */
export interface ApiAnswer {
  readonly status: 200 | 201 | 204;
  readonly body?: unknown;
}

export const NO_CONTENT: ApiAnswer = { status: 204 };
export const ok = (body: unknown): ApiAnswer => ({ status: 200, body });

interface RouteDefinition<Path extends string> {
  readonly method: Method;
  readonly path: Path;
  /** Needs no bot token: the path contains the interaction's own token. */
  readonly anonymous?: boolean;
  /** What Discord's API description says of our answer. Without it the route answers 204 only. */
  readonly answer?: (body: unknown) => readonly Problem[];
  /** Handles the request. Throws ApiError when Discord would refuse it. */
  readonly run: (request: ApiRequest<ParamNames<Path>>) => ApiAnswer;
}

export interface Route {
  readonly method: Method;
  readonly segments: readonly string[];
  readonly anonymous: boolean;
  run(request: ApiRequest<string>): ApiAnswer;
  answerProblems(body: unknown): readonly Problem[];
}

export const route = <Path extends string>(definition: RouteDefinition<Path>): Route => ({
  method: definition.method,
  segments: definition.path.split('/').slice(1),
  anonymous: definition.anonymous ?? false,
  // `matchRoute` fills every name of the path.
  run: (request) => definition.run(request),
  answerProblems: (body) => definition.answer?.(body) ?? [],
});

export const answerWith =
  (schema: Schema) =>
  (body: unknown): Problem[] =>
    schemaProblems(schema, body);

export type Match =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method' }
  | { readonly kind: 'unknown-path' };

const matchSegments = (pattern: readonly string[], path: readonly string[]) => {
  if (pattern.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const given = path[index] ?? '';
    if (wanted.startsWith(':')) params[wanted.slice(1)] = given;
    else if (wanted !== given) return undefined;
  }
  return params;
};

/** Finds the route of a decoded path. Where two fit, the one listed first wins. */
export const matchRoute = (routes: readonly Route[], method: string, path: string): Match => {
  const segments = path.split('/').slice(1);
  const fitting = routes.flatMap((route) => {
    const params = matchSegments(route.segments, segments);
    return params ? [{ route, params }] : [];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (found) return { kind: 'found', ...found };
  return fitting.length > 0 ? { kind: 'wrong-method' } : { kind: 'unknown-path' };
};
