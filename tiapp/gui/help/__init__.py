"""Help for each screen, and About with licences."""
