// @ts-check
/** @import { PageLocale, PersonView } from '../protocol.ts' */
import { element } from './element.js';

/** @type {readonly (readonly [PageLocale, string])[]} */
const locales = [
  ['en-US', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['es-ES', 'Español'],
  ['pt-BR', 'Português do Brasil'],
  ['ja', '日本語'],
  ['ar', 'العربية (not on Discord yet)'],
];

/** @type {readonly (readonly [string, string])[]} */
const themes = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** @typedef {{ person: string, locale: string, theme: string }} Settings */

/** @returns {Settings} */
export const readSettings = () => ({
  person: localStorage.getItem('person') ?? '',
  locale: localStorage.getItem('locale') ?? 'en-US',
  theme: localStorage.getItem('theme') ?? 'system',
});

/** @param {Settings} settings */
export const applyTheme = ({ theme }) => {
  document.documentElement.dataset['theme'] = theme;
};

/**
 * Who you are, which language your Discord speaks, light or dark.
 * @param {HTMLElement} place
 * @param {readonly PersonView[]} people
 * @param {Settings} settings
 * @param {(changed: Settings) => void} onChange
 */
export const drawSettings = (place, people, settings, onChange) => {
  const change = (/** @type {Partial<Settings>} */ part) => {
    for (const [key, value] of Object.entries(part)) localStorage.setItem(key, value);
    onChange({ ...settings, ...part });
  };
  // A list that is open must not be taken away while nothing in it has changed.
  const view = JSON.stringify([people, settings]);
  if (place.dataset['view'] === view) return;
  place.dataset['view'] = view;
  const focused = document.activeElement?.id;
  place.replaceChildren(
    drawChoice(
      'person',
      'You are',
      people.map(({ key, name, role }) => [key, `${name} · ${role}`]),
      settings.person,
      (person) => change({ person }),
    ),
    drawChoice('locale', 'Your language', locales, settings.locale, (locale) => change({ locale })),
    drawChoice('theme', 'Look', themes, settings.theme, (theme) => change({ theme })),
  );
  if (focused) document.getElementById(focused)?.focus();
};

/**
 * @param {string} name
 * @param {string} label
 * @param {readonly (readonly [string, string])[]} choices
 * @param {string} value
 * @param {(value: string) => void} onChange
 */
const drawChoice = (name, label, choices, value, onChange) => {
  const select = element(
    'select',
    { id: `setting-${name}` },
    ...choices.map(([choice, text]) =>
      element('option', { value: choice, selected: choice === value }, text),
    ),
  );
  select.addEventListener('change', () => onChange(select.value));
  return element('label', { class: 'setting' }, element('span', {}, label), select);
};
