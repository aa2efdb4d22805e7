import {
  AllowedMentionsTypes,
  ComponentType,
  type APIAllowedMentions,
  type APIMessageTopLevelComponent,
  type APIUser,
  type Snowflake,
} from 'discord-api-types/v10';
import { allComponents } from './component-tree.ts';

/** Whom a message pings. */
export interface Mentions {
  readonly mentions: APIUser[];
  readonly mention_roles: Snowflake[];
  readonly mention_everyone: boolean;
}

interface MentioningText {
  readonly content: string;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Absent: everything that is written pings. */
  readonly allowed: APIAllowedMentions | null | undefined;
  /** The author of the message replied to. */
  readonly repliedTo: APIUser | undefined;
  readonly findUser: (id: Snowflake) => APIUser | undefined;
}

const idsIn = (text: string, pattern: RegExp): Snowflake[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, id]) => (id === undefined ? [] : [id]))),
];

/** Text displays ping as content does. Rules of Discord's documentation, "Allowed Mentions Object". */
export const findMentions = ({
  content,
  components,
  allowed,
  repliedTo,
  findUser,
}: MentioningText): Mentions => {
  const displays = allComponents(components).flatMap(({ component }) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
  const text = [content, ...displays].join('\n');
  const parses = (type: AllowedMentionsTypes) => !allowed || (allowed.parse?.includes(type) ?? false);
  const users = idsIn(text, /<@!?(\d+)>/g).filter(
    (id) => parses(AllowedMentionsTypes.User) || allowed?.users?.includes(id),
  );
  const roles = idsIn(text, /<@&(\d+)>/g).filter(
    (id) => parses(AllowedMentionsTypes.Role) || allowed?.roles?.includes(id),
  );
  const pingsAuthor = repliedTo !== undefined && (allowed ? (allowed.replied_user ?? false) : true);
  const everyone = /@(everyone|here)/.test(text) && parses(AllowedMentionsTypes.Everyone);
  const named = users.flatMap((id) => findUser(id) ?? []);
  const withAuthor = pingsAuthor && !named.includes(repliedTo) ? [...named, repliedTo] : named;
  return { mentions: withAuthor, mention_roles: roles, mention_everyone: everyone };
};
