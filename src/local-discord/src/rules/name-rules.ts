import type { LocalizationMap } from 'discord-api-types/v10';
import { problem, type Problem } from './problem.ts';

/** Names of chat commands and their options. Discord's documentation, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

export const chatNameProblems = (name: string, path: Problem['path'] = ['name']): Problem[] =>
  NAME.test(name) && name === name.toLowerCase()
    ? []
    : [problem(path, 'APPLICATION_COMMAND_INVALID_NAME', `Command name is invalid: "${name}"`)];

/** Characters of the longest form of a text, itself or one of its translations: the one that counts towards limits. */
export const longest = (text: string, translations: LocalizationMap | null | undefined): number =>
  Math.max(text.length, ...Object.values(translations ?? {}).map((translated) => translated?.length ?? 0));
