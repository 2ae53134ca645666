"""What every face with sign-in shares: the request, refusals as pages, forms, files, signing in, and answers of bodies as both sides read them.

It belongs to faces. It knows people, files and recommendations, and no face, visit, report or figure.
"""
