"""Views: each answers one question of an officer, on the screen and as data from the same rows."""
