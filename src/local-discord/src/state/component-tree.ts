import type { APIMessageComponent, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Problem } from '../rules/problem.ts';

/** A component and its path in the message's `components`. */
export interface PlacedComponent {
  readonly component: APIMessageComponent;
  readonly path: Problem['path'];
}

const childrenOf = ({ component, path }: PlacedComponent): PlacedComponent[] =>
  'components' in component
    ? component.components.map((child, index) => ({ component: child, path: [...path, 'components', index] }))
    : [];

const withDescendants = (placed: PlacedComponent): PlacedComponent[] => [
  placed,
  ...childrenOf(placed).flatMap(withDescendants),
];

/** Every component of a message, also those inside containers and rows, in reading order. */
export const allComponents = (components: readonly APIMessageTopLevelComponent[]): PlacedComponent[] =>
  components.flatMap((component, index) => withDescendants({ component, path: [index] }));
