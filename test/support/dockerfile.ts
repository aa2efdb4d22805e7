import { readFile } from 'node:fs/promises';

/** What of a Dockerfile decides how the bot runs. */
export interface ImageRecipe {
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  /** Paths of this project that the last stage takes. */
  readonly copied: readonly string[];
  readonly user: string | undefined;
  readonly env: Readonly<Record<string, string>>;
}

/** Reads the last stage of a Dockerfile; its instructions must stand in the forms that ours has. */
export async function readImageRecipe(path: string): Promise<ImageRecipe> {
  const text = (await readFile(path, 'utf8')).replaceAll('\\\n', ' ');
  const [, stage = ''] = /[^]*^(FROM [^]*)$/mu.exec(text) ?? [];
  const instructions = stage.split('\n').map((line) => /^([A-Z]+) (.*)$/u.exec(line));
  const all = (name: string) =>
    instructions.flatMap((found) => (found?.[1] === name ? [found[2] ?? ''] : []));
  const list = (text = '[]'): readonly string[] => {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.map(String) : [];
  };
  return {
    command: list(all('CMD').at(-1)),
    healthcheck: list(/CMD (.*)$/u.exec(all('HEALTHCHECK').at(-1) ?? '')?.[1]),
    copied: all('COPY').flatMap((rest) => (rest.startsWith('--from') ? [] : [rest.split(' ')[0] ?? ''])),
    user: all('USER').at(-1),
    env: Object.fromEntries(
      all('ENV').flatMap((rest) =>
        rest.split(' ').map((pair): [string, string] => {
          const [name = '', value = ''] = pair.split('=');
          return [name, value];
        }),
      ),
    ),
  };
}
