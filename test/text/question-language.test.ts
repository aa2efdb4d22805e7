import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessQuestionLanguage } from '../../src/text/question-language.ts';
import { hostile } from '../support/hostile-text.ts';

describe('guessQuestionLanguage()', () => {
  it.each([
    ['Who is Yahya Rasool?', 'en'],
    ['What did Matthew Allen say was struck within two days?', 'en'],
    ['Wer ist Yahya Rasool?', 'de'],
    ['Wie viele Fahrzeuge wurden zerstört?', 'de'],
    ['Combien de véhicules ont été détruits ?', 'fr'],
    ['Qu’a dit le porte-parole des forces ?', 'fr'],
    ['¿Quién es el portavoz?', 'es'],
    ['¿Cuántos vehículos fueron destruidos?', 'es'],
    ['Quantos veículos foram destruídos?', 'pt'],
    ['Quem é o porta-voz?', 'pt'],
    ['何台の車両が破壊されましたか', 'ja'],
    ['كم عدد المركبات التي دُمرت؟', 'ar'],
    ['Corvo?', undefined],
    ['', undefined],
    ['Сколько машин уничтожено?', undefined],
  ])('reads "%s" as %s', (question, language) => expect(guessQuestionLanguage(question)).toBe(language));

  it('takes any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect([undefined, 'en', 'de', 'fr', 'es', 'pt', 'ja', 'ar']).toContain(guessQuestionLanguage(text));
      }),
    );
  });
});
