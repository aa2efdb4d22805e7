import { type APIMessage, ComponentType } from 'discord-api-types/v10';

/** The markdown of all text displays of a message, one a line. */
export const messageText = ({ components = [] }: APIMessage): string =>
  components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : [component]))
    .flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []))
    .join('\n');
