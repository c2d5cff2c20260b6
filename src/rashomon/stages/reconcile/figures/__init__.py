"""Figures that answer one question, and what each codebook makes of them."""
