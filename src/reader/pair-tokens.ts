import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import type { Span } from '../text/span.ts';

/** A question and a text as the network takes them: `[CLS] question [SEP] text [SEP]`. */
export interface PairTokens {
  readonly ids: readonly number[];
  /** Where the text's tokens begin; the last token of all is a [SEP]. */
  readonly textFrom: number;
  /** For each of the text's tokens, the word it is of, as a range of the text. */
  readonly words: readonly Span[];
}

export interface PairTokenizer {
  /** Ids of the tokens of `text`, without [CLS] and [SEP]. */
  encode(text: string): readonly number[];
  /**
   * The text's tokens after {@link TEXT_LIMIT} are left out, and the question's after {@link QUESTION_LIMIT}.
   * Text that spells a special token, such as "[SEP]", is read as plain text.
   */
  pair(question: string, text: string): PairTokens;
}

/** In tokens. Discord's longest question has some 70 of them. */
const QUESTION_LIMIT = 96;
/** In tokens; the network has positions for 512. Who asks cuts longer paragraphs first. */
const TEXT_LIMIT = 320;

/**
 * What BERT's tokenizer never joins (Devlin et al., 2019; `BasicTokenizer`): white space parts words, and each
 * punctuation mark, any ASCII symbol among them, and each CJK ideograph stands alone.
 */
const ALONE = String.raw`\p{P}$+<=>^\x60|~\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}`;
const WORDS = new RegExp(String.raw`[${ALONE}]|[^${ALONE}\p{Z}\t\n\r]+`, 'gu');

/** A word is looked up once: 20 microseconds are saved for each that comes again. */
const MOST_WORDS = 20_000;

const modelFile = z.looseObject({ model: z.looseObject({ vocab: z.record(z.string(), z.number()) }) });

/** `file`: the content of a `tokenizer.json`. @throws when it has no vocabulary, or lacks a special token. */
export function createPairTokenizer(file: string): PairTokenizer {
  const { truncation: _, padding: __, ...config } = modelFile.parse(JSON.parse(file));
  const tokenizer = new Tokenizer(config, {});
  const idOf = (token: string): number => {
    const id = tokenizer.token_to_id(token);
    if (id === undefined) throw new Error(`The tokenizer has no token "${token}"`);
    return id;
  };
  const [cls, sep] = [idOf('[CLS]'), idOf('[SEP]')];
  const known = new Map<string, readonly number[]>();

  function encodeWord(word: string): readonly number[] {
    const found = known.get(word);
    if (found !== undefined) return found;
    const { ids } = tokenizer.encode(word, { add_special_tokens: false });
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, ids);
    return ids;
  }

  const encode = (text: string): readonly number[] =>
    Array.from(text.matchAll(WORDS), ([word]) => encodeWord(word)).flat();

  return {
    encode,
    pair(question, text) {
      const ids = [cls, ...encode(question).slice(0, QUESTION_LIMIT), sep];
      const textFrom = ids.length;
      const words: Span[] = [];
      for (const { 0: word, index } of text.matchAll(WORDS)) {
        const tokens = encodeWord(word);
        if (words.length + tokens.length > TEXT_LIMIT) break;
        for (const id of tokens) {
          ids.push(id);
          words.push({ start: index, end: index + word.length });
        }
      }
      return { ids: [...ids, sep], textFrom, words };
    },
  };
}
