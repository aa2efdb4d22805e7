import type { RESTError } from 'discord-api-types/v10';
import { ErrorResponseSchema } from 'discord-api-spec/zod';
import type { ApiError } from '../api-error.ts';
import type { Problem } from '../rules/problem.ts';
import { schemaProblems } from '../schema-check.ts';

interface ErrorLeaf {
  readonly _errors: { readonly code: string; readonly message: string }[];
}

interface ErrorTree {
  [step: string]: ErrorTree | ErrorLeaf;
}

const isLeaf = (node: ErrorTree | ErrorLeaf): node is ErrorLeaf => Array.isArray(node['_errors']);

/** Adds a problem to the tree. Below or above a part that already has one, no other is added. */
const addProblem = (tree: ErrorTree, { path, code, message }: Problem): void => {
  let node = tree;
  for (const step of path.slice(0, -1)) {
    const child = (node[step] ??= {});
    if (isLeaf(child)) return;
    node = child;
  }
  const last = path.at(-1);
  if (last === undefined) return;
  const found = node[last];
  if (!found) node[last] = { _errors: [{ code, message }] };
  else if (isLeaf(found)) found['_errors'].push({ code, message });
};

const problemTree = (problems: readonly Problem[]): ErrorTree | ErrorLeaf => {
  const atTop = problems.filter(({ path }) => path.length === 0);
  if (atTop.length > 0) return { _errors: atTop.map(({ code, message }) => ({ code, message })) };
  const tree: ErrorTree = {};
  for (const problem of problems) addProblem(tree, problem);
  return tree;
};

/** The body of a refusal, in the form of Discord's documentation, "Error Messages". */
export const errorBody = ({ code, message, problems }: ApiError): RESTError =>
  problems.length === 0 ? { code, message } : { code, message, errors: problemTree(problems) };

/**
 * What Discord's API description says against such a body. It takes the codes of single faults for numbers, but
 * Discord's documentation and its answers have names there: for the check alone they are made numbers.
 */
export const errorBodyProblems = (body: RESTError): Problem[] => {
  const numbered: unknown = JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === 'code' && typeof value === 'string' ? 0 : value,
  );
  return schemaProblems(ErrorResponseSchema, numbered);
};
