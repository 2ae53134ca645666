"""Desk: what the mechanism's staff and members see after signing in.

It composes the rooms' queries and services; it holds no rule and asks no table itself.
"""
