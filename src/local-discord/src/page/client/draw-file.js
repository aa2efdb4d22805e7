// @ts-check
/** @import { FileView } from '../message-view.ts' */
import { drawSpoiler } from './draw-markdown.js';
import { element } from './element.js';
import { icon } from './icon.js';

/** @param {FileView} file */
export const drawFile = ({ name, size, url, spoiler }) => {
  const drawn = element(
    'div',
    { class: 'file' },
    icon('file'),
    element(
      'span',
      { class: 'file-text' },
      element('a', { class: 'link', href: url, download: name }, name),
      element('span', { class: 'file-size' }, formatSize(size)),
    ),
  );
  return spoiler ? drawSpoiler([drawn]) : drawn;
};

/** @param {number} bytes */
const formatSize = (bytes) =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 ** 2
      ? `${(bytes / 1024).toFixed(1)} KiB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
