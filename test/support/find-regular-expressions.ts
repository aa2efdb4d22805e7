import { parse } from '@babel/parser';

/** The regular expressions of one source file. */
export interface FoundExpressions {
  readonly literals: readonly {
    readonly pattern: string;
    readonly flags: string;
    /** From 1. */
    readonly line: number;
  }[];
  /** How many places build one at run time, with `RegExp`. */
  readonly built: number;
}

/** @throws when `source` does not parse */
export function findRegularExpressions(file: string, source: string): FoundExpressions {
  const { program } = parse(source, {
    sourceFilename: file,
    sourceType: 'module',
    plugins: file.endsWith('.ts') ? ['typescript'] : [],
  });
  const nodes = [...nodesIn(program)];
  return {
    literals: nodes.flatMap((node) =>
      node.type === 'RegExpLiteral'
        ? [{ pattern: String(node['pattern']), flags: String(node['flags']), line: lineOf(node) }]
        : [],
    ),
    built: nodes.filter(
      ({ type, callee }) =>
        (type === 'NewExpression' || type === 'CallExpression') &&
        isNode(callee) &&
        callee['name'] === 'RegExp',
    ).length,
  };
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** A node and all below it. */
function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each);
  else if (isNode(value)) {
    yield value;
    for (const field of Object.values(value)) yield* nodesIn(field);
  }
}

const lineOf = ({ loc }: Node): number =>
  typeof loc === 'object' && loc !== null && 'start' in loc && isPosition(loc.start) ? loc.start.line : 0;

const isPosition = (value: unknown): value is { readonly line: number } =>
  typeof value === 'object' && value !== null && 'line' in value && typeof value.line === 'number';
