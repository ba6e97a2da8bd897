"""The private room's pages. They are built when the room opens and deleted when it locks."""
