"""The steps by which a team store came to be as it is."""
