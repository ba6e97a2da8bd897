"""The tables of vault.db, a file for each part of the private room. Rows in, plain values out."""
