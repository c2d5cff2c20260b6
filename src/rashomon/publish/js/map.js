/* The map: a story's places over outlines of countries. A sheet (rashomon.publish.outlines) is flat: places and outlines in one grid of units, seen through
   a window as wide as the page. */
const SHEETS = byId('outlines') ? await unpacked(byId('outlines').textContent) : {};
const MOST_DOTS = 60, MOST_CONTEXT = 14, SAME_SPOT = 3, NARROW = 620;

/* The window: as wide as the page, as high as suits it, and all that must be seen inside. Units become pixels by `scale`. */
function windowOn(sheet, width) {
  const world = !sheet.km, narrow = width < NARROW, [left, top, right, bottom] = world && narrow ? spanOf(sheet) : sheet.fit, margin = world ? (narrow ? 1.25 : 1) : 1.45;
  const high = narrow && !world ? width : world ? width * (bottom - top) / (right - left) : Math.min(width * 0.58, 560);
  const scale = Math.max(world ? width / (sheet.fit[2] - sheet.fit[0]) : 0, Math.min(width / (right - left), high / (bottom - top)) / margin);
  return { width, high: Math.round(high), scale, x: value => width / 2 + (value - (left + right) / 2) * scale, y: value => high / 2 + (value - (top + bottom) / 2) * scale };
}
/* Of the whole world a phone shows the stretch that has places. */
function spanOf({ at, fit }) {
  const spots = Object.values(at), xs = spots.map(([x]) => x), ys = spots.map(([, y]) => y), least = (fit[2] - fit[0]) / 8;
  return spots.length ? [Math.min(...xs) - least, Math.min(...ys) - least, Math.max(...xs) + least, Math.max(...ys) + least] : fit;
}
const inWindow = ({ width, high }, x, y) => x > 4 && x < width - 4 && y > 4 && y < high - 4;

