import { counted, numbered } from './counted.ts';
import { arGuide } from './guide/ar.ts';
import { arReports, characters, isolated, paragraphs, reports, times } from './reports/ar.ts';
import type { Translation } from './translation.ts';

const LOCALE = 'ar';

const servers = counted(LOCALE, {
  zero: 'لا خوادم',
  one: 'خادم واحد',
  two: 'خادمان',
  few: '# خوادم',
  many: '# خادمًا',
  other: '# خادم',
});
const quoteParts = counted(LOCALE, {
  two: 'جزءا الاقتباس موجودان',
  other: 'أجزاء الاقتباس، وعددها #، موجودة',
});

// In the genitive, for they stand behind a preposition or the like.
const ofPeople = counted(LOCALE, {
  one: 'شخص واحد',
  two: 'شخصين',
  few: '# أشخاص',
  many: '# شخصًا',
  other: '# شخص',
});
const ofSeconds = counted(LOCALE, {
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  other: '# ثانية',
});
const ofDays = counted(LOCALE, {
  one: 'يوم واحد',
  two: 'يومين',
  few: '# أيام',
  many: '# يومًا',
  other: '# يوم',
});
const ofPlaces = counted(LOCALE, {
  one: 'موضع واحد',
  two: 'موضعين',
  few: '# مواضع',
  many: '# موضعًا',
  other: '# موضع',
});
const ofMorePlaces = counted(LOCALE, {
  one: 'موضع آخر',
  two: 'موضعين آخرين',
  few: '# مواضع أخرى',
  many: '# موضعًا آخر',
  other: '# موضع آخر',
});

const range = numbered<number | string>(String, (first, last) => `من ${first} إلى ${last}`);
const passages = numbered<number>(
  (at) => `المقطع ${at}`,
  (first, last) => `المقاطع من ${first} إلى ${last}`,
);
const gaps = numbered<number>(
  (at) => `الثغرة ${at}`,
  (first, last) => `الثغرات من ${first} إلى ${last}`,
);

/**
 * Modern Standard Arabic, impersonal where it can be. Discord has no Arabic locale, so that its clients would never
 * show Arabic names of commands and options: they are the English ones, which people see and type.
 */
