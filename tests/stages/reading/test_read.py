from rashomon.stages.reading import Reader, installed_model, part_read, read, reading_id

READER = Reader(*installed_model())


def test_tokens_stand_where_they_say() -> None:
    text = "Two guards were killed in Orlav on Friday, Mr. Tarn said."
    (reading,) = read([text], READER)
    assert all(text[token.start : token.end] == token.text for token in reading.tokens)
    assert [reading.tokens[i].text for i in reading.roots()] == ["said"]
    assert {"Two", "guards"} <= {reading.tokens[i].text for i in reading.subtree(1)}


def test_readings_come_in_order_and_the_same_sentence_has_the_same_id() -> None:
    one, other, again = read(["It burned.", "Nine died.", "It burned."], READER)
    assert (one.text, other.text) == ("It burned.", "Nine died.")
    assert one == again
    assert one.id == reading_id("It burned.", READER)


def test_of_a_sentence_without_end_the_beginning_is_read() -> None:
    (reading,) = read(["word " * 100_000], READER)
    assert len(reading.tokens) <= 1_000
    assert len(reading.text) == 500_000


def test_a_sentence_without_end_is_cut_at_a_space() -> None:
    assert part_read("barn " * 1_000) == ("barn " * 400).rstrip()
    assert part_read("x" * 9_000) == "x" * 2_000
    assert part_read("Nine died.") == "Nine died."
