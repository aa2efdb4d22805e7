import { parse } from 'discord-markdown-parser';

/** The letters that Discord would show for `markdown`, by a published parser of its rules: marks undone, layout ignored. */
export const shownText = (markdown: string): string => textIn(parse(markdown, 'extended'));

function textIn(node: unknown): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textIn).join('');
  if (typeof node !== 'object' || node === null) return '';
  if ('type' in node && node.type === 'br') return '\n';
  if ('type' in node && node.type === 'twemoji' && 'name' in node) return String(node.name);
  return 'content' in node ? textIn(node.content) : `[${'type' in node ? String(node.type) : 'unknown'}]`;
}

/** The letters that Discord would show underlined, one text for each range. */
export const underlinedTexts = (markdown: string): readonly string[] =>
  underlinedIn(parse(markdown, 'extended'));

function underlinedIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(underlinedIn);
  if (typeof node !== 'object' || node === null || !('content' in node)) return [];
  return 'type' in node && node.type === 'underline' ? [textIn(node.content)] : underlinedIn(node.content);
}
