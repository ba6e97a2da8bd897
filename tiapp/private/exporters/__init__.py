"""The journal in clear, for its writer to take elsewhere. Only ever when they ask for it."""
