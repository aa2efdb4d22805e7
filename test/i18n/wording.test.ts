import { Locale } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/discord/command.ts';
import type { CommandTranslation } from '../../src/i18n/translation.ts';
import { commandName, REFERENCED, translations, withEnglish, wordingFor } from '../../src/i18n/wording.ts';

/** A text of a wording, or a function that makes one, with its place, such as `commands.ask.options.report.1`. */
interface Leaf {
  readonly path: string;
  /** How many arguments it takes; undefined: none, since it is a text. */
  readonly parameters?: number;
  say(...args: readonly number[]): string;
}

function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'string') return [{ path, say: () => value }];
  if (typeof value === 'function')
    return [
      {
        path,
        parameters: value.length,
        say: (...args) => String(Reflect.apply(value, undefined, args.slice(0, value.length))),
      },
    ];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither text nor function`);
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, path === '' ? key : `${path}.${key}`));
}

/** Neither of them stands in a text by itself, and in no language are they one, two or few. */
const SAMPLES = [23, 34, 45, 56];
const said = ({ say }: Leaf): string => say(...SAMPLES);

interface PlacedOption {
  /** The names of the subcommand that has it, if any, and its own. */
  readonly path: string;
  /** Where a language has its words: those that several subcommands have alike are there once. */
  readonly key: string;
  readonly words: readonly [name: string, description: string];
}

function optionsOf(data: Command['data']): readonly PlacedOption[] {
  const options = ('options' in data && data.options) || [];
  const nested = options.flatMap((option) =>
    ('options' in option ? (option.options ?? []) : []).map((each) => ({ ...each, of: option.name })),
  );
  const isCommon = (name: string) => nested.filter((each) => each.name === name).length > 1;
  return [
    ...options.map(({ name, description }) => ({
      path: name,
      key: name,
      words: [name, description] as const,
    })),
    ...nested.map(({ of, name, description }) => ({
      path: `${of} ${name}`,
      key: isCommon(name) ? name : `${of} ${name}`,
      words: [name, description] as const,
    })),
  ];
}

/** The words of the commands, in the form in which a language translates them. */
const commandWords: Readonly<Record<string, CommandTranslation>> = Object.fromEntries(
  commands.map(({ data, replies }: Command) => {
    if (!('description' in data)) return [data.name, { name: data.name }];
    const { name, description } = data;
    const options = optionsOf(data).map(({ key, words }) => [key, words]);
    return [name, { name, description, options: Object.fromEntries(options), ...(replies && { replies }) }];
  }),
);
const englishWording = { ...wordingFor('en'), commands: commandWords };
const english = leavesOf(englishWording);

/** What each language says, and what of it is its own. */
const languages = [
  ['en', englishWording, englishWording] as const,
  ...[...translations.values()].map(
    (translation) => [translation.language, wordingFor(translation.language), translation] as const,
  ),
];

/** What a language does not say yet, so that English is shown, such as /^\S+ commands\.hello\./ for all of a command. */
const LACKING: readonly RegExp[] = [];
const mayLack = (place: string): boolean => LACKING.some((lacking) => lacking.test(place));
const lackingIn = (language: string, leaves: readonly Leaf[]): readonly string[] => {
  const own = new Set(leaves.map(({ path }) => path));
  return english.filter(({ path }) => !own.has(path)).map(({ path }) => `${language} ${path}`);
};

const englishAt = new Map(english.map((leaf) => [leaf.path, leaf]));

/** What a language may say as English does, with its reason. */
const ALIKE: readonly RegExp[] = [
  /^en /,
  // The same word in both languages.
  /^fr guide\.outline\.sections$/,
  /^de commands\.status\.name$/,
  /^fr commands\.(sources\.name|ask\.options\.question\.0|settings\.options\.mentions\.0)$/,
  /^pt-BR commands\.status\.name$/,
  /^fr gaps\.columns\.question$/,
  // Discord's own word.
  /^(fr|es|pt-BR) processes\.shards$/,
  // Portuguese quotes with the same signs.
  /^pt-BR inQuotes$/,
  // Discord's clients have no Arabic, so that people would never see these names, only replies that name them.
  /^ar commands\.[\w ]+\.(name|options\.[\w ]+\.0)$/,
];

describe.each(languages)('the wording in %s', (language, wording, translation) => {
  const leaves = leavesOf(translation);

  it('lacks no text but those that are listed as lacking', () => {
    const lacking = lackingIn(language, leaves).filter((place) => !mayLack(place));
    expect(lacking, 'shown in English: translate these in src/i18n/, or add them to LACKING').toEqual([]);
  });

  it('has no text that English does not have, and takes as many arguments for each', () => {
    const shape = ({ path, parameters }: Leaf) => `${path}(${parameters ?? ''})`;
    const known = new Set(english.map(shape));
    expect(leaves.map(shape).filter((each) => !known.has(each))).toEqual([]);
  });

  it('leaves nothing empty', () => {
    expect(leaves.filter((leaf) => said(leaf).trim() === '')).toEqual([]);
  });

  it('leaves nothing in English but what is spelled alike', () => {
    const untranslated = leaves
      .filter((leaf) => leaf.path !== 'language' && said(leaf) === englishAt.get(leaf.path)?.say(...SAMPLES))
      .map(({ path }) => `${language} ${path}`);
    expect(untranslated.filter((place) => !ALIKE.some((alike) => alike.test(place)))).toEqual([]);
  });

  it('says every argument', () => {
    const digits = new Intl.NumberFormat(language);
    const silent = leaves.flatMap((leaf) =>
      SAMPLES.slice(0, leaf.parameters ?? 0)
        .filter((sample) => !said(leaf).includes(String(sample)))
        .filter((sample) => !said(leaf).includes(digits.format(sample)))
        .map((sample) => `${leaf.path} says "${said(leaf)}" without ${sample}`),
    );
    expect(silent).toEqual([]);
  });

  it('fills in every number', () => {
    expect(leaves.map(said).filter((text) => /undefined|NaN|#/.test(text))).toEqual([]);
  });

  it('ends what it begins in bold or as code, with no space at the edges', () => {
    const broken = leaves.map(said).filter((text) =>
      ['**', '`'].some((mark) => {
        const pieces = text.split(mark);
        return (
          pieces.length % 2 === 0 || pieces.some((piece, at) => at % 2 === 1 && !/^\S(.*\S)?$/s.test(piece))
        );
      }),
    );
    expect(broken).toEqual([]);
  });

  it('names commands and options as Discord allows', () => {
    const words = commands.map(({ data }) => ({
      isMenu: !('description' in data),
      placed: optionsOf(data),
      ...withEnglish(commandWords[data.name] ?? {}, wording.commands[data.name] ?? {}),
    }));
    const named = words
      .filter(({ isMenu }) => !isMenu)
      .map(({ name = '', description = '', options = {}, placed }) => ({
        name,
        description,
        options: placed.map(({ path, key }) => [path, options[key] ?? []] as const),
      }));
    const optionNames = named.map(({ options }) => options.map(([, [name = '']]) => name));
    // Those of one subcommand are beside each other: what stands before the space of their path.
    const siblings = named.map(({ options }) =>
      options.map(([path, [name = '']]) => `${path.replace(/ ?\S+$/u, '')} ${name}`),
    );
    const menuNames = words.filter(({ isMenu }) => isMenu).map(({ name = '' }) => name);
    const names = named.map(({ name }) => name);
    for (const name of [...names, ...optionNames.flat()]) {
      expect(name).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
      expect(name).toBe(name.toLowerCase().normalize('NFC'));
    }
    for (const name of menuNames) expect(name).toMatch(/^\S(.{0,30}\S)?$/u);
    for (const each of [names, menuNames, ...siblings]) expect(each).toEqual([...new Set(each)]);
    const descriptions = named.flatMap(({ description, options }) => [
      description,
      ...options.map(([, [, text = '']]) => text),
    ]);
    expect(descriptions.filter((text) => text.length < 1 || text.length > 100)).toEqual([]);
  });

  it('has labels and placeholders that fit, at their longest', () => {
    const { alerts, answer, buttons, guide, passage, settings } = wording;
    const piece = passage.piece(9_999_999, 99_999);
    const labels = [
      ...leavesOf(buttons).map(({ say }) => say(9_999_999, 9_999_999)),
      buttons.back(piece),
      buttons.readOn(piece),
      ...[buttons.helped, buttons.wrong].flatMap((label) => [`✓ ${label}`, `${label} · 9999999`]),
      guide.outline.button,
      guide.outline.readFrom(9_999_999),
      guide.outline.pages(9_999_999, 9_999_999),
      settings.makePublic,
      settings.makePrivate,
      settings.switchMentionsOn,
      settings.switchMentionsOff,
      settings.clearReport,
      alerts.addReport,
      alerts.markSeen,
    ];
    const placeholders = [
      guide.choose,
      guide.nearest,
      guide.outline.open,
      answer.others,
      answer.open,
      buttons.openPassage,
      settings.chooseChannels,
      settings.chooseAlerts,
    ];
    const { title, add, file } = wording.reports.form;
    expect([title, add].filter((text) => text.length > 45)).toEqual([]);
    expect(file.length).toBeLessThanOrEqual(100);
    expect(labels.filter((label) => label.length > 80)).toEqual([]);
    expect(placeholders.filter((text) => text.length > 150)).toEqual([]);
  });

  // "times" is left out: French, for one, has one word for one and for many.
  it('counts things by its own rules of plural', () => {
    const rules = new Intl.PluralRules(language);
    const counts = [1, 2, 3, 100];
    const { sources, verify, gaps } = wording;
    for (const say of [sources.count, sources.paragraphs, verify.omitted, gaps.alike, gaps.omitted]) {
      const form = (count: number) => say(count).replaceAll(/\p{N}+/gu, '#');
      for (const [a, b] of counts.flatMap((a) => counts.map((b) => [a, b] as const)))
        expect([a, b, form(a) === form(b)]).toEqual([a, b, rules.select(a) === rules.select(b)]);
      for (const count of [0, 11]) expect(say(count)).toMatch(/\p{L}/u);
    }
  });
});

