"""The sheet of ten figures for a speech, its frozen versions, and a draft of a speech set against them. It counts nothing itself."""