/* Dots by where they stand; places of one spot share theirs. Whole countries are areas where the sheet has them. */
function dotsOn(sheet, glass, places) {
  const dots = [];
  for (const place of places.slice(0, MOST_DOTS)) {
    const { entity } = place, spot = sheet.at[entity.id];
    if (!spot || areaOf(sheet, entity)) continue;
    const x = glass.x(spot[0]), y = glass.y(spot[1]);
    if (!inWindow(glass, x, y)) continue;
    const there = dots.find(dot => Math.hypot(dot.x - x, dot.y - y) < SAME_SPOT);
    if (there) there.places.push(place);
    else dots.push({ x, y, places: [place], r: Math.min(17, 2.5 + 2.4 * Math.sqrt(place.voices)) + (entity.precision === 'region' ? 6 : 0) });
  }
  return dots;
}
const areaOf = (sheet, entity) => entity.precision === 'country' && entity.country && sheet.land.find(land => land.code === entity.country);
function dotOf({ x, y, r, places }) {
  const { entity, happened, voices } = places[0], at = `${happened ? 'own' : 'named'} ${entity.precision || 'city'}`;
  const shape = entity.precision === 'exact' ? html`<path class="dot" d="M${x - r} ${y}l${r}-${r} ${r} ${r}-${r} ${r}z"/>` : html`<circle class="dot" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}"/>`;
  return html`<g class="pl ${at}" data-place="${entity.id}"><title>${places.map(place => place.entity.name).join(', ')}: ${plural(voices, 'voice')}</title><circle class="hit" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${Math.max(14, r + 4).toFixed(1)}"/>${shape}</g>`;
}
/* Names, each on the first side of its place where it covers nothing that stands there already; else it is left to the table. */
const LETTER = 7.6, FULL = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;
const wideOf = (name, letter = LETTER) => name.length * letter + (name.match(FULL)?.length || 0) * letter * 0.9;
function besides(name, x, y, r, taken, glass, letter = LETTER) {
  const width = wideOf(name, letter) + 4, off = r + 4, near = off * 0.7;
  const sides = [[x + off, y + 5, 'start'], [x - off, y + 5, 'end'], [x, y - off - 2, 'middle'], [x, y + off + 13, 'middle'], [x + near, y - near, 'start'], [x + near, y + near + 10, 'start'], [x - near, y - near, 'end'], [x - near, y + near + 10, 'end']];
  const boxOf = ([at, base, anchor]) => { const left = at - { start: 0, middle: width / 2, end: width }[anchor]; return { left, top: base - 13, right: left + width, bottom: base + 4 }; };
  const fits = sides.find(side => isFree(boxOf(side), taken, glass));
  if (!fits) return null;
  taken.push(boxOf(fits));
  return html`x="${fits[0].toFixed(1)}" y="${fits[1].toFixed(1)}" text-anchor="${fits[2]}"`;
}
/* Larger towns around, so that a reader knows where he is: small, and only where there is room. */
function townsOn(sheet, glass, taken) {
  return sheet.towns.map(([name, left, top]) => {
    const x = glass.x(left), y = glass.y(top), at = inWindow(glass, x, y) && isFree({ left: x - 2, top: y - 2, right: x + 2, bottom: y + 2 }, taken, glass) && besides(name, x, y, 0, taken, glass, 6.4);
    return at && html`<circle class="town" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="1.6"/><text class="town" ${at}>${name}</text>`;
  });
}
/* Where in the world the map lies: a small one in the first corner that holds no place. */
function insetOn({ inset, fit: [left, top, right, bottom] }, glass, dots, taken) {
  if (!inset) return '';
  const side = glass.width < NARROW ? 84 : 116, k = side / inset.side, corners = [[glass.width - side, glass.high - side], [glass.width - side, 0], [0, 0]];
  const corner = corners.find(([x, y]) => !dots.some(dot => dot.x + dot.r > x - 4 && dot.x - dot.r < x + side + 4 && dot.y + dot.r > y - 4 && dot.y - dot.r < y + side + 4));
  if (!corner) return '';
  const [x, y] = corner, share = inset.share * k / glass.scale, wide = Math.max(5, glass.width * share), high = Math.max(4, glass.high * share);
  taken.push({ left: x, top: y, right: x + side, bottom: y + side });
  return html`<svg class="inset" x="${x}" y="${y}" width="${side}" height="${side}" viewBox="${-inset.side / 2} ${-inset.side / 2} ${inset.side} ${inset.side}"><path class="sea" d="M${-inset.side} ${-inset.side}h${2 * inset.side}v${2 * inset.side}h${-2 * inset.side}z"/><path class="land" d="${inset.path}"/><path class="here" d="M${-wide / k / 2} ${-high / k / 2}h${wide / k}v${high / k}h${-wide / k}z"/><path class="frame" d="M${-inset.side / 2} ${-inset.side / 2}h${inset.side}v${inset.side}h${-inset.side}z"/></svg>`;
}
const isFree = (box, taken, glass) => box.left > 2 && box.right < glass.width - 2 && box.top > 2 && box.bottom < glass.high - 2 && !taken.some(other => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
function dotNames(dots, taken, glass) {
  taken.push(...dots.map(({ x, y, r }) => ({ left: x - r, top: y - r, right: x + r, bottom: y + r })));
  return dots.map(({ x, y, r, places }) => {
    const name = places[0].entity.name + (places.length > 1 ? ` +${places.length - 1}` : ''), at = besides(name, x, y, r, taken, glass);
    return at && html`<text class="${!places[0].happened && 'named'}" ${at} data-place="${places[0].entity.id}"><tspan>${name}</tspan></text>`;
  });
}
function landNames(sheet, glass, taken, areas) {
  const shape = glass.width < NARROW && sheet.km ? 'tall' : 'wide', named = new Map(areas);
  const lands = sheet.land.filter(land => land[shape].length).sort((a, b) => named.has(b) - named.has(a) || b[shape][0][2] - a[shape][0][2]);
  let context = MOST_CONTEXT;
  return lands.map(land => {
    const place = named.get(land), name = place ? place.entity.name : land.name, width = wideOf(name, place ? LETTER : 6.6);
    if (!place && !context) return '';
    const at = land[shape].filter(room => place || width < room[2] * glass.scale * 1.1).map(room => [glass.x(room[0]), glass.y(room[1]) + 4])
      .find(([x, y]) => isFree({ left: x - width / 2 - 3, top: y - 13, right: x + width / 2 + 3, bottom: y + 5 }, taken, glass));
    if (!at) return '';
    if (!place) context -= 1;
    taken.push({ left: at[0] - width / 2 - 3, top: at[1] - 13, right: at[0] + width / 2 + 3, bottom: at[1] + 5 });
    return html`<text class="ctx ${place && (place.happened ? 'own' : 'area')}" x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="middle"${place && html` data-place="${place.entity.id}"`}>${name}</text>`;
  });
}
function landOn(sheet, glass, areas) {
  const shift = `translate(${glass.x(0).toFixed(1)} ${glass.y(0).toFixed(1)}) scale(${glass.scale.toFixed(5)})`, kind = new Map(areas.map(([land, place]) => [land, place]));
  const country = land => { const place = kind.get(land); return html`<path class="land ${place && (place.happened ? 'own' : 'area')}" d="${land.path}"${place && html` data-place="${place.entity.id}"`}/>`; };
  return html`<g transform="${shift}"><path class="net" d="${sheet.lines}"/>${sheet.land.filter(land => !kind.has(land)).map(country)}${sheet.land.filter(land => kind.has(land)).map(country)}</g>`;
}
/* A round number of kilometres, about a sixth of the map wide; none where the scale differs over it. */
function scaleBar(sheet, { scale, width, high }) {
  if (!sheet.km) return '';
  const pixels = scale / sheet.km, most = width / 6 / pixels, ten = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map(times => times * ten).find(round => round <= most), long = km * pixels;
  return html`<g class="bar"><path d="M12 ${high - 16}v6h${long.toFixed(1)}v-6"/><text x="${(12 + long + 6).toFixed(1)}" y="${high - 9}">${number(km)} km</text></g>`;
}
function drawnMap(sheet, places, width) {
  const glass = windowOn(sheet, width), dots = dotsOn(sheet, glass, places), taken = [{ left: 0, top: glass.high - 26, right: width / 5 + 60, bottom: glass.high }];
  const areas = places.map(place => [areaOf(sheet, place.entity), place]).filter(([land]) => land);
  const inset = insetOn(sheet, glass, dots, taken), names = dotNames(dots, taken, glass), lands = landNames(sheet, glass, taken, areas), towns = townsOn(sheet, glass, taken);
  return html`<svg class="map" viewBox="0 0 ${width} ${glass.high}" role="img" aria-label="Map of the places named; the table has the same data, and opens the words">${landOn(sheet, glass, areas)}${towns}${lands}${[...dots].sort((a, b) => b.r - a.r).map(dotOf)}${names}${inset}${scaleBar(sheet, glass)}</svg>`;
}
const onMap = (sheet, places, width) => {
  const dots = new Set(dotsOn(sheet, windowOn(sheet, width), places).flatMap(dot => dot.places)), shape = width < NARROW && sheet.km ? 'tall' : 'wide';
  return place => { const land = areaOf(sheet, place.entity); return dots.has(place) || Boolean(land && land[shape].length); };
};
