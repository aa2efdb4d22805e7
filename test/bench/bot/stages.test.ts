import type { Profiler } from 'node:inspector';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findStage, STAGE_FILES, timeStages } from './stages.ts';

describe('findStage()', () => {
  it.each([
    ['the question’s reader', 'file:///bot/src/search/query/question.ts', 'Tokenise'],
    ['the search for candidates', 'file:///bot/src/search/index/memory-source.ts', 'Candidates'],
    ['evidence, under Windows', 'file:///C:/bot/src/search/ranking/evidence.ts', 'Re-rank'],
    ['all that attributes', 'file:///bot/src/attribution/speech/cues.ts', 'Attribute'],
    ['the gate', 'file:///bot/src/render/quote/verify-quote.ts', 'Render'],
    ['the dispatch', 'file:///bot/src/discord/dispatch.ts', 'Receive'],
    ['the response', 'file:///bot/src/discord/respond.ts', 'Send'],
    ['the client', 'file:///bot/node_modules/discord.js/src/client/Client.js', 'Receive'],
    ['HTTP', 'file:///bot/node_modules/undici/lib/api/api-request.js', 'Send'],
    ['a word’s reader, which many call', 'file:///bot/src/text/split-words.ts', undefined],
    ['Node', 'node:internal/timers', undefined],
  ])('places %s', (_, url, stage) => expect(findStage(url)).toBe(stage));

  it('names only files that there are', async () => {
    const own = await Promise.all(
      [
        'src',
        'node_modules/discord.js',
        'node_modules/@discordjs',
        'node_modules/undici',
        'node_modules/ws',
      ].map(async (folder) =>
        (await readdir(folder, { recursive: true })).map(
          (file) => `/${folder}/${file.replaceAll('\\', '/')}`,
        ),
      ),
    );
    const files = own.flat();
    for (const [stage, pattern] of STAGE_FILES)
      expect(
        files.some((file) => pattern.test(file)),
        `${stage}: ${pattern}`,
      ).toBe(true);
  });
});

describe('timeStages()', () => {
  const node = (
    id: number,
    functionName: string,
    url: string,
    children: number[] = [],
  ): Profiler.ProfileNode => ({
    id,
    callFrame: { functionName, url, scriptId: '', lineNumber: 0, columnNumber: 0 },
    children,
  });
  const nodes = [
    node(1, '(root)', '', [2, 3, 6]),
    node(2, '(idle)', ''),
    node(3, 'run', 'file:///bot/src/answer/answer.ts', [4]),
    node(4, 'rank', 'file:///bot/src/search/query/question.ts', [5]),
    node(5, 'split', 'file:///bot/src/text/split-words.ts'),
    node(6, '(garbage collector)', ''),
  ];

  it('counts a sample for the innermost stage, and no idling', () => {
    const times = timeStages({ nodes, samples: [2, 3, 5, 4, 6], timeDeltas: [9000, 1000, 2000, 500, 250] });
    expect(Object.fromEntries([...times].filter(([, milliseconds]) => milliseconds > 0))).toEqual({
      Attribute: 1,
      Tokenise: 2.5,
      Other: 0.25,
    });
  });
});
