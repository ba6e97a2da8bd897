"""What there is to learn: content packs, read only.

Nothing here knows Qt, a database or a person. Start with library.py; model.py and blocks.py hold
the values that come out, and content/AUTHORING.md is the format that goes in.
"""
