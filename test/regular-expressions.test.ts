import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkSync } from 'recheck';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findRegularExpressions } from './support/find-regular-expressions.ts';

const project = resolve(import.meta.dirname, '..');

const files = ['src', 'commands']
  .flatMap((folder) =>
    readdirSync(resolve(project, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((file) => /(?<!\.d)\.[jt]s$/u.test(file) && !file.startsWith('src/local-discord/test/'))
  .map((file) => ({
    file,
    ...findRegularExpressions(file, readFileSync(resolve(project, file), 'utf8')),
  }));

/** By flags and pattern: a module builds again what those that it imports build. */
const judged = new Map<string, string | undefined>();

/** What recheck says against an expression; undefined when matching takes time in proportion to the text. */
function findFault(pattern: string, flags: string): string | undefined {
  const key = `${flags}/${pattern}`;
  if (!judged.has(key)) judged.set(key, judge(pattern, flags));
  return judged.get(key);
}

function judge(pattern: string, flags: string): string | undefined {
  // The result must not depend on how fast this computer is.
  const found = checkSync(pattern, flags, {
    timeout: null,
    attackTimeout: null,
    incubationTimeout: null,
  });
  switch (found.status) {
    case 'safe':
      return undefined;
    case 'vulnerable':
      return `${found.complexity.summary}, as with ${found.attack.pattern}`;
    case 'unknown':
      return `cannot be judged: ${found.error.kind}`;
  }
}

/** Loads a module anew, and gives the expressions that are built meanwhile. */
async function expressionsBuiltBy(file: string): Promise<readonly RegExp[]> {
  // What loads a module for the first time builds expressions of its own.
  await import(resolve(project, file));
  const built: RegExp[] = [];
  const build = (...args: ConstructorParameters<typeof RegExp>): RegExp => {
    const expression = new OwnRegExp(...args);
    built.push(expression);
    return expression;
  };
  const OwnRegExp = RegExp;
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct: (_, [pattern, flags]) => build(pattern, flags),
      apply: (_, __, [pattern, flags]) => build(pattern, flags),
    }),
  );
  vi.resetModules();
  await import(resolve(project, file));
  return built;
}

afterEach(() => void vi.unstubAllGlobals());

describe('regular expressions', () => {
  it('are found in the sources', () => {
    expect(files.flatMap(({ literals }) => literals).length).toBeGreaterThan(250);
  });

  it('of the sources never take more than linear time, says recheck', () => {
    const slow = files.flatMap(({ file, literals }) =>
      literals.flatMap(({ pattern, flags, line }) => {
        const fault = findFault(pattern, flags);
        return fault === undefined ? [] : [`${file}:${line}: /${pattern}/${flags} is ${fault}`];
      }),
    );
    expect(slow).toEqual([]);
  }, 120_000);

  it.each(files.filter(({ built }) => built > 0))(
    'that $file builds never take more than linear time either',
    async ({ file, built }) => {
      const expressions = await expressionsBuiltBy(file);
      // One that is built later, from what a person typed, could not be judged here.
      expect(expressions.length).toBeGreaterThanOrEqual(built);
      const slow = expressions.filter(({ source, flags }) => findFault(source, flags) !== undefined);
      expect(slow).toEqual([]);
    },
    120_000,
  );
});

describe('recheck', () => {
  it.each([
    ['nested repetition', '^(a+)+$', ''],
    ['a repetition that begins anywhere', '\\/+$', ''],
    ['a flag it does not know', '[\\p{L}--[a]]', 'v'],
  ])('says something against %s', (_, pattern, flags) => {
    expect(findFault(pattern, flags)).toBeDefined();
  });
});
