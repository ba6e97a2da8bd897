"""Where support is. Works before anything else does."""
