/** What one look at the installation found. `fail`: the bot would not run, or not as wanted; the text says what to do. */
export interface Finding {
  readonly level: 'ok' | 'warn' | 'fail';
  readonly text: string;
}

export const ok = (text: string): Finding => ({ level: 'ok', text });
export const warn = (text: string): Finding => ({ level: 'warn', text });
export const fail = (text: string): Finding => ({ level: 'fail', text });

/** One line a finding, its level first; a text of several lines is indented under its first. */
export const renderFinding = ({ level, text }: Finding): string =>
  `${level.padEnd(4)} ${text.replaceAll('\n', '\n     ')}\n`;
