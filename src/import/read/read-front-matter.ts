import { isMap, isScalar, parseDocument } from 'yaml';
import { splitFrontMatter } from '../../corpus/front-matter.ts';
import { findYamlTrap } from '../../corpus/yaml-trap.ts';
import { findDate } from '../boilerplate/find-date.ts';
import type { ArticleMetadata, Removal } from '../raw-article.ts';
import { normaliseSpace } from '../../text/white-space.ts';

interface FoundFrontMatter {
  /** How many lines of the text it takes, its two fences included. */
  readonly lines: number;
  readonly metadata: ArticleMetadata;
  readonly removed: readonly Removal[];
}

/** What other programs call our keys. */
const KEYS: Readonly<Record<string, keyof ArticleMetadata>> = {
  title: 'title',
  publisher: 'publisher',
  source: 'publisher',
  author: 'author',
  published: 'published',
  date: 'published',
  url: 'url',
  canonical: 'url',
  language: 'language',
  lang: 'language',
  licence: 'licence',
  license: 'licence',
};

/** The YAML that a Markdown file may begin with. What is not understood is listed, or stays as text if it is no YAML. */
export function readFrontMatter(text: string): FoundFrontMatter {
  const split = splitFrontMatter(text);
  const none = { lines: 0, metadata: {}, removed: [] };
  if (split.kind === 'faulty' || findYamlTrap(split.frontMatter) !== undefined) return none;
  const { contents, errors } = parseDocument(split.frontMatter, { schema: 'failsafe', uniqueKeys: false });
  if (errors.length > 0 || !isMap(contents)) return none;
  const metadata: { -readonly [Key in keyof ArticleMetadata]: ArticleMetadata[Key] } = {};
  const removed: Removal[] = [];
  for (const { key, value } of contents.items) {
    const name = String(key);
    const known = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
    const found = isScalar(value) ? normaliseSpace(String(value.value)) : '';
    if (known !== undefined && found !== '') {
      const date = known === 'published' ? findDate(found) : found;
      if (date !== undefined) metadata[known] = date;
    } else if (known === undefined)
      removed.push({ place: 'front matter', text: `${name}: …`, why: 'a key that is not taken over' });
  }
  return { lines: split.bodyLine - 1, metadata, removed };
}
