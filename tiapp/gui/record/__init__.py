"""A person's own completion summary: what will leave the computer, and the ways to save it.

Nothing here reaches the private room; a contract keeps it so.
"""
