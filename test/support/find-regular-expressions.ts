import { parseSync, Visitor } from 'oxc-parser';

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
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`Cannot parse "${file}": ${errors[0]?.message}`);
  const literals: FoundExpressions['literals'][number][] = [];
  let built = 0;
  const builds = ({ callee }: { readonly callee: { readonly type: string } }) => {
    if (callee.type === 'Identifier' && 'name' in callee && callee.name === 'RegExp') built += 1;
  };
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      literals.push({ ...node.regex, line: source.slice(0, node.start).split('\n').length });
    },
    NewExpression: builds,
    CallExpression: builds,
  }).visit(program);
  return { literals, built };
}
