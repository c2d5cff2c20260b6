/* Markup: every value put into a template is escaped, unless it is markup made by one. Reports are hostile input. */
class Markup {
  constructor(text) { this.text = text; }
  toString() { return this.text; }
}
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = value => String(value).replace(/[&<>"']/g, character => ESCAPES[character]);
function safe(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(safe).join('');
  return value === null || value === undefined || value === false ? '' : escape(value);
}
const html = (parts, ...values) =>
  new Markup(parts.reduce((text, part, i) => text + safe(values[i - 1]) + part));
const join = (items, between) => items.flatMap((item, i) => (i ? [between, item] : [item]));
/* Measures stand in `data-s` and are laid on by script: a style attribute would need an exception of the Content-Security-Policy. */
function put(element, markup) {
  element.innerHTML = safe(markup);
  measured(element);
}
const measured = element => element.querySelectorAll('[data-s]').forEach(each => { each.style.cssText = each.dataset.s; });

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = id => document.getElementById(id);
const body = section => $('.body', byId(section));
const glyph = name => html`<svg class="g" aria-hidden="true" focusable="false"><use href="#g-${name}"/></svg>`;
const group = (items, key) => {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return groups;
};
const distinct = items => [...new Set(items)];
const web = url => (/^https?:\/\//i.test(url || '') ? url : null);

/* A long list: the first `size` items, and a button that brings the next ones. */
function inParts(element, items, size, draw) {
  const more = document.createElement('button');
  more.className = 'lnk more';
  let shown = 0;
  const next = () => {
    more.remove();
    element.insertAdjacentHTML('beforeend', safe(items.slice(shown, shown + size).map((item, i) => draw(item, shown + i))));
    measured(element);
    shown += size;
    if (shown < items.length) {
      more.textContent = `${items.length - shown} more`;
      element.after(more);
    }
  };
  more.addEventListener('click', next);
  next();
}
