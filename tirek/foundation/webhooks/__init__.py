"""Webhooks: other systems are told, by a signed message, that something was published; which ones, what became of each message, and the sending itself.

It belongs to the foundation. It may not know what was published: rooms above announce an event with an address that everybody may open. Of what is not public it tells a registered number alone, and only where the head decided so.
"""
