import { expect, it } from 'vitest';
import { findBoilerplateRule } from '../../../src/import/boilerplate/boilerplate-rules.ts';

it.each([
  ['advertisement', 'Advertisement', 'an advertisement line'],
  ['advertisement with a hint', 'Advertisement - scroll to continue', 'an advertisement line'],
  ['advertisement, in capitals', 'ADVERTISEMENT', 'an advertisement line'],
  ['advertisement, German', 'Anzeige', 'an advertisement line'],
  ['advertisement, French', 'La suite après cette publicité', 'an advertisement line'],
  ['advertisement, Spanish', 'Continúa después de la publicidad', 'an advertisement line'],
  ['advertisement, Portuguese', 'PUBLICIDADE', 'an advertisement line'],
  ['share', 'Share', 'a share line'],
  ['share with a count', '1204 shares', 'a share line'],
  ['share by name', 'Share on Twitter', 'a share line'],
  ['several buttons', 'Share on Facebook Tweet', 'a share line'],
  ['several buttons for one story', 'Share Tweet Pin it Email this story', 'a share line'],
  ['a row of networks', 'Facebook Twitter WhatsApp Email', 'a share line'],
  ['share, German', 'Auf Facebook teilen', 'a share line'],
  ['share, French', 'Partager sur Facebook', 'a share line'],
  ['share, Spanish', 'Compartir', 'a share line'],
  ['share, Portuguese', 'Compartilhar no WhatsApp', 'a share line'],
  ['a count of comments', '3 Comments', 'a comment line'],
  ['an invitation to comment', 'Join the conversation', 'a comment line'],
  ['comment, Spanish', 'Deja un comentario', 'a comment line'],
  ['comment, Portuguese', 'Deixe um comentário', 'a comment line'],
  ['a house rule', 'Stay on topic – This helps the thread.', 'a comment notice'],
  ['a form', 'Your email address will not be published.', 'a comment notice'],
  ['cookies', 'This site uses cookies to improve your experience.', 'a cookie notice'],
  [
    'cookies, German',
    'Wir verwenden Cookies. Mehr in der Datenschutzerklärung, sie akzeptieren oder ablehnen: Datenschutz',
    'a cookie notice',
  ],
  ['cookies, French', 'Nous utilisons des cookies pour améliorer votre expérience.', 'a cookie notice'],
  ['cookies, Spanish', 'Utilizamos cookies para mejorar su experiencia.', 'a cookie notice'],
  ['cookies, Portuguese', 'Este site usa cookies: política de privacidade', 'a cookie notice'],
  ['newsletter', 'Subscribe to our newsletter', 'a newsletter notice'],
  ['newsletter, German', 'Jetzt den Newsletter abonnieren', 'a newsletter notice'],
  ['newsletter, French', 'Inscrivez-vous à notre newsletter', 'a newsletter notice'],
  ['newsletter, Spanish', 'Suscríbete a nuestro boletín', 'a newsletter notice'],
  ['newsletter, Portuguese', 'Assine a nossa newsletter', 'a newsletter notice'],
  ['read also', 'Read also: Ferry sinks', 'a line that leads to another article'],
  ['read more, with quotation marks', 'READ MORE: “We saw it sink”', 'a line that leads to another article'],
  ['related', 'Related Articles', 'a line that leads to another article'],
  ['read also, German', 'Lesen Sie auch: Fähre sinkt', 'a line that leads to another article'],
  ['read also, French', 'À lire aussi : Le ferry coule', 'a line that leads to another article'],
  ['read also, Spanish', 'Te puede interesar: El barco', 'a line that leads to another article'],
  ['read also, Portuguese', 'Leia mais', 'a line that leads to another article'],
  ['read also, Portuguese, too', 'Veja também: O barco', 'a line that leads to another article'],
  ['navigation', 'Back to top', 'a line of navigation'],
  ['reading time', '5 min read', 'a reading time'],
  ['reading time, French', 'Lecture : 4 min', 'a reading time'],
  ['rights', '© 2016 Harbour News. All rights reserved.', 'a copyright line'],
  ['a ruler', '* * *', 'a line of signs'],
])('findBoilerplateRule() knows %s', (_, text, why) => {
  expect(findBoilerplateRule({ text, part: 'tail', alone: true })?.why).toBe(why);
});

it.each([
  ['a sentence that begins with the word', 'Share prices fell on Monday.'],
  ['a sentence of one word more', 'Share the harbour.'],
  ['a short sentence of such words', 'Print this and follow us.'],
  ['such words without a button', 'This story and it'],
  ['a noun', 'Sharing'],
  ['somebody’s words', '“Share”'],
  ['a quoted order', '“Stay on topic”, the judge told the witness.'],
  ['a quoted headline', '‘Read also: the small print’, he said.'],
  ['advice that is told', 'Stay on topic, the judge told the witness, and the witness did: "I will".'],
  ['a sentence on cookies', 'We use cookies as bait, the fisherman said.'],
  ['a sentence on consent', 'By using the boat without consent he broke the law.'],
  ['a sentence on newsletters', 'The newsletter of the port was read in every house.'],
  ['an order to subscribe', 'Subscribe to the fund, the mayor asked the town.'],
  ['advice to read', 'Read more books and fewer papers.'],
  ['a relation', 'Related to the captain by marriage, Kok kept silent.'],
  ['a sentence on advertisements', 'Advertisements paid for the paper.'],
  ['a sentence on comments', 'Comments are closed to the public by law, the clerk said.'],
  ['a number', '12'],
  ['a date', '12 June'],
  ['a place of print', 'Print shops closed in May.'],
  ['a minute', 'The bell rang for 5 minutes.'],
  ['an entry of a list', '- Milk'],
  [
    'rights in a sentence',
    'She said that all rights reserved for the crew were lost when the ferry was sold to the bank.',
  ],
])('findBoilerplateRule() leaves %s alone', (_, text) => {
  expect(findBoilerplateRule({ text, part: 'tail', alone: true })).toBeUndefined();
});

it.each([
  ['a house rule', 'Stay on topic at all times.'],
  ['a line of rights', 'All rights reserved'],
])('findBoilerplateRule() takes %s for boilerplate below the article only', (_, text) => {
  expect(findBoilerplateRule({ text, part: 'tail', alone: true })).toBeDefined();
  expect(findBoilerplateRule({ text, part: 'middle', alone: true })).toBeUndefined();
});
