import { counted } from '../counted.ts';
import { reports } from '../reports/pt-br.ts';
import type { Translation } from '../translation.ts';

const sections = counted('pt-BR', { one: '# seção', other: '# seções' });

/** How the bot leads people to what it can answer. */
export const ptBrGuide = {
  suggested: 'Perguntas que os relatórios respondem:',
  nearest: 'Os trechos mais próximos, não uma resposta',
  otherLanguage: (asked, known) =>
    `**Esta pergunta parece estar em ${asked}, e os relatórios estão em ${known}.** O bot procura as palavras de uma pergunta e não traduz: pergunte em ${known}.`,

  several: (count, given) => `**${reports(count)} correspondem a “${given}”.** Escolha um.`,
  firstOnes: (count) => `Estes são os ${count} primeiros: uma parte maior do título leva aos outros.`,
  choose: 'Escolher um relatório',

  smallTalk: {
    greeting: 'Olá! Pergunte sobre os relatórios, com suas próprias palavras.',
    thanks: 'De nada. Continue perguntando quando quiser.',
    help: (ask, help) => `Pergunte com ${ask}, com suas próprias palavras; ${help} explica o resto.`,
    empty: (help) => `Escreva uma pergunta com suas próprias palavras; ${help} explica o resto.`,
  },

  outline: {
    sections,
    head: 'Suas seções, cada uma com a primeira frase, palavra por palavra. Ninguém escreveu um resumo.',
    headParagraphs:
      'Ele não tem seções: seus parágrafos, cada um com a primeira frase, palavra por palavra. Ninguém escreveu um resumo.',
    reports: (first, last, total) =>
      `**Relatórios ${first} a ${last} de ${total}**, cada um com a primeira frase, palavra por palavra`,
    open: 'Abrir o roteiro de um relatório',
    button: 'Roteiro',
    readFrom: (paragraph) => `Ler a partir do ¶ ${paragraph}`,
    pages: (first, last) => `Entradas ${first} a ${last}`,
  },

  help: {
    ask: (ask) =>
      `**Pergunte** com ${ask} e suas próprias palavras, mencione o bot em um canal ou escreva diretamente para ele. Nomes e números dos relatórios ajudam. “Do que trata o relatório?” mostra um roteiro.`,
    commands: '**Os comandos que você pode usar**',
    menu: (names) => `No menu de uma mensagem, em “Apps”: ${names}`,
    read: '**Ler uma resposta.** A citação é o próprio texto do relatório, caractere por caractere; a frase que responde está em **negrito**. Acima dela está quem o diz, quando o relatório nomeia alguém; abaixo, o relatório, o número do parágrafo (¶) e a versão do conteúdo, que muda com os relatórios. O que é indicado como não sendo uma resposta apenas chega perto.',
    promises:
      '**O que ele não promete.** Uma citação prova que estas palavras constam daquele relatório: não que sejam verdadeiras, nem que o relatório esteja completo.',
  },
} satisfies Translation['guide'];
