"""The frame: window, navigation, menus, Quick search, hide screen. Pages do not know it."""
