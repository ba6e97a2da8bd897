"""Home: one thing to carry on with, and where support is. No totals."""
