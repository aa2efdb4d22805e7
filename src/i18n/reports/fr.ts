import { counted } from '../counted.ts';
import type { Translation } from '../translation.ts';

export const paragraphs = counted('fr', { one: '# paragraphe', other: '# paragraphes' });
export const reports = counted('fr', { one: '# rapport', other: '# rapports' });
const imports = counted('fr', { one: '# importation', other: '# importations' });

/** What `/reports` says, in French. */
export const frReports = {
  refused: (why) => `**Rien n’a changé :** ${why}.`,
  notImported: (source, why) => `**${source} n’a pas été importé :** ${why}.`,
  oneSource: 'Indiquez un fichier ou une adresse.',
  busy: 'Une autre modification de ces rapports est en cours. Réessayez dans un instant.',
  gone: 'Cet aperçu n’est plus valable : il a été publié ou abandonné, ou date de plus d’un jour. Importez de nouveau le rapport.',
  noReport: (id) => `Il n’y a pas de rapport « ${id} » ici.`,
  none: 'Il n’y a encore aucun rapport ici. Ajoutez-en un avec `/rapports ajouter`.',
  whose: {
    own: 'Les rapports propres à ce serveur',
    shared: 'Les rapports communs à tous les serveurs',
  },
  notADate: (text) => `« ${text} » n’est pas une date : écrivez-la comme 2016-07-01.`,

  limits: {
    reports: (most) => `ce serveur a ${reports(most)}, le maximum autorisé`,
    size: (most) => `les rapports de ce serveur occuperaient plus de ${most} Mo`,
    imports: (most, minutes) =>
      `ce serveur a fait ${imports(most)} en une heure ; il pourra recommencer dans ${minutes} min`,
  },

  preview: {
    head: '**Aperçu.** Personne d’autre ne le voit, et rien n’est encore publié.',
    replaces: 'Ce rapport remplace celui qui porte le même identifiant.',
    first: 'Le premier paragraphe :',
    last: 'Le dernier paragraphe :',
    removed: counted('fr', {
      one: '# élément a été laissé de côté :',
      other: '# éléments ont été laissés de côté :',
    }),
    removedFile: 'Le fichier contient tout ce qui a été laissé de côté.',
    notes: 'À vérifier :',
    suggested:
      'Questions à proposer aux membres ; ce rapport répond à chacune. Retirez celles qui ne conviennent pas :',
    suggestedNone: 'Aucune question à proposer n’a été trouvée.',
    keep: 'Questions à proposer',
    publish: 'Publier',
    edit: 'Modifier les informations',
    discard: 'Abandonner',
    discarded: 'Abandonné. Rien n’a été publié.',
  },

  notes: {
    noPublisher: 'l’éditeur manque',
    noDate: 'la date manque',
    sameTitle: (title, id) =>
      `un rapport intitulé ${title} existe déjà ici (${id}) ; dans les citations, l’éditeur et la date les distinguent`,
    standsElsewhere: (paragraph, title, other) =>
      `le ¶ ${paragraph} figure aussi dans ${title}, où il est le ¶ ${other}`,
    moreStandElsewhere: counted('fr', {
      one: 'de même pour # autre paragraphe',
      other: 'de même pour # autres paragraphes',
    }),
    long: (paragraph, length) =>
      `le ¶ ${paragraph} compte ${length} caractères : le citer prend plusieurs pages`,
    language: (named, looks) => `le rapport indique la langue ${named}, mais semble être en ${looks}`,
  },

  form: {
    title: 'Informations sur le rapport',
    add: 'Ajouter un rapport depuis une adresse',
    file: 'Pour un fichier, utilisez /rapports ajouter.',
    fields: {
      title: 'Titre',
      publisher: 'Éditeur',
      published: 'Date, par exemple 2016-07-01',
      url: 'Adresse de la source',
      language: 'Langue, par exemple fr ou pt-BR',
    },
  },

  published: (title) => `**Publié :** ${title}.`,
  edited: (title) => `**Modifié :** ${title}.`,
  removedNow: (title) => `**Supprimé :** ${title}. \`/rapports rétablir\` le fait revenir.`,
  nothingToUndo: 'Il n’y a pas de telle modification à annuler.',
  failed: '**Rien n’a changé :** le dossier de ces rapports contient des erreurs.',
  confirmRemoval: (title) =>
    `Supprimer ${title} ? Ses réponses disparaîtront avec lui. \`/rapports rétablir\` le fait revenir.`,
  serves: (reportCount, paragraphCount, version) =>
    `${reports(reportCount)} et ${paragraphs(paragraphCount)} sont maintenant interrogés ici (contenu ${version}).`,

  history: {
    none: 'Rien n’a encore changé ici.',
    head: '**Modifications**, les plus récentes d’abord',
    folder: 'dans le dossier',
    change: { added: 'ajout de', changed: 'modification de', removed: 'suppression de' },
    more: counted('fr', {
      one: '# modification antérieure n’est pas affichée',
      other: '# modifications antérieures ne sont pas affichées',
    }),
  },
} satisfies Translation['reports'];
