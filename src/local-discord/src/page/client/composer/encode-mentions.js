// @ts-check
/** @import { PageState } from '../../protocol.ts' */

/**
 * Writes `@Name` and `#channel` as Discord's clients send them: `<@id>` and `<#id>`. Longer names are tried first.
 * @param {string} text
 * @param {Pick<PageState, 'bot' | 'people' | 'channels'>} state
 */
export const encodeMentions = (text, { bot, people, channels }) => {
  const marks = [
    ...[bot, ...people].map(({ name, id }) => ({ written: `@${name}`, sent: `<@${id}>` })),
    ...channels
      .filter(({ kind }) => kind === 'text')
      .map(({ name, id }) => ({ written: `#${name}`, sent: `<#${id}>` })),
  ].sort((one, other) => other.written.length - one.written.length);
  let sent = '';
  for (let at = 0; at < text.length;) {
    const mark = marks.find(({ written }) => text.toLowerCase().startsWith(written.toLowerCase(), at));
    sent += mark?.sent ?? text.charAt(at);
    at += mark?.written.length ?? 1;
  }
  return sent;
};
