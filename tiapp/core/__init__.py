"""Words everyone shares: errors, the clock, settings. Standard library only."""
