"""Topics on the desk: questions on which sources differ, their statements, and publishing them. It asks rooms and holds no rule."""
