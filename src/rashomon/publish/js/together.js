/* One text, sentence by sentence, as several reports have it: rows are its sentences, columns the reports. */
const MOST_ABREAST = 4, MOST_SENTENCES = 14, ALIKE = 0.5;
const SENTENCE_END = /(?<=[.!?…]["”»’')\]]*)(?<!\b(?:Dr|Mr|Mrs|Ms|St|Gen|Col|Lt|Sgt|Capt|No|vs|p\.m|a\.m)\.)\s+(?=["“«„‘'([]*[\p{Lu}\p{N}])/u;

/* Passages that two reports of the story share: report → other report → [start, end) in the first. */
function sharedPassages() {
  const shared = new Map();
  const add = (id, other, span) => {
    const of = shared.get(id) || shared.set(id, new Map()).get(id);
    of.set(other, [...(of.get(other) || []), span]);
  };
  for (const row of view.lineage.slice(0, 400))
    for (const { derived, origin } of row.passages) {
      if (!origin || !view.inView.has(row.origin)) continue;
      add(row.derived, row.origin, derived);
      add(row.origin, row.derived, origin);
    }
  return shared;
}
const extent = spans => spans.reduce((sum, [start, end]) => sum + end - start, 0);
const codePoints = text => (WIDE.test(text) ? [...text].length : text.length);

/* Sentences of a report that lie in some of its passages, with the words each is made of. */
function sentencesIn(id, spans) {
  const found = [];
  for (const [start, end] of paragraphs(id)) {
    const text = cut(id, start, end);
    let from = 0;
    for (const sentence of text.split(SENTENCE_END)) {
      const at = text.indexOf(sentence, from), first = start + codePoints(text.slice(0, at)), last = first + codePoints(sentence);
      from = at + sentence.length;
      if (spans.some(([a, b]) => Math.min(b, last) - Math.max(a, first) > (last - first) / 3)) found.push({ text: sentence, words: new Set(sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu)) });
    }
  }
  return found;
}
function likest(sentence, candidates) {
  const common = other => [...sentence.words].filter(word => other.words.has(word)).length / Math.max(1, Math.min(sentence.words.size, other.words.size));
  const best = candidates.map(other => [common(other), other]).sort((a, b) => b[0] - a[0])[0];
  return best && best[0] >= ALIKE ? best[1] : null;
}
function together() {
  const shared = sharedPassages();
  if (!shared.size) return '';
  const total = id => [...shared.get(id).values()].reduce((sum, spans) => sum + extent(spans), 0);
  const lead = [...shared.keys()].sort((a, b) => total(b) - total(a) || view.reports.indexOf(a) - view.reports.indexOf(b))[0];
  const others = [...shared.get(lead)].sort((a, b) => extent(b[1]) - extent(a[1])).slice(0, MOST_ABREAST - 1).map(([id]) => id);
  const theirs = others.map(id => sentencesIn(id, shared.get(id).get(lead)));
  const rows = sentencesIn(lead, others.flatMap(id => shared.get(lead).get(id))).map(sentence => [sentence, ...theirs.map(candidates => likest(sentence, candidates))])
    .filter(row => row.filter(Boolean).length > 1).slice(0, MOST_SENTENCES);
  if (!rows.length) return '';
  const ids = [lead, ...others];
  const cells = row => row.map((sentence, i) => (sentence ? html`<td class="sf" data-l="${outletOf(ids[i])}" dir="auto"><span>${shorten(sentence.text, 420)}</span></td>` : html`<td class="no e0" data-l="${outletOf(ids[i])}">–</td>`));
  return html`<h3>The shared words, sentence by sentence</h3><table class="grid stack abreast"><thead><tr>${ids.map(id => html`<th scope="col">${outletOf(id)}</th>`)}</tr></thead><tbody>${rows.map(row => html`<tr>${cells(row)}</tr>`)}</tbody></table>`;
}
