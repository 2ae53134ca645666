"""Writing the register of letters: registering, naming what a letter is about, reading answers out of it, confirming receipt."""

from tirek.followup.letters.services.parts import add_parts, read_part, take_out_part
from tirek.followup.letters.services.registering import NewLetter, acknowledge, note_opened, register_letter

__all__ = ["NewLetter", "acknowledge", "add_parts", "note_opened", "read_part", "register_letter", "take_out_part"]
