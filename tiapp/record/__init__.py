"""Progress and completions: what may be shared. It never meets the private room."""
