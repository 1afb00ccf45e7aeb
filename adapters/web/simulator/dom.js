// Making elements. Text only ever becomes a text node, so nothing that a person wrote is markup.

const SVG = 'http://www.w3.org/2000/svg';

// h('button', {class: 'x', on: {click}, 'aria-label': '…', disabled: true}, 'text', node, null…)
// `false`, `null` and `undefined` leave an attribute or a child out.
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value))
        element.addEventListener(event, listener);
    } else if (name === 'class') {
      element.className = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

// Brings the children of `parent` to exactly `wanted`. What stays is not moved, so that it keeps the
// keyboard focus.
export function show_children(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const element of wanted) {
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}

const PATHS = {
  reply: 'M9 7 4 12l5 5M4 12h9a6 6 0 0 1 6 6v1',
  like: 'M7 11v9H4v-9zM7 11l4-8a2.5 2.5 0 0 1 2.5 2.500V9h5a2 2 0 0 1 2 2.300l-1.1 7A2 2 0 0 1 17.4 20H7',
  edit: 'M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16zM13.5 6.500l4 4',
  attach:
    'M20 11.5 12 19.500a5 5 0 0 1-7-7l8.5-8.500a3.3 3.3 0 0 1 4.7 4.700L9.7 17.200a1.7 1.7 0 0 1-2.4-2.400L15 7',
  send: 'M4 12 20 4l-5 16-4-6.500zM11 13.5 20 4',
  down: 'm6 9 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  photo: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.500L20 17M15.5 9.500h.01',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20a8 8 0 0 1 16 0',
  check: 'm5 12.5 4.5 4.500L19 7',
  sent: 'm6 12.5 4 4L18 8',
  arrived: 'm2.5 12.5 4 4L14 8M10.5 15.500l1 1L20 8',
  bot: 'M6 9h12a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM12 9V5M9 13.500h.01M15 13.500h.01',
};

// An icon that a screen reader passes over; what it means is said by the element around it.
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
