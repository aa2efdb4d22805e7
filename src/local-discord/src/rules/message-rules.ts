import { AllowedMentionsTypes, ComponentType, type APIAllowedMentions } from 'discord-api-types/v10';
import { allComponents, type PlacedComponent } from '../state/component-tree.ts';
import type { MessageBody } from '../state/request-bodies.ts';
import type { MessageDraft } from '../state/message-draft.ts';
import { componentProblems } from './component-rules.ts';
import { fileProblems } from './file-rules.ts';
import { missing, notEmulated, problem, tooLong, prefixPaths, when, type Problem } from './problem.ts';

// Limits of Discord's documentation, "Component Reference" and "Message Object".
const CONTENT_CHARACTERS = 2_000;
const V2_COMPONENTS = 40;
const V2_TEXT_CHARACTERS = 4_000;
const ROWS = 5;

/** Only these may stand at the top or inside of a message without the IS_COMPONENTS_V2 flag. */
const isV2Component = ({ component: { type } }: PlacedComponent): boolean =>
  type === ComponentType.TextDisplay || type === ComponentType.File || type === ComponentType.Container;

const v2Problems = (draft: MessageDraft, all: readonly PlacedComponent[]): Problem[] => {
  const text = all.reduce(
    (sum, { component }) =>
      sum + (component.type === ComponentType.TextDisplay ? component.content.length : 0),
    0,
  );
  return [
    ...when(
      draft.content !== '',
      problem(
        ['content'],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        'The "content" field cannot be used when using MessageFlags.IS_COMPONENTS_V2',
      ),
    ),
    ...when(draft.components.length === 0, missing(['components'])),
    ...when(
      all.length > V2_COMPONENTS,
      problem(
        ['components'],
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `The total number of components, ${all.length}, exceeds ${V2_COMPONENTS}`,
      ),
    ),
    ...when(
      text > V2_TEXT_CHARACTERS,
      problem(
        ['components'],
        'COMPONENT_MAX_TOTAL_TEXT_LENGTH_EXCEEDED',
        `The text displays hold ${text} characters, more than ${V2_TEXT_CHARACTERS}`,
      ),
    ),
  ];
};

const classicProblems = (draft: MessageDraft, all: readonly PlacedComponent[]): Problem[] => [
  ...when(draft.content.length > CONTENT_CHARACTERS, tooLong(['content'], CONTENT_CHARACTERS)),
  ...when(draft.components.length > ROWS, tooLong(['components'], ROWS)),
  ...all
    .filter(isV2Component)
    .map(({ path }) =>
      problem(
        ['components', ...path, 'type'],
        'BASE_TYPE_CHOICES',
        'This component needs MessageFlags.IS_COMPONENTS_V2.',
      ),
    ),
];

const mentionProblems = (allowed: APIAllowedMentions | null | undefined): Problem[] => {
  const clash = (type: AllowedMentionsTypes, listed: readonly string[] | null | undefined) =>
    allowed?.parse?.includes(type) && (listed?.length ?? 0) > 0;
  return [
    ...(clash(AllowedMentionsTypes.User, allowed?.users) ? ['users'] : []),
    ...(clash(AllowedMentionsTypes.Role, allowed?.roles) ? ['roles'] : []),
  ].map((field) =>
    problem(
      ['allowed_mentions', field],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${field}"] and ${field}: [ids...] are mutually exclusive.`,
    ),
  );
};

/** What Discord refuses of a message that its published API description accepts. */
export const draftProblems = (draft: MessageDraft, body: MessageBody): Problem[] => {
  const all = allComponents(draft.components);
  return [
    ...(draft.isV2 ? v2Problems(draft, all) : classicProblems(draft, all)),
    ...prefixPaths(['components'], componentProblems(all)),
    ...when((body.embeds ?? []).length > 0, notEmulated(['embeds'], 'embeds')),
    ...fileProblems(draft.files, all),
    ...mentionProblems(body.allowed_mentions),
  ];
};
