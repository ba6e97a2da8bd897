"""What a pack holds besides modules: for a route, a pause, a thought, a form to fill in.

Each kind has a file of its own in the pack and a reader of its own here. A reader gets a path and
a list of problems; it never raises for what stands in the file, leaves out what has a fault, and
says for each fault where it is and how to mend it. All of it is read only.
"""
