import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';

/** A button or a menu that can be pressed. */
export interface Control {
  readonly id: string;
  /** What can be chosen; none for a button. */
  readonly values: readonly string[];
}

export const controlsIn = (components: readonly APIMessageTopLevelComponent[]): readonly Control[] =>
  components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((each) => {
          if (!('custom_id' in each)) return [];
          const values =
            each.type === ComponentType.StringSelect ? each.options.map(({ value }) => value) : [];
          return [{ id: each.custom_id, values }];
        })
      : [],
  );
