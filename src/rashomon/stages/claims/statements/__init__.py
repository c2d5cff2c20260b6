"""Statements: who said, thought or ordered what, and who vouches for which words."""
