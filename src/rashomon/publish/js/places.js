/* Places: where it happened and what is merely named, as a map (map.js) and as a table; each opens on the words that prove it. */
const FIRST_PLACES = 15, FIRST_QUOTES = 6, AROUND_PLACE = 170;
const PRECISION = { country: 'a country, drawn whole', region: 'a region, drawn at its middle', city: 'a city or town', exact: 'the spot itself' };

function namedPlaces() {
  const own = new Set(view.story.places || []), told = new Map(), parts = group(view.story.passages || [], ({ report }) => report);
  const inside = ({ report, start, end }) => view.inView.has(report) && (!parts.has(report) || parts.get(report).some(part => part.start <= start && end <= part.end));
  for (const claim of view.claims) for (const place of claim.places || []) told.set(place, [...(told.get(place) || []), claim]);
  return RECORD.entities.filter(entity => entity.kind === 'place' || (entity.kind === 'facility' && given(entity.lat)))
    .map(entity => ({ entity, mentions: entity.mentions.filter(inside), claims: told.get(entity.id) || [], happened: own.has(entity.id) }))
    .filter(({ mentions }) => mentions.length)
    .map(place => ({ ...place, reports: distinct(place.mentions.map(mention => mention.report)) }))
    .map(place => ({ ...place, voices: distinct(place.reports.map(id => REPORT.get(id).voice)).length }))
    .sort((a, b) => b.happened - a.happened || b.voices - a.voices || b.mentions.length - a.mentions.length || a.entity.name.localeCompare(b.entity.name));
}
const MAP_KEY = [['own city', 'where it happened'], ['named city', 'named beside it'], ['own region', 'a region'], ['own exact', 'the spot itself'], ['own country', 'a country']];
function mapKey(sheet, places) {
  const seen = new Set(places.filter(({ entity }) => given(entity.lat)).flatMap(({ entity, happened }) => [`${happened ? 'own' : 'named'} city`, `own ${entity.precision}`]));
  const sign = kind => (kind === 'own country' ? html`<path class="land own" d="M1 2h14v10H1z"/>` : kind === 'own exact' ? html`<path class="dot" d="M2 7l6-6 6 6-6 6z"/>` : html`<circle class="dot" cx="8" cy="7" r="${kind === 'own region' ? 6 : 4.5}"/>`);
  return html`<p class="small key">${MAP_KEY.filter(([kind]) => seen.has(kind)).map(([kind, words]) => html`<span><svg class="map sign" width="16" height="14" viewBox="0 0 16 14" aria-hidden="true"><g class="pl ${kind}">${sign(kind)}</g></svg>${words}</span> `)}</p><p class="small">The larger a dot, the more voices name the place. ${sheet.source && `Outlines: ${sheet.source}; borders as drawn there, no statement of this record.`}${sheet.towns.length > 0 && " Small grey towns: GeoNames, for orientation alone."}</p>`;
}
/* The words that prove it: what is told to have been there, then where it is only named. */
function placeWords({ mentions, claims }) {
  const within = claim => mentions.filter(({ report, start, end }) => report === claim.report && claim.start <= start && end <= claim.end);
  const told = [...group(claims, ({ report, start, end }) => [report, start, end].join(' ')).values()].map(same => ({ report: same[0].report, start: same[0].start, end: same[0].end, words: within(same[0]), same }));
  const named = mentions.filter(mention => !told.some(({ words }) => words.includes(mention)));
  return [...told, ...named.map(mention => ({ ...near(mention), words: [mention] }))];
}
function near({ report, start, end }) {
  const [from, to] = paragraphAt(report, start), first = Math.max(from, start - AROUND_PLACE), last = Math.min(to, end + AROUND_PLACE);
  return { report, start: first === from ? from : wordEdge(report, first, from), end: last === to ? to : wordEdge(report, last, to) };
}
function placeQuote({ report, start, end, words, same }) {
  const claim = same?.[0];
  const marks = [...(claim ? [{ start, end, name: 'se' }] : []), ...words.map(({ start: a, end: b }) => ({ start: a, end: b, name: 'fo' }))], [from, to] = paragraphAt(report, start);
  const at = claim ? html`<a href="#rep-${report}" data-read="${claim.id}">read in full</a>` : html`<button type="button" class="lnk" data-passage="${report} ${words[0].start} ${words[0].end}">read in full</button>`;
  return html`<div class="pw"><blockquote dir="auto" lang="${REPORT.get(report).language}">${!claim && start > from && '… '}${marked(report, start, end, marks)}${!claim && end < to && ' …'}</blockquote><p class="by">${join([outletOf(report), ...(claim?.attribution || []).map(linkName)], ' ← ')}${claim && html` · ${distinct(same.map(({ kind }) => kind)).join(', ')}; ${STANDING[claim.modality] || claim.modality}`} · ${at}</p></div>`;
}
function openPlace(id, focus) {
  const panel = $('.pla', byId('places')), place = namedPlaces().find(({ entity }) => entity.id === id);
  if (!place) return;
  const { entity, mentions, reports, voices, claims, happened } = place;
  const degrees = (value, [plus, minus]) => `${Math.abs(value).toFixed(2)}° ${value < 0 ? minus : plus}`;
  const facts = [given(entity.lat) ? PRECISION[entity.precision] || PRECISION.city : 'not located', entity.country, given(entity.lat) && `${degrees(entity.lat, 'NS')}, ${degrees(entity.lon, 'EW')}`, entity.geonames && `GeoNames ${entity.geonames}`];
  const others = (entity.aliases || []).filter(alias => alias !== entity.name);
  put(panel, html`<h3 tabindex="-1"><bdi>${entity.name}</bdi></h3><p class="small">${join(facts.filter(Boolean), ' · ')}</p><p class="small">${happened ? 'Among the places of the happening' : 'Named beside it'}: ${plural(voices, 'voice')}, ${plural(reports.length, 'report')}, ${plural(mentions.length, 'mention')}; ${plural(claims.length, 'claim')} placed here.${others.length > 0 && ` Also called ${andMore(others, 6)}.`}</p><div class="list"></div><button type="button" class="close">Close</button>`);
  inParts($('.list', panel), placeWords(place), FIRST_QUOTES, placeQuote);
  panel.hidden = false;
  $$('[data-place]', byId('places')).forEach(element => { element.classList.toggle('on', element.dataset.place === id); if (element.matches('button')) element.setAttribute('aria-expanded', element.dataset.place === id); });
  if (focus) address(`${here('places')}/${id}`);
  if (focus) { $('h3', panel).focus({ preventScroll: true }); panel.scrollIntoView({ block: 'nearest' }); }
}
function closePlace() {
  const panel = $('.pla', byId('places')), opened = $('button[aria-expanded=true]', byId('places'));
  panel.hidden = true;
  $$('.on', byId('places')).forEach(element => element.classList.remove('on'));
  opened?.setAttribute('aria-expanded', 'false');
  address(here('places'));
  opened?.focus();
}

