"""Places: the list, a place's story, and the forms that change the register."""
