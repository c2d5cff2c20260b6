"""Publishing with care: a record whose texts stand in excerpts, or in which private persons have no name.

Both are one mechanism. A text is changed by a list of stretches and what stands for them now (`changes`), and every span of the record's
tables is carried over to the new text (`spans` is the table of all of them, `carry` walks it). The record that comes out is a
record like any other: it points into the words that it holds, and `rashomon verify` checks it.
"""
