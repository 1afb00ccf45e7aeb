// A file in a bubble: a picture, or a chip with name and size.

import { h, icon } from './dom.js';

export function size_text(bytes) {
  if (bytes < 1024) return `${bytes} byte`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

export function attachment(file) {
  const label = h(
    'span',
    { class: 'file-text' },
    h('span', { class: 'file-name' }, file.nama),
    h('span', { class: 'file-size' }, size_text(file.byte)),
  );
  if (!String(file.url).startsWith('/demo/files/')) {
    return h('span', { class: 'file' }, icon('file'), label);
  }
  if (/^image\/(png|jpeg|webp|gif)$/.test(file.tipe)) {
    const image = h('img', {
      class: 'photo',
      src: file.url,
      alt: `Foto ${file.nama}`,
      loading: 'lazy',
    });
    return h(
      'a',
      { class: 'photo-link', href: file.url, target: '_blank', rel: 'noopener' },
      image,
    );
  }
  return h(
    'a',
    { class: 'file', href: file.url, target: '_blank', rel: 'noopener' },
    icon('file'),
    label,
  );
}
