"""The check of a text before it is published: for anybody, without sign-in; nothing of it is kept."""
