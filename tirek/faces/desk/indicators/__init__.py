"""Values of indicators on the desk: entering, checking as a second person, superseding; breaks in series."""
