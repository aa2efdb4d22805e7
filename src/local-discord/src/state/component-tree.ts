import type { APIMessageComponent, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Problem } from '../rules/problem.ts';

/** A component and its path in the message's `components`. */
export interface PlacedComponent {
  readonly component: APIMessageComponent;
  readonly path: Problem['path'];
}

const childrenOf = ({ component, path }: PlacedComponent): PlacedComponent[] => {
  const children: PlacedComponent[] = [];
  if ('components' in component) {
    for (const [index, child] of component.components.entries()) {
      children.push({ component: child, path: [...path, 'components', index] });
    }
  }
  if ('accessory' in component) {
    children.push({ component: component.accessory, path: [...path, 'accessory'] });
  }
  return children;
};

const withDescendants = (placed: PlacedComponent): PlacedComponent[] => [
  placed,
  ...childrenOf(placed).flatMap(withDescendants),
];

/** Every component of a message, also those inside containers, sections and rows, in reading order. */
export const allComponents = (components: readonly APIMessageTopLevelComponent[]): PlacedComponent[] =>
  components.flatMap((component, index) => withDescendants({ component, path: [index] }));
