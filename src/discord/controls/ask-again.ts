import { askReports } from '../ask-reports.ts';
import type { Control } from '../control.ts';
import { questionIn } from '../../render/message-parts.ts';
import { unknownButton } from './stale-note.ts';

/** Asks the question of the message again, of the reports as they are now. */
export const askAgain: Control = {
  name: 'ask-again',
  isQuestion: true,
  async react({ message, locale, audience, server }, context) {
    const question = questionIn(message.components);
    if (question === undefined) return unknownButton(locale);
    const own = audience === 'public' ? 'private' : audience;
    const asking = { locale, audience: own, ...(server && { server }) };
    return { kind: 'show', reply: await askReports(question, asking, context) };
  },
};
