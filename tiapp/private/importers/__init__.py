"""Journals of elsewhere, read with distrust, as records that the journal can take in."""
