import { askReports } from '../ask-reports.ts';
import type { ComponentHandler } from '../component-handler.ts';
import { questionIn } from '../../render/message-parts.ts';
import { unknownButton } from './button-notes.ts';

/** Asks the question of the message again, of the reports as they are now. */
export const askAgain: ComponentHandler = {
  isQuestion: true,
  async handle(input, context) {
    const question = questionIn(input.message.components);
    if (question === undefined) return unknownButton(input.locale);
    const audience = input.audience === 'public' ? 'private' : input.audience;
    return { kind: 'show', reply: await askReports(question, { ...input, audience }, context) };
  },
};
