"""Learning on screen: the list of modules, the reader, the closing page, the glossary."""
