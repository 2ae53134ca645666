"""Answers of authorities in the form made for them: asking, what came back, trying each row, and what was kept of that. Services record them."""
