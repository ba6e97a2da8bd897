"""What there is to learn: content packs, read only. Nothing here knows Qt, a database or a person."""