function placeRow({ entity, mentions, reports, voices, happened }, isOn) {
  const missing = !given(entity.lat) ? 'not located' : !isOn && 'beyond the map';
  return html`<tr class="${happened && 'own'}"><th scope="row"><button type="button" data-place="${entity.id}" aria-expanded="false"><bdi>${entity.name}</bdi></button>${missing && html` <span class="small">${missing}</span>`}</th><td>${happened ? 'yes' : ''}</td><td class="num">${voices}</td><td class="num">${reports.length}</td><td class="num">${mentions.length}</td></tr>`;
}
function drawPlaces() {
  const places = namedPlaces(), sheet = SHEETS[view.story.id], section = body('places');
  byId('places').hidden = !places.length;
  if (!places.length) return put(section, '');
  put(section, html`<div class="mapw${!sheet && ' bare'}">${sheet && html`<div><div class="drawn"></div>${mapKey(sheet, places)}</div>`}<div class="tab"><table class="grid"><thead><tr><th scope="col">place</th><th scope="col"><abbr title="stands among the places of the happening">there</abbr></th><th scope="col" class="num">voices</th><th scope="col" class="num">reports</th><th scope="col" class="num">named</th></tr></thead><tbody></tbody></table></div><div class="pla" role="region" aria-label="The words about a place" hidden></div></div>`);
  const drawn = $('.drawn', section);
  const isOn = sheet ? onMap(sheet, places, drawn.clientWidth || 600) : () => false;
  inParts($('tbody', section), places, FIRST_PLACES, place => placeRow(place, isOn(place) || !sheet));
  if (sheet) redrawn(drawn, sheet, places);
  openNamed();
  return undefined;
}
/* An address that names a place (#places/ENTITY, #story/STORY/places/ENTITY) opens it. */
function openNamed() {
  const [, named] = decodeURIComponent(location.hash).split('places/');
  if (named && view && ENTITY.has(named)) openPlace(named, false);
}
addEventListener('hashchange', openNamed);
/* The map again whenever the page is another width. */
let watching = null;
function redrawn(drawn, sheet, places) {
  let width = 0;
  watching?.disconnect();
  watching = new ResizeObserver(() => {
    if (!drawn.clientWidth || drawn.clientWidth === width) return;
    width = drawn.clientWidth;
    put(drawn, drawnMap(sheet, places, width));
  });
  watching.observe(drawn);
}
byId('places').addEventListener('click', ({ target }) => {
  if (target.closest('.close')) return closePlace();
  const place = target.closest('[data-place]');
  if (place) openPlace(place.dataset.place, true);
  return undefined;
});
byId('places').addEventListener('keydown', event => { if (event.key === 'Escape' && !$('.pla', byId('places'))?.hidden) closePlace(); });
