"""Language without knowledge of news, on `str` and offsets. Spans are half-open, in code points."""
