"""What our way through the model gives is what the model itself gives."""

import importlib
import random

import msgspec
import spacy

from rashomon.model.reading import Name, Token
from rashomon.stages.reading import Look, Reader, installed_model, read
from rashomon.stages.reading.pipes import Pipes

READER = Reader(*installed_model())
PACKAGE = importlib.import_module(READER.model.package)
PLAIN = spacy.load(PACKAGE.model_path()) if hasattr(PACKAGE, "model_path") else PACKAGE.load()
SENTENCES = [
    "Two guards of the Orlav Rifle Brigade were killed near Port Sorrel on Friday, Mayor Ina Tarn said.",
    "There's nobody left who ain't gonna say that they've got to leave.",
    "“Let's go,” she'd told Anselm Brack of the Carrow Federation; y'all can't.",
    "THE MINISTRY OF THE INTERIOR OF VELMORA DENIED IT.",
    "Petra Sollan. Jory Vance! Ilena Dravik",
    "  \t ",
    "…",
    "Мэр Тарн said 北京 burned\n\nand the Meridian Wire reported it.",
    "It is what it is.",
    "",
]
KEPT = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"}


def test_tokens_and_names_are_those_of_the_model_itself() -> None:
    sentences = [*SENTENCES, *(f"{a} {b}" for a in SENTENCES for b in SENTENCES[:4])]
    documents = PLAIN.pipe(sentences)
    for reading, document in zip(read(sentences, READER), documents, strict=True):
        tokens = tuple(
            Token(t.idx, t.idx + len(t), t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i) for t in document
        )
        names = tuple(
            Name(e.start, e.end, e.start_char, e.end_char, e.label_) for e in document.ents if e.label_ in KEPT
        )
        assert reading.tokens == tokens
        assert reading.names == names


def test_sentences_of_any_words_are_read_as_by_the_model_itself() -> None:
    """Several roots, arcs that cross, names without end: what no sentence of a report would show."""
    words = " ".join(SENTENCES).split() + "there is ai n't gon na got ta which whom what , . said of that she".split()
    chance = random.Random(11)
    sentences = [" ".join(chance.choices(words, k=chance.randint(1, 40))) for _ in range(150)]
    for reading, document in zip(read(sentences, READER), PLAIN.pipe(sentences), strict=True):
        assert [(t.lemma, t.pos, t.tag, t.dep, t.head) for t in reading.tokens] == [
            (t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i) for t in document
        ]
        assert [(n.first, n.last, n.label) for n in reading.names] == [
            (e.start, e.end, e.label_) for e in document.ents if e.label_ in KEPT
        ]


def test_a_sentence_in_which_the_look_sees_nothing_is_not_parsed() -> None:
    nothing, verb, word = read(["A quiet old town", "A town sleeps", "A deadly attack"], READER, Look({"attack"}))
    assert [token.dep for token in nothing.tokens] == ["", "", "", ""]
    assert [token.tag for token in nothing.tokens] == ["DT", "JJ", "JJ", "NN"]
    assert all(token.dep for token in (*verb.tokens, *word.tokens))


def test_a_batch_in_which_nothing_is_parsed_is_read() -> None:
    model = Reader(*installed_model())
    (only,) = read(["the quiet towns"], model, Look(()))
    assert [(token.lemma, token.dep) for token in only.tokens] == [("the", ""), ("quiet", ""), ("town", "")]


def test_names_numbers_and_quotations_are_always_parsed() -> None:
    sentences = ["More from Port Sorrel", "Nine old boats", "Room 9 again", "The “quiet” town", "His old town"]
    assert all(token.dep for reading in read(sentences, READER, Look(())) for token in reading.tokens)


def test_all_parts_of_the_model_run_where_they_are_not_those_that_are_known() -> None:
    PLAIN.add_pipe("sentencizer", last=True)
    pipes = Pipes(PLAIN)
    PLAIN.remove_pipe("sentencizer")
    (told,) = read([SENTENCES[0]], READER)
    tokens, names = next(iter(pipes.take([pipes.tokenized(SENTENCES[0])], None)))
    assert (msgspec.msgpack.decode(tokens, type=tuple[Token, ...]), names) == (told.tokens, told.names)
