/* Places: a dot for each place named, on a plain grid of degrees, and the same as a table. */
const MOST_PLACES = 40, LABELLED = 14, WIDTH = 900, HEIGHT = 430;

function namedPlaces() {
  return RECORD.entities.filter(entity => entity.kind === 'place' || (entity.kind === 'facility' && given(entity.lat)))
    .map(entity => ({ entity, mentions: entity.mentions.filter(mention => view.inView.has(mention.report)) }))
    .filter(({ mentions }) => mentions.length)
    .map(place => ({ ...place, reports: distinct(place.mentions.map(mention => mention.report)).length, claims: view.claims.filter(claim => claim.places?.includes(place.entity.id)).length }))
    .sort((a, b) => b.mentions.length - a.mentions.length);
}
function projection(places) {                  // a frame around the places, degrees of longitude narrowed by latitude
  const lats = places.map(({ entity }) => entity.lat), lons = places.map(({ entity }) => entity.lon);
  const midLat = (Math.min(...lats) + Math.max(...lats)) / 2, midLon = (Math.min(...lons) + Math.max(...lons)) / 2;
  const narrowing = Math.max(0.2, Math.cos(midLat * Math.PI / 180));
  const perDegree = Math.min(WIDTH / Math.max(2, (Math.max(...lons) - Math.min(...lons)) * 1.35 * narrowing), HEIGHT / Math.max(1, (Math.max(...lats) - Math.min(...lats)) * 1.35));
  return { x: lon => WIDTH / 2 + (lon - midLon) * narrowing * perDegree, y: lat => HEIGHT / 2 - (lat - midLat) * perDegree, midLat, midLon, spanLon: WIDTH / perDegree / narrowing, spanLat: HEIGHT / perDegree };
}
function degrees(middle, spread, most) {
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30].find(candidate => spread / candidate <= 8) || 45;
  const first = Math.ceil((middle - spread / 2) / step) * step;
  return Array.from({ length: Math.floor(spread / step) + 1 }, (_, i) => Math.round((first + i * step) * 10) / 10).filter(value => value < middle + spread / 2 && Math.abs(value) <= most);
}
function map(places) {
  const { x, y, midLat, midLon, spanLon, spanLat } = projection(places);
  const meridians = degrees(midLon, spanLon, 180).map(lon => html`<path class="gr" d="M${x(lon)} 0V${HEIGHT}"/><text class="gl" x="${x(lon) + 4}" y="${HEIGHT - 6}">${Math.abs(lon)}° ${lon < 0 ? 'W' : 'E'}</text>`);
  const parallels = degrees(midLat, spanLat, 90).map(lat => html`<path class="gr" d="M0 ${y(lat)}H${WIDTH}"/><text class="gl" x="4" y="${y(lat) - 4}">${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}</text>`);
  const taken = [];
  const dots = places.map(({ entity, mentions }, i) => {
    const wide = ['country', 'region'].includes(entity.precision), r = Math.min(22, 3 + Math.sqrt(mentions.length) * 2.1), cx = x(entity.lon), cy = y(entity.lat);
    return html`<circle class="${wide && 'wide'}" cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${r.toFixed(1)}"><title>${entity.name}: ${mentions.length}</title></circle>${i < LABELLED && label(entity.name, cx, cy, r, taken)}`;
  });
  return html`<svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="The places named; the table beside it has the same data">${meridians}${parallels}${dots}</svg>`;
}
/* A name beside its dot, on the first side where it covers no other name; left out where there is none. */
function label(name, cx, cy, r, taken) {
  const width = name.length * 8 + 4;
  const sides = [[cx + r + 5, cy + 5, 'start'], [cx - r - 5 - width, cy + 5, 'end'], [cx - width / 2, cy - r - 6, 'middle'], [cx - width / 2, cy + r + 16, 'middle']];
  const fits = sides.find(([left, base]) => left > 0 && left + width < WIDTH && !taken.some(([a, b, w]) => Math.abs(b - base) < 17 && left < a + w && a < left + width));
  if (!fits) return '';
  const [left, base, anchor] = fits;
  taken.push([left, base, width]);
  return html`<text x="${(anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2).toFixed(1)}" y="${base.toFixed(1)}" text-anchor="${anchor}">${name}</text>`;
}
function drawPlaces() {
  const places = namedPlaces(), located = places.filter(({ entity }) => given(entity.lat) && given(entity.lon)).slice(0, MOST_PLACES);
  byId('places').hidden = !places.length;
  const drawn = located.length > 1;
  const row = ({ entity, mentions, reports, claims }) => html`<tr><th scope="row">${entity.name}${!given(entity.lat) && html` <span class="small">not located</span>`}</th><td class="num">${mentions.length}</td><td class="num">${reports}</td><td class="num">${claims}</td></tr>`;
  put(body('places'), places.length > 0 && html`<div class="mapw${!drawn && ' bare'}">${drawn && map(located)}<div><table class="grid"><thead><tr><th scope="col">place</th><th scope="col" class="num">named</th><th scope="col" class="num">reports</th><th scope="col" class="num">claims</th></tr></thead><tbody></tbody></table></div></div>`);
  if (places.length) inParts($('tbody', byId('places')), places, 15, row);
}
