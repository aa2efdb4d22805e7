/** What a spreadsheet takes for a formula, its full-width forms too; also after quotation marks put there to prevent that. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * One line of a table, as RFC 4180 has it. A text that a spreadsheet would take for a formula gets a "'" before it
 * (OWASP, "CSV Injection"): without the first "'" of those that look like this afterwards, every text is as it was.
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(guarded(cell)))).join(',')}\r\n`;

const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
