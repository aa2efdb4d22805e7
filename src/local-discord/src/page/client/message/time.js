// @ts-check

/** @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} Discord's style letters. */
const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** @type {readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]} Unit and its seconds, longest first. */
const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A `<t:...>` mark in words; a time out of the calendar's range is shown as its number.
 * @param {number} seconds Unix time
 * @param {string} style
 */
export const formatTime = (seconds, style) => {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return { text: String(seconds), iso: '' };
  const iso = date.toISOString();
  if (style !== 'R') return { text: date.toLocaleString(undefined, styles[style] ?? styles['f']), iso };
  const distance = seconds - Date.now() / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1];
  return { text: new Intl.RelativeTimeFormat().format(Math.round(distance / size), unit), iso };
};

/**
 * When a message was written: the hour today, else the date too.
 * @param {string} iso
 */
export const messageTime = (iso) => {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(
    undefined,
    isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  );
};