export const ar: Translation = {
  language: 'ar',

  inQuotes: (text) => `«${isolated(text)}»`,

  commands: {
    ask: {
      name: 'ask',
      description: 'اقتباس المقطع الذي يجيب عن السؤال من التقارير',
      options: {
        question: ['question', 'ما تريد معرفته، بكلماتك الخاصة'],
        report: ['report', 'الإجابة من هذا التقرير وحده'],
        private: ['private', 'إظهار الإجابة لك وحدك'],
      },
    },
    search: {
      name: 'search',
      description: 'سرد المقاطع التي تتضمن كلماتك، بدءًا بأنسبها',
      options: {
        words: ['words', 'الكلمات بأي صيغة؛ و«بين علامتي اقتباس» كما هي؛ و-كلمة لما يجب ألا يرد'],
        report: ['report', 'البحث في هذا التقرير وحده'],
      },
    },
    read: {
      name: 'read',
      description: 'معرفة ما يتحدث عنه تقرير وقراءته ابتداءً من أي فقرة',
      options: {
        report: ['report', 'التقرير المراد قراءته'],
        paragraph: ['paragraph', 'رقم الفقرة التي تبدأ منها القراءة، كما في ¶ 7 (وإلا فالمخطط)'],
      },
    },
    verify: {
      name: 'verify',
      description: 'التحقق من ورود اقتباس في التقارير كلمةً بكلمة',
      options: {
        quote: ['quote', 'الكلمات كما اقتُبست؛ ويجوز أن تحل علامة الحذف محل كلمات متروكة'],
      },
    },
    sources: { name: 'sources', description: 'سرد التقارير التي تُستمد منها الإجابات' },
    about: {
      name: 'about',
      description: 'ممَّ يستمد هذا البوت إجاباته، وكيف، وما الذي يحفظه، وما الذي لا يضمنه',
      replies: {
        what: 'يجيب **Pilcrow** من التقارير، ولا يجيب أبدًا بكلمات من عنده.',
        how: (paragraphCount: number, reportCount: number, version: string) =>
          `يبحث في تقاريره (${reports(reportCount)}، ${paragraphs(paragraphCount)}، إصدار المحتوى ${version} الذي يتغير بتغيّر التقارير) ويقتبس الفقرة التي تجيب كلمةً بكلمة، مع مصدرها وصاحب القول. وإذا لم تُجب التقارير، صرّح بذلك.`,
        proves:
          '**ما يثبته الاقتباس:** أن هذه الكلمات موجودة في ذلك التقرير. ولا يثبت أنها صحيحة، ولا أن التقرير كامل.',
        keeps: (days: number) =>
          `**ما يحفظه:** الأسئلة التي لم تُجَب، والأصوات مع الأسئلة التي تخصها، مدة ${ofDays(days)}؛ وإعدادات كل خادم. ولا يحفظ عمّن صوّت إلا بصمة تجزئة بمفتاح، ولا يحفظ شيئًا عمّن سأل.`,
        keepsNothing: '**ما يحفظه:** لا شيء.',
        remembers:
          '**ما يتذكره:** آخر إجابة تلقيتها في القناة، لعشر دقائق وفي الذاكرة فقط، كي تتمكن من متابعة السؤال.',
        noModel: 'لا يكتب هنا أي نموذج لغوي: شبكة صغيرة تشير إلى كلمات في التقارير.',
        version: (version: string, command: string) =>
          `إصدار Pilcrow هو ${isolated(version)}. يسرد ${isolated(command)} التقارير.`,
      },
    },
    help: {
      name: 'help',
      description: 'كيف تسأل، وأي الأوامر يمكنك استخدامها، وكيف تُقرأ الإجابة',
    },
    reload: {
      name: 'reload',
      description: 'إعادة تحميل التقارير من القرص (لمديري البوت فقط)',
    },
    rollback: {
      name: 'rollback',
      description: 'الرجوع إلى التقارير كما كانت قبل آخر تغيير لها (لمديري البوت فقط)',
    },
    status: {
      name: 'status',
      description: 'حالة البوت: مدة التشغيل والأسئلة والسرعة والذاكرة (لمديري البوت فقط)',
    },
    gaps: {
      name: 'gaps',
      description: 'الأسئلة التي لم تُجَب والمقاطع المُعلَّم عليها بأنها خاطئة (لمن يدير التقارير)',
      options: { export: ['export', 'الحصول عليها كلها جدولًا في ملف (CSV)'] },
    },
    settings: {
      name: 'settings',
      description: 'كيف يجيب البوت في هذا الخادم (يتطلب إذن إدارة الخادم)',
      options: {
        report: ['report', 'التقرير الذي تُوجَّه إليه الأسئلة التي لا تحدد تقريرًا'],
        reports: ['reports', 'التقارير التي تُسأل هنا'],
        mentions: ['mentions', 'هل يجيب البوت عن الرسائل التي تشير إليه'],
      },
    },
    reports: {
      name: 'reports',
      description: 'إضافة التقارير التي تُسأل هنا وتعديلها وإزالتها (يتطلب إذن إدارة الخادم)',
      options: {
        add: ['add', 'استيراد ملف أو صفحة ويب، مع معاينة قبل النشر'],
        'add file': ['file', 'نص أو Markdown أو HTML أو PDF أو Word'],
        'add url': ['url', 'رابط صفحة ويب أو ملف؛ ومع ملف مرفق: مصدر ذلك الملف'],
        'add title': ['title', 'العنوان، إن كنت تعرفه أدق مما في المصدر'],
        'add publisher': ['publisher', 'من نشر التقرير'],
        'add published': ['published', `تاريخ النشر، مثل ${isolated('2016-07-01')}`],
        'add language': ['language', 'لغة التقرير، مثل en أو pt-BR'],
        shared: ['shared', 'التقارير المشتركة بين كل الخوادم (لمديري البوت فقط)'],
        list: ['list', 'سرد التقارير مع بياناتها'],
        show: ['show', 'الحصول على ملف تقرير'],
        report: ['report', 'التقرير المقصود'],
        edit: ['edit', 'تعديل بيانات تقرير'],
        remove: ['remove', 'إزالة تقرير'],
        history: ['history', 'من غيّر، وماذا غيّر، ومتى'],
        rollback: ['rollback', 'الرجوع عن آخر تغيير، أو عن كل التغييرات حتى تغيير محدد'],
        'rollback change': ['change', 'التغيير المطلوب الرجوع إلى ما قبله (آخر تغيير إن لم يُحدَّد)'],
      },
    },
    'Ask the reports': { name: 'Ask the reports' },
    'Check against the reports': { name: 'Check against the reports' },
  },

  answer: {
    noQuestion: '(لا سؤال)',
    tied: '**مقطعان يناسبان هذا السؤال بالقدر نفسه:**',
    unanswered: '**لا تجيب التقارير عن هذا.**',
    unansweredBy: (title) => `**التقرير** ${isolated(title)} **لا يجيب عن هذا.**`,
    nearest: 'أقرب المقاطع، **وليست إجابة**:',
    noneAnswers: 'أقرب المقاطع، **ولا يذكر أيٌّ منها المطلوب.**',
    nothingAsked:
      '**ليس في هذا السؤال ما يمكن البحث عنه.** يُرجى أن يتضمن السؤال اسمًا أو رقمًا أو كلمة من التقارير.',
    missing: (words) => `لا ذكر في التقارير لما يلي: ${words}.`,
    missingFrom: (title, words) => `لا ذكر في ${isolated(title)} لما يلي: ${words}.`,
    others: 'مقاطع أخرى عُثر عليها',
    open: 'فتح أحد المقاطع التي عُثر عليها',
    readAs: 'فُهم السؤال هكذا:',
    askedBy: (mention) => `صاحب السؤال: ${isolated(mention)}`,
    allReports: 'كل التقارير',
  },

  passage: {
    sentenceBefore: 'الجملة السابقة:',
    saidBy: (name) => `القائل بحسب التقرير: **${isolated(name)}**`,
    withheld: 'يتعذر عرض هذا المقطع هنا بدقة. يمكن قراءته في موضعه:',
    crowded: 'يتعذر عرض هذا المقطع هنا إلى جانب المقاطع الأخرى. يمكن فتحه لقراءته منفردًا:',
    part: (part, parts) => `الجزء ${part} من ${parts} من هذه الفقرة.`,
    partOfSentence: 'جزء من جملة طويلة. يمكن فتح المقطع لقراءتها كاملة.',
    section: (heading) => `قسم «${isolated(heading)}»`,
    place: (paragraph, count) => `¶ ${paragraph} من ${count}`,
    content: (version) => `إصدار المحتوى ${version}`,
    piece: (paragraph, part) => `¶ ${paragraph}، الجزء ${part}`,
    of: (piece, count) => `${piece} من ${count}`,
    range,
    sectionCount: (count) => `مجموع فقرات القسم: ${count}`,
    reportEnds: 'هنا ينتهي التقرير',
  },

  buttons: {
    part: (part, parts) => `الجزء ${part} من ${parts}`,
    before: (paragraph) => `السابقة: ¶ ${paragraph}`,
    after: (paragraph) => `التالية: ¶ ${paragraph}`,
    section: 'القسم كاملًا',
    source: 'فتح المصدر',
    remove: 'إزالة',
    share: 'مشاركة في القناة',
    backTo: (paragraph) => `العودة إلى ¶ ${paragraph}`,
    back: (piece) => `رجوع: ${piece}`,
    readOn: (piece) => `متابعة القراءة: ${piece}`,
    passages,
    reports: numbered<number>(
      (at) => `التقرير ${at}`,
      (first, last) => `التقارير من ${first} إلى ${last}`,
    ),
    gaps: numbered<number>(
      (at) => `البند ${at}`,
      (first, last) => `البنود من ${first} إلى ${last}`,
    ),
    openPassage: 'فتح مقطع',
    askAgain: 'طرح السؤال من جديد',
    asWritten: 'اسأل كما كُتب',
    searchAgain: 'البحث من جديد',
    listAgain: 'عرض القائمة من جديد',
    readAgain: (paragraph) => `القراءة من جديد ابتداءً من ¶ ${paragraph}`,
    helped: 'إجابة مفيدة',
    wrong: 'مقطع خاطئ',
    dismiss: (entry) => `استبعاد ${entry}`,
  },

  notes: {
    changed: (version) => `**تغيّرت التقارير منذ هذه الإجابة** (إصدار المحتوى الآن ${version}).`,
    seeNow: (button) => `يعرض زر **${button}** ما تقوله الآن.`,
    useNow: (command) => `يمكن استخدام ${isolated(command)} لمعرفة ما تقوله الآن.`,
    reportGone: (command) => `لم يعد هذا التقرير من بينها: انظر ${isolated(command)}.`,
    unknownButton: (command) => `لم يعد هذا الزر يعمل. يمكن استخدام ${isolated(command)} بدلًا منه.`,
    onlyAsker: 'لا يمكن أن يزيل هذه الإجابة إلا صاحب السؤال.',
    unknownCommand:
      'لم يعد هذا الأمر موجودًا في البوت. يمكن لأحد مديريه نشر الأوامر الحالية بواسطة `npm run register`.',
    apology: 'حدث خطأ من جانبنا. لم يُفقد شيء؛ يُرجى المحاولة مرة أخرى.',
    unknownReport: (id, command) =>
      `لا يوجد تقرير باسم «${isolated(id)}». يُرجى اختيار تقرير من قائمة الخيار، أو انظر ${isolated(command)}.`,
    noParagraph: (paragraph, title, count) =>
      `لا توجد ¶ ${paragraph} في ${isolated(title)}: فقراته مرقّمة من 1 إلى ${count}.`,
    noText: 'لا نص في هذه الرسالة.',
    tooMany: (seconds) => `طرحتَ أسئلة كثيرة في وقت قصير. يُرجى السؤال مجددًا بعد ${ofSeconds(seconds)}.`,
    tooManyPages: (seconds) => `فتحتَ صفحات كثيرة في وقت قصير. يُرجى المتابعة بعد ${ofSeconds(seconds)}.`,
    tooManyHere: (seconds) =>
      `طُرحت في هذا الخادم أسئلة كثيرة في وقت قصير. يُرجى السؤال مجددًا بعد ${ofSeconds(seconds)}.`,
    adminsOnly:
      'هذا الإجراء متاح لمديري هذا البوت فقط: الأشخاص والرتب الذين يذكرهم من يستضيفه في `ADMIN_USER_IDS` و`ADMIN_ROLE_IDS`، وإن كانا فارغين فمالك التطبيق أو فريقه.',
    managersOnly:
      'هذا الإجراء متاح فقط للأعضاء الذين لديهم صلاحية **إدارة الخادم**. يمنحها أحد مديري هذا الخادم لرتبة من إعدادات الخادم > الرتب.',
    serverOnly: 'الإعدادات خاصة بكل خادم. يُرجى استخدام هذا الأمر داخل خادم.',
    privateHere: (command) => `الإجابات في هذه القناة خاصة. يُرجى السؤال بواسطة ${isolated(command)}.`,
    notKept: 'لا يحفظ هذا البوت شيئًا (`STORE=off`)، فليس هناك ما يُعرض أو يُضبط.',
    searchAway:
      'يتعذّر البحث في التقارير حاليًا. لا يعني ذلك أنها لا تتضمن إجابة؛ يُرجى المحاولة مرة أخرى بعد بضع دقائق.',
    reportsAway:
      'يتعذّر الوصول إلى التقارير حاليًا، فلا يمكن قراءتها ولا تعديلها. لم يُفقد شيء، ولا يعني ذلك أنها لا تتضمن إجابة؛ يُرجى المحاولة مرة أخرى بعد بضع دقائق.',
    recordsAway: 'تتعذّر حاليًا قراءة ما حفظه هذا البوت. لم يُفقد شيء؛ يُرجى المحاولة مرة أخرى بعد بضع دقائق.',
    storeFailed: 'تعذّر حفظ هذا، والسبب مدوّن في سجل البوت. يُرجى المحاولة لاحقًا.',
    blocked: 'حجب مرشّح هذا الخادم (AutoMod) الإجابة. يمكن للمشرفين استثناء رتبة البوت منه.',
  },

  guide: arGuide,

  search: {
    found: (first, last, total) => `**${passages(first, last)} من أصل ${total}** في التقارير، بدءًا بأنسبها.`,
    foundIn: (first, last, total, title) =>
      `**${passages(first, last)} من أصل ${total}** في ${isolated(title)}، بدءًا بأنسبها.`,
    more: 'قد يكون هناك المزيد: يمكن إضافة كلمة أندر أو اختيار تقرير.',
    none: '**لا يتضمن أي مقطع من التقارير أيًّا من هذه الكلمات.**',
    noneIn: (title) => `**لا يتضمن أي مقطع من** ${isolated(title)} **أيًّا من هذه الكلمات.**`,
    narrowed:
      '**لا يوجد مقطع مطابق.** يجب أن ترد الكلمات الواقعة بين علامتي اقتباس متجاورة كما هي، وألا ترد الكلمات المسبوقة بعلامة ناقص.',
    nothingSearched:
      '**ليس في هذه الكلمات ما يمكن البحث عنه.** يُرجى البحث عن اسم أو رقم أو كلمة من التقارير.',
    tooLong: (length, limit) =>
      `طول هذه الكلمات ${characters(length)}، والحد الأقصى للبحث ${characters(limit)}.`,
  },

  sources: {
    none: 'لا توجد تقارير.',
    count: reports,
    paragraphs,
    longAddress: (length) => `عنوان طوله ${characters(length)}، أطول من أن يُدرج هنا`,
  },

  verify: {
    head: 'الاقتباس المطلوب التحقق منه:',
    noText: '(لا نص)',
    exact: '**مطابق تمامًا.**',
    sameWords: '**الكلمات نفسها.** لا يختلف إلا الشكل الطباعي:',
    notFound: (command) =>
      `**غير موجود في التقارير.** لا يقترب أي مقطع من هذه الكلمات. قد ترد في تقارير أخرى: فهذا البوت لا يعرف إلا تقاريره (${isolated(command)}).`,
    proves: 'هذا يثبت أين وردت الكلمات، لا أنها صحيحة.',
    inParts: (parts) =>
      `${quoteParts(parts)} في أحد التقارير كلمةً بكلمة وبهذا الترتيب؛ أما ما تتركه علامات الحذف فعلى القارئ الاطلاع عليه.`,
    inOne: 'هذه الكلمات موجودة في أحد التقارير حرفًا بحرف.',
    noWords: '**لا توجد هنا كلمات للتحقق منها.** يُرجى لصق الكلمات التي يُقال إنها وردت في تقرير.',
    tooShort: (count) =>
      `**أقصر من أن يُتحقق منه.** ترد هذه الكلمات في ${ofPlaces(count)}، وهذا لا يثبت شيئًا. يُرجى إدخال جزء أطول من الاقتباس.`,
    muchTooShort:
      '**أقصر من أن يُتحقق منه.** ترد هذه الكلمات في مئة موضع أو أكثر، وهذا لا يثبت شيئًا. يُرجى إدخال جزء أطول من الاقتباس.',
    foundIn: (places) => `عُثر عليه في: ${isolated(places)}.`,
    foundInAnd: (places, more) => `عُثر عليه في: ${isolated(places)}، وفي ${ofMorePlaces(more)}.`,
    typography: {
      'quotation marks': 'علامات الاقتباس',
      dashes: 'الشرطات',
      ellipsis: 'علامة الحذف',
      spaces: 'المسافات',
      capitals: 'الأحرف الكبيرة والصغيرة',
      'letter forms': 'أشكال الحروف',
    },
    alsoTypography: (kinds) => `الشكل الطباعي مختلف أيضًا: ${kinds}.`,
    times,
    signs: (inReport, inQuote) => `${isolated(inReport)} في التقرير، و${isolated(inQuote)} في الاقتباس`,
    order: '**ليس كما اقتُبس.** أجزاؤه موجودة في تقرير، لكن ليس بهذا الترتيب.',
    differs: '**غير مطابق كلمةً بكلمة.** مقارنة الاقتباس بأقرب مقطع:',
    omitted: counted(LOCALE, {
      one: 'هناك اختلاف آخر لا يتسع له المجال هنا؛ والملف يضم الاختلافات كلها.',
      two: 'هناك اختلافان آخران لا يتسع لهما المجال هنا؛ والملف يضم الاختلافات كلها.',
      few: 'هناك # اختلافات أخرى لا يتسع لها المجال هنا؛ والملف يضم الاختلافات كلها.',
      many: 'هناك # اختلافًا آخر لا يتسع لها المجال هنا؛ والملف يضم الاختلافات كلها.',
      other: 'هناك # اختلاف آخر لا يتسع لها المجال هنا؛ والملف يضم الاختلافات كلها.',
    }),
    nearest: 'أقرب مقطع، كما ورد في التقرير:',
    missing: 'ناقص في الاقتباس',
    added: 'مضاف في الاقتباس',
  },

  reload: {
    busy: 'إعادة التحميل جارية بالفعل. يُرجى المحاولة بعد انتهائها.',
    reloaded: (seconds) => `**أُعيد التحميل** (المدة بالثواني: ${seconds}):`,
    rolledBack: '**تم الرجوع** إلى التقارير السابقة:',
    again: (command, version, further) =>
      `هذا أيضًا تغيير: استخدام ${isolated(command)} مرة أخرى يعيد إصدار المحتوى ${version}. وللرجوع إلى أبعد من ذلك، يُحدَّد تغيير في ${isolated(further)}.`,
    noEarlier: 'ليس هناك ما يمكن الرجوع إليه: لا يوجد تغيير محفوظ للتقارير.',
    serves: (reportCount, paragraphCount, version) =>
      `${reports(reportCount)}، ${paragraphs(paragraphCount)}، إصدار المحتوى ${version}.`,
    added: 'أُضيف',
    changed: 'تغيّر',
    removed: 'أُزيل',
    nothingChanged: 'لم يتغيّر شيء.',
    failed: (version) => `**لم يُعَد تحميل شيء.** لا تزال الإجابات من إصدار المحتوى ${version}.`,
    faults: counted(LOCALE, { one: 'الخطأ:', two: 'الخطآن:', other: 'الأخطاء (#):' }),
  },

  status: {
    running: (since) => `**قيد التشغيل** منذ ${isolated(since)}`,
    versions: (pilcrow, node, content) =>
      `إصدار Pilcrow: ${isolated(pilcrow)}، إصدار Node: ${isolated(node)}، إصدار المحتوى: ${content}`,
    content: (reportCount, paragraphCount) => `${reports(reportCount)}، ${paragraphs(paragraphCount)}`,
    questions: (quoted, related, none) =>
      `الأسئلة منذ بدء التشغيل: ${quoted} مع إجابة، ${related} مع أقرب المقاطع فقط، ${none} بلا أي مقطع`,
    latency: (median, p99) =>
      `الزمن حتى الإجابة بالمللي ثانية: الوسيط ${median}، المئين التاسع والتسعون ${p99}`,
    noLatency: 'الزمن حتى الإجابة: لم يُطرح أي سؤال بعد',
    reader: {
      off: 'القارئ: متوقف، والإجابة بالكلمات وحدها',
      loading: 'القارئ: قيد التحميل، وحتى ذلك الحين تكون الإجابة بالكلمات وحدها',
      ready: 'القارئ: يعمل',
      failed: 'القارئ: لم يُحمَّل أو تعطّل (انظر السجل)، والإجابة بالكلمات وحدها',
    },
    memory: (megabytes) => `الذاكرة المقيمة: ${megabytes} ميغابايت`,
    shard: (shard, shards, serverCount) => `الشريحة ${shard} من ${shards}، ${servers(serverCount)}`,
    shards: (range, serverCount) => `الشرائح ${isolated(range)}، ${servers(serverCount)}`,
  },

  processes: {
    serving: (serving, all) => `**العمليات**: ${serving} من ${all} بهذا المحتوى`,
    unserved: (shards) => `لا عملية تجيب على الشرائح ${isolated(shards)}.`,
    shards: (range) => `الشرائح ${isolated(range)}`,
    self: (host) => `${isolated(host)} (هذه العملية)`,
    same: 'هذا المحتوى',
    other: (version) => `إصدار المحتوى: ${version}`,
    started: (when) => `بدأت ${isolated(when)}`,
    seen: (when) => `آخر ظهور ${isolated(when)}`,
    more: counted(LOCALE, {
      one: 'وعملية أخرى',
      two: 'وعمليتان أخريان',
      few: 'و# عمليات أخرى',
      other: 'و# عملية أخرى',
    }),
    unknown: '**العمليات**: غير معروفة، لأن قاعدة البيانات لا تستجيب (انظر السجل)',
  },

  gaps: {
    none: '**لا ثغرات.** لم يبقَ سؤال بلا إجابة، ولم يُعلَّم على أي مقطع بأنه خاطئ.',
    head: (first, last, total) => `**${gaps(first, last)} من أصل ${total}**، بدءًا بأكثرها تكرارًا`,
    unanswered: (count) => `بلا إجابة، ${times(count)}`,
    wrong: (count, title, paragraph) =>
      `مقطع خاطئ في رأي ${ofPeople(count)}: ${isolated(title)}، ¶ ${paragraph}`,
    alike: counted(LOCALE, {
      one: 'وسؤال واحد مماثل',
      two: 'وسؤالان مماثلان',
      few: 'و# أسئلة مماثلة',
      many: 'و# سؤالًا مماثلًا',
      other: 'و# سؤال مماثل',
    }),
    dismissed: 'سبق استبعاد هذا البند.',
    seen: 'اطُّلع عليه',
    file: counted(LOCALE, {
      zero: 'الملف خالٍ من البنود.',
      one: 'في الملف **بند واحد**.',
      two: 'في الملف **بندان**، بدءًا بأكثرهما تكرارًا.',
      few: 'في الملف **# بنود**، بدءًا بأكثرها تكرارًا.',
      many: 'في الملف **# بندًا**، بدءًا بأكثرها تكرارًا.',
      other: 'في الملف **# بند**، بدءًا بأكثرها تكرارًا.',
    }),
    omitted: counted(LOCALE, {
      zero: 'لم يُترك أي بند.',
      one: 'لم يتسع لبند واحد أقل تكرارًا.',
      two: 'لم يتسع لبندين أقل تكرارًا.',
      few: 'لم يتسع لـ# بنود أقل تكرارًا.',
      many: 'لم يتسع لـ# بندًا أقل تكرارًا.',
      other: 'لم يتسع لـ# بند أقل تكرارًا.',
    }),
    columns: {
      question: 'السؤال',
      wrong: 'المقطع المُعلَّم عليه بأنه خاطئ',
      count: 'عدد المرات',
      first: 'أول مرة (UTC)',
      last: 'آخر مرة (UTC)',
      seen: 'الاطلاع',
    },
  },

  alerts: {
    head: '**بلا إجابة هنا، أو مُعلَّم عليه بأنه مقطع خاطئ**',
    more: (count, command) => `و${count} غيرها: ${isolated(command)}`,
    addReport: 'إضافة تقرير',
    markSeen: 'تعليم الكل بأنه اطُّلع عليه',
    seenBy: (mention) => `اطَّلع عليه ${mention}`,
  },

  settings: {
    head: '**كيف يجيب البوت في هذا الخادم**',
    publicEverywhere: 'الإجابات عامة في كل القنوات.',
    publicNowhere: 'الإجابات خاصة في كل القنوات.',
    publicIn: (channels) => `الإجابات عامة في ${isolated(channels)}، وخاصة في غيرها.`,
    noDefault: 'تُوجَّه الأسئلة إلى كل التقارير.',
    defaultReport: (title) => `تُوجَّه الأسئلة التي لا تحدد تقريرًا إلى ${isolated(title)}.`,
    defaultGone: (id) =>
      `التقرير الافتراضي «${isolated(id)}» ليس بين التقارير الآن: تُوجَّه الأسئلة إليها كلها.`,
    seen: {
      own: 'تُسأل تقارير هذا الخادم الخاصة فقط.',
      shared: 'تُسأل التقارير المشتركة بين كل الخوادم فقط.',
      both: 'تُسأل تقارير هذا الخادم الخاصة والتقارير المشتركة بين كل الخوادم.',
    },
    see: { own: 'التقارير الخاصة فقط', shared: 'التقارير المشتركة فقط', both: 'كلاهما' },
    mentionsOn: 'يجيب البوت عن الرسائل التي تشير إليه.',
    mentionsOff: 'لا يجيب البوت عن الرسائل التي تشير إليه.',
    chooseChannels: 'القنوات التي تكون فيها الإجابات عامة',
    makePublic: 'عامة في كل مكان',
    makePrivate: 'خاصة في كل مكان',
    switchMentionsOn: 'الإجابة عند الإشارة',
    switchMentionsOff: 'عدم الإجابة عند الإشارة',
    clearReport: 'سؤال كل التقارير',
    alertsOff: 'لا تُبلَّغ أي قناة بما لم يُجَب عنه هنا.',
    alertsIn: (channel) =>
      `تُبلَّغ ${channel} بكل تغيير في تقارير هذا الخادم الخاصة، وبما لم تُجِب عنه وبالمقاطع المُعلَّم عليها بأنها خاطئة مرة واحدة في اليوم على الأكثر.`,
    chooseAlerts: 'قناة التنبيهات',
    alertsBegin: (mention) =>
      `اختار ${mention} هذه القناة: تُبلَّغ بكل تغيير في تقارير هذا الخادم الخاصة، وبما لم تُجِب عنه وبالمقاطع المُعلَّم عليها بأنها خاطئة مرة واحدة في اليوم على الأكثر.`,
    cannotAlert: {
      gone: (channel) => `${channel} ليست قناة نصية في هذا الخادم. لم يتغير شيء: اختر قناة أخرى.`,
      forbidden: (channel) =>
        `لا يستطيع البوت الكتابة في ${channel}. لم يتغير شيء: امنحه هناك إذنَي «عرض القناة» و«إرسال الرسائل»، ثم اختر القناة من جديد.`,
    },
  },

  reports: arReports,
};
