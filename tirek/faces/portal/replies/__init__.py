"""Replies and requests of the public: forms without account, cookie and script, and what a receipt number says later."""
