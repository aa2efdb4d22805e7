import type { en } from './en.ts';

/** Texts that a reply is made of. */
export type Phrases = Readonly<Record<string, string | ((...values: never[]) => string)>>;

/** The words of one command in another language. */
export interface CommandTranslation {
  /** 1 to 32 characters and no capitals; those of a command in the menu of a message may have some. */
  readonly name?: string;
  /** 1 to 100 characters. */
  readonly description?: string;
  /**
   * By the English name of the option: its name and its description, with the same limits. Before an option that only one
   * subcommand has stands the name of that subcommand, as in "add file".
   */
  readonly options?: Readonly<Record<string, readonly [name: string, description: string]>>;
  /** What the command alone says, by the keys of its English phrases. */
  readonly replies?: Phrases;
}

type English = typeof en;

/** One language, a file each. What a translation lacks is said in English; a test lists what lacks. */
export type Translation = Lacking<English> & {
  /** BCP 47. */
  readonly language: string;
  /** By the English name of the command. */
  readonly commands: Readonly<Record<string, CommandTranslation>>;
};

type Lacking<Texts> = {
  readonly [Key in keyof Texts]?: Texts[Key] extends string | ((...values: never[]) => string)
    ? Texts[Key]
    : Lacking<Texts[Key]>;
};

/** The bot's words in one language. */
export type Wording = English & Pick<Translation, 'commands'>;
