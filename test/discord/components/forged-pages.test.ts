import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read as readCommand } from '../../../commands/read.ts';
import { search as searchCommand } from '../../../commands/search.ts';
import { customId, encodeTarget, parseTarget, reportKey } from '../../../src/render/buttons.ts';
import type { ComponentInput } from '../../../src/discord/command.ts';
import { read, search, sources } from '../../../src/discord/components/pages.ts';
import { textDisplay } from '../../../src/render/reply.ts';
import { createFixedLibrary } from '../../../src/library/library.ts';
import { contextOver } from '../../support/command-context.ts';
import { reportOf } from '../../support/report.ts';

const report = reportOf(['The ferry sank.', 'Nobody was hurt.']);
const current = await createFixedLibrary([report]);
const { version } = current;
const context = contextOver(current);
const person = { id: '1', roleIds: [] };
const clicked = (argument: string, line = '-# ferry'): ComponentInput => ({
  argument,
  values: [],
  field: () => '',
  message: { components: [textDisplay(line)], askedBy: () => Promise.resolve(undefined) },
  person,
  locale: 'en-US',
  audience: 'private',
});
const key = reportKey(report);

describe('a forged button', () => {
  it.each([
    ['read', read, `${version}.${key}.0.1`],
    ['read', read, `${version}.${key}.3.1`],
    ['read', read, `${version}.-.1.1`],
    ['read', read, `${version}.000000000000.1.1`],
    ['read', read, `${version}.${key}.1e3.1`],
    ['search', search, `${version}.-.5.0`],
    ['search', search, `${version}.-.1.0`],
    ['search', search, `${version}.000000000000.0.0`],
    ['search', search, ''],
    ['sources', sources, `${version}.-.1.0`],
    ['sources', sources, 'x'.repeat(90)],
  ])(
    'of /%s no longer works, with a sentence for the one who pressed it',
    async (name, handler, argument) => {
      expect(await handler.handle(clicked(argument), context)).toEqual({
        kind: 'note',
        reply: { components: [textDisplay(`This button no longer works. Use /${name} instead.`)] },
      });
    },
  );

  it('shows the nearest part of a paragraph that has no such part', async () => {
    const reaction = await read.handle(clicked(`${version}.${key}.1.99999`), context);
    expect(JSON.stringify(reaction)).toContain('> The ferry sank.');
  });

  it('no longer works under a message without words', async () => {
    const reaction = await search.handle(clicked(`${version}.-.0.0`, 'ferry'), context);
    expect(JSON.stringify(reaction)).toContain('no longer works');
  });

  it('never fails, whatever it carries', async () => {
    const part = fc.oneof(fc.constantFrom(version, key, '-', '0', '1', '99999'), fc.string({ maxLength: 9 }));
    const argument = fc.oneof(
      fc.string(),
      fc.array(part, { minLength: 4, maxLength: 4 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(argument, fc.constantFrom(read, search, sources), async (text, handler) => {
        const { kind } = await handler.handle(clicked(text), context);
        expect(['show', 'note']).toContain(kind);
      }),
    );
  });
});

describe('a command called with what no client sends', () => {
  const input = (text: Readonly<Record<string, string>>, integer?: number) => ({
    text: (option: string) => text[option],
    integer: () => integer,
    flag: () => false,
    attachment: () => undefined,
    subcommand: undefined,
    person,
    locale: 'en-US',
    audience: 'private' as const,
  });

  it.each([
    ['paragraph 0', 0],
    ['a negative paragraph', -1],
    ['a broken number', 1.5],
    ['no number', Number.NaN],
  ])('/read refuses %s', async (_, paragraph) => {
    const reply = await readCommand.run(input({ report: 'sample' }, paragraph), context);
    expect(JSON.stringify(reply)).toContain('its paragraphs are numbered from 1 to 2.');
  });

  it('/search refuses more words than its buttons could carry on', async () => {
    const reply = await searchCommand.run(input({ words: 'x'.repeat(201) }), context);
    expect(JSON.stringify(reply)).toContain('These words have 201 characters. Search for at most 200.');
  });
});

describe('the target of a button', () => {
  const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
  const target = fc.record(
    { version: hex(8), report: hex(12), at: fc.nat(9_999_999), part: fc.nat(99_999) },
    { requiredKeys: ['version', 'at', 'part'] },
  );

  it('survives its button, which has room for the longest', () => {
    fc.assert(
      fc.property(target, (each) => {
        expect(parseTarget(encodeTarget(each))).toEqual(each);
        expect(customId('sources', encodeTarget(each)).length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
