"""What flows through the house: frozen values and nothing else.

Every type is a frozen `msgspec.Struct`. Offsets are half-open `[start, end)` in Unicode code points of the text that the
docstring names. Collections are tuples, so that a value can be shared by all who hold it.
"""
