"""The Author screen: write a module, see it as it will be, check it, hand it out as a pack."""
