"""Coders who judge the same things: how far they agree, on what they differ, and who may see whose judgements."""
