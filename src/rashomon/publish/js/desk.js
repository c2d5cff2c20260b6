/* Where a desk serves the page, links to the form on which a person judges what stands here; a page on disk has none. */
const DESK = document.documentElement.dataset.desk ?? null;
const judge = (of, on) => DESK !== null && html` <a class="judge" href="${DESK}/judge?${new URLSearchParams({ story: view.story.id, of, on })}">Judge</a>`;
