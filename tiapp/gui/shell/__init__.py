"""The frame: window, navigation, menus, quick search, hide screen. It knows the pages; they do not know it."""
