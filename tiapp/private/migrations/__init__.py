"""How vault.db came to look as it does: env.py runs the numbered steps in versions/."""
