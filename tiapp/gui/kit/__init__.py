"""What every page is built from: theme, text, buttons, cards, block widgets, the hub and the worker."""
