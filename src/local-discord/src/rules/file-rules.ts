import { ComponentType } from 'discord-api-types/v10';
import type { PlacedComponent } from '../state/component-tree.ts';
import { referencedName } from '../state/file-facts.ts';
import type { DraftFile } from '../state/message-draft.ts';
import { problem, prefixPaths, tooLong, type Problem } from './problem.ts';

/** Files of a message at most. Discord's documentation, "Create Message". */
const FILES = 10;

interface Media {
  readonly path: Problem['path'];
  readonly url: string;
}

const mediaOf = ({ component, path }: PlacedComponent): Media[] => {
  if (component.type === ComponentType.File)
    return [{ path: [...path, 'file', 'url'], url: component.file.url }];
  if (component.type === ComponentType.Thumbnail)
    return [{ path: [...path, 'media', 'url'], url: component.media.url }];
  if (component.type !== ComponentType.MediaGallery) return [];
  return component.items.map(({ media }, index) => ({
    path: [...path, 'items', index, 'media', 'url'],
    url: media.url,
  }));
};

/** The name by which an address means a file of the message; a component that an edit keeps has the file's own address. */
const nameIn = (url: string, files: readonly DraftFile[]): string | undefined =>
  files.find((file) => file.kind === 'kept' && file.attachment.url === url)?.filename ?? referencedName(url);

const addressProblems = (placed: PlacedComponent, files: readonly DraftFile[]): Problem[] =>
  mediaOf(placed).flatMap(({ path, url }) => {
    const name = nameIn(url, files);
    if (name === undefined) {
      const schemes = placed.component.type === ComponentType.File ? [] : ['http', 'https'];
      const scheme = url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();
      const allowed = [...schemes, 'attachment'].map((each) => `'${each}'`).join(', ');
      return schemes.includes(scheme)
        ? []
        : [
            problem(
              path,
              'URL_TYPE_INVALID_SCHEME',
              `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`,
            ),
          ];
    }
    return files.some((file) => file.kind !== 'absent' && file.filename === name)
      ? []
      : [
          problem(
            path,
            'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
            `The referenced attachment ("${url}") was not found`,
          ),
        ];
  });

/** What Discord refuses of a message's files, and of the components that show them. */
export const fileProblems = (files: readonly DraftFile[], all: readonly PlacedComponent[]): Problem[] => [
  ...files.flatMap((file, index) =>
    file.kind === 'absent'
      ? [
          problem(
            ['attachments', index, 'id'],
            'BASE_TYPE_BAD_VALUE',
            `No file came along for "${file.filename}".`,
          ),
        ]
      : [],
  ),
  ...prefixPaths(
    ['components'],
    all.flatMap((placed) => addressProblems(placed, files)),
  ),
  ...(files.length > FILES ? [tooLong(['attachments'], FILES)] : []),
];
