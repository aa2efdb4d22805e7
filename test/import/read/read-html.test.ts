import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/import/read/page-blocks.ts';
import { findPageParts } from '../../../src/import/read/page-parts.ts';
import { readSource } from '../../../src/import/read-article.ts';

const PROSE = [
  'The ferry Estrella sank off Corvo on Monday, the port authority said, and all 40 people on board were brought ashore.',
  'Captain Jan Kok told reporters that the sea had been calm, and that the hull had been repaired in May after an accident.',
  'An inquiry will begin next week, the ministry said, adding that its report is expected before the end of the year.',
];

/** What is left of a page whose article has `html` between its paragraphs, and what was left out of it. */
async function read(html: string, keepAll = false) {
  const [first = '', ...rest] = PROSE.map((text) => `<p>${text}</p>`);
  const page = `<!doctype html><title>Ferry sinks</title><body><article>${first}${html}${rest.join('')}</article>`;
  const source = { format: 'html', bytes: Buffer.from(page) } as const;
  const { blocks, removed } = await readSource(source, { keepAll });
  return { texts: blocks.map(({ text }) => text), removed: removed.map(({ text, why }) => [text, why]) };
}

describe('readHtml()', () => {
  it.each([
    ['a share bar', '<div class="share">Share on Facebook Tweet</div>', 'Share on Facebook Tweet'],
    ['a share bar', '<ul class="socialLinks"><li>Send to a friend</li></ul>', 'Send to a friend'],
    ['a share bar', '<div aria-label="Share this article">X · Threads</div>', 'X · Threads'],
    ['navigation', '<nav><a href="/">Home</a></nav>', 'Home'],
    ['navigation', '<div role="navigation"><a href="/">Home</a></div>', 'Home'],
    ['navigation', '<ol class="breadcrumb"><li><a href="/">Islands</a></li></ol>', 'Islands'],
    ['a list of other articles', '<div class="related-posts"><h3>Ships</h3></div>', 'Ships'],
    [
      'a list of other articles',
      `<ul id="most_read"><li><a href="/1">${PROSE[2]?.replace('week', 'year')}</a></li></ul>`,
      PROSE[2]?.replace('week', 'year'),
    ],
    [
      'a cookie notice',
      '<div id="cookie-law"><p>This website stores cookies, which help us to remember you and to know what you read.</p></div>',
      'This website stores cookies, which help us to remember you and to know what you read.',
    ],
    [
      'a newsletter notice',
      '<section class="newsletter">Once a week, for you.</section>',
      'Once a week, for you.',
    ],
    ['an advertisement', '<div class="ad">Boats, half price</div>', 'Boats, half price'],
    [
      'comments',
      '<div id="comments"><p>I was on board of that ship on that day, and it was not at all as you say.</p></div>',
      'I was on board of that ship on that day, and it was not at all as you say.',
    ],
  ])('takes %s for one by its name, and lists it: %s', async (why, html, text) => {
    expect(await read(html)).toEqual({ texts: PROSE, removed: [[text, expect.any(String)]] });
    expect((await read(`<div>${html}</div>`)).texts).toEqual(PROSE);
    // Readability leaves some of them out itself.
    expect([why, 'outside the article']).toContain((await read(html)).removed[0]?.[1]);
    expect((await read(html, true)).texts).toContain(text);
  });

  it('takes the links below "Read more" for those of other articles', async () => {
    const { texts, removed } = await read(
      '<div><h4>Read more</h4><ul><li><a href="/1">Minister resigns</a></li><li><a href="/2">Bridge delayed</a></li></ul></div>',
    );
    expect(texts.filter((text) => !PROSE.includes(text) && text !== 'Read more')).toEqual([]);
    expect(removed.map(([text]) => text)).toEqual(
      expect.arrayContaining(['Minister resigns', 'Bridge delayed']),
    );
  });

  it.each(['has-sidebar nav-open share', 'comments', 'cookies consent'])(
    'takes the article from an element with the names "%s"',
    async (names) => {
      const bytes = Buffer.from(
        `<title>Ferry sinks</title><div class="${names}">${PROSE.map((text) => `<p>${text}</p>`).join('')}</div>`,
      );
      const { blocks } = await readSource({ format: 'html', bytes }, { keepAll: false });
      expect(blocks.map(({ text }) => text)).toEqual(PROSE);
    },
  );

  it('finds the author between the buttons above the article', async () => {
    const bytes = Buffer.from(
      `<title>Ferry sinks</title><div class="share"><p>By Ana Reis</p><p>Tweet</p></div><article>${PROSE.map((text) => `<p>${text}</p>`).join('')}</article>`,
    );
    const { blocks } = await readSource({ format: 'html', bytes }, { keepAll: false });
    expect(blocks.map(({ text }) => text)).toEqual(['By Ana Reis', ...PROSE]);
  });
});

describe('findPageParts()', () => {
  const TEXT = 'Nobody on the island had ever heard of the company that had sold the ship in the spring.';
  const find = (html: string) => [...findPageParts(blocksOf(parse(`<p>${PROSE[0]}</p>${html}`))).values()];

  it.each([
    ['prose in an element that is called after society', `<div class="social-issues"><p>${TEXT}</p></div>`],
    ['prose in an element that is called after sharing', `<section id="share-prices">${TEXT}</section>`],
    [
      'prose about what is related',
      `<div class="related"><p>${TEXT}</p><p>${TEXT} <a href="/">It</a></p></div>`,
    ],
    ['a paragraph, whatever it is called', '<p class="share">Share the harbour</p>'],
    ['a word within a name', '<div class="navy careless adrift">The ship</div>'],
    ['a date between buttons', '<div class="share">30 June 2016</div>'],
    ['a list of links below prose', `<p>${TEXT}</p><ul><li><a href="/">The ship</a></li></ul>`],
  ])('leaves %s alone', (_, html) => {
    expect(find(html)).toEqual([]);
  });

  it('knows names however they are written', () => {
    for (const name of ['share', 'share-bar', 'post_share', 'postShare', 'SHARE', 'a b share c'])
      expect(find(`<div class="${name}">Send it</div>`)).toEqual(['a share bar']);
  });
});
