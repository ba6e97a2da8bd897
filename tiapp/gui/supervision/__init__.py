"""The Team screen: what a supervisor does with the files that people hand over."""
