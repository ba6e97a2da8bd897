"""Steady: a desktop companion for trauma-informed practice."""

__version__ = "0.1.0"
