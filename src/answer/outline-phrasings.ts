import { expand } from 'brace-expansion';
import { plainPhrase } from '../text/plain-phrase.ts';

/** How people ask in one language what a text is about. */
interface Phrasing {
  /** Forms of {@link plainPhrase}, as a shell expands braces; `*` is what is asked about. */
  readonly forms: string;
  /** Words before a noun that single out no report. */
  readonly which: string;
  /** What a report is called. */
  readonly nouns: string;
  /** Stands for the reports by itself. */
  readonly alone?: string;
}

const SUMMARY =
  '{summary,overview,outline,gist,recap,abstract,synopsis,digest,table of contents,main points,key points,highlights,takeaways,tl dr,tldr}';

/** English first: by its words a question names a report. Commas outside braces part the forms. */
const WRITTEN: readonly Phrasing[] = [
  {
    forms: `
      {what is,what s,whats,what are,what re,what was,what were,what} * {,all }about,
      {what is,what s,whats,what are,what re} {it,they} {,all }about, sum it up, {summarize,summarise,recap,outline} {it,them},
      what {does,do} * {cover,deal with,discuss,contain,talk about,speak about,say,treat,describe,include,tell me,tell us,tell},
      {what is,what s,whats} {in,inside} *,
      {what is,what s,whats} the {topic,subject,content,gist,main point,main idea,main topic,theme,essence} of *,
      what are the {,main ,key }{topics,subjects,points,contents,sections,chapters,themes}{, of *, in *},
      {what is,what s,whats,what are} the ${SUMMARY}{, of *},
      {summarize,summarise,sum up,recap,outline}{, *}, sum * up,
      ${SUMMARY}{, of *, for *, on *, about *}, {tl dr,tldr} *,
      {tell me about,tell us about,describe,introduce} *`,
    which: 'the this that these those your our all of each every whole entire full latest current',
    alone: 'this,these,all this,all of this,all of these,all of it,everything,here',
    nouns:
      'report reports article articles document documents doc docs paper papers story stories text texts source sources piece pieces file files news content contents',
  },
  {
    forms: `
      {worum,um was} {geht es,geht s,gehts}{, hier,{ hier,} {in,bei} *},
      {wovon,von was} {handelt,handeln} *, was steht in *,
      {fass,fasse,fassen sie,fasst}{, mir, uns} * zusammen,
      {zusammenfassung,überblick,übersicht,inhaltsangabe,inhalt}{, *, von *, über *}`,
    which: 'in der die das den dem des dieser diese dieses diesen diesem alle allen aller hier von',
    nouns:
      'bericht berichte berichten berichts berichtes artikel artikeln artikels dokument dokumente dokumenten text texte texten textes',
  },
  {
    forms: `
      de quoi {parle,parlent,traite,traitent,s agit il,est il question}{, *, dans *},
      que {disent,dit,contient,contiennent} *, {résume,résumez,résumer}{, moi, nous}{, *},
      {résumé,aperçu,sommaire,synthèse}{, *}`,
    which: 'le la les l du de des d ce cet cette ces tous',
    nouns: 'rapport rapports article articles document documents texte textes',
  },
  {
    forms: `
      {de,sobre} qué {trata,tratan,habla,hablan,va,van,se trata}{, *}, qué {dice,dicen,contiene,contienen} *,
      {resume,resúmeme,resuma,resumir}{, *}, {resumen,esquema,síntesis}{, *}`,
    which: 'el la los las del de este esta estos estas todos',
    nouns: 'informe informes artículo artículos documento documentos texto textos reporte reportes',
  },
  {
    forms: `
      {do,de,sobre o} que {trata,tratam,fala,falam,se trata,é,são}{, *}, o que {diz,dizem,contém} *,
      {resuma,resume,resumir}{, *}, {resumo,síntese,visão geral}{, *}`,
    which: 'o a os as do da dos das de este esta estes estas todos',
    nouns: 'relatório relatórios artigo artigos documento documentos texto textos',
  },
  {
    forms: `
      *{は,って,}{何について,何の話,どんな内容,どういう内容}{,です,ですか,なの,なんですか},
      *{の内容は,には何が書いてありますか,には何が書いてある}{,何ですか},
      *{の,を,}{要約,概要,まとめ}{,は,して,を教えて,を教えてください,してください,をお願いします},
      {要約,概要,まとめ}{,して,を教えて,を教えてください,してください,をお願いします}`,
    which: '',
    nouns: 'この報告書 その報告書 報告書 このレポート レポート この記事 記事 この文書 文書 これ',
  },
  {
    forms: `
      {عم,عما,عن ماذا,عن أي شيء,ما الذي,ماذا} {يتحدث,تتحدث,يتناول,تتناول,يدور,يقول}{, عنه} *,
      ما{, هو} {موضوع,مضمون,محتوى,ملخص} *, {لخص,لخصي,لخصوا}{, لي} *, {ملخص,خلاصة,موجز}{, *}`,
    which: 'هذا هذه كل',
    nouns: 'التقرير التقارير تقرير المقال المقالة النص الوثيقة',
  },
];

/** A form as it is compared: what stands before and after what is asked about; without `after`, nothing is named. */
export interface OutlineForm {
  readonly before: string;
  readonly after?: string;
}

export interface OutlinePhrasing {
  readonly forms: readonly OutlineForm[];
  readonly which: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
}

const phrasesIn = (list: string, between: string): ReadonlySet<string> =>
  new Set(list.split(between).map(plainPhrase));

export const outlinePhrasings: readonly OutlinePhrasing[] = WRITTEN.map(
  ({ forms, which, nouns, alone = '' }) => ({
    forms: expand(`{${forms.replaceAll(/\s+/gu, ' ')}}`).map((form) => toForm(form.trim())),
    which: phrasesIn(which, ' '),
    nouns: phrasesIn(nouns, ' '),
    alone: phrasesIn(alone, ','),
  }),
);

function toForm(text: string): OutlineForm {
  const [before = '', after] = text.split('*');
  const [head, tail] = [plainPhrase(before), plainPhrase(after ?? '')];
  if (after === undefined) return { before: head };
  return {
    before: before.endsWith(' ') ? `${head} ` : head,
    after: after.startsWith(' ') ? ` ${tail}` : tail,
  };
}
