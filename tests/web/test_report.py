"""A report's text is cut where claims begin and end, and no character is lost or doubled."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claim import Claim
from rashomon.web.pages.report import paragraphs

TEXTS = st.text(alphabet="ab .\n<é", max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    return text, [
        Claim(
            id=f"cla1-{n}",
            report="r",
            start=a,
            end=b,
            quote=text[a:b],
            kind="event",
            attribution=(),
            modality="asserted",
        )
        for n, (a, b) in enumerate(draw(st.lists(spans, max_size=5)))
    ]


@given(marked())
def test_the_pieces_are_the_text(given: tuple[str, list[Claim]]) -> None:
    text, claims = given
    found = ["".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs(text, claims)]
    assert "\n\n".join(found) == text


@given(marked())
def test_a_piece_carries_the_claims_that_cover_it(given: tuple[str, list[Claim]]) -> None:
    text, claims = given
    carried = {name for paragraph in paragraphs(text, claims) for piece in paragraph.pieces for name in piece.claims}
    assert carried <= {claim.id for claim in claims if claim.start < claim.end}
    assert {claim.id for claim in claims if text[claim.start : claim.end].strip("\n")} <= carried
