"""The first three steps, and who you are on a shared computer."""
