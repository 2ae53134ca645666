"""What is published, on the desk: editions and their corrections, replies, requests. It asks rooms and holds no rule."""
