import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSmallTalk } from '../../src/discord/small-talk.ts';

describe('readSmallTalk()', () => {
  it.each([
    ['hi', 'greeting', 'en'],
    ['Hello there, Pilcrow!', 'greeting', 'en'],
    ['GOOD MORNING', 'greeting', 'en'],
    ["what's up", 'greeting', 'en'],
    ['Hallo!', 'greeting', 'de'],
    ['Grüß Gott', 'greeting', 'de'],
    ['Bonjour', 'greeting', 'fr'],
    ['ça va ?', 'greeting', 'fr'],
    ['¡Buenos días!', 'greeting', 'es'],
    ['hola', 'greeting', 'es'],
    ['Olá, tudo bem?', 'greeting', 'pt'],
    ['bom dia', 'greeting', 'pt'],
    ['こんにちは', 'greeting', 'ja'],
    ['おはようございます！', 'greeting', 'ja'],
    ['مرحباً', 'greeting', 'ar'],
    ['السلام عليكم', 'greeting', 'ar'],
    ['thanks a lot 🙏', 'thanks', 'en'],
    ['ok cool, thank you so much', 'thanks', 'en'],
    ['Vielen Dank!', 'thanks', 'de'],
    ['merci beaucoup', 'thanks', 'fr'],
    ['Muchas gracias', 'thanks', 'es'],
    ['muito obrigada', 'thanks', 'pt'],
    ['ありがとうございます。', 'thanks', 'ja'],
    ['شكرًا جزيلًا', 'thanks', 'ar'],
    ['help', 'help', 'en'],
    ['hi, help me please', 'help', 'en'],
    ['What can you do?', 'help', 'en'],
    ['What is Pilcrow?', 'help', 'en'],
    ['Hilfe!', 'help', 'de'],
    ['Qui es-tu ?', 'help', 'fr'],
    ["à l'aide", 'help', 'fr'],
    ['¿Qué puedes hacer?', 'help', 'es'],
    ['ajuda', 'help', 'pt'],
    ['ヘルプ', 'help', 'ja'],
    ['مساعدة', 'help', 'ar'],
    ['', 'empty', undefined],
    ['?', 'empty', undefined],
    ['?!…', 'empty', undefined],
    ['👋🏽', 'empty', undefined],
    ['👩‍👩‍👧 🧪?', 'empty', undefined],
    ['<:wave:123456789012345678> <a:hop:123456789012345678>', 'empty', undefined],
    ['lol ok', 'empty', undefined],
  ])('takes "%s" for %s', (message, kind, language) => {
    expect(readSmallTalk(message)).toEqual({ kind, ...(language !== undefined && { language }) });
  });

  it.each([
    'hi, who is Garver?',
    'help for children',
    'Who asked for help?',
    'thanks to whom did they escape?',
    'How does the gunship work?',
    'Wer braucht Hilfe?',
    'What can the troops do?',
    'who',
    '250',
    'hidden',
    'hiya2',
    'test of what the group can do',
  ])('leaves "%s" to the reports', (message) => expect(readSmallTalk(message)).toBeUndefined());

  it('leaves every question of the project’s own to the reports', () => {
    const lines = readFileSync('test/eval/questions.jsonl', 'utf8').split('\n').filter(Boolean);
    const questions = lines.map((line) => String(JSON.parse(line).question));
    expect(questions.filter((question) => readSmallTalk(question))).toEqual([]);
  });

  it('takes signs without letters and numbers for empty', () => {
    const sign = fc.constantFrom(
      '?',
      '!',
      '…',
      '¿',
      '*',
      '<',
      '@',
      '`',
      '\\',
      '“',
      '👋',
      '👩‍👩‍👧',
      '🏽',
      '\u200b',
      '\u0301',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), (signs) => {
        expect(readSmallTalk(signs.join(''))).toEqual({ kind: 'empty' });
      }),
    );
  });

  it('never takes a long text for small talk', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 121, maxLength: 400 }), (text) => {
        expect(readSmallTalk(text)).toBeUndefined();
      }),
    );
  });
});
