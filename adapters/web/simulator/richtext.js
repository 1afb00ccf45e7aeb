// A message's text with its styles and links, as nodes. Offsets count UTF-16 units, as the
// strings of JavaScript do.

import { h } from './dom.js';

function safe_address(text) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
    return ['https:', 'http:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const STYLES = { bold: 'strong', italic: 'em', code: 'code' };
const LINKS = ['text_link', 'url'];

function element_of(entity, text) {
  if (STYLES[entity.type]) return h(STYLES[entity.type], {}, text);
  const address = safe_address(entity.type === 'text_link' ? (entity.url ?? '') : text);
  if (!address) return text;
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}

// Entities that overlap an earlier one or lie outside the text are passed over.
export function rich_text(text, entities = []) {
  const nodes = [];
  let done = 0;
  const known = entities.filter(({ type }) => STYLES[type] || LINKS.includes(type));
  for (const entity of known.sort((a, b) => a.offset - b.offset)) {
    const end = entity.offset + entity.length;
    if (entity.offset < done || end > text.length || entity.length <= 0) continue;
    nodes.push(text.slice(done, entity.offset), element_of(entity, text.slice(entity.offset, end)));
    done = end;
  }
  nodes.push(text.slice(done));
  return nodes.filter((node) => node !== '');
}
