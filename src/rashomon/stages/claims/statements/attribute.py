"""Who said what: statements, and the scopes of attribution that they and other cues open."""

from rashomon.model.claim import Attribution, Statement
from rashomon.stages.claims.found import Attributed, FoundStatement, Scope
from rashomon.stages.claims.sentence import Article
from rashomon.stages.claims.statements.blocks import block_cues, gives_out
from rashomon.stages.claims.statements.chains import scopes, typed, with_types
from rashomon.stages.claims.statements.cues import Cues, english
from rashomon.stages.claims.statements.hops import links, tied
from rashomon.stages.claims.statements.phrases import phrase_cues
from rashomon.stages.claims.statements.quoted import going_on, is_direct, widened, with_quoted_parts
from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.stages.claims.statements.speaker import Speaker
from rashomon.stages.claims.statements.speakers import Company, subjects
from rashomon.stages.claims.statements.tree import Tree
from rashomon.stages.claims.statements.verbs import verb_cues
from rashomon.text.quotes import Quotation, quotations
from rashomon.text.segment import paragraphs


def attribute(article: Article) -> Attributed:
    """All statements of one report, and who vouches for which of its words."""
    text = article.report.text
    quoted = quotations(text)
    cues, speakers, own = _read(article, english(), quoted)
    pieces = [widened(reported, quoted) for reported in cues]
    for owner, span in going_on(text, quoted, list(zip(cues, pieces, strict=True)), paragraphs(text)):
        pieces[owner].append(span)
    found, chains = scopes(list(zip(cues, own, pieces, strict=True)))
    types = typed(chains)
    chains = [with_types(chain, types) for chain in chains]
    found = [Scope(scope.start, scope.end, with_types(scope.chain, types)) for scope in found]
    statements = [
        statement
        for n, reported in enumerate(cues)
        for statement in _statements(article, reported, speakers[n], chains[n], pieces[n], quoted)
    ]
    return Attributed(tuple(sorted(statements, key=lambda s: (s.start, s.end))), tuple(found))


def _read(
    article: Article, table: Cues, quoted: list[Quotation]
) -> tuple[list[Reported], list[Speaker | None], list[tuple[Attribution, ...]]]:
    """All cues of the report in order of the text, each with its speaker and its own links."""
    company = Company(article)
    bounds = paragraphs(article.report.text)
    all_cues: list[Reported] = []
    speakers: list[Speaker | None] = []
    own: list[tuple[Attribution, ...]] = []
    for sentence in article.sentences:
        tree = Tree(sentence, ((q.start, q.end) for q in quoted))
        cues = _cues_of(tree, table)
        cues += [cue for cue in block_cues(tree, article.report.text, quoted, bounds, table) if _is_new(cue, cues)]
        for _, subject in sorted(
            [(cue.source[0], n) for n, cue in enumerate(cues) if cue.source]
            + [(run[0], -1 - n) for n, (_, run) in enumerate(subjects(tree, cues))]
        ):
            if subject < 0:
                _meet(company, tree, *subjects(tree, cues)[-1 - subject])
        for cue in cues:
            speaker = (
                company.meet(tree, cue.source_head, cue.source) if cue.source and cue.source_head is not None else None
            )
            if speaker is not None and cue.act == "speech":
                company.heard(speaker, tree)
            all_cues.append(cue)
            speakers.append(speaker)
            own.append(links(cue, speaker, company))
    return all_cues, speakers, own


def _is_new(cue: Reported, cues: list[Reported]) -> bool:
    return all(one.head != cue.head for one in cues)


def _meet(company: Company, tree: Tree, head: int, run: Span) -> None:
    """One who is spoken of joins the company; one who gives out a statement will be meant by "the statement"."""
    met = company.meet(tree, head, run)
    given = gives_out(tree)
    if given is not None and given[1] == head:
        company.heard(met, tree)


def _cues_of(tree: Tree, table: Cues) -> list[Reported]:
    found = [*verb_cues(tree, table), *phrase_cues(tree, table)]
    cited = {verb for cue in found for verb in tied(cue)}
    return sorted((cue for cue in found if cue.head not in cited), key=lambda cue: cue.cue)


def _statements(
    article: Article,
    reported: Reported,
    speaker: Speaker | None,
    chain: tuple[Attribution, ...],
    pieces: list[Span],
    quoted: list[Quotation],
) -> list[FoundStatement]:
    return [
        FoundStatement(
            *_around(article, [reported.cue, piece, *([speaker.span] if speaker else [])]),
            statement=Statement(
                speaker=article.report.text[slice(*speaker.span)] if speaker else None,
                entity=speaker.entity if speaker else None,
                speaker_start=speaker.span[0] if speaker else None,
                speaker_end=speaker.span[1] if speaker else None,
                cue_start=reported.cue[0],
                cue_end=reported.cue[1],
                content_start=piece[0],
                content_end=piece[1],
                direct=is_direct(piece, quoted),
                act=reported.act,
            ),
            chain=chain,
            modality="denied" if reported.denied else "asserted",
        )
        for whole in pieces
        for piece in with_quoted_parts(article.report.text, whole, quoted)
    ]


def _around(article: Article, spans: list[Span]) -> Span:
    """The sentences that hold the spans."""
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    touched = article.sentences_in(low, high)
    return min([low, *(s.start for s in touched)]), max([high, *(s.end for s in touched)])
