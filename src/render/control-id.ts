/** What the buttons and menus under a message do. Each stands at the front of its custom id. */
export type ControlName =
  | 'passage'
  | 'others'
  | 'section'
  | 'share'
  | 'remove'
  | 'ask-again'
  | 'read'
  | 'search'
  | 'sources'
  | 'helped'
  | 'wrong'
  | 'gaps'
  | 'dismiss'
  | 'settings';

/** Discord's `custom_id`: what to do, and where. At most 100 characters, unique within a message. */
export const controlId = (name: ControlName, argument: string): string => `${name}:${argument}`;

/** The two parts of a custom id; any text has them. */
export function readControlId(customId: string): { readonly name: string; readonly argument: string } {
  const [name = '', ...argument] = customId.split(':');
  return { name, argument: argument.join(':') };
}
