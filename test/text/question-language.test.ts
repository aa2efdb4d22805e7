import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOtherLanguage } from '../../src/text/question-language.ts';
import { englishQuestions } from '../support/english-questions.ts';

const inEnglish = (question: string) => findOtherLanguage(question, ['en-GB']);

describe('findOtherLanguage()', () => {
  it.each([
    [
      'de',
      [
        'Wie viele Fahrzeuge wurden zerstört?',
        'Wer ist Yahya Rasool?',
        'was ist mit den kindern passiert',
        'Wo liegt Falludscha?',
        'Wann wurde das Video veröffentlicht?',
        'WER HAT DEN KONVOI ANGEGRIFFEN',
        'Wer sprach?',
      ],
    ],
    [
      'fr',
      [
        'Combien de véhicules ont été détruits ?',
        'Qui est Yahya Rasool ?',
        'ou se trouve le lac Tharthar et qui y est',
        'Pourquoi les officiers ne sont-ils pas nommés ?',
        'Que dit le Pentagone ?',
      ],
    ],
    [
      'es',
      [
        '¿Cuántos vehículos fueron destruidos?',
        'quien es Yahya Rasool',
        '¿Qué dijo el Pentágono sobre los niños?',
        '¿Dónde está Faluya?',
      ],
    ],
    [
      'pt',
      [
        'Quantos veículos foram destruídos?',
        'Quem é Yahya Rasool?',
        'O que disse a UNICEF sobre as crianças? Quando foi?',
        'onde fica Fallujah',
      ],
    ],
    [
      'it',
      [
        'Quanti veicoli sono stati distrutti?',
        'Chi è Yahya Rasool e che cosa ha detto?',
        'perché gli ufficiali non hanno dato il nome',
        'Dove si trova Falluja?',
      ],
    ],
    [
      'nl',
      [
        'Hoeveel voertuigen werden vernietigd?',
        'Wie is Yahya Rasool en wat zei hij niet?',
        'waarom wilden de officieren niet genoemd worden',
      ],
    ],
    ['pl', ['Ile pojazdów zostało zniszczonych?', 'Kto jest rzecznikiem?', 'gdzie jest Faludża']],
    ['tr', ['Kaç araç imha edildi?', 'Yahya Rasool kimdir?', 'Felluce nerede ve neden önemli?']],
    ['sv', ['Hur många fordon förstördes?', 'Vem är Yahya Rasool?', 'varför ville de inte bli namngivna']],
    ['id', ['Berapa kendaraan yang hancur?', 'Siapa Yahya Rasool?']],
    ['ja', ['何台の車両が破壊されましたか？', 'ヤヒヤ・ラスールとは誰ですか']],
    ['zh', ['有多少车辆被摧毁？', '亚希亚是谁']],
    ['ko', ['몇 대의 차량이 파괴되었습니까?']],
    ['ar', ['كم عدد المركبات التي دمرت؟', 'من هو يحيى رسول؟']],
    ['ru', ['Сколько машин было уничтожено?', 'Кто такой Яхья Расул?']],
    ['uk', ['Скільки машин було знищено і де це сталося?']],
    ['el', ['Πόσα οχήματα καταστράφηκαν;']],
    ['he', ['כמה כלי רכב הושמדו?']],
    ['hi', ['कितने वाहन नष्ट हुए?']],
  ])('hears %s', (language, questions) =>
    expect(questions.map(inEnglish)).toEqual(questions.map(() => language)),
  );

  it.each([
    'Who is El Niño de la Vega?',
    'Where is Rio de Janeiro?',
    'capital of Côte d’Ivoire',
    'el nino la nina',
    'les miserables',
    'Las Vegas de la Cruz',
    'Vincent van Gogh de Kooning',
    'Kim Jong-un age',
    'die hard was in la',
    'What is une femme est une femme?',
    'who sang que sera sera',
    'Der Spiegel und Die Zeit',
    'What did Le Monde say in "Qui est Charlie"?',
    'How many IS fighters were killed near al-Boukamal?',
    'Who was Wernher von Braun?',
    'wat did he say',
    'vehicles destroyed',
    'Привет means what?',
    'What does 平和 mean?',
    'Al Qaeda vs ISIL',
    'UNICEF',
    '',
    '?!',
    '42',
  ])('leaves "%s" as it is', (question) => expect(inEnglish(question)).toBeUndefined());

  it('never takes an English question for another, of all that the project has, in capitals or small letters', () => {
    const questions = englishQuestions();
    expect(questions.length).toBeGreaterThan(700);
    const forms = questions.flatMap((each) => [each, each.toLowerCase(), each.toUpperCase()]);
    expect(forms.filter((each) => inEnglish(each) !== undefined)).toEqual([]);
  });

  it.each([
    ['one of several languages', 'Wer ist Yahya Rasool?', ['en', 'de-AT'], undefined],
    ['English, where the reports are in German', 'Who is the man that they saw?', ['de'], undefined],
    ['French, where the reports are in German', 'Qui est Yahya Rasool ?', ['de'], 'fr'],
    [
      'Chinese, where the reports are in Japanese, which has its signs',
      '有多少车辆被摧毁？',
      ['ja'],
      undefined,
    ],
  ])('is silent or not: %s', (_, question, known, expected) =>
    expect(findOtherLanguage(question, known)).toBe(expected),
  );

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(inEnglish(text) ?? '').toMatch(/^(?:[a-z]{2})?$/u);
      }),
    );
  });
});
