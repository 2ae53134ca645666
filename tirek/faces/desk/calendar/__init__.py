"""What a program reads of a person's own calendar, without signing in; the own page of its addresses stands beside signing in."""
