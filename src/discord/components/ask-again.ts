import { askReports } from '../ask-reports.ts';
import type { ComponentHandler } from '../component-handler.ts';
import { questionIn } from '../../render/message-parts.ts';
import { unknownButton } from './button-notes.ts';

/** Asks the question of the message again, of the reports as they are now. */
export const askAgain: ComponentHandler = {
  isQuestion: true,
  async handle({ message, locale, audience, server }, context) {
    const question = questionIn(message.components);
    if (question === undefined) return unknownButton(locale);
    const own = audience === 'public' ? 'private' : audience;
    const options = { locale, audience: own, ...(server && { server }) };
    return { kind: 'show', reply: await askReports(question, options, context) };
  },
};
