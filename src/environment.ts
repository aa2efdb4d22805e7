import { isIP } from 'node:net';
import { z } from 'zod';
import { parseShards, SHARDS_WANTED } from './discord/shards.ts';

const SNOWFLAKE = /^\d{17,20}$/;
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const HOST_NAME = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/u;

function listed(list: string): readonly string[] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const id = z.string().regex(SNOWFLAKE, 'a Discord id of 17 to 20 digits');
const ids = z
  .string()
  .transform(listed)
  .refine(
    (list) => list.every((one) => SNOWFLAKE.test(one)),
    'Discord ids of 17 to 20 digits, separated by commas',
  );

const whole = (least: number, most: number, wanted: string) =>
  z
    .string()
    .regex(new RegExp(`^\\d{1,${String(most).length}}$`), wanted)
    .transform(Number)
    .refine((number) => number >= least && number <= most, wanted);

const upTo = (most: number, things: string) =>
  whole(0, most, `a whole number of ${things} from 0 (no limit) to ${most}`);
const questions = upTo(999_999, 'questions');
const port = whole(0, 65_535, 'a port number from 0 to 65535');

const SEARCH_URL_WANTED =
  'http or https URLs of the nodes of one server, separated by commas, such as https://user:password@host:9200';
function isSearchUrl(url: string): boolean {
  if (!/^https?:/u.test(url) || !URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return pathname === '/' && search === '' && hash === '';
}

/** The variables that the bot reads, each trimmed and not empty. */
export const environment = z.object({
  DISCORD_TOKEN: z.string().regex(/^\S+$/, 'a token without spaces').optional(),
  DISCORD_GUILD_ID: id.optional(),
  DISCORD_API_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/, 'an http or https URL such as https://discord.com/api')
    .refine((url) => !/\/v\d+\/?$/.test(url), 'the URL without its version, such as https://discord.com/api')
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  SHARDS: z
    .string()
    .transform((text, context) => {
      const shards = parseShards(text);
      if (shards === undefined) context.addIssue(SHARDS_WANTED);
      return shards;
    })
    .optional(),
  DATA_DIR: z.string().default('data'),
  WATCH: z
    .enum(['0', '1'], '1 to reload when the folder changes, else 0')
    .transform((text) => text === '1')
    .default(false),
  READER: z
    .enum(['on', 'off'], 'on or off')
    .transform((text) => text === 'on')
    .default(true),
  COLLECTION_MEMORY_MB: whole(16, 65_536, 'a number of megabytes from 16 to 65536').default(256),
  CACHE_DIR: z.string().default('.cache'),
  ADMIN_USER_IDS: ids.default([]),
  ADMIN_ROLE_IDS: ids.default([]),
  PORT: port.default(0),
  QUESTIONS_PER_PERSON: questions.default(20),
  QUESTIONS_PER_SERVER: questions.default(300),
  REPORTS_PER_SERVER: upTo(99_999, 'reports').default(100),
  MEGABYTES_PER_SERVER: upTo(99_999, 'megabytes').default(20),
  IMPORTS_PER_HOUR: upTo(99_999, 'imports').default(20),
  LOG_LEVEL: z.enum(LEVELS, `one of ${LEVELS.join(', ')}`).optional(),
  STORE: z.string().optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/u, error: 'a URL such as postgres://user:password@host/database' })
    .optional(),
  SEARCH_URL: z
    .string()
    .transform((list) => list.split(/,(?=\s*https?:)/u).map((url) => url.trim()))
    .refine((urls) => urls.every(isSearchUrl), SEARCH_URL_WANTED)
    .optional(),
  SEARCH_CA_FILE: z.string().optional(),
  SEARCH_FROM_PARAGRAPHS: whole(1, 9_999_999, 'a number of paragraphs from 1 to 9999999').default(20_000),
  STORE_KEY: z.string().min(16, 'a secret of at least 16 characters').optional(),
  RETENTION_DAYS: whole(1, 3650, 'a number of days from 1 to 3650').default(30),
  HEALTH_PORT: port.optional(),
  HEALTH_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0, 'an IP address such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  HEALTH_NAMES: z
    .string()
    .transform((list) => listed(list.toLowerCase()))
    .refine(
      (list) => list.every((name) => HOST_NAME.test(name)),
      'host names without port, separated by commas',
    )
    .default([]),
});
