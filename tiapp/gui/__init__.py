"""Everything Qt. Pages ask services and draw the frozen values they get back."""
