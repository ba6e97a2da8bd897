"""How a file is found, opened, upgraded, saved and closed. Knows no table but `identity`."""
