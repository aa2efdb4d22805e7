import { counted } from '../counted.ts';
import { isolated, reports } from '../reports/ar.ts';
import type { Translation } from '../translation.ts';

const sections = counted('ar', {
  zero: 'لا أقسام',
  one: 'قسم واحد',
  two: 'قسمان',
  few: '# أقسام',
  many: '# قسمًا',
  other: '# قسم',
});

/** How the bot leads people to what it can answer. */
export const arGuide = {
  suggested: 'أسئلة تجيب عنها التقارير:',
  nearest: 'أقرب المقاطع، وليست إجابة',
  otherLanguage: (asked, known) =>
    `**يبدو أن لغة هذا السؤال هي ${asked}، ولغة التقارير هي ${known}.** يبحث البوت عن كلمات السؤال ولا يترجم؛ يُرجى طرح السؤال بلغة التقارير: ${known}.`,

  several: (count, given) => `**ما يطابق «${isolated(given)}»: ${reports(count)}.** يُرجى اختيار واحد.`,
  firstOnes: (count) => `هذه أول ${count}؛ كتابة جزء أطول من العنوان تؤدي إلى غيرها.`,
  choose: 'اختيار تقرير',

  smallTalk: {
    greeting: 'مرحبًا! اسألني عن التقارير بكلماتك.',
    thanks: 'على الرحب والسعة. يمكنك متابعة السؤال متى شئت.',
    help: (ask, help) => `اسأل بكلماتك باستخدام ${isolated(ask)}، ويشرح ${isolated(help)} ما سوى ذلك.`,
    empty: (help) => `اكتب سؤالًا بكلماتك، ويشرح ${isolated(help)} ما سوى ذلك.`,
  },

  outline: {
    sections,
    head: 'أقسامه، وكل قسم مع جملته الأولى كلمةً بكلمة. لم يكتب أحد ملخصًا.',
    headParagraphs: 'ليست له أقسام: هذه فقراته، وكل فقرة مع جملتها الأولى كلمةً بكلمة. لم يكتب أحد ملخصًا.',
    reports: (first, last, total) =>
      `**التقارير من ${first} إلى ${last} من أصل ${total}**، وكل تقرير مع جملته الأولى كلمةً بكلمة`,
    open: 'فتح مخطط تقرير',
    button: 'المخطط',
    readFrom: (paragraph) => `القراءة ابتداءً من ¶ ${paragraph}`,
    pages: (first, last) => `العناصر من ${first} إلى ${last}`,
  },

  help: {
    ask: (ask) =>
      `**السؤال:** استخدم ${isolated(ask)} مع سؤال بكلماتك، أو أشر إلى البوت في قناة، أو راسله مباشرةً. تساعد الأسماء والأرقام الواردة في التقارير. والسؤال «عمَّ يتحدث التقرير؟» يعطي مخططًا له.`,
    commands: '**الأوامر التي يمكنك استخدامها**',
    menu: (names) => `في قائمة الرسالة، تحت «التطبيقات»: ${names}`,
    read: '**قراءة الإجابة.** الاقتباس هو نص التقرير نفسه حرفًا بحرف، والجملة التي تجيب **بخط عريض**. وفوقه صاحب القول إذا سمّى التقرير أحدًا، وتحته التقرير ورقم الفقرة (¶) وإصدار المحتوى الذي يتغير بتغيّر التقارير. وما أُشير إلى أنه ليس إجابة فهو قريب منها فقط.',
    promises:
      '**ما لا يضمنه.** يثبت الاقتباس أن هذه الكلمات موجودة في ذلك التقرير، لا أنها صحيحة، ولا أن التقرير كامل.',
  },
} satisfies Translation['guide'];
