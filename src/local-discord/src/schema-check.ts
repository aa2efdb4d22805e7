import { invalidForm } from './api-error.ts';
import { problem, tooLong, missing, type Problem } from './rules/problem.ts';

/** What a zod schema reports. Only the parts that are read here. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly origin?: string;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly Issue[])[];
}

/** A schema of Discord's published API description. */
export interface Schema {
  safeParse(body: unknown): {
    readonly data?: unknown;
    readonly error?: { readonly issues: readonly Issue[] } | undefined;
  };
}

const isLength = (issue: Issue): boolean => issue.origin === 'string' || issue.origin === 'array';

const onePerIssue = (issue: Issue, path: Problem['path']): Problem => {
  switch (issue.code) {
    case 'too_big':
      return isLength(issue)
        ? tooLong(path, Number(issue.maximum))
        : problem(path, 'NUMBER_TYPE_MAX', `Must be ${issue.maximum} or less.`);
    case 'too_small':
      return isLength(issue)
        ? problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be ${issue.minimum} or more in length.`)
        : problem(path, 'NUMBER_TYPE_MIN', `Must be ${issue.minimum} or more.`);
    case 'invalid_type':
      return problem(path, 'BASE_TYPE_BAD_TYPE', `Must be of type ${issue.expected}.`);
    case 'invalid_value':
      return problem(path, 'BASE_TYPE_CHOICES', `Value must be one of {${issue.values?.join(', ')}}.`);
    default:
      return problem(path, 'BASE_TYPE_BAD_VALUE', issue.message);
  }
};

/** The branch of a union that was meant: not one of another kind of value, nor of an object of another `type`. */
const likeliestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] => {
  const isOtherKind = ({ path }: Issue) => path.length === 0 || path.join('.') === 'type';
  const meant = branches.filter((branch) => !branch.some(isOtherKind));
  return (meant.length > 0 ? meant : branches).toSorted((a, b) => a.length - b.length)[0] ?? [];
};

const plainPath = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));

const valueAt = (body: unknown, path: Problem['path']): unknown => {
  let value = body;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
};

const flatten = (body: unknown, issues: readonly Issue[], prefix: Problem['path']): Problem[] =>
  issues.flatMap((issue) => {
    const path = [...prefix, ...plainPath(issue.path)];
    if (valueAt(body, path) === undefined) return [missing(path)];
    if (issue.errors && issue.errors.length > 0) return flatten(body, likeliestBranch(issue.errors), path);
    return [onePerIssue(issue, path)];
  });

/** Everything in `body` that Discord's API description does not allow. Unknown keys are accepted, as Discord does. */
export const schemaProblems = (schema: Schema, body: unknown): Problem[] =>
  flatten(body, schema.safeParse(body).error?.issues ?? [], []);

/** A schema of bodies of type `Body`. `bodyType` never has a value: it only ties the type to the schema. */
export interface BodySchema<Body> extends Schema {
  readonly bodyType?: Body;
}

/**
 * The body without keys that the schema does not know, so that nothing unchecked is used.
 * Throws ApiError 50035 when the body is not what the schema describes.
 */
export const parseBody = <Body>(schema: BodySchema<Body>, body: unknown): Body => {
  const { data, error } = schema.safeParse(body);
  if (error) throw invalidForm(flatten(body, error.issues, []));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is what the schema stands for
  return data as Body;
};
