import type { RESTError } from 'discord-api-types/v10';
import { ErrorResponseSchema } from 'discord-api-spec/zod';
import type { ApiError } from '../api-error.ts';
import type { Problem } from '../rules/problem.ts';
import { schemaProblems } from '../schema-check.ts';

interface Leaf {
  readonly _errors: { readonly code: string; readonly message: string }[];
}

interface Tree {
  [step: string]: Tree | Leaf;
}

const isLeaf = (node: Tree | Leaf): node is Leaf => Array.isArray(node['_errors']);

/** Hangs a problem in the tree. A part that already has a fault gets no second one within, nor around it. */
const hang = (tree: Tree, { path, code, message }: Problem): void => {
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

const problemTree = (problems: readonly Problem[]): Tree | Leaf => {
  const atTop = problems.filter(({ path }) => path.length === 0);
  if (atTop.length > 0) return { _errors: atTop.map(({ code, message }) => ({ code, message })) };
  const tree: Tree = {};
  for (const problem of problems) hang(tree, problem);
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
