import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkdownNode } from '../../src/page/message-view.ts';
import { parseMarkdown, plainText } from '../../src/page/parse-markdown.ts';

const names = new Map([['123456789012345678', 'Mira']]);
const parse = (source: string) => parseMarkdown(source, (_target, id) => names.get(id));

/** The tree as one short line, such as `quote(a, strong(b))`. */
const outline = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return JSON.stringify(node.text);
        case 'break':
          return '/';
        case 'code':
        case 'code-block':
          return `${node.kind}(${JSON.stringify(node.text)})`;
        case 'mention':
          return `${node.target}(${node.text})`;
        case 'time':
          return `time(${node.seconds} ${node.style})`;
        case 'list':
          return `${node.start === undefined ? 'bullets' : `numbers ${node.start}`}(${node.items.map((item) => `[${outline(item)}]`).join(' ')})`;
        case 'link':
          return `link ${node.url}(${outline(node.nodes)})`;
        case 'heading':
          return `heading ${node.level}(${outline(node.nodes)})`;
        case 'strong':
        case 'emphasis':
        case 'underline':
        case 'strike':
        case 'spoiler':
        case 'quote':
        case 'subtext':
          return `${node.kind}(${outline(node.nodes)})`;
      }
      return node satisfies never;
    })
    .join(' ');

describe('parseMarkdown()', () => {
  it.each([
    ['bold', 'a **b** c', '"a " strong("b") " c"'],
    ['bold and italic', '***b***', 'emphasis(strong("b"))'],
    [
      'italic, underline, strike',
      '*i* _i_ __u__ ~~s~~',
      'emphasis("i") " " emphasis("i") " " underline("u") " " strike("s")',
    ],
    ['a spoiler', '||gone||', 'spoiler("gone")'],
    ['code, whose inside is literal', '`**b**`', 'code("**b**")'],
    ['a code block, without its language', '```js\nlet a;\n```', 'code-block("let a;")'],
    ['underscores inside a word', 'snake_case_name', '"snake_case_name"'],
    ['a product of numbers', '2 * 3 * 4', '"2 * 3 * 4"'],
    ['quote lines', '> a\n> b\nc', 'quote("a" / "b") "c"'],
    ['a quote to the end', '>>> a\nb', 'quote("a" / "b")'],
    ['two quotes around an empty line', '> a\n\n> b', 'quote("a") / quote("b")'],
    ['subtext right below a quote', '> a\n-# b', 'quote("a") subtext("b")'],
    ['a quote right below a heading', '# h\n> a', 'heading 1("h") quote("a")'],
    ['formatting inside a quoted heading', '> ## a **b**', 'quote(heading 2("a " strong("b")))'],
    ['three levels of headings, not four', '### a\n#### b', 'heading 3("a") "#### b"'],
    ['a hash without a space', '#tag', '"#tag"'],
    ['a hash in the middle of a line', 'a # b', '"a # b"'],
    ['bullets, nested by indentation', '- a\n- b\n  - c\n- d', 'bullets(["a"] ["b" bullets(["c"])] ["d"])'],
    ['numbers, from the first one', '3. a\n4. b', 'numbers 3(["a"] ["b"])'],
    ['a bullet after a line of text', 'a\n- b', '"a" / bullets(["b"])'],
    ['a masked link', '[a](https://e.org/x)', 'link https://e.org/x("a")'],
    ['a masked link in angle brackets', '[a](<https://e.org>)', 'link https://e.org("a")'],
    [
      'a bare address',
      'see https://e.org/a_b_c.',
      '"see " link https://e.org/a_b_c("https://e.org/a_b_c") "."',
    ],
    ['an address without a preview', '<https://e.org>', 'link https://e.org("https://e.org")'],
    ['a link to a script as text', '[a](javascript:alert(1))', '"[a](javascript:alert(1))"'],
    ['an automatic link to a script as text', '<javascript:/alert(1)>', '"<javascript:/alert(1)>"'],
    ['a link to data as text', '[a](data:text/html,x)', '"[a](data:text/html,x)"'],
    ['HTML as text', '<script>alert(1)</script>', '"<script>alert(1)</script>"'],
    ['escaped signs', '\\*a\\* \\[b\\] \\> \\# \\_c\\_', '"*a* [b] > # _c_"'],
    ['an escaped line start', '\\> a\n\\- b\n1\\. c', '"> a" / "- b" / "1. c"'],
    [
      'a known and an unknown person',
      '<@123456789012345678> <@!223456789012345678>',
      'user(Mira) " " user(unknown-user)',
    ],
    ['@everyone that pings nobody', 'hi @everyone and @here', '"hi @everyone and @here"'],
    ['a command', '</ask:123456789012345678>', 'command(ask)'],
    ['a time', '<t:1700000000:R> <t:5>', 'time(1700000000 R) " " time(5 f)'],
    ['a custom emoji by its name', '<:wave:123456789012345678>', '":wave:"'],
    ['right-to-left text', '**مرحبا** שלום', 'strong("مرحبا") " שלום"'],
  ])('reads %s', (_, source, wanted) => expect(outline(parse(source))).toBe(wanted));

  it('shows @everyone as a mention where it does ping', () => {
    expect(outline(parseMarkdown('@everyone', () => undefined, true))).toBe('everyone(everyone)');
  });

  it('survives any text and links only to the web', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '**',
        '*',
        '__',
        '||',
        '`',
        '```',
        '> ',
        '>>> ',
        '- ',
        '1. ',
        '# ',
        '-# ',
        '\n',
        '\\',
        '<',
        '>',
      ),
      fc.constantFrom('[', '](', ')', 'https://', 'javascript:', '<@', '<t:', '@everyone', ' ', '  '),
    );
    const links = (nodes: readonly MarkdownNode[]): string[] =>
      nodes.flatMap((node) => [
        ...(node.kind === 'link' ? [node.url] : []),
        ...('nodes' in node ? links(node.nodes) : []),
        ...(node.kind === 'list' ? node.items.flatMap(links) : []),
      ]);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const url of links(parse(pieces.join('')))) expect(url).toMatch(/^https?:\/\//i);
      }),
    );
  });

  it('keeps words without signs as they are', () => {
    const words = fc.stringMatching(/^[A-Za-zÀ-ž ,.?]{1,60}$/);
    fc.assert(
      fc.property(words, (source) => {
        expect(plainText(parse(source))).toBe(source.trim());
      }),
    );
  });

  it.each(['*', '**', '_', '__', '||', '~~', '> ', '- ', '1. ', '# ', '[', '](', '`', '\\', '<', '>>> '])(
    'reads 4,000 characters of %j without running out of stack',
    (sign) => expect(parse(sign.repeat(4000 / sign.length))).toBeInstanceOf(Array),
  );
});
