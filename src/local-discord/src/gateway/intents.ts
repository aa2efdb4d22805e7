import { GatewayIntentBits } from 'discord-api-types/v10';

/** Every intent that exists. */
const ALL = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((sum, bit) => sum | bit, 0);

/** Intents that a bot gets only when they are switched on for its application. */
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export type IntentCheck = 'allowed' | 'invalid' | 'disallowed';

/** Checks the intents of an IDENTIFY; `granted`: the privileged ones that are switched on. */
export const checkIntents = (intents: number, granted: number): IntentCheck => {
  if (!Number.isSafeInteger(intents) || intents < 0 || intents > ALL || (intents & ~ALL) !== 0)
    return 'invalid';
  return (intents & PRIVILEGED & ~granted) === 0 ? 'allowed' : 'disallowed';
};

export const hasIntent = (intents: number, intent: GatewayIntentBits): boolean => (intents & intent) !== 0;
