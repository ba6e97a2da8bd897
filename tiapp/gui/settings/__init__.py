"""Choices about look and reading, and where data is kept."""
