import { counted } from '../counted.ts';
import { reports } from '../reports/fr.ts';
import type { Translation } from '../translation.ts';

const sections = counted('fr', { one: '# section', other: '# sections' });

/** How the bot leads people to what it can answer. */
export const frGuide = {
  suggested: 'Des questions auxquelles les rapports répondent :',
  nearest: 'Les passages les plus proches, pas une réponse',
  otherLanguage: (asked, known) =>
    `**Cette question semble être en ${asked}, et les rapports sont en ${known}.** Le bot cherche les mots d’une question et ne traduit pas : posez-la en ${known}.`,

  several: (count, given) => `**${reports(count)} correspondent à « ${given} ».** Choisissez-en un.`,
  firstOnes: (count) => `Voici les ${count} premiers : une plus grande partie du titre mène aux autres.`,
  choose: 'Choisir un rapport',

  smallTalk: {
    greeting: 'Bonjour ! Interrogez-moi sur les rapports, avec vos propres mots.',
    thanks: 'Je vous en prie. Posez d’autres questions quand vous voulez.',
    help: (ask, help) => `Posez une question avec ${ask}, avec vos propres mots ; ${help} explique le reste.`,
    empty: (help) => `Écrivez une question avec vos propres mots ; ${help} explique le reste.`,
  },

  outline: {
    sections,
    head: 'Ses sections, chacune avec sa première phrase, mot pour mot. Personne n’a écrit de résumé.',
    headParagraphs:
      'Il n’a pas de sections : voici ses paragraphes, chacun avec sa première phrase, mot pour mot. Personne n’a écrit de résumé.',
    reports: (first, last, total) =>
      `**Rapports ${first} à ${last} sur ${total}**, chacun avec sa première phrase, mot pour mot`,
    open: 'Ouvrir le plan d’un rapport',
    button: 'Plan',
    readFrom: (paragraph) => `Lire à partir du ¶ ${paragraph}`,
    pages: (first, last) => `Entrées ${first} à ${last}`,
  },

  help: {
    ask: (ask) =>
      `**Posez une question** avec ${ask} et vos propres mots, mentionnez le bot dans un salon, ou écrivez-lui directement. Les noms et les nombres des rapports aident. « De quoi parle le rapport ? » en donne le plan.`,
    commands: '**Les commandes que vous pouvez utiliser**',
    menu: (names) => `Dans le menu d’un message, sous « Applications » : ${names}`,
    read: '**Lire une réponse.** La citation est le texte même du rapport, caractère pour caractère ; la phrase qui répond est en **gras**. Au-dessus figure qui le dit, quand le rapport nomme quelqu’un ; au-dessous, le rapport, le numéro du paragraphe (¶) et la version du contenu, qui change avec les rapports. Ce qui est signalé comme n’étant pas une réponse ne fait que s’en approcher.',
    promises:
      '**Ce qu’il ne promet pas.** Une citation prouve que ces mots figurent dans ce rapport : ni qu’ils sont vrais, ni que le rapport est complet.',
  },
} satisfies Translation['guide'];
