"""Faces: what a person sees, one folder a public. They hold views and forms, no rules and no queries of their own."""
