import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/discord/command.ts';
import { sameCommands } from '../../src/discord/publish-commands.ts';

const wanted = commands.map(({ data }: Command) => data);

/** What Discord gives back for a definition: with ids, defaults and nulls. */
const stored = wanted.map((command, index) => ({
  id: String(index),
  application_id: '1',
  version: '9',
  default_member_permissions: null,
  dm_permission: true,
  nsfw: false,
  name_localizations: null,
  description_localizations: null,
  type: 1,
  ...structuredClone(command),
}));

type Option = Readonly<Record<string, unknown>>;

const withOptions = (change: (options: readonly Option[]) => readonly Option[]) =>
  stored.map((command) => ({
    ...command,
    ...('options' in command && {
      options: change((command.options ?? []).map((option) => ({ ...option }))),
    }),
  }));

describe('sameCommands()', () => {
  it.each([
    ['as Discord stores them', stored, true],
    ['in another order', [...stored].reverse(), true],
    [
      'with explicit defaults in options',
      withOptions((all) => all.map((one) => ({ required: false, autocomplete: false, ...one }))),
      true,
    ],
    ['with one missing', stored.slice(1), false],
    ['with one too many', [...stored, { name: 'old', description: 'gone' }], false],
    [
      'with another description',
      stored.map((one, i) => (i === 0 ? { ...one, description: 'other' } : one)),
      false,
    ],
    ['with an option less', withOptions((all) => all.slice(1)), false],
    [
      'with an option no longer required',
      withOptions((all) => all.map((one) => ({ ...one, required: false }))),
      false,
    ],
    ['with other contexts', stored.map((one) => ({ ...one, contexts: [0] })), false],
    ['with permissions set', stored.map((one) => ({ ...one, default_member_permissions: '0' })), false],
  ])('compares the definitions with a list %s', (_, current, same) => {
    expect(sameCommands(wanted, current)).toBe(same);
  });
});