describe('wordingFor()', () => {
  it.each([
    ['de', 'de'],
    ['fr', 'fr'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['ES-419', 'es'],
    ['de-AT', 'de'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['zh-CN', 'en'],
    ['tlh', 'en'],
    ['', 'en'],
  ])('speaks to a reader of "%s"', (locale, language) => {
    expect(wordingFor(locale)).toBe(wordingFor(language));
    expect(wordingFor(locale).language).toBe(language);
  });

  it('finds each language by its own name', () => {
    for (const [language] of languages) expect(wordingFor(language).language).toBe(language);
  });
});

describe('a text that a language lacks', () => {
  it('is listed only as long as it lacks', () => {
    const lacking = languages.flatMap(([language, , translation]) =>
      lackingIn(language, leavesOf(translation)),
    );
    expect(LACKING.filter((each) => !lacking.some((place) => each.test(place)))).toEqual([]);
  });

  it('is said in English, and all others in the language', () => {
    const texts = { yes: 'yes', no: 'no', deep: { one: 'one', two: 'two' } };
    expect(withEnglish(texts, { no: 'nein', deep: { two: 'zwei' } })).toEqual({
      yes: 'yes',
      no: 'nein',
      deep: { one: 'one', two: 'zwei' },
    });
  });

  it('is the English name where a command has no other', () => {
    const wording = { ...wordingFor('de'), commands: {} };
    for (const name of REFERENCED) expect(commandName(wording, name)).toBe(`/${name}`);
  });
});

describe('the commands that replies refer to', () => {
  it('exist', () => {
    expect(Object.keys(commandWords)).toEqual(expect.arrayContaining([...REFERENCED]));
  });
});

describe('French', () => {
  it('sets no-break spaces before : ; ? ! and inside quotation marks', () => {
    const loose = leavesOf(wordingFor('fr'))
      .map(said)
      .filter((text) => /[^\u00A0][:;?!»]|«[^\u00A0]/.test(text));
    expect(loose).toEqual([]);
  });
});

describe('the definitions of commands', () => {
  const known: ReadonlySet<string> = new Set(Object.values(Locale));
  const named = commands.map(({ data }: Command) => [data.name, data] as const);

  it.each(named)(
    'of %s carry their texts in the languages that Discord knows, and in no other',
    (_, data) => {
      const described = 'description' in data ? [data, ...(data.options ?? [])] : [];
      for (const { name, description_localizations: texts } of described) {
        const path = name === data.name ? 'description' : `options.${name}.1`;
        const wanted = Object.entries({ de: 'de', fr: 'fr', 'es-ES': 'es', 'es-419': 'es' })
          .filter(([, language]) => !mayLack(`${language} commands.${data.name}.${path}`))
          .map(([locale]) => locale);
        expect(Object.keys(texts ?? {})).toEqual(expect.arrayContaining(wanted));
      }
      for (const each of [data, ...described]) {
        const texts = 'description_localizations' in each ? each.description_localizations : {};
        const locales = Object.keys({ ...each.name_localizations, ...texts });
        expect(locales.filter((locale) => !known.has(locale))).toEqual([]);
      }
    },
  );

  it('name commands and options as their language does', () => {
    const ask = named.find(([name]) => name === 'ask')?.[1];
    expect(ask?.name_localizations).toMatchObject({
      de: 'fragen',
      fr: 'demander',
      'es-ES': 'preguntar',
      'es-419': 'preguntar',
    });
    const options = ask && 'options' in ask ? (ask.options ?? []) : [];
    expect(options.map((option) => option.name_localizations?.de)).toEqual(['frage', 'bericht', 'privat']);
  });
});
