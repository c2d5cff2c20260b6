"""Whatever the model says of a sentence, mentions and roles are words of their report."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.reading import Name, Reading, Token
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.entities import link
from rashomon.text.segment import sentences

WORDS = (
    "Judge General President Mr Ms Rev. Lomax Elena Petrov Paris Texas Ohio Oman Danish Danes Council Ministry Police of the The in , - ( ) "
    "' 's “ ” . NHSO US Port St. he she president city country police officers Airport airport Street block 24 -un Jong Security "
    "and said told County state North former commander"
).split()
LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT")
POS = (("PROPN", "NNP"), ("NOUN", "NN"), ("NOUN", "NNS"), ("ADJ", "JJ"), ("VERB", "VBD"), ("PUNCT", ","), ("ADP", "IN"))
DEPS = ("nsubj", "compound", "amod", "appos", "pobj", "dobj", "ROOT", "poss")


@st.composite
def readings(draw: st.DrawFn, text: str) -> Reading:
    """A reading of a text with names, parts of speech and heads that no model would give."""
    offsets, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        offsets.append((at, at + len(word)))
        at += len(word)
    places = st.integers(0, len(offsets) - 1)
    tokens = []
    for start, end in offsets:
        pos, tag = draw(st.sampled_from(POS))
        word = text[start:end]
        tokens.append(Token(start, end, word, word.lower(), pos, tag, draw(st.sampled_from(DEPS)), draw(places)))
    names, first = [], 0
    while first < len(offsets):
        first += draw(st.integers(0, 3))
        last = min(len(offsets), first + draw(st.integers(1, 4)))
        if first < last:
            span = offsets[first][0], offsets[last - 1][1]
            names.append(Name(first, last, *span, draw(st.sampled_from(LABELS))))
        first = last
    return Reading("r", text, tuple(tokens), tuple(names))


@st.composite
def read_reports(draw: st.DrawFn) -> tuple[list[Report], dict[str, Reading]]:
    texts = draw(
        st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), min_size=1, max_size=3)
    )
    known: dict[str, Reading] = {}
    for text in texts:
        for start, end in sentences(text):
            if text[start:end] not in known:
                known[text[start:end]] = draw(readings(text[start:end]))
    reports = [Report(id=f"r{i}", source=f"r{i}", text=text, language="en") for i, text in enumerate(texts)]
    return reports, known


@settings(deadline=None)  # the first look-ups unpack the gazetteer
@given(read_reports())
def test_mentions_and_roles_are_words_of_their_report(read: tuple[list[Report], dict[str, Reading]]) -> None:
    reports, known = read
    texts = {report.id: report.text for report in reports}
    story = Story(id="s", title="", reports=tuple(texts))
    entities = link(story, reports, known)
    for entity in entities:
        assert entity.name and entity.mentions
        for one in (*entity.mentions, *entity.roles):
            assert 0 <= one.start < one.end <= len(texts[one.report])
            assert texts[one.report][one.start : one.end].strip() == texts[one.report][one.start : one.end]
        for role in entity.roles:
            assert texts[role.report][role.start : role.end] == role.role
    assert link(story, reports[::-1], known) == entities
