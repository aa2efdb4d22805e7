import { ComponentType } from 'discord-api-types/v10';
import type { PlacedComponent } from '../state/component-tree.ts';
import { referencedName } from '../state/file-facts.ts';
import type { DraftFile } from '../state/message-draft.ts';
import { problem, prefixPaths, tooLong, type Problem } from './problem.ts';

/** Files of a message at most. Discord's documentation, "Create Message". */
const FILES = 10;

/** The name by which an address means a file of the message; a component that an edit keeps has the file's own address. */
const nameIn = (url: string, files: readonly DraftFile[]): string | undefined =>
  files.find((file) => file.kind === 'kept' && file.attachment.url === url)?.filename ?? referencedName(url);

const addressProblems = ({ component, path }: PlacedComponent, files: readonly DraftFile[]): Problem[] => {
  if (component.type !== ComponentType.File) return [];
  const { url } = component.file;
  const at = [...path, 'file', 'url'];
  const name = nameIn(url, files);
  if (name === undefined) {
    const scheme = url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();
    const wanted = `Scheme "${scheme}" is not supported. Scheme must be one of ('attachment').`;
    return [problem(at, 'URL_TYPE_INVALID_SCHEME', wanted)];
  }
  const isThere = files.some((file) => file.kind !== 'absent' && file.filename === name);
  const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
  return isThere ? [] : [problem(at, code, `The referenced attachment ("${url}") was not found`)];
};

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
