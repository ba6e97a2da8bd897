"""How a file is opened, upgraded and closed. It knows no tables."""
