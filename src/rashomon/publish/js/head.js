/* What, when, where; and how much of it is one voice. */
function drawHead() {
  const { story, findings } = view;
  const places = (story.places || []).filter(id => ENTITY.has(id)).slice(0, 6).map(id => ENTITY.get(id).name);
  const when = daysInWords(story);
  const counts = STATUSES.map(status => [status, findings.filter(finding => finding.status === status).length]).filter(([, n]) => n);
  const tally = findings.length
    ? view.reports.length === 1 ? html`${plural(findings.length, 'finding')}.` : html`${plural(findings.length, 'finding')}: ${counts.map(([status, n]) => `${number(n)} ${status === 'single' ? 'with one voice' : status}`).join(', ')}.`
    : view.reports.length === 1 ? html`No finding: it answers no question that this record could put.` : html`No finding: no two reports answer the same question.`;
  put(byId('head'), html`<div>${STORY.size > 1 && html`<p class="back"><a href="#stories">← All ${STORY.size} stories</a></p>`}
    <h1 class="${story.title.length > 56 ? 'long' : ''}"><bdi>${story.title}</bdi></h1><p class="when"><b>${when}</b>${places.length > 0 && html` · ${places.join(', ')}`}</p>
    <p class="tally">${tally}</p>${disputes(findings)}</div>${collapse()}`);
}
function disputes(findings) {
  const contested = findings.filter(finding => finding.status === 'contested');
  const corrected = named(findings, 'corrected', html`${glyph('update')} Corrected`, 3);
  if (!contested.length) return findings.length && view.reports.length > 1 ? html`<p class="tally dis">No two answers contradict each other.</p>${corrected}` : '';
  return html`${named(findings, 'contested', html`<span class="cf">${glyph('conflict')} In dispute</span>`, 8)}${corrected}`;
}
function named(findings, status, label, most) {
  const found = findings.filter(finding => finding.status === status).sort((a, b) => rank(b) - rank(a));
  const alike = group(found, questionOf), apart = finding => alike.get(questionOf(finding)).length > 1 && ` (${shorten(valueOf(finding.answers[0]), 40)})`;
  const links = found.slice(0, most).map(finding => html`<a href="#${finding.id}">${questionOf(finding)}${apart(finding)}</a> `);
  return found.length > 0 && html`<p class="tally dis"><span class="lb">${label}</span> ${links}${found.length > most && html`<span>and ${found.length - most} more</span>`}</p>`;
}
function collapse() {
  const { story, reports, claims, findings } = view;
  if (reports.length === 1) return html`<p class="alone">One report, one voice: nothing to compare.</p>`;
  const speakers = distinct(claims.filter(claim => claim.attribution.length).map(claim => claim.attribution.at(-1).voice).filter(Boolean));
  const whole = [reports.length, distinct(reports.map(houseOf)).length, distinct(reports.map(id => REPORT.get(id).voice)).length, speakers.length];
  const kin = distinct(reports.map(id => familyOf(id) || (REPORT.get(id).outlet ?? null))).length < distinct(reports.map(id => REPORT.get(id).outlet ?? null)).length;
  const shrink = finding => finding.support.reports - Math.min(finding.support.texts, finding.support.speakers);
  const drop = [...findings].sort((a, b) => shrink(b) - shrink(a) || rank(b) - rank(a)).find(finding => shrink(finding) > 0);
  const keep = [...findings].filter(finding => finding !== drop && finding.support.reports > 1 && shrink(finding) <= 0).sort((a, b) => b.support.reports - a.support.reports)[0];
  const outlets = new Set(reports.map(outletOf)), outside = distinct(reports.map(ownVoice).filter(name => name && !outlets.has(name))).slice(0, 4);
  const rows = [drop, keep].filter(Boolean).map(finding => collapseRow(html`<b>${questionOf(finding)}</b>${shorten(valueOf(finding.answers[0]), 110)} <a href="#${finding.id}">finding ${numberOf.get(finding.id)}</a>`, [finding.support.reports, outletsOf(finding.support), finding.support.texts, finding.support.speakers]));
  return html`<table class="collapse"><caption>${outside.length > 0 && html`${outside.join(' and ')} ${outside.length > 1 ? 'are texts' : 'is a text'} behind the reports, not among their outlets. `}A claim without a named source counts as one speaker in its row.${kin && html` <label class="families"><input type="checkbox" name="families"${counting.families && html` checked`}> count outlets of one owner as one</label>`}</caption>
    <thead><tr><th scope="col"><span class="vh">what</span></th><th scope="col">reports</th><th scope="col">${counting.families ? 'families' : 'outlets'}</th><th scope="col">text origins</th><th scope="col">ultimate speakers</th></tr></thead>
    <tbody>${collapseRow(html`<b>The whole story</b>all that is read here`, whole, 'whole')}${rows}</tbody></table>`;
}
function collapseRow(head, counts, name = '') {
  const cells = counts.map((n, i) => html`<td><span class="n">${number(n)}${i < 3 && html`<span class="arr" aria-hidden="true">→</span>`}</span>${n <= 40 ? html`<span class="dots" aria-hidden="true">${Array.from({ length: n }, () => html`<i></i>`)}</span>` : ''}</td>`);
  return html`<tr class="${name}"><th scope="row">${head}</th>${cells}</tr>`;
}
