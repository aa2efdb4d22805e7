import { countWords, endsSentence } from './classify-line.ts';

/** A block as a rule sees it. */
export interface Candidate {
  readonly text: string;
  /** Where it is: before the first paragraph of prose, between two, or after the last. */
  readonly part: 'head' | 'middle' | 'tail';
  /** Whether it is a paragraph, and not a line of one. */
  readonly alone: boolean;
}

export interface BoilerplateRule {
  /** Completes "removed: ...". */
  readonly why: string;
  readonly form: RegExp;
  /** What else must be true of a block of that form. */
  readonly fits?: (candidate: Candidate) => boolean;
  /** Whether the article is over with it, so that headlines below are those of other articles. */
  readonly closes?: true;
  /** Whether links to other articles may follow. */
  readonly leads?: true;
}

const NETWORKS =
  'facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|e-?mail|mail|bluesky|mastodon|threads|tumblr|pocket|print|messenger|copy link|link';
const BUTTON_WORDS = `share|tweet|retweet|post|pin|save|follow|us|this|it|article|story|page|on|via|to|with|by|and|or|${NETWORKS}`;
const OPENS_QUOTATION = /^["“„«‹‘']/u;
const HOLDS_QUOTATION = /["“”„«»]/u;

/** Tests the whole of a block, not a part of it: a sentence that holds the words is a sentence. */
const whole = (...forms: readonly string[]): RegExp =>
  new RegExp(String.raw`^[^\p{L}\p{N}]*(?:${forms.join('|')})[^\p{L}\p{N}]*$`, 'iu');

const ADVERTISEMENT = whole(
  'ad|ads|advert|adverts|advertisements?|advertising|advertorial|sponsored(?: content| post| links?)?|paid content|promoted',
  'advertisement[ –—:-]+(?:scroll to continue|continue reading below|story continues below)',
  '(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:ad|advertisement))?|continue reading(?: the main story| below)?',
  'anzeige|werbung|publicité|publicidad|publicidade|anuncio|anúncio|annonce',
  'la suite après (?:cette|la) publicité|contin[uú]a (?:leyendo )?(?:después|depois|após) (?:de la|da|a) publicidade?|artikel wird nach der anzeige fortgesetzt',
);
const SHARE = whole(
  'share|share (?:this|on|via|it)|shares?:? \\d+|\\d+ shares?|tweet|tweet this|retweet|pin it|like|follow us|print',
  '(?:share|e-?mail|print|save|tweet|copy)(?: this)?(?: article| story| page| post)',
  `(?:share|tweet|follow us)(?: this)?(?: article| story| page| post)?(?: it)?(?: on| via| with| by)? (?:${NETWORKS})`,
  `(?:share|${NETWORKS})(?:[\\s,/|·•+]+(?:share|${NETWORKS}))+`,
  'teilen|(?:artikel |beitrag )?(?:auf|per|via) (?:facebook|twitter|whatsapp|e-?mail|x) teilen|merken|drucken',
  '(?:partager|compartir|compartilhar|compartilhe)(?: (?:sur|en|no|via|por|cet article|este artículo|esta notícia))?(?: (?:facebook|twitter|whatsapp|x|e-?mail))?',
);
/** The labels of several buttons in one line: "Share on Facebook Tweet Email this story". */
const BUTTONS = whole(`(?:${BUTTON_WORDS})(?:[^\\p{L}\\p{N}]+(?:${BUTTON_WORDS})){1,11}`);
const PRESSED = /\b(?:share|tweet|retweet|follow)\b/iu;
const COMMENTS = whole(
  'comments?(?: \\(\\d+\\))?|\\d+ comments?|(?:leave|post|add|write) a (?:comment|reply)|view (?:all )?comments|(?:view|show|read|see) (?:the )?\\d+ comments|join the (?:conversation|discussion)',
  'comments are (?:closed|moderated|now closed)|(?:log|sign) in to (?:comment|post|reply)|have your say|be the first to comment|what do you think',
  '(?:\\d+ )?kommentare?|kommentar (?:schreiben|verfassen)|(?:\\d+ )?commentaires?|laisser un commentaire|(?:\\d+ )?comentarios?|deja un comentario|(?:\\d+ )?comentários?|deixe (?:um|seu) comentário',
);
/** Sentences of house rules, each by how it begins. */
const COMMENT_NOTICE =
  /^(?:stay on topic\b|please (?:stay|keep your comments) on.topic|(?:please )?keep (?:your )?comments (?:civil|respectful|on topic)|(?:please )?read our (?:commenting|comment) (?:policy|guidelines|rules)|(?:comments|commenters) (?:that|who) (?:violate|break)|we (?:moderate|reserve the right to (?:remove|delete)) comments|your e-?mail address will not be published|deine e-?mail-adresse wird nicht veröffentlicht|votre adresse (?:e-mail|de messagerie) ne sera pas publiée|tu dirección de correo electrónico no será publicada|o seu endereço de e-?mail não será publicado)/iu;
const COOKIES =
  /^(?:we (?:and our partners )?use cookies|(?:this|our) (?:site|website) uses cookies|by (?:continuing|using|clicking)|accept (?:all )?cookies|wir (?:verwenden|nutzen) cookies|diese (?:web)?(?:site|seite) (?:verwendet|nutzt) cookies|nous utilisons des cookies|ce site utilise des cookies|(?:utilizamos|usamos) cookies|(?:este|nuestro|o nosso|nosso) (?:sitio(?: web)?|site) (?:utiliza|usa) cookies)/iu;
const COOKIE_WORDS = /cookies?\b/iu;
const CONSENT =
  /\b(?:accept|agree|consent|experience|privacy|policy|settings|zustimm\w*|datenschutz\w*|einverstanden|erlebnis|acceptez|accepter|confidentialité|expérience|navigation|aceptas?|aceita|privacidad|privacidade|experiencia|experiência)\b/iu;
const NEWSLETTER =
  /^(?:sign up|subscribe|get (?:the|our|more)|join \d[\d,.]* (?:readers|subscribers)|abonnieren sie|jetzt .*newsletter|melden sie sich|newsletter abonnieren|inscrivez-vous|abonnez-vous|recevez|suscríbete|suscríbase|recibe|regístrate|assine|inscreva-se|receba)\b/iu;
const NEWSLETTER_WORDS =
  /\b(?:newsletters?|inbox|briefing|e-?mail updates|alerts|lettre d.information|boletín|boletim|e-?mail)\b/iu;
/** With a colon or a dash another headline follows; without one nothing does. */
const READ_ALSO =
  /^[^\p{L}\p{N}"“„«]*(?:read (?:also|more|next)|also read|see also|more (?:on|from|about) (?:this|the) (?:story|topic)|related(?: (?:articles?|stories|story|content|news|posts?|links|topics?))?|recommended(?: for you| stories)?|you (?:may|might) also like|don.t miss|most (?:read|popular)|more (?:stories|news)|trending(?: now)?|up next|lesen sie (?:auch|mehr|dazu)|mehr zum thema|das könnte sie (?:auch )?interessieren|(?:à )?lire aussi|à lire également|sur le même sujet|lea también|lee también|te puede interesar|noticias relacionadas|leia (?:também|mais)|veja também|saiba mais)\s*(?:$|[:.…»›>]+(?:\s|$)|[–—]\s|\|\s|- )/iu;
const NAVIGATION = whole(
  'skip to (?:main )?content|back to (?:top|home)|go to top|menu|search|log ?in|sign ?in|next article|previous article',
  'zum (?:inhalt|hauptinhalt)(?: springen)?|nach oben|aller au contenu(?: principal)?|retour en haut|saltar al contenido|ir al contenido|pular para o conteúdo|voltar ao topo',
);
const READING_TIME = whole(
  '(?:reading time:? )?\\d+[ -]?min(?:ute)?s?(?: read| to read)?|\\d+ minutes? of reading|lesezeit:? \\d+ ?(?:min(?:uten)?)|(?:temps de )?lecture ?:? ?\\d+ ?min(?:utes)?|\\d+ min(?:utes)? de lecture|(?:tiempo de )?lectura:? \\d+ ?min(?:utos)?|\\d+ min(?:utos)? de (?:lectura|leitura)',
);
const RIGHTS =
  /(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados)\.?$/iu;
const RULER = /^(?:[-–—_=*~•·.#+]\s?){3,}$/u;

/** No boilerplate is longer, and no rule has to look at more. In characters. */
const MOST_LENGTH = 1000;
/** A notice is short. In words. */
const NOTICE_WORDS = 45;
/** A headline of another article, or an offer. In words. */
const LINE_WORDS = 30;

const isNotice = ({ text }: Candidate): boolean =>
  countWords(text) <= NOTICE_WORDS && !HOLDS_QUOTATION.test(text);
const isNoticeBelow = (line: Candidate): boolean => line.part === 'tail' && isNotice(line);

const RULES: readonly BoilerplateRule[] = [
  { why: 'an advertisement line', form: ADVERTISEMENT },
  { why: 'a share line', form: SHARE },
  { why: 'a share line', form: BUTTONS, fits: ({ text }) => PRESSED.test(text) && !endsSentence(text) },
  { why: 'a comment line', form: COMMENTS, closes: true },
  { why: 'a comment notice', form: COMMENT_NOTICE, fits: isNoticeBelow, closes: true },
  {
    why: 'a cookie notice',
    form: COOKIES,
    fits: (line) =>
      COOKIE_WORDS.test(line.text) &&
      (CONSENT.test(line.text) || countWords(line.text) <= 4) &&
      isNotice(line),
  },
  {
    why: 'a newsletter notice',
    form: NEWSLETTER,
    fits: (line) => NEWSLETTER_WORDS.test(line.text) && countWords(line.text) <= LINE_WORDS && isNotice(line),
  },
  {
    why: 'a line that leads to another article',
    form: READ_ALSO,
    fits: ({ text }) => countWords(text) <= LINE_WORDS,
    closes: true,
    leads: true,
  },
  { why: 'a line of navigation', form: NAVIGATION },
  { why: 'a reading time', form: READING_TIME },
  { why: 'a copyright line', form: RIGHTS, fits: isNoticeBelow, closes: true },
  { why: 'a line of signs', form: RULER, fits: ({ alone }) => alone },
];

/** The first rule that takes a block for boilerplate. What opens with a quotation mark is somebody's words, and stays. */
export const findBoilerplateRule = (candidate: Candidate): BoilerplateRule | undefined =>
  candidate.text.length > MOST_LENGTH || OPENS_QUOTATION.test(candidate.text)
    ? undefined
    : RULES.find(({ form, fits }) => form.test(candidate.text) && (fits?.(candidate) ?? true));

/** Whether `text` would be boilerplate as a paragraph in that part. */
export const isBoilerplate = (text: string, part: Candidate['part']): boolean =>
  findBoilerplateRule({ text, part, alone: true }) !== undefined;
