"""What every page is built from.

Theme, text, buttons, cards, focus ring, roles, the hub and the worker.
"""
