"""Figures: how many were what."""
