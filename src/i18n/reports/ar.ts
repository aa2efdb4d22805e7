import { counted } from '../counted.ts';
import type { Translation } from '../translation.ts';

const LOCALE = 'ar';

export const reports = counted(LOCALE, {
  zero: 'لا تقارير',
  one: 'تقرير واحد',
  two: 'تقريران',
  few: '# تقارير',
  many: '# تقريرًا',
  other: '# تقرير',
});
export const paragraphs = counted(LOCALE, {
  zero: 'لا فقرات',
  one: 'فقرة واحدة',
  two: 'فقرتان',
  few: '# فقرات',
  other: '# فقرة',
});
export const times = counted(LOCALE, { one: 'مرة واحدة', two: 'مرتين', few: '# مرات', other: '# مرة' });
export const characters = counted(LOCALE, { few: '# أحرف', many: '# حرفًا', other: '# حرف' });
// In the genitive, for they stand behind a preposition.
const ofMinutes = counted(LOCALE, {
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  other: '# دقيقة',
});

/** Keeps text of any direction whole inside a line that runs from right to left (first strong isolate, UAX #9). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** In Arabic, the parts of a date would stand in the opposite order. */
const DATE = isolated('2016-07-01');

/** What `/reports` says, in Arabic. */
export const arReports = {
  refused: (why) => `**لم يتغير شيء:** ${isolated(why)}.`,
  notImported: (source, why) => `**لم يُستورد ${isolated(source)}:** ${isolated(why)}.`,
  oneSource: 'يُرجى إرفاق ملف أو كتابة رابط.',
  busy: 'يجري الآن تغيير آخر لهذه التقارير. يُرجى المحاولة مجددًا بعد قليل.',
  gone: 'لم تعد هذه المعاينة صالحة: فقد نُشر التقرير أو جرى تجاهله، أو مضى على المعاينة أكثر من يوم. يُرجى استيراد التقرير من جديد.',
  noReport: (id) => `لا يوجد هنا تقرير باسم «${isolated(id)}».`,
  none: `لا توجد هنا تقارير بعد. يمكن إضافة تقرير بواسطة ${isolated('`/reports add`')}.`,
  whose: { own: 'تقارير هذا الخادم الخاصة', shared: 'التقارير المشتركة بين كل الخوادم' },
  notADate: (text) => `«${isolated(text)}» ليس تاريخًا: يُكتب التاريخ على هذا النحو: ${DATE}.`,

  limits: {
    reports: (most) => `لهذا الخادم ${reports(most)}، وهذا أقصى ما يُسمح له به`,
    size: (most) => `سيتجاوز حجم تقارير هذا الخادم ${most} ميغابايت`,
    imports: (most, minutes) =>
      `استورد هذا الخادم ${times(most)} خلال ساعة، ويمكنه الاستيراد مجددًا بعد ${ofMinutes(minutes)}`,
  },

  preview: {
    head: '**معاينة.** لا يراها أحد غيرك، ولم يُنشر شيء بعد.',
    replaces: 'سيحل محل التقرير الذي يحمل هذا المعرّف.',
    first: 'الفقرة الأولى:',
    last: 'الفقرة الأخيرة:',
    removed: counted(LOCALE, {
      one: 'استُبعد جزء واحد:',
      two: 'استُبعد جزآن:',
      few: 'استُبعدت # أجزاء:',
      many: 'استُبعد # جزءًا:',
      other: 'استُبعد # جزء:',
    }),
    removedFile: 'يضم الملف كل ما استُبعد.',
    notes: 'يُرجى الانتباه إلى ما يلي:',
    suggested: 'أسئلة لاقتراحها على الأعضاء، يجيب هذا التقرير عن كل منها. يُرجى إزالة ما لا يصلح منها:',
    suggestedNone: 'لم يُعثر على أسئلة لاقتراحها.',
    keep: 'أسئلة للاقتراح',
    publish: 'نشر',
    edit: 'تعديل البيانات',
    discard: 'تجاهل',
    discarded: 'تم التجاهل. لم يُنشر شيء.',
  },

  notes: {
    noPublisher: 'الناشر غير مذكور',
    noDate: 'التاريخ غير مذكور',
    sameTitle: (title, id) =>
      `يوجد هنا تقرير بعنوان ${isolated(title)} (${isolated(id)})؛ ويميّز بينهما الناشر والتاريخ عند ذكر المصدر`,
    standsElsewhere: (paragraph, title, other) =>
      `الفقرة ¶ ${paragraph} موجودة أيضًا في ${isolated(title)}، وهي فيه ¶ ${other}`,
    moreStandElsewhere: counted(LOCALE, {
      one: 'وكذلك فقرة أخرى',
      two: 'وكذلك فقرتان أخريان',
      few: 'وكذلك # فقرات أخرى',
      other: 'وكذلك # فقرة أخرى',
    }),
    long: (paragraph, length) =>
      `طول الفقرة ¶ ${paragraph} يبلغ ${characters(length)}، فيشغل اقتباسها عدة صفحات`,
    language: (named, looks) => `يذكر التقرير أن لغته ${isolated(named)}، لكنها تبدو ${isolated(looks)}`,
  },

  form: {
    title: 'بيانات التقرير',
    add: 'إضافة تقرير من عنوان',
    file: `لإضافة ملف استخدم ${isolated('/reports add')}.`,
    fields: {
      title: 'العنوان',
      publisher: 'الناشر',
      published: `التاريخ، مثل ${DATE}`,
      url: 'رابط المصدر',
      language: 'اللغة، مثل en أو pt-BR',
    },
  },

  published: (title) => `**نُشر:** ${isolated(title)}.`,
  edited: (title) => `**عُدّل:** ${isolated(title)}.`,
  removedNow: (title) =>
    `**أُزيل:** ${isolated(title)}. يمكن استعادته بواسطة ${isolated('`/reports rollback`')}.`,
  nothingToUndo: 'لا يوجد تغيير كهذا يمكن الرجوع عنه.',
  failed: '**لم يتغير شيء:** في مجلد هذه التقارير أخطاء.',
  confirmRemoval: (title) =>
    `هل تريد إزالة ${isolated(title)}؟ ستزول معه الإجابات المأخوذة منه. ويمكن استعادته بالرجوع عن التغيير.`,
  serves: (reportCount, paragraphCount, version) =>
    `ما يُسأل هنا الآن: ${reports(reportCount)}، ${paragraphs(paragraphCount)} (إصدار المحتوى ${isolated(version)}).`,

  history: {
    none: 'لم يتغير شيء هنا بعد.',
    head: '**التغييرات**، بدءًا بأحدثها',
    folder: 'في المجلد',
    change: { added: 'أُضيف', changed: 'تغيّر', removed: 'أُزيل' },
    more: counted(LOCALE, {
      one: 'لم يُعرض تغيير سابق واحد',
      two: 'لم يُعرض تغييران سابقان',
      few: 'لم تُعرض # تغييرات سابقة',
      many: 'لم يُعرض # تغييرًا سابقًا',
      other: 'لم يُعرض # تغيير سابق',
    }),
  },
} satisfies Translation['reports'];
