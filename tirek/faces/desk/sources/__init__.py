"""Sources and their figures on the desk. It asks rooms and holds no rule."""
