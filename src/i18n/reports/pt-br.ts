import { counted } from '../counted.ts';
import type { Translation } from '../translation.ts';

const LOCALE = 'pt-BR';

export const reports = counted(LOCALE, {
  one: '# relatório',
  many: '# de relatórios',
  other: '# relatórios',
});
export const paragraphs = counted(LOCALE, {
  one: '# parágrafo',
  many: '# de parágrafos',
  other: '# parágrafos',
});
const imports = counted(LOCALE, { one: '# importação', many: '# de importações', other: '# importações' });

/** What `/reports` says, in Brazilian Portuguese. */
export const ptBrReports = {
  refused: (why) => `**Nada mudou:** ${why}.`,
  notImported: (source, why) => `**Nada foi importado de ${source}:** ${why}.`,
  oneSource: 'Informe um arquivo ou um endereço.',
  busy: 'Outra mudança destes relatórios está em andamento. Tente novamente daqui a pouco.',
  gone: 'Esta prévia não vale mais: foi publicada ou descartada, ou tem mais de um dia. Importe o relatório de novo.',
  noReport: (id) => `Não há nenhum relatório “${id}” aqui.`,
  none: 'Ainda não há relatórios aqui. Adicione um com `/relatórios adicionar`.',
  whose: { own: 'Relatórios próprios deste servidor', shared: 'Relatórios comuns a todos os servidores' },
  notADate: (text) => `“${text}” não é uma data: escreva-a como 2016-07-01.`,

  limits: {
    reports: (most) => `este servidor tem ${reports(most)}, o máximo que pode ter`,
    size: (most) => `os relatórios deste servidor ocupariam mais de ${most} MB`,
    imports: (most, minutes) =>
      `este servidor já fez ${imports(most)} no intervalo de uma hora; poderá importar de novo daqui a ${minutes} min`,
  },

  preview: {
    head: '**Prévia.** Ninguém mais a vê, e nada foi publicado ainda.',
    replaces: 'O relatório que tem este id será substituído.',
    first: 'O primeiro parágrafo:',
    last: 'O último parágrafo:',
    removed: counted(LOCALE, {
      one: '# parte foi deixada de fora:',
      many: '# de partes foram deixadas de fora:',
      other: '# partes foram deixadas de fora:',
    }),
    removedFile: 'O arquivo contém tudo o que foi deixado de fora.',
    notes: 'Verifique o seguinte:',
    suggested:
      'Perguntas a sugerir aos membros, todas respondidas por este relatório. Retire as que não forem boas:',
    suggestedNone: 'Nenhuma pergunta a sugerir foi encontrada.',
    keep: 'Perguntas a sugerir',
    publish: 'Publicar',
    edit: 'Editar dados',
    discard: 'Descartar',
    discarded: 'Descartado. Nada foi publicado.',
  },

  notes: {
    noPublisher: 'falta informar quem publicou',
    noDate: 'falta a data',
    sameTitle: (title, id) =>
      `já há aqui um relatório chamado ${title} (${id}); na indicação da fonte, só a data e quem publicou os distinguem`,
    standsElsewhere: (paragraph, title, other) =>
      `o ¶ ${paragraph} consta também de ${title}, como ¶ ${other}`,
    moreStandElsewhere: counted(LOCALE, {
      one: 'o mesmo vale para mais # parágrafo',
      many: 'o mesmo vale para mais # de parágrafos',
      other: 'o mesmo vale para mais # parágrafos',
    }),
    long: (paragraph, length) =>
      `o ¶ ${paragraph} tem ${length} caracteres: uma citação dele ocupa várias páginas`,
    language: (named, looks) => `o relatório indica o idioma ${named}, mas o texto parece estar em ${looks}`,
  },

  form: {
    title: 'Dados do relatório',
    add: 'Adicionar um relatório por endereço',
    file: 'Para um arquivo, use /relatórios adicionar.',
    fields: {
      title: 'Título',
      publisher: 'Publicado por',
      published: 'Data, por exemplo 2016-07-01',
      url: 'Endereço da fonte',
      language: 'Idioma, por exemplo en ou pt-BR',
    },
  },

  published: (title) => `**Publicado:** ${title}.`,
  edited: (title) => `**Alterado:** ${title}.`,
  removedNow: (title) => `**Removido:** ${title}. Com \`/relatórios reverter\`, ele volta.`,
  nothingToUndo: 'Não há nenhuma mudança assim a desfazer.',
  failed: '**Nada mudou:** há erros na pasta destes relatórios.',
  confirmRemoval: (title) =>
    `Remover ${title}? As respostas que vêm dele somem junto. Se a mudança for revertida, ele volta.`,
  serves: (reportCount, paragraphCount, version) =>
    `Agora são consultados aqui ${reports(reportCount)} e ${paragraphs(paragraphCount)} (versão do conteúdo ${version}).`,

  history: {
    none: 'Nada mudou aqui ainda.',
    head: '**Mudanças**, as mais recentes primeiro',
    folder: 'na pasta',
    change: { added: 'adicionado', changed: 'alterado', removed: 'removido' },
    more: counted(LOCALE, {
      one: '# mudança anterior não é mostrada',
      many: '# de mudanças anteriores não são mostradas',
      other: '# mudanças anteriores não são mostradas',
    }),
  },
} satisfies Translation['reports'];
